import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appendEvent, emptyChain } from '../../../core/model/event-record.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { readOlderFile, openOlderFixture, installOlderDocuments } from '../../storage/aged/older-store.ts';
import { createCase, createAlert, now, today } from '../../support/contracts/records.ts';
import { createDatabase } from '../../support/storage/cosmos-database.ts';
import { writeAsNewerServer, verifyStoredCase } from '../../support/storage/newer-server.ts';
import { sqliteStoredRecords } from '../../support/storage/stored-records-sqlite.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { unpackCommit } from '../../support/versions/unpack-commit.ts';

const commit = '7765cd8';
const run = promisify(execFile);

/** The fields that a case of today has and one of that commit does not. */
const since = { toAcknowledge: true, unreadMessages: 2, answeredOn: today } as const;

let folder: string;
let cosmos: StrictCosmos;
beforeAll(async () => {
  folder = createTemporaryFolder();
  unpackCommit(commit, folder);
  copyFileSync(join(import.meta.dirname, `step-of-${commit}.ts.txt`), join(folder, 'step.ts'));
  cosmos = await startStrictCosmos({ tls: true });
  writeFileSync(join(folder, 'ca.pem'), cosmos.ca ?? '');
});
afterAll(async () => {
  await cosmos.stop();
  rmSync(folder, { recursive: true });
});

/** Has a server of that commit acknowledge a case, and says what came of it. */
async function stepOfThen(environment: Readonly<Record<string, string>>): Promise<string> {
  const env = { ...process.env, AT: now.toISOString(), CA: join(folder, 'ca.pem'), ...environment };
  const { stdout } = await run(process.execPath, ['--no-warnings', 'step.ts'], { cwd: folder, env });
  return stdout.trim();
}

async function savedToday(store: Store): Promise<CaseId> {
  const first = { kind: 'received', by: 'reporter', at: today } as const;
  const { record, event } = appendEvent({ ...createCase(since), chain: emptyChain }, first);
  await store.cases.create(record, createAlert(record.caseId), [event]);
  expect(await verifyStoredCase(store, record.caseId)).toBe('whole');
  return record.caseId;
}

describe(`a server of ${commit} and one of today`, () => {
  it('in turn on Cosmos DB: what the older one dropped is noticed, and no other case is touched', async () => {
    const database = await createDatabase(cosmos);
    const store = database.open();
    const [touched, other] = [await savedToday(store), await savedToday(store)];
    const at = { ENDPOINT: cosmos.endpoint, KEY: cosmos.key, DATABASE: database.name, CASE: touched };
    expect(await stepOfThen(at)).toBe('changed');
    const found = await store.cases.read(touched);
    // That version drops what it does not know. Nothing can be done about it there: it is said here.
    expect(found?.value).toMatchObject({ status: 'acknowledged' });
    expect(Object.keys(since).filter((field) => field in (found?.value ?? {}))).toEqual([]);
    expect(await verifyStoredCase(store, touched)).toMatchObject({ why: 'record' });
    expect(await verifyStoredCase(store, other)).toBe('whole');
    expect((await store.cases.read(other))?.value).toMatchObject(since);
    // What was broken behind the history is not made good by the next step.
    await writeAsNewerServer(store, database.standing, touched);
    expect(await verifyStoredCase(store, touched)).toMatchObject({ why: 'record' });
    await store.close();
  });

  it('in turn on Cosmos DB: a case that the older one left is gone on with, and back', async () => {
    const database = await createDatabase(cosmos);
    const aged = openOlderFixture('cosmos');
    installOlderDocuments(cosmos, database.name, () => undefined);
    const store = database.open();
    const [one] = aged.said.cases.filter(({ status }) => status === 'received');
    if (one === undefined) throw new Error('no case waits there');
    expect(await verifyStoredCase(store, one.caseId)).toBe('whole');
    const at = { ENDPOINT: cosmos.endpoint, KEY: cosmos.key, DATABASE: database.name, CASE: one.caseId };
    expect(await stepOfThen(at)).toBe('changed');
    expect(await verifyStoredCase(store, one.caseId)).toBe('whole');
    await store.close();
  });

  it('in turn on SQLite: a file that today’s has opened is refused by the older one, and stays whole', async () => {
    const path = join(folder, 'candour.db');
    writeFileSync(path, readOlderFile(), { mode: 0o600 });
    const aged = openOlderFixture('sqlite');
    const [one] = aged.said.cases.filter(({ status }) => status === 'received');
    if (one === undefined) throw new Error('no case waits there');
    expect(await stepOfThen({ STORE: path, CASE: one.caseId })).toBe('changed');
    const store = openSqliteStore(path);
    expect(await verifyStoredCase(store, one.caseId)).toBe('whole');
    await writeAsNewerServer(store, sqliteStoredRecords(path), one.caseId);
    await store.close();
    // That version had one sentence for every file that it could not read.
    expect(await stepOfThen({ STORE: path, CASE: one.caseId })).not.toBe('changed');
    expect(existsSync(path)).toBe(true);
    const again = openSqliteStore(path);
    expect(await verifyStoredCase(again, one.caseId)).toBe('whole');
    await again.close();
  });
});
