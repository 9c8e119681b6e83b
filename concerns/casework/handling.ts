import { asSeenTo } from '../records/awaited.ts';
import type { CaseRecord } from '../records/case-record.ts';
import type { Actor } from '../records/permissions.ts';
import { addDays, addYears, type Day } from '../terms/calendar.ts';
import type { ReferralDecision } from '../terms/outcomes.ts';
import type { PersonId } from '../terms/person-id.ts';
import {
  type AskedEntry,
  type AskedChange,
  type CaseOutcome,
  type CaseworkDependencies,
  noteOf,
  type SealedWords,
} from './casework.ts';
import { changeCase } from './change-case.ts';
import { allowedReferralDecisions } from './allowed-referral-decisions.ts';
import { handlersLeft } from './second-person.ts';

export interface AskedAssignment extends AskedChange {
  /** To nobody where it is missing. */
  readonly to?: PersonId | undefined;
  readonly words?: SealedWords | undefined;
}

/**
 * Claims a case, hands it over, or gives it to nobody. It goes to those only who can see it, and are known to handle
 * such cases. If it is with a colleague who still handles it, there is a reason that they can read, and they are told.
 * Throws StoreError.
 */
export const assignCase = (deps: CaseworkDependencies, by: Actor, asked: AskedAssignment): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['assigned'], async ({ record, by: actor }) => {
    const { to } = asked;
    if (to === record.assignee) return { why: 'state' };
    const handling = await handlersLeft(deps, record, actor);
    if (to !== undefined && !handling.includes(to)) return { why: 'noSuchPerson' };
    const takenFrom = colleagueWith(record, handling, actor);
    if (takenFrom !== undefined && asked.words?.for !== 'handlers') return { why: 'noReasonToTake' };
    const detail = to === undefined ? {} : { person: to };
    return {
      // The person who takes a case has seen to what was new in it; one to whom it is given has not.
      steps: [
        {
          record: { ...(to === actor ? asSeenTo(record) : record), assignee: to },
          event: { kind: 'assigned', detail, ...noteOf(asked.words) },
        },
      ],
      takenFrom,
    };
  });

/** The colleague whom a case is with, if they still handle it; `undefined` if it is with nobody, or with who acts. */
export const colleagueWith = (
  { assignee }: Pick<CaseRecord, 'assignee'>,
  handling: readonly PersonId[],
  actor: PersonId,
): PersonId | undefined =>
  assignee !== undefined && assignee !== actor && handling.includes(assignee) ? assignee : undefined;

export interface AskedReview extends AskedChange {
  readonly reviewOn: Day;
  /** Nothing of the case is erased while it is held. */
  readonly hold: boolean;
  readonly words?: SealedWords | undefined;
}

/**
 * Sets a day to come on which it is looked at whether a case is still needed, at most as many years ahead as the force has
 * set, and whether it is held. Throws StoreError.
 */
export const setReview = (deps: CaseworkDependencies, by: Actor, asked: AskedReview): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['reviewSet'], ({ record, today }) => {
    const { reviewOn, hold } = asked;
    if (reviewOn <= today) return { why: 'state' };
    if (reviewOn > addYears(today, deps.reviewYears)) return { why: 'reviewTooFar' };
    return {
      steps: [
        {
          record: { ...record, reviewOn, hold },
          event: { kind: 'reviewSet', detail: { reviewOn, hold }, ...noteOf(asked.words) },
        },
      ],
    };
  });

export interface AskedReferral extends AskedChange {
  readonly decision: ReferralDecision;
  readonly words: SealedWords;
}

/**
 * Decides, with a reason, whether a case is referred to the IOPC, and from when that is due. A referral that was decided
 * stays due until it is made, after the case is closed as well. Throws StoreError.
 */
export const decideReferral = (deps: CaseworkDependencies, by: Actor, asked: AskedReferral): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['referralDecided'], ({ record, today }) => {
    const { decision } = asked;
    if (!allowedReferralDecisions(record).includes(decision)) return { why: 'state' };
    const isDue = decision === 'refer' && deps.referralDays !== undefined;
    const due = isDue ? { dueOn: addDays(today, deps.referralDays) } : {};
    return {
      steps: [
        {
          record: { ...record, referral: { decision, on: today, ...due } },
          event: { kind: 'referralDecided', detail: { decision, ...due }, note: asked.words },
        },
      ],
    };
  });

export interface AskedNote extends AskedEntry {
  readonly words: SealedWords;
}

/** Adds a sealed note to a case: for all who handle it, its assignee, or its writer alone. Throws StoreError. */
export const noteCase = (deps: CaseworkDependencies, by: Actor, asked: AskedNote): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['noted'], ({ record }) => ({
    steps: [{ record, event: { kind: 'noted', note: asked.words } }],
  }));

/** Notes that something of a case did not verify when it was opened. Throws StoreError. */
export const doubtCase = (deps: CaseworkDependencies, by: Actor, asked: AskedEntry): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['doubted'], ({ record }) => ({ steps: [{ record, event: { kind: 'doubted' } }] }), {
    evenErased: true,
  });
