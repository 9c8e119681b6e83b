import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { backUpSqlite, restoreSqlite } from '../../../storage/sqlite/backup.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { createFirstSchemaFile } from '../../support/storage/first-schema.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = createTemporaryFolder();
  path = join(folder, 'candour.db');
  createFirstSchemaFile(path);
});
afterEach(() => rmSync(folder, { recursive: true }));

const tooOld = expect.objectContaining({ code: 'tooOld' });

describe('a SQLite file of before the tab', () => {
  it('is refused by name, and stays as it is for the version that made it', () => {
    const before = readFileSync(path);
    expect(() => openSqliteStore(path)).toThrow(tooOld);
    expect(readFileSync(path)).toEqual(before);
  });

  it('is no backup, and is not restored', async () => {
    await expect(backUpSqlite(path, join(folder, 'copy.db'))).rejects.toEqual(tooOld);
    expect(() => restoreSqlite(path, join(folder, 'other.db'), join(folder, 'aside.db'))).toThrow(tooOld);
  });
});
