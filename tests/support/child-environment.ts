import { join } from 'node:path';

/**
 * What every process that a test starts is given, beside what the test gives it: where to find programs, and where Node
 * keeps compiled code, so that it compiles Candour once and not at each start.
 */
export const childEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../../node_modules/.cache/candour-compiled'),
};
