import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { backUpSqlite, restoreSqlite } from '../../../storage/sqlite/backup.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { startOtherProcess } from '../../support/storage/other-process.ts';
import { setUpFolder } from '../../support/storage/set-up-store.ts';

const inFolder = setUpFolder();
const path = (): string => inFolder('candour.db');

async function save(store: ReturnType<typeof openSqliteStore>) {
  const record = createCase();
  await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  return record.caseId;
}

async function openedAndRead(at: string, caseId: Awaited<ReturnType<typeof save>>): Promise<boolean> {
  const store = openSqliteStore(at);
  const found = await store.cases.read(caseId);
  await store.close();
  return found !== undefined;
}

describe('a file that moves', () => {
  it('while something is written leaves it unknown whether that stands, whatever becomes of the file', async () => {
    const file = openSqliteFile(path(), 20);
    const work = () => {
      renameSync(path(), `${path()}.aside`);
      return file.write('DELETE FROM drafts');
    };
    await expect(file.transaction(work)).rejects.toMatchObject({ code: 'unknown' });
    await expect(file.transaction(() => file.write('DELETE FROM drafts'))).rejects.toMatchObject({ code: 'moved' });
    renameSync(`${path()}.aside`, path());
    expect(await file.transaction(() => file.write('DELETE FROM drafts'))).toBe(0);
    file.close();
  });

  it('without its log has all in it that was said to be saved, though its process is killed then', async () => {
    const store = openSqliteStore(path());
    const caseId = await save(store);
    rmSync(`${path()}-wal`);
    await expect(store.check()).rejects.toMatchObject({ code: 'moved' });
    // What a kill leaves: the file as it is now.
    copyFileSync(path(), inFolder('left.db'));
    const left = openSqliteStore(inFolder('left.db'));
    expect(await left.cases.read(caseId)).toBeDefined();
    await left.close();
    await store.close();
  });

  it('and has another in its place leaves that one alone, though its process is killed then', async () => {
    const store = openSqliteStore(path());
    const first = await save(store);
    await backUpSqlite(path(), inFolder('copy.db'));
    const copied = readFileSync(inFolder('copy.db'));
    const lost = [];
    for (let one = 0; one < 20; one += 1) lost.push(await save(store));
    renameSync(path(), `${path()}.aside`);
    copyFileSync(inFolder('copy.db'), path());
    await expect(store.check()).rejects.toMatchObject({ code: 'moved' });
    // What a kill leaves: all that stands at its names.
    const names = readdirSync(inFolder());
    expect(names.filter((name) => /^candour\.db-(?:wal|shm)$/u.test(name))).toEqual([]);
    expect(readFileSync(path())).toEqual(copied);
    const other = openSqliteStore(path());
    expect(await other.cases.read(first)).toBeDefined();
    await other.close();
    // Beside its own file again, the log has all that was saved since the copy was made.
    const log = names.find((name) => name.includes('-wal.of-the-file-before')) ?? '';
    copyFileSync(`${path()}.aside`, inFolder('again.db'));
    copyFileSync(inFolder(log), inFolder('again.db-wal'));
    const again = openSqliteStore(inFolder('again.db'));
    for (const caseId of [first, ...lost]) expect(await again.cases.read(caseId)).toBeDefined();
    await again.close();
    await store.close();
    expect(await openedAndRead(path(), first)).toBe(true);
  });

  it('by being written over leaves what was put there alone, whether its server is stopped or killed then', async () => {
    const store = openSqliteStore(path());
    const first = await save(store);
    await backUpSqlite(path(), inFolder('copy.db'));
    const copied = readFileSync(inFolder('copy.db'));
    const lost = [];
    for (let one = 0; one < 20; one += 1) lost.push(await save(store));
    copyFileSync(path(), inFolder('before.db'));
    // As `cp` does: the file stays, and what is in it goes.
    writeFileSync(path(), copied);
    await expect(save(store)).rejects.toMatchObject({ code: 'moved' });
    await expect(store.drafts.removeExpired(new Date())).rejects.toMatchObject({ code: 'moved' });
    const names = readdirSync(inFolder());
    expect(names.filter((name) => /^candour\.db-(?:wal|shm)$/u.test(name))).toEqual([]);
    expect(readFileSync(path())).toEqual(copied);
    await store.close();
    expect(readFileSync(path())).toEqual(copied);
    expect(await openedAndRead(path(), first)).toBe(true);
    // Beside what stood there before, the log has all that was saved since the copy was made.
    const log = names.find((name) => name.includes('-wal.of-the-file-before')) ?? '';
    copyFileSync(inFolder(log), inFolder('before.db-wal'));
    for (const caseId of [first, ...lost]) expect(await openedAndRead(inFolder('before.db'), caseId)).toBe(true);
  });

  it('is still itself while another process moves its log into it, also if that is killed at any page', async () => {
    const file = openSqliteFile(path(), 20);
    const server = openSqliteStore(path());
    for (let one = 0; one < 20; one += 1) await save(server);
    // What moving the log makes of a copy: of the file itself, nobody's log counts as moved until all of it is.
    for (const end of ['', '-wal']) copyFileSync(`${path()}${end}`, `${inFolder('moved.db')}${end}`);
    const mover = new DatabaseSync(inFolder('moved.db'));
    mover.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    mover.close();
    const [before, after] = [readFileSync(path()), readFileSync(inFolder('moved.db'))];
    expect(after.length).toBeGreaterThan(before.length);
    const pageSize = after.readUInt16BE(16);
    for (let moved = 0; moved <= after.length; moved += pageSize) {
      writeFileSync(path(), Buffer.concat([after.subarray(0, moved), before.subarray(moved)]));
      expect(await file.transaction(() => file.write('DELETE FROM drafts'))).toBe(0);
    }
    await server.close();
    file.close();
  });

  it('is not itself any more if its end was cut off, though there is a log beside it', async () => {
    const earlier = openSqliteStore(path());
    for (let one = 0; one < 20; one += 1) await save(earlier);
    await earlier.close();
    const file = openSqliteFile(path(), 20);
    const server = openSqliteStore(path());
    await save(server);
    truncateSync(path(), statSync(path()).size - 4_096);
    await expect(file.transaction(() => file.write('DELETE FROM drafts'))).rejects.toMatchObject({ code: 'moved' });
    await server.close().catch(() => undefined);
    file.close();
  });

  it('under nobody is opened without the log of what stood there before', async () => {
    const store = openSqliteStore(path());
    const first = await save(store);
    await backUpSqlite(path(), inFolder('copy.db'));
    for (let one = 0; one < 20; one += 1) await save(store);
    // What a kill leaves, in a folder of its own.
    const left = inFolder('left.db');
    copyFileSync(path(), left);
    copyFileSync(`${path()}-wal`, `${left}-wal`);
    copyFileSync(inFolder('copy.db'), left);
    expect(await openedAndRead(left, first)).toBe(true);
    expect(readdirSync(inFolder()).filter((name) => name.startsWith('left.db-wal.of-the-file-before'))).toHaveLength(1);
    await store.close();
  });

  it('no copy is taken for the file that it was made of, and a file is taken for itself when it is opened again', async () => {
    const store = openSqliteStore(path());
    await save(store);
    await backUpSqlite(path(), inFolder('copy.db'));
    await store.close();
    restoreSqlite(inFolder('copy.db'), inFolder('restored.db'), inFolder('aside.db'));
    const idOf = (name: string): unknown => {
      const database = new DatabaseSync(inFolder(name), { readOnly: true });
      const rows = database.prepare(`SELECT name FROM health WHERE name LIKE 'file:%'`).all();
      database.close();
      expect(rows).toHaveLength(1);
      return rows[0]?.['name'];
    };
    const before = idOf('candour.db');
    const again = openSqliteStore(path());
    await save(again);
    await again.close();
    expect(idOf('candour.db')).toBe(before);
    expect(new Set([before, idOf('copy.db'), idOf('restored.db')]).size).toBe(3);
  });

  it('is not mixed with the log of whoever opened it since', async () => {
    const store = openSqliteStore(path());
    const first = await save(store);
    rmSync(`${path()}-wal`);
    rmSync(`${path()}-shm`);
    await expect(store.check()).rejects.toMatchObject({ code: 'moved' });
    const other = openSqliteStore(path());
    const second = await save(other);
    await expect(save(store)).rejects.toMatchObject({ code: 'moved' });
    await store.close();
    const third = await save(other);
    await other.close();
    const whole = openSqliteStore(path());
    for (const caseId of [first, second, third]) expect(await whole.cases.read(caseId)).toBeDefined();
    await whole.close();
  });
});

/** An account that is not root, whom no permission stops. */
const somebody = 65_534;
const isRoot = process.geteuid?.() === 0;

/** Does work as an account that permissions hold for. */
function asSomebody<T>(work: () => T): T {
  if (!isRoot) return work();
  process.setegid?.(somebody);
  process.seteuid?.(somebody);
  try {
    return work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

describe('an index of the log that cannot be written', () => {
  let kept: Awaited<ReturnType<typeof save>>;
  beforeEach(async () => {
    const store = openSqliteStore(path());
    kept = await save(store);
    copyFileSync(`${path()}-shm`, inFolder('index'));
    await store.close();
    renameSync(inFolder('index'), `${path()}-shm`);
    if (isRoot) for (const one of [inFolder(), path()]) chownSync(one, somebody, somebody);
  });

  it.each([0o444, 0o000])('is made anew where nobody else has the file open: %o', async (mode) => {
    chmodSync(`${path()}-shm`, mode);
    const store = asSomebody(() => openSqliteStore(path()));
    for (const caseId of [kept, await save(store)]) expect(await store.cases.read(caseId)).toBeDefined();
    await store.close();
    expect(existsSync(`${path()}-shm`)).toBe(false);
  });

  it.each([
    ['index', '-shm'],
    ['log', '-wal'],
  ])('is refused by name where another process has the file open, whose %s it is', async (_name, end) => {
    const other = await startOtherProcess(path());
    try {
      await other.hold();
      await other.letGo();
      chmodSync(`${path()}${end}`, 0o000);
      expect(() => asSomebody(() => openSqliteStore(path()))).toThrow(
        expect.objectContaining({ code: 'besideReadOnly' }),
      );
      expect(existsSync(`${path()}${end}`)).toBe(true);
    } finally {
      await other.end();
    }
  });
});
