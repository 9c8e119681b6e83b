import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { startOtherProcess } from '../../support/storage/other-process.ts';
import { readOlderFile, openOlderFixture } from '../aged/older-store.ts';
import { setUpFolder } from '../../support/storage/set-up-store.ts';

const inFolder = setUpFolder();
const path = (): string => inFolder('candour.db');

describe('a file that another process has open', () => {
  it('stays as it is where that one may be of a version that could not go on beside this one', async () => {
    writeFileSync(path(), readOlderFile(), { mode: 0o600 });
    const other = await startOtherProcess(path());
    const before = readFileSync(path());
    expect(() => openSqliteStore(path())).toThrow(expect.objectContaining({ code: 'busy' }));
    expect(readFileSync(path()).equals(before)).toBe(true);
    // The other one goes on writing to it.
    await other.hold();
    await other.letGo();
    await other.end();
    const store = openSqliteStore(path());
    const [one] = openOlderFixture('sqlite').said.cases;
    expect(one && (await store.cases.read(one.caseId))).toBeDefined();
    // Brought to today's, it is open to as many of today's as there are.
    const beside = openSqliteStore(path());
    await beside.check();
    await Promise.all([store.close(), beside.close()]);
  });

  it('is brought to the newest layout where that one is of a version that notes which used it', async () => {
    await openSqliteStore(path()).close();
    const database = new DatabaseSync(path());
    database.exec('DROP INDEX listed_safety_missing; ALTER TABLE listed DROP COLUMN safety_missing');
    for (const index of ['terms', 'category', 'outcome']) database.exec(`DROP INDEX listed_by_${index}`);
    for (const column of ['category', 'flags', 'referral', 'outcome']) {
      database.exec(`ALTER TABLE listed DROP COLUMN ${column}`);
    }
    database.exec('DROP INDEX events_opened');
    database.exec('DROP TABLE paces; DROP TABLE work_counts; DROP TABLE work_salts; PRAGMA user_version = 21');
    database.close();
    const other = await startOtherProcess(path());
    const store = openSqliteStore(path());
    await store.check();
    await store.close();
    await other.end();
  });
});
