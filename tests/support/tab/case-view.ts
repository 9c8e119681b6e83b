import type { CaseRecord } from '../../../core/model/case-record.ts';
import { type EventRecord, type NewEvent, nextEvent } from '../../../core/model/event-record.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import type { CaseView } from '../../../contract/operation-answers.ts';
import { countMessages } from '../../../tab/case/message-thread.ts';
import { createCase, firstEvent } from '../contracts/records.ts';

/** A case as its page shows it, with these events after the first. */
export function createCaseView(
  differences: Partial<CaseRecord> = {},
  later: readonly Pick<NewEvent, 'kind' | 'message' | 'note'>[] = [],
): CaseView {
  const {
    sealedReport: _report,
    contentTag: _tag,
    tenantId: _tenant,
    subjectCard: _card,
    caseTitle: _title,
    formerCards: _former,
    ...record
  } = createCase(differences);
  const events = later.reduce<readonly EventRecord[]>(
    (before, event) => [
      ...before,
      nextEvent(record.caseId, before.at(-1) ?? firstEvent(record.caseId), {
        by: { objectId: toPersonId('a-handler') },
        at: '2026-11-25T10:15:00.000Z',
        ...event,
      }),
    ],
    [firstEvent(record.caseId)],
  );
  const last = events.at(-1) ?? firstEvent(record.caseId);
  return {
    record: {
      ...record,
      linked: [],
      notSame: [],
      identity: 'none',
      chain: { sequence: last.sequence, hash: last.hash },
    },
    deadlines: [],
    alertWaits: false,
    events,
    passed: countMessages(events),
    people: [],
    assignable: [],
    readmittable: [],
    closingIsTold: false,
    closingGates: [],
    needsAgreement: false,
    erasureGates: [],
    messages: 'allowed',
  };
}
