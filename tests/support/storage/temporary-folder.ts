import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new empty folder for one test, which removes it. */
export const createTemporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'candour-'));
