import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { importedPath } from '../../support/imported-file.ts';

const loader = importedPath(() => import('../../../bot/config/env-file.mjs'), import.meta.url);
const secretValue = 'value-that-must-not-be-said';

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a program reads of three settings where a file `.env` stands beside it, or why it does not start. */
function read(
  content: string | Uint8Array,
): Promise<{ readonly out: string; readonly err: string; readonly code: unknown }> {
  writeFileSync(join(folder, '.env'), content);
  const program = 'process.stdout.write(JSON.stringify([process.env.A, process.env.B, process.env.C]))';
  return new Promise((settle) => {
    const env = { PATH: process.env['PATH'], C: 'from the shell' };
    execFile(process.execPath, ['--import', loader, '-e', program], { cwd: folder, env }, (error, out, err) =>
      settle({ out, err, code: error?.code ?? 0 }),
    );
  });
}

describe('the file .env', () => {
  it.each([
    ['settings, remarks and empty lines', '# remark\n\nA=1\n  B = 2\n#C=3\n', ['1', '2', 'from the shell']],
    ['lines as Windows ends them', 'A=1\r\nB=2\r\n', ['1', '2', 'from the shell']],
    ['the lines of a shell', 'export A=1\nexport B="2" # remark\n', ['1', '2', 'from the shell']],
    [
      'a value on several lines',
      "A='one\nno setting\nof its own'\nB=2\n",
      ['one\nno setting\nof its own', '2', 'from the shell'],
    ],
    [
      'marks inside a value, and Welsh',
      'A=it\'s "so"\nB=Tŷ’r Heddlu\n',
      ['it\'s "so"', 'Tŷ’r Heddlu', 'from the shell'],
    ],
    [
      'an authority and a proxy',
      'NODE_EXTRA_CA_CERTS=a.pem\nNODE_USE_ENV_PROXY=1\nA=1\nB=2\n',
      ['1', '2', 'from the shell'],
    ],
    ['a setting that the shell has already', 'C=from the file\nB=\n', [null, '', 'from the shell']],
  ])('is read where it has %s', async (_, content, expected) => {
    expect(await read(content)).toEqual({ out: JSON.stringify(expected), err: '', code: 0 });
  });

  it.each([
    ['a line without an equals sign', `A=1\n${secretValue}\n`, 'Line 2'],
    ['a line with a space for a sign', `A ${secretValue}\n`, 'Line 1'],
    ['a line without a name', `=${secretValue}\n`, 'Line 1'],
    ['a name that is none', `1A=${secretValue}\n`, 'Line 1'],
    ['a mark that is not closed', `B=2\nA="${secretValue}\n`, 'Line 2'],
    ['what Node reads before a program begins', `A=1\nexport NODE_OPTIONS=--import=${secretValue}\n`, 'NODE_OPTIONS'],
    ['where Node takes compiled code from', `NODE_COMPILE_CACHE=${secretValue}\n`, 'NODE_COMPILE_CACHE'],
    [
      'that no certificate is looked at',
      `NODE_TLS_REJECT_UNAUTHORIZED=${secretValue}\n`,
      'NODE_TLS_REJECT_UNAUTHORIZED',
    ],
    ['what the system loads beside Node', `A='\n'\nLD_PRELOAD='${secretValue}'\n`, 'LD_PRELOAD'],
    ['bytes of another encoding', Buffer.from(`A=${secretValue}é`, 'latin1'), 'UTF-8'],
    ['a mark before the first line', `\uFEFFA=${secretValue}`, 'UTF-8'],
  ])('is refused where it has %s, and nothing of it is said', async (_, content, named) => {
    const { out, err, code } = await read(content);
    expect(code).toBe(78);
    expect(out).toBe('');
    expect(err).toMatch(/^Candour cannot start\. [^\n]+\n$/u);
    expect(err).toContain(named);
    expect(err).not.toContain(secretValue);
  });
});
