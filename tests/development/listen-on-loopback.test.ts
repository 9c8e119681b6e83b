import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { importedPath } from '../support/imported-file.ts';

const run = promisify(execFile);
const loopbackOnly = importedPath(() => import('../../development/listen-on-loopback.mjs'), import.meta.url);

describe('a program that is kept on 127.0.0.1', () => {
  it.each([
    'listen(0, done)',
    'listen("0", done)',
    'listen(0, "0.0.0.0", done)',
    'listen(0, "::", 10, done)',
    'listen({ port: 0 }, done)',
    'listen({ port: 0, host: "0.0.0.0" }, done)',
    'listen(done)',
  ])('listens there when it calls %s', async (call) => {
    const code = `const server = require('node:http').createServer();
      const done = () => process.stdout.write(server.address().address, () => server.close());
      server.${call};`;
    const { stdout } = await run(process.execPath, ['--import', loopbackOnly, '-e', code]);
    expect(stdout).toBe('127.0.0.1');
  });
});
