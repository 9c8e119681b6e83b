import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { backUpSqlite } from '../../../storage/sqlite/backup.ts';
import { isDevelopmentStore } from '../../../storage/sqlite/store-environment.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { setUpFolder } from '../../support/storage/set-up-store.ts';

const inFolder = setUpFolder();
const path = (): string => inFolder('candour.db');

describe('what a store was made for', () => {
  it.each([
    ['production', false],
    ['development', true],
  ] as const)('stands in a file made for %s as soon as it is there, and in each copy', async (use, made) => {
    const store = openSqliteStore(path(), use);
    expect(isDevelopmentStore(path())).toBe(made);
    await store.check();
    expect(isDevelopmentStore(path())).toBe(made);
    const copy = inFolder('copy.db');
    await backUpSqlite(path(), copy, use);
    expect(isDevelopmentStore(copy)).toBe(made);
    await store.close();
    await openSqliteStore(path(), use).close();
    expect(isDevelopmentStore(path())).toBe(made);
  });

  it('is nothing where there is no file, or an empty one, and not development where it is something else', () => {
    expect(isDevelopmentStore(path())).toBeUndefined();
    writeFileSync(path(), '');
    expect(isDevelopmentStore(path())).toBeUndefined();
    writeFileSync(path(), 'a');
    expect(isDevelopmentStore(path())).toBe(false);
    mkdirSync(inFolder('made'));
    expect(() => isDevelopmentStore(inFolder('made'))).toThrow(expect.objectContaining({ code: 'unavailable' }));
  });

  it.each([
    ['development', 'production'],
    ['production', 'development'],
  ] as const)('is not changed by opening a file of %s for %s, which is refused', async (use, other) => {
    await openSqliteStore(path(), use).close();
    const before = readFileSync(path());
    expect(() => openSqliteStore(path(), other)).toThrow(expect.objectContaining({ code: 'foreign' }));
    expect(readFileSync(path())).toEqual(before);
  });
});
