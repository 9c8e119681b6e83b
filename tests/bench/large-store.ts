import type { AlertRecord } from '../../core/model/alert-record.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { emptyChain, type EventRecord, type NewEvent, nextEvent } from '../../core/model/event-record.ts';
import { toPersonId } from '../../core/model/roles.ts';
import { createSqliteCaseStore } from '../../storage/sqlite/cases.ts';
import type { SqliteFile } from '../../storage/sqlite/sqlite-file.ts';
import { longCaseNote } from '../support/access/long-case.ts';
import { createAlert, newCaseId, today } from '../support/contracts/records.ts';
import { generateCase } from './generated-cases.ts';
import { createFilledSqlite, sealedReport } from './filled-stores.ts';

/** Of open cases whose alert is out, one in so many waits for a post that failed. */
const failingOf = 500;
/** A page of notes. */
const noteCharacters = 1_600;
const by = { objectId: toPersonId('handler-0') };

/** The history that a case has by its state. The hashes are of another case: nothing here follows them. */
function historyOf(happened: readonly NewEvent[]): readonly EventRecord[] {
  const caseId = newCaseId();
  return happened.reduce<readonly EventRecord[]>(
    (before, event) => [...before, nextEvent(caseId, before.at(-1) ?? emptyChain, event)],
    [],
  );
}
const first: NewEvent = { kind: 'received', by: 'system', at: today };
const acknowledged: NewEvent = { kind: 'acknowledged', by, at: `${today}T09:00:00.000Z` };
const worked: readonly NewEvent[] = [
  acknowledged,
  { kind: 'assigned', by, at: `${today}T10:00:00.000Z`, detail: { person: by.objectId } },
  longCaseNote(`${today}T11:00:00.000Z`, noteCharacters),
];
const histories = {
  received: historyOf([first]),
  acknowledged: historyOf([first, acknowledged]),
  open: historyOf([first, ...worked]),
  closed: historyOf([first, ...worked, { kind: 'closed', by, at: `${today}T12:00:00.000Z` }]),
};

function eventsOf({ caseId, status }: CaseRecord): readonly EventRecord[] {
  const kind = status === 'received' || status === 'acknowledged' || status === 'closed' ? status : 'open';
  return histories[kind].map((event) => ({ ...event, caseId }));
}

/** The alert of a case: out, and acknowledged if the case is; a few wait, and of these some have failed. */
function alertOf(record: CaseRecord, at: number): AlertRecord {
  const { caseId, handledBy, receivedOn, urgency, status, acknowledgedOn } = record;
  const postedAt = `${receivedOn}T09:30:00.000Z`;
  const { dueAt: _dueAt, ...alert } = createAlert(caseId, { handledBy, urgency, receivedOn });
  const posts = [{ conversationId: 'channel', activityId: caseId, serviceUrl: 'https://teams.example', postedAt }];
  if (status !== 'received')
    return { ...alert, state: 'acknowledged', acknowledgedOn: acknowledgedOn ?? receivedOn, posts };
  if (at % failingOf > 1) return { ...alert, state: 'posted', posts };
  return { ...alert, state: 'waiting', dueAt: `${today}T09:45:00.000Z`, attempts: at % failingOf };
}

/** A SQLite file with so many cases of ten years, five in a hundred of them open, each with its alert and its history. */
export async function createLargeStore(count: number) {
  const unsaved: unknown[] = [];
  let at = 0;
  const add = (file: SqliteFile, record: CaseRecord): void => {
    // Inside the transaction of five thousand that the file is filled by.
    const cases = createSqliteCaseStore({ ...file, transaction: async (work) => work() });
    at += 1;
    void cases.create(record, alertOf(record, at), eventsOf(record)).catch((error: unknown) => unsaved.push(error));
  };
  const large = await createFilledSqlite(
    count,
    (place, caseId) => {
      const record = { ...generateCase(place, count, today, sealedReport), caseId };
      const last = eventsOf(record).at(-1);
      return { ...record, chain: { sequence: last?.sequence ?? 1, hash: last?.hash ?? '' } };
    },
    add,
  );
  if (unsaved.length > 0) throw new Error('some cases were not saved', { cause: unsaved[0] });
  return large;
}
