import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { auditCommand } from '../../../cli/audit.ts';
import type { Store } from '../../../core/ports/store.ts';
import { type CaseRecord, caseRecordSchema } from '../../../core/model/case-record.ts';
import {
  appendEvent,
  emptyChain,
  type EventRecord,
  eventRecordSchema,
  type NewEvent,
} from '../../../core/model/event-record.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { stripSeals, getEventSeals, restoreSeals } from '../../../storage/case-records.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createCase, createAlert, now, today } from '../contracts/records.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';

const by = { objectId: toPersonId('a-handler') };
/** What happens to every case of these tests after it was received. */
const sampleEvents: readonly NewEvent[] = [
  { kind: 'acknowledged', by, at: now.toISOString() },
  { kind: 'noted', by, at: now.toISOString(), note: { for: 'handlers', sealed: 'bm90ZQ==' } },
  { kind: 'messageFromReporter', by: 'reporter', at: today, message: { id: 'one', number: 1, sealed: 'bWVzc2FnZQ==' } },
  { kind: 'consulted', by, at: now.toISOString() },
];

/** A store in a file, with cases that were worked on, and whoever can write to the file behind its back. */
export interface AuditedStore {
  readonly folder: string;
  readonly store: Store;
  readonly cases: readonly CaseRecord[];
  /** Runs the command; what it printed comes back with its exit code. */
  audit(...args: readonly string[]): Promise<{ readonly code: number; readonly printed: string }>;
  /** Changes the file as somebody does who can write to it. */
  tamper(work: (database: DatabaseSync) => void): void;
  readEvents(record: CaseRecord): readonly EventRecord[];
  readRecord(record: CaseRecord): CaseRecord;
  writeEvents(record: CaseRecord, events: readonly EventRecord[]): void;
  writeRecord(record: CaseRecord): void;
  stop(): Promise<void>;
}

async function changeCase(store: Store, first: CaseRecord): Promise<CaseRecord> {
  const received = appendEvent(first, { kind: 'received', by: 'system', at: today });
  await store.cases.create(received.record, createAlert(first.caseId), [received.event]);
  for (const happening of sampleEvents) {
    const standing = await store.cases.read(first.caseId);
    if (standing === undefined) throw new Error('the case is gone');
    const status = happening.kind === 'acknowledged' ? 'acknowledged' : standing.value.status;
    const after = appendEvent({ ...standing.value, status }, happening);
    await store.cases.change({ case: { ...standing, value: after.record }, events: [after.event] });
  }
  const stands = await store.cases.read(first.caseId);
  if (stands === undefined) throw new Error('the case is gone');
  return stands.value;
}

/** Opens a store with some cases, each with five entries. */
export async function openAuditedStore(count = 3): Promise<AuditedStore> {
  const folder = createTemporaryFolder();
  const path = join(folder, 'candour.db');
  const store = openSqliteStore(path);
  const cases: CaseRecord[] = [];
  for (let made = 0; made < count; made += 1) cases.push(await changeCase(store, createCase({ chain: emptyChain })));

  function tamper(work: (database: DatabaseSync) => void): void {
    const database = new DatabaseSync(path);
    try {
      work(database);
    } finally {
      database.close();
    }
  }
  function read<T>(sql: string, parse: (row: Record<string, unknown>) => T, caseId: string): readonly T[] {
    const found: T[] = [];
    tamper((database) => found.push(...database.prepare(sql).all(caseId).map(parse)));
    return found;
  }
  return {
    folder,
    store,
    cases,
    async audit(...args) {
      const lines: string[] = [];
      const deps = {
        ...store,
        clock: () => now,
        timeZone: 'Europe/London',
        printLine: (line: string) => void lines.push(line),
      };
      const code = await auditCommand(deps, args);
      return { code, printed: lines.join('\n') };
    },
    tamper,
    readEvents: ({ caseId }) =>
      read(
        `SELECT record, seals.message, seals.note FROM events LEFT JOIN seals USING (case_id, sequence)
         WHERE case_id = ? ORDER BY sequence`,
        ({ record, message, note }) =>
          restoreSeals(eventRecordSchema.parse(JSON.parse(String(record))), {
            message: typeof message === 'string' ? message : undefined,
            note: typeof note === 'string' ? note : undefined,
          }),
        caseId,
      ),
    readRecord({ caseId }) {
      const [record] = read(
        'SELECT record FROM cases WHERE case_id = ?',
        (row) => caseRecordSchema.parse(JSON.parse(String(row['record']))),
        caseId,
      );
      if (record === undefined) throw new Error('the case is gone');
      return record;
    },
    writeEvents: ({ caseId }, events) =>
      tamper((database) => {
        database.prepare('DELETE FROM events WHERE case_id = ?').run(caseId);
        database.prepare('DELETE FROM seals WHERE case_id = ?').run(caseId);
        for (const [place, event] of events.entries()) {
          database
            .prepare('INSERT INTO events (case_id, sequence, record) VALUES (?, ?, ?)')
            .run(caseId, place + 1, JSON.stringify(stripSeals(event)));
          const { message, note } = getEventSeals(event);
          database
            .prepare('INSERT INTO seals (case_id, sequence, kind, at, message, note) VALUES (?, ?, ?, ?, ?, ?)')
            .run(caseId, place + 1, event.kind, event.at, message ?? null, note ?? null);
        }
      }),
    writeRecord: (record) =>
      tamper((database) => {
        database.prepare('UPDATE cases SET record = ? WHERE case_id = ?').run(JSON.stringify(record), record.caseId);
      }),
    async stop() {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
