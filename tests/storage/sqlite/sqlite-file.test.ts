import { mkdirSync, openSync, readFileSync, statSync, writeFileSync, writeSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { storeErrorFromSqlite } from '../../../storage/sqlite/sqlite-errors.ts';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { createSqliteCaseStore } from '../../../storage/sqlite/cases.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { setUpFolder } from '../../support/storage/set-up-store.ts';

const inFolder = setUpFolder();
const path = (): string => inFolder('candour.db');

const modeOf = (name: string): number => statSync(name).mode % 0o1000;
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return 'nothing was thrown';
};
const raw = (sql: string): void => {
  const database = new DatabaseSync(path());
  database.exec(sql);
  database.close();
};

describe('opening a SQLite file', () => {
  it('makes the inFolder() and the files for their owner alone', async () => {
    const made = inFolder('a', 'b');
    const store = openSqliteStore(join(made, 'candour.db'));
    await store.check();
    expect(modeOf(inFolder('a'))).toBe(0o700);
    expect(modeOf(made)).toBe(0o700);
    for (const name of ['candour.db', 'candour.db-wal', 'candour.db-shm']) expect(modeOf(join(made, name))).toBe(0o600);
    await store.close();
  });

  it('writes ahead, waits for the disk and overwrites what it removes', () => {
    const file = openSqliteFile(path(), 20);
    expect(file.row('PRAGMA journal_mode')).toMatchObject({ journal_mode: 'wal' });
    expect(file.row('PRAGMA synchronous')).toMatchObject({ synchronous: 2 });
    expect(file.row('PRAGMA secure_delete')).toMatchObject({ secure_delete: 1 });
    file.close();
  });

  it('refuses a file that is no database, and leaves it as it is', () => {
    writeFileSync(path(), 'minutes of a meeting, '.repeat(400));
    const { size } = statSync(path());
    expect(codeOf(() => openSqliteStore(path()))).toMatchObject({ code: 'broken' });
    expect(statSync(path()).size).toBe(size);
  });

  it('refuses the database of another program, and leaves it as it is', () => {
    raw('CREATE TABLE notes (text TEXT)');
    const before = readFileSync(path());
    expect(codeOf(() => openSqliteStore(path()))).toMatchObject({ code: 'foreign' });
    expect(readFileSync(path())).toEqual(before);
  });

  it('refuses a file of which a page was damaged, though the first ones are whole', async () => {
    const store = openSqliteStore(path());
    for (let count = 0; count < 30; count += 1) {
      const record = createCase({ sealedReport: 'x'.repeat(2_000) });
      await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
    }
    await store.close();
    const file = openSync(path(), 'r+');
    writeSync(file, new Uint8Array(4_096).fill(0xab), 0, 4_096, Math.floor(statSync(path()).size / 8_192) * 4_096);
    closeSync(file);
    expect(codeOf(() => openSqliteStore(path()))).toMatchObject({ code: 'broken' });
  });

  it('refuses the file of a newer Candour', async () => {
    await openSqliteStore(path()).close();
    raw('PRAGMA user_version = 9999');
    expect(codeOf(() => openSqliteStore(path()))).toMatchObject({ code: 'tooNew' });
  });

  it('is unavailable where there is a inFolder() of that name, or no inFolder() can be made', () => {
    mkdirSync(path());
    expect(codeOf(() => openSqliteStore(path()))).toMatchObject({ code: 'unavailable' });
    writeFileSync(inFolder('file'), '');
    expect(codeOf(() => openSqliteStore(inFolder('file', 'candour.db')))).toMatchObject({ code: 'unavailable' });
  });
});

describe('a SQLite store that cannot write', () => {
  it('reads on and says that it is read-only', async () => {
    const record = createCase();
    const first = openSqliteStore(path());
    await first.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
    await first.close();
    // A write version that SQLite does not know makes a file read-only, also to root: https://sqlite.org/fileformat.html
    const file = openSync(path(), 'r+');
    writeSync(file, Uint8Array.of(3), 0, 1, 18);
    closeSync(file);
    const store = openSqliteStore(path());
    expect((await store.cases.read(record.caseId))?.value).toEqual(record);
    await expect(store.check()).rejects.toMatchObject({ code: 'readOnly' });
    const other = createCase();
    await expect(store.cases.create(other, createAlert(other.caseId), [])).rejects.toMatchObject({ code: 'readOnly' });
    await store.close();
  });

  it('says that it is full, and what was written before is whole', async () => {
    const file = openSqliteFile(path(), 20);
    const cases = createSqliteCaseStore(file);
    const record = createCase();
    await cases.create(record, createAlert(record.caseId), []);
    file.row('PRAGMA max_page_count = 1');
    const big = createCase({ sealedReport: 'x'.repeat(100_000) });
    await expect(cases.create(big, createAlert(big.caseId), [])).rejects.toMatchObject({ code: 'full' });
    expect(await cases.read(big.caseId)).toBeUndefined();
    expect((await cases.read(record.caseId))?.value).toEqual(record);
    file.close();
  });

  it('is busy while another process holds it, and writes once it is free', async () => {
    const [file, other] = [openSqliteFile(path(), 20), openSqliteFile(path(), 20)];
    const cases = createSqliteCaseStore(file);
    const record = createCase();
    other.row('BEGIN IMMEDIATE');
    await expect(cases.create(record, createAlert(record.caseId), [])).rejects.toMatchObject({ code: 'busy' });
    other.row('ROLLBACK');
    expect(await cases.create(record, createAlert(record.caseId), [])).toBe('created');
    file.close();
    other.close();
  });

  it('is unavailable once it is closed', async () => {
    const store = openSqliteStore(path());
    await store.close();
    await expect(store.check()).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.cases.read(createCase().caseId)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('a SQLite row that is not what it should be', () => {
  it.each(['{"caseId": CANARY', '{"caseId":"CANARY"}'])('is broken, and the error does not quote it', async (row) => {
    const record = createCase();
    const store = openSqliteStore(path());
    await store.cases.create(record, createAlert(record.caseId), []);
    raw(`UPDATE cases SET record = '${row}'`);
    const error: unknown = await store.cases.read(record.caseId).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'broken' });
    const shown = inspect(error, { depth: Infinity, showHidden: true });
    expect(shown).not.toContain('CANARY');
    expect(shown).not.toContain(record.caseId);
    await store.close();
  });

  it('is broken for an unknown failure too', () => {
    expect(storeErrorFromSqlite(new Error('CANARY'))).toMatchObject({ code: 'broken', message: 'store: broken' });
  });
});
