import { randomBytes } from 'node:crypto';
import { type CaseRecord, initialCaseFields } from '../../core/model/case-record.ts';
import { emptyChain, nextEvent } from '../../core/model/event-record.ts';
import { toDay, toWeek } from '../../core/model/calendar.ts';
import { caseIdFromBytes } from '../../core/model/case-id.ts';
import { addCaseWithAlert } from './cases.ts';
import { replaceDraft } from './drafts.ts';
import type { SqliteFile } from './sqlite-file.ts';

const placeholder = 'probe';

/**
 * Inside a transaction, writes all that a report writes, under a reference that no one has, and undoes it. Throws
 * StoreError if a report could not be saved.
 */
export function probeReport(file: SqliteFile): void {
  const at = new Date();
  const day = toDay(at, 'UTC');
  const caseId = caseIdFromBytes(randomBytes(8));
  const first = nextEvent(caseId, emptyChain, { kind: 'received', by: 'system', at: day });
  const handledBy = 'acu';
  const urgency = 'standard';
  const record: CaseRecord = {
    ...initialCaseFields,
    caseId,
    tenantId: placeholder,
    receivedOn: day,
    week: toWeek(day),
    route: 'staff',
    urgency,
    mode: 'notKept',
    language: 'en',
    handledBy,
    status: 'received',
    flags: [],
    contentTag: placeholder,
    mailboxRecipient: placeholder,
    sealedReport: placeholder,
    chain: { sequence: first.sequence, hash: first.hash },
  };
  const alert = { caseId, handledBy, urgency, receivedOn: day, reason: 'new', state: 'waiting' } as const;
  file.runAndRollBack(() => {
    replaceDraft(file, { id: randomBytes(16).toString('hex'), sealed: placeholder, expiresAt: at });
    addCaseWithAlert(file, record, { ...alert, dueAt: at.toISOString(), attempts: 0, posts: [] }, [first]);
  });
}
