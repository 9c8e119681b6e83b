import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from '@jest/globals';
import { importedFile } from '../../support/imported-file.ts';

const root = resolve(import.meta.dirname, '../../..');

it.each([[[]], [['--for', 'candour']], [['--for', '-1']], [['--for', '1', 'more']], [['--with', '1']]])(
  'compiling says how, and compiles nothing, for %j',
  (args) => {
    const program = importedFile(() => import('../../../release/compiled/compile.ts'), import.meta.url);
    const { status, stdout } = spawnSync(process.execPath, ['--no-warnings', program, ...args], { encoding: 'utf8' });
    expect([status, stdout]).toEqual([2, expect.stringContaining('node candour.mjs compile --for')]);
    expect(existsSync(resolve(root, 'compiled'))).toBe(false);
  },
);
