import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keysFolder, currentKeysFolder, migrateKeysFolder } from '../../development/development-keys.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

let folder: string;
let store: string;
beforeEach(() => {
  folder = createTemporaryFolder();
  store = join(folder, '.data', 'candour.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function keysAt(path: string, text: string): void {
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'acu.identity'), text);
}

describe('the folder of the keys of development', () => {
  it('is one that a file picker shows, whatever the store is called', () => {
    for (const path of ['.data/candour.db', '.other/candour.db', 'shown/candour.db', 'candour.db', '../candour.db']) {
      expect(basename(keysFolder(path))).toMatch(/^(?:development-)?keys/u);
      expect(basename(dirname(keysFolder(path)))).not.toMatch(/^\.[^.]/u);
    }
    expect(keysFolder('.data/candour.db')).toBe('development-keys');
    expect(keysFolder('.other/candour.db')).not.toBe(keysFolder('.data/candour.db'));
  });

  it('takes over the keys that an earlier version left beside the store', () => {
    const before = join(folder, '.data', 'keys');
    keysAt(before, 'a key');
    expect(currentKeysFolder(store)).toBe(before);
    const after = migrateKeysFolder(store);
    expect(relative(folder, after)).toBe('development-keys');
    expect(readFileSync(join(after, 'acu.identity'), 'utf8')).toBe('a key');
    expect(existsSync(before)).toBe(false);
    expect(migrateKeysFolder(store)).toBe(after);
  });

  it('puts nothing over keys that are there already', () => {
    keysAt(join(folder, '.data', 'keys'), 'old');
    keysAt(join(folder, 'development-keys'), 'new');
    expect(readFileSync(join(migrateKeysFolder(store), 'acu.identity'), 'utf8')).toBe('new');
    expect(readFileSync(join(folder, '.data', 'keys', 'acu.identity'), 'utf8')).toBe('old');
  });

  it('goes on in the old place where nothing can be moved', () => {
    const before = join(folder, '.data', 'keys');
    keysAt(before, 'a key');
    // No folder can be moved onto it, as none can to another disk.
    symlinkSync('nowhere', join(folder, 'development-keys'));
    expect(migrateKeysFolder(store)).toBe(before);
    expect(readFileSync(join(before, 'acu.identity'), 'utf8')).toBe('a key');
  });
});
