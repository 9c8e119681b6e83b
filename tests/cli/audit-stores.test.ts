import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { auditCommand } from '../../cli/audit.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { withoutCaseReference, requeueForReserve } from '../../core/model/alert-record.ts';
import { appendEvent, emptyChain } from '../../core/model/event-record.ts';
import type { Store } from '../../core/ports/store.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { createCase, createAlert, now, today } from '../support/contracts/records.ts';
import { isDocumentRequest } from '../fakes/cosmos-service.ts';
import { startStrictCosmos, type StrictCosmos } from '../fakes/strict-cosmos.ts';
import { type CosmosDatabase, createDatabase } from '../support/storage/cosmos-database.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

const out = toPersonId('somebody-shut-out');

/** A case that somebody of the unit was shut out of, as the use cases leave it. */
async function withSomebodyOut(store: Store): Promise<CaseRecord> {
  const first = createCase({ chain: emptyChain });
  const received = appendEvent(first, { kind: 'received', by: 'system', at: today });
  await store.cases.create(received.record, createAlert(first.caseId), [received.event]);
  const [found, alert] = [await store.cases.read(first.caseId), await store.outbox.read(first.caseId)];
  if (!found || !alert) throw new Error('the case is gone');
  const before = { record: found.value, last: received.event };
  const event = {
    kind: 'excluded',
    by: { objectId: toPersonId('a-handler') },
    at: now.toISOString(),
    detail: { person: out },
  } as const;
  const after = appendEvent({ ...found.value, excluded: [out] }, event, before);
  await store.cases.change({
    case: { ...found, value: after.record },
    alert: { ...alert, value: withoutCaseReference(alert.value) },
    events: [after.event],
  });
  return after.record;
}

async function audited(
  store: Store,
  args: readonly string[] = ['verify'],
): Promise<{ readonly code: number; readonly printed: string }> {
  const lines: string[] = [];
  const say = (line: string): void => void lines.push(line);
  const code = await auditCommand({ ...store, clock: () => now, timeZone: 'Europe/London', printLine: say }, args);
  return { code, printed: lines.join('\n') };
}

async function expectFound(store: Store, record: CaseRecord, what: 'lists' | 'alert'): Promise<void> {
  const { code, printed } = await audited(store);
  expect(printed).toContain(
    `Case ${formatCaseId(record.caseId)}, entry 2: ${what === 'lists' ? 'lists do' : 'the alert of'}`,
  );
  expect(printed).toContain('Not intact: 1.');
  expect(code).toBe(3);
}

describe('the audit of a SQLite file', () => {
  let folder: string;
  let store: Store;
  let record: CaseRecord;
  beforeEach(async () => {
    folder = createTemporaryFolder();
    store = openSqliteStore(join(folder, 'candour.db'));
    await withSomebodyOut(store);
    record = await withSomebodyOut(store);
    expect(await audited(store)).toMatchObject({ code: 0 });
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const changed = (sql: string, ...values: readonly string[]): void => {
    const database = new DatabaseSync(join(folder, 'candour.db'));
    expect(database.prepare(`${sql} WHERE case_id = ?`).run(...values, record.caseId).changes).toBe(1);
    database.close();
  };

  it.each([
    'DELETE FROM listed',
    `UPDATE listed SET status = 'closed'`,
    `UPDATE listed SET handled_by = 'reserve'`,
    `UPDATE listed SET received_on = '2001-01-01'`,
    `UPDATE listed SET clock = NULL, clock_since = NULL`,
    `UPDATE listed SET assignee = 'nobody'`,
    'UPDATE listed SET unread = 1',
    'UPDATE listed SET unacknowledged = CASE WHEN unacknowledged IS NULL THEN 1 END',
    `UPDATE listed SET second_of = 'somebody'`,
    `UPDATE listed SET figures = json_set(figures, '$.urgency', 'urgent')`,
    `UPDATE listed SET figures = '{'`,
    'DELETE FROM exclusions',
    `UPDATE exclusions SET object_id = 'another'`,
    `INSERT INTO exclusions SELECT case_id, 'one more' FROM cases`,
  ])('finds what lists would get wrong: %s', async (sql) => {
    changed(sql);
    await expectFound(store, record, 'lists');
  });

  it.each([
    'DELETE FROM alerts',
    'UPDATE alerts SET due_ms = NULL',
    'UPDATE alerts SET leased_until_ms = 9999999999999',
    `UPDATE alerts SET state = 'acknowledged'`,
    `UPDATE alerts SET record = '{'`,
    `UPDATE alerts SET record = json_set(record, '$.handledBy', 'reserve'), handled_by = 'reserve'`,
    `UPDATE alerts SET record = json_set(record, '$.urgency', 'urgent')`,
    `UPDATE alerts SET record = json_remove(record, '$.withoutReference')`,
    `UPDATE alerts SET record = json_remove(record, '$.dueAt'), due_ms = NULL`,
    `UPDATE alerts SET record = json_set(record, '$.state', 'acknowledged'), state = 'acknowledged'`,
  ])('finds what would alert nobody, or the wrong people: %s', async (sql) => {
    changed(sql);
    await expectFound(store, record, 'alert');
  });

  it('takes the alert of a case that went to the reserve for whole, which names it there', async () => {
    const [found, alert] = [await store.cases.read(record.caseId), await store.outbox.read(record.caseId)];
    if (!found || !alert) throw new Error('the case is gone');
    const before = { record: found.value, last: (await store.history.readAll(record.caseId)).at(-1) };
    const after = appendEvent(
      { ...found.value, handledBy: 'reserve' },
      { kind: 'movedToReserve', by: 'system', at: now.toISOString() },
      before,
    );
    const value = requeueForReserve(alert.value, now);
    await store.cases.change({
      case: { ...found, value: after.record },
      alert: { ...alert, value },
      events: [after.event],
    });
    expect(value.withoutReference).toBeUndefined();
    expect(await audited(store)).toMatchObject({ code: 0 });
  });
});

describe('the audit of Cosmos DB', () => {
  let cosmos: StrictCosmos;
  let database: CosmosDatabase;
  let store: Store;
  let record: CaseRecord;
  beforeAll(async () => {
    cosmos = await startStrictCosmos({ tls: true });
  });
  afterAll(() => cosmos.stop());
  beforeEach(async () => {
    database = await createDatabase(cosmos);
    store = database.open();
    await withSomebodyOut(store);
    record = await withSomebodyOut(store);
    expect(await audited(store)).toMatchObject({ code: 0 });
  });
  afterEach(() => store.close());

  it.each(['verify', 'anchor', 'settings', 'by-person'])(
    'needs no more than to read, as the job for operators may: %s',
    async (command) => {
      const mark = cosmos.requests.length;
      await store.assertReadable();
      expect(await audited(store, [command])).toMatchObject({ code: 0 });
      const asked = cosmos.requests.slice(mark).filter(isDocumentRequest);
      expect(asked.length).toBeGreaterThan(0);
      const reads = asked.filter(
        ({ method, headers }) => method === 'GET' || headers['content-type'] === 'application/query+json',
      );
      expect(asked.filter((request) => !reads.includes(request))).toEqual([]);
    },
  );

  it.each([
    { isOpen: false },
    { isForAll: true },
    { listKey: '99999999:0' },
    { isWithNobody: false },
    { clock: 'update' },
  ])('finds what lists would get wrong: %j', async (fields) => {
    await database.tamper('cases', record.caseId, record.caseId, (document) => ({ ...document, ...fields }));
    await expectFound(store, record, 'lists');
  });

  it.each([
    undefined,
    { dueMs: 9_999_999_999_999 },
    { type: 'something else' },
    { handledBy: 'reserve' },
    { withoutReference: false },
  ])('finds what would alert nobody, or the wrong people: %j', async (fields) => {
    const { caseId } = record;
    await database.tamper('cases', `${caseId}:alert`, caseId, (document) => fields && { ...document, ...fields });
    await expectFound(store, record, 'alert');
  });
});
