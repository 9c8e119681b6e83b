import type { AlertRecord } from '../records/alert-record.ts';
import { type CaseRecord, untouched } from '../records/case-record.ts';
import type { Actor } from '../records/permissions.ts';
import type { Day } from '../terms/calendar.ts';
import { type AskedChange, type CaseOutcome, type CaseworkDependencies, noteOf, type SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';

export interface AskedErasure extends AskedChange {
  readonly words: SealedWords;
}

/** Asks that a case be erased, with a reason: a second person carries it out or refuses. Throws StoreError. */
export const askErasure = (deps: CaseworkDependencies, by: Actor, asked: AskedErasure): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['erasureAsked'], ({ record, by: askedBy, today }) => {
    if (record.hold) return { why: 'onHold' };
    if (record.erasure !== undefined) return { why: 'state' };
    return {
      steps: [
        {
          record: { ...record, erasure: { askedBy, on: today } },
          event: { kind: 'erasureAsked', note: asked.words },
        },
      ],
    };
  });

/**
 * The tombstone that remains of a case: that there was one, when, and how it was handled in time. Nothing of what was
 * reported.
 */
export const tombstoneOf = (record: CaseRecord, today: Day): CaseRecord => ({
  ...untouched,
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
  outcome: record.outcome,
  closedOn: record.closedOn ?? today,
  // Whoever was shut out of the case is shut out of what remains of it.
  excluded: record.excluded,
  oversight: record.oversight,
  erasedOn: today,
  contentTag: '',
  mailboxRecipient: '',
  sealedReport: '',
  chain: record.chain,
});

/** The alert of a case of which nothing is left: nobody is told anything any more. */
function silenced({ kind: _kind, dueAt: _due, leasedUntil: _lease, ...alert }: AlertRecord): AlertRecord {
  return { ...alert, state: 'acknowledged', attempts: 0, posts: [] };
}

/**
 * Erases a case that somebody else asked to be erased and that is not held: its seals and those of its history are
 * gone, a tombstone and the history's digests remain. Throws StoreError.
 */
export const eraseCase = (deps: CaseworkDependencies, by: Actor, asked: AskedChange): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['erased'], ({ record, by: erasedBy, today }) => {
    if (record.erasure === undefined) return { why: 'notAsked' };
    if (record.erasure.askedBy === erasedBy) return { why: 'ownWork' };
    if (record.hold) return { why: 'onHold' };
    return {
      steps: [{ record: tombstoneOf(record, today), event: { kind: 'erased' } }],
      alert: silenced,
      erases: true,
    };
  });

export interface AskedRefusal extends AskedChange {
  readonly words?: SealedWords | undefined;
}

/** Refuses an erasure that was asked for, or takes one's own asking back. Throws StoreError. */
export const refuseErasure = (deps: CaseworkDependencies, by: Actor, asked: AskedRefusal): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['erasureRefused'], ({ record: { erasure, ...record } }) =>
    erasure === undefined
      ? { why: 'notAsked' }
      : { steps: [{ record, event: { kind: 'erasureRefused', ...noteOf(asked.words) } }] },
  );
