import { type AlertRecord, alertRecordSchema } from '../model/alert-record.ts';
import { type CaseRecord, initialCaseFields } from '../model/case-record.ts';
import { digestOfMailbox } from '../model/sealed-report.ts';
import type { Day } from '../model/calendar.ts';
import type { ErasureReason } from '../model/case-terms.ts';
import { type ChangeRequest, handlers, requirement, noteFields, type SealedNote } from './case-action.ts';
import { createUseCase } from './use-case.ts';
import { erasureRequestPreconditions, erasureExecutionPreconditions } from './preconditions.ts';
import { approvers } from './four-eyes.ts';

export interface ErasureRequest extends ChangeRequest {
  readonly reason: ErasureReason;
  readonly words: SealedNote;
}

/** The day of the review stays, so that it says the same then. */
export const requestErasure = createUseCase<ErasureRequest>({
  description: 'Ask that a case be erased',
  allowedActors: handlers,
  requirements: [
    requirement('no one has asked for it already', 'state', ({ record }) => record.erasure === undefined),
    ...erasureRequestPreconditions,
  ],
  eventKinds: ['erasureAsked'],
  peopleToNotify: approvers,
  apply: ({ record, by, today, input: { reason, words } }) => ({
    steps: [
      {
        record: { ...record, erasure: { askedBy: by, on: today, reason } },
        event: { kind: 'erasureAsked', detail: { erasedFor: reason }, note: words },
      },
    ],
  }),
});

/**
 * A tombstone keeps the case's dates. The mailbox's digest recognises the holder of its code; nothing can be sealed to
 * it.
 */
export const createTombstone = (record: CaseRecord, today: Day): CaseRecord => ({
  ...initialCaseFields,
  caseId: record.caseId,
  tenantId: record.tenantId,
  receivedOn: record.receivedOn,
  week: record.week,
  route: record.route,
  urgency: record.urgency,
  mode: record.mode,
  language: record.language,
  handledBy: record.handledBy,
  status: 'closed',
  flags: [],
  acknowledgedOn: record.acknowledgedOn,
  triagedOn: record.triagedOn,
  updatedOn: record.updatedOn,
  answeredOn: record.answeredOn,
  cameBackOn: record.cameBackOn,
  repeatOn: record.repeatOn,
  outcome: record.outcome,
  closedOn: record.closedOn ?? today,
  excluded: record.excluded,
  oversight: record.oversight,
  erasedOn: today,
  erasedFor: record.erasure?.reason,
  contentTag: '',
  mailboxRecipient: digestOfMailbox(record.mailboxRecipient),
  sealedReport: '',
  chain: record.chain,
});

function silenceAlert(before: AlertRecord): AlertRecord {
  // Unknown fields may tell of the case.
  const { kind: _kind, dueAt: _due, leasedUntil: _lease, ...alert } = alertRecordSchema.parse(before);
  return { ...alert, state: 'acknowledged', attempts: 0, posts: [] };
}

/** The seals go; a tombstone and the digests remain. */
export const eraseCase = createUseCase<ChangeRequest>({
  description: 'Erase a case',
  allowedActors: handlers,
  requirements: [
    requirement('it was asked for', 'notAsked', ({ record }) => record.erasure !== undefined),
    requirement('by someone else', 'ownWork', ({ record, by }) => record.erasure?.askedBy !== by),
    ...erasureExecutionPreconditions,
  ],
  eventKinds: ['erased'],
  apply: ({ record, today }) => ({
    steps: [
      {
        record: createTombstone(record, today),
        event: { kind: 'erased', detail: { erasedFor: record.erasure?.reason } },
      },
    ],
    alert: silenceAlert,
    erases: true,
  }),
});

export interface RefuseErasureRequest extends ChangeRequest {
  readonly words?: SealedNote | undefined;
}

export const refuseErasure = createUseCase<RefuseErasureRequest>({
  description: 'Refuse an erasure, or withdraw one’s own request',
  allowedActors: handlers,
  requirements: [requirement('it was asked for', 'notAsked', ({ record }) => record.erasure !== undefined)],
  eventKinds: ['erasureRefused'],
  apply: ({ record: { erasure: _asked, ...record }, input: { words } }) => ({
    steps: [{ record, event: { kind: 'erasureRefused', ...noteFields(words) } }],
  }),
});
