import { type AlertRecord, alertRecordSchema } from '../records/alert-record.ts';
import { type CaseRecord, untouched } from '../records/case-record.ts';
import type { Actor } from '../records/permissions.ts';
import { digestOfMailbox } from '../records/sealed-report.ts';
import type { Day } from '../terms/calendar.ts';
import type { ErasureReason } from '../terms/outcomes.ts';
import { type AskedChange, type CaseOutcome, type CaseworkDependencies, noteOf, type SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';
import { carryingOutGates, erasingGates, whyGated } from './gates.ts';

export interface AskedErasure extends AskedChange {
  /** Why, as a code that stays in what remains of the case. */
  readonly reason: ErasureReason;
  /** Why, in words that all who handle the case can open. */
  readonly words: SealedWords;
}

/**
 * Asks that a closed case be erased, with a code and a reason: a second person carries it out or refuses. The refusal
 * names the gates that stand. The day of the case's review stays as it is, so that it says the same when the erasure is
 * carried out. Throws StoreError.
 */
export const askErasure = (deps: CaseworkDependencies, by: Actor, asked: AskedErasure): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['erasureAsked'], async (standing) => {
    const { record, by: askedBy, today } = standing;
    const { reason, words } = asked;
    if (record.erasure !== undefined) return { why: 'state' };
    const gates = await erasingGates(deps, standing, reason);
    if (gates.length > 0) return whyGated(gates);
    return {
      steps: [
        {
          record: { ...record, erasure: { askedBy, on: today, reason } },
          event: { kind: 'erasureAsked', detail: { erasedFor: reason }, note: words },
        },
      ],
    };
  });

/**
 * The tombstone that remains of a case: that there was one, when, and how it was handled in time. Nothing of what was
 * reported. By the digest of its mailbox alone the holder of its code is told from others: nothing can be sealed to that.
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
  answeredOn: record.answeredOn,
  cameBackOn: record.cameBackOn,
  repeatOn: record.repeatOn,
  outcome: record.outcome,
  closedOn: record.closedOn ?? today,
  // Whoever was shut out of the case is shut out of what remains of it.
  excluded: record.excluded,
  oversight: record.oversight,
  erasedOn: today,
  erasedFor: record.erasure?.reason,
  contentTag: '',
  mailboxRecipient: digestOfMailbox(record.mailboxRecipient),
  sealedReport: '',
  chain: record.chain,
});

/** The alert of a case of which nothing is left: nobody is told anything any more. */
function silenced(standing: AlertRecord): AlertRecord {
  // What this version does not know may tell of the case.
  const { kind: _kind, dueAt: _due, leasedUntil: _lease, ...alert } = alertRecordSchema.parse(standing);
  return { ...alert, state: 'acknowledged', attempts: 0, posts: [] };
}

/**
 * Erases a closed case that somebody else asked to be erased, once whoever does it has opened the reason and no gate
 * stands: its seals and those of its history are gone, a tombstone with the code and the history's digests remain.
 * Throws StoreError.
 */
export const eraseCase = (deps: CaseworkDependencies, by: Actor, asked: AskedChange): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['erased'], async (standing) => {
    const { record, by: erasedBy, today } = standing;
    if (record.erasure === undefined) return { why: 'notAsked' };
    if (record.erasure.askedBy === erasedBy) return { why: 'ownWork' };
    const gates = await carryingOutGates(deps, standing);
    if (gates.length > 0) return whyGated(gates);
    return {
      steps: [
        {
          record: tombstoneOf(record, today),
          event: { kind: 'erased', detail: { erasedFor: record.erasure.reason } },
        },
      ],
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
