import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
/** Folders that a build reads, beside the libraries. */
const parts = ['tab', 'cards', 'contract', 'core', 'crypto', 'dialogs', 'documents', 'guidance', 'summary', 'words'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json'];

let copy: string;
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'candour-build-'));
  for (const part of [...parts, ...files, 'dist']) cpSync(join(root, part), join(copy, part), { recursive: true });
  cpSync(join(root, 'bot/config'), join(copy, 'bot/config'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** Whether `npm start` would build the page, without waiting for the build. */
async function isCurrent(signer?: string): Promise<boolean> {
  const stamp = join(copy, 'tab/build/build-stamp.ts');
  const asked = `import { digestPageSources, isBuildCurrent } from ${JSON.stringify(stamp)};
    console.log(isBuildCurrent(digestPageSources(${JSON.stringify(signer)})));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '--input-type=module', '-e', asked]);
  return stdout.trim() === 'true';
}

describe('a start', () => {
  it('builds nothing that the last build made of the same sources', async () => {
    expect(await isCurrent()).toBe(true);
  });

  it.each([
    ['a source', 'words/tab/shell.ts'],
    ['a library', 'package-lock.json'],
    ['a built file', 'dist/tab/index.html'],
  ])('builds if %s has changed, and not once the change is taken back', async (_what, file) => {
    const path = join(copy, file);
    const before = readFileSync(path);
    writeFileSync(path, Buffer.concat([before, Buffer.from('\n')]));
    expect(await isCurrent()).toBe(false);
    writeFileSync(path, before);
    expect(await isCurrent()).toBe(true);
  });

  it('builds for another signer, and where a file of the build or its stamp is gone', async () => {
    expect(await isCurrent('another')).toBe(false);
    for (const gone of ['dist/partners/index.html', 'dist/pages.stamp']) {
      const before = readFileSync(join(copy, gone));
      rmSync(join(copy, gone));
      expect(await isCurrent()).toBe(false);
      writeFileSync(join(copy, gone), before);
    }
    expect(existsSync(join(copy, 'dist/pages.stamp'))).toBe(true);
    expect(await isCurrent()).toBe(true);
  });
});
