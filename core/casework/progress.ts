import { asSeenTo, withoutEnd } from '../model/case-record.ts';
import { withNextCheck } from '../model/detriment-check.ts';
import type { Grading } from '../model/grading.ts';
import type { Flag, NationalCategory, RecordedTowards } from '../model/kinds.ts';
import type { ClosingAnswer, Outcome, Regime } from '../model/outcomes.ts';
import {
  type AskedChange,
  type AskedEntry,
  type Asking,
  handlers,
  need,
  noteOf,
  reserveThatWasTold,
  type SealedWords,
  type Standing,
  type Step,
} from './acts.ts';
import { mayMove } from './state-transitions.ts';
import { makeUseCase } from './change-case.ts';
import { agreementGates, closingGates, outcomeGates } from './preconditions.ts';
import { firstAnsweredOn } from './messages.ts';
import { askedToAgree, reserveIsThere, secondIsThere, somebodyIsTold, wasReadByAnother } from './four-eyes.ts';
import type { PersonId } from '../model/directory.ts';
import { agreedOutcome, needsAgreement } from './agreed-end.ts';

interface AskedTriage extends AskedChange {
  readonly category: NationalCategory;
  readonly grading: Grading;
  readonly flags: readonly Flag[];
  readonly regime: Regime;
  readonly towards?: RecordedTowards | undefined;
  readonly words?: SealedWords | undefined;
}

/**
 * The first grading makes an acknowledged case a triaged one; later ones change only the grading, until it is closed.
 */
export const triageCase = makeUseCase<AskedTriage>({
  says: 'Grade a case',
  who: handlers,
  needs: [
    need('it is acknowledged, or was graded before and is not closed', 'state', ({ record }) =>
      record.triagedOn === undefined ? mayMove(record.status, 'triaged') : record.status !== 'closed',
    ),
  ],
  leaves: ['triaged'],
  does: ({ record, today, asked }) => {
    const { category, grading, regime, words } = asked;
    const flags = [...new Set(asked.flags)];
    const towards = asked.towards ?? record.towards;
    const graded = { ...record, nationalCategory: category, grading, flags, regime, towards };
    const detail = { category, grading, flags, regime, ...(towards && { towards }) };
    if (!mayMove(record.status, 'triaged')) {
      return { steps: [{ record: graded, event: { kind: 'triaged', detail, ...noteOf(words) } }] };
    }
    return {
      steps: [
        {
          record: { ...graded, status: 'triaged', triagedOn: today, updatedOn: today },
          event: { kind: 'triaged', detail: { ...detail, from: record.status, to: 'triaged' }, ...noteOf(words) },
        },
      ],
    };
  },
});

interface AskedMove extends AskedChange {
  readonly to: 'inProgress' | 'awaitingReporter' | 'reopened';
  readonly words?: SealedWords | undefined;
}

/** Moves a case to a state that may follow. A reopened case loses its outcome and its pending erasure. */
export const moveCase = makeUseCase<AskedMove>({
  says: 'Move a case to another state, or open it again',
  who: handlers,
  needs: [need('that state may follow its own', 'state', ({ record, asked }) => mayMove(record.status, asked.to))],
  leaves: ['moved', 'reopened'],
  does: ({ record, today, asked: { to, words } }) => {
    const { erasure, ...open } = withoutEnd(record);
    return {
      steps: [
        {
          record: {
            ...open,
            ...(to !== 'reopened' && erasure && { erasure }),
            // The reporter has not written: a missing count must not turn into unread.
            ...(to === 'reopened' && { unreadMessages: open.unreadMessages ?? 0 }),
            status: to,
            updatedOn: today,
          },
          event: {
            kind: to === 'reopened' ? 'reopened' : 'moved',
            detail: { from: record.status, to },
            ...noteOf(words),
          },
        },
      ],
    };
  },
});

interface AskedClosing extends AskedChange {
  readonly outcome: Outcome;
  readonly answer: ClosingAnswer;
  readonly words: SealedWords;
}

/**
 * Closes a case once no gate holds. If no one else who sees it has read everything, the reserve is told; if no one
 * could be told, it waits for a second person.
 */
export const closeCase = makeUseCase<AskedClosing>({
  says: 'Close a case',
  who: handlers,
  needs: [
    need('it is graded, and open', 'state', ({ record }) => mayMove(record.status, 'closed')),
    secondIsThere(() => true),
    ...closingGates,
    ...outcomeGates,
    reserveIsThere((standing) => !wasReadByAnother(standing)),
  ],
  leaves: ['closed'],
  tells: {
    says: 'if nobody else who sees the case has read all that is known of it',
    holds: (standing) => !wasReadByAnother(standing),
  },
  does: (standing) => {
    const { record, today, rules, asked } = standing;
    const { outcome, answer, words } = asked;
    const closed = {
      ...asSeenTo(record),
      status: 'closed',
      outcome,
      answer,
      answeredOn: firstAnsweredOn(standing),
      closedOn: today,
      updatedOn: today,
    } as const;
    return {
      steps: [
        {
          record: rules.messages ? withNextCheck(closed, today) : closed,
          event: { kind: 'closed', detail: { from: record.status, to: 'closed', outcome, answer }, note: words },
        },
      ],
    };
  },
});

interface AskedAgreement extends AskedChange {
  readonly outcome: Outcome;
  readonly words: SealedWords;
}

const agreement = ({
  record,
  by,
  today,
  asked: { outcome, words },
}: Asking<{ readonly outcome: Outcome; readonly words: SealedWords }>): Step => ({
  record: { ...record, closing: { by, on: today, outcome, sequence: record.chain.sequence + 1 } },
  event: { kind: 'decided', detail: { to: 'closed', outcome }, note: words },
});

const asksReserve = ({ asked }: Asking<AskedAgreement>): boolean => asked.words.for === 'oversight';

/** Agrees, after reading everything, that another person closes a case that one does not end alone. */
export const agreeClosing = makeUseCase<AskedAgreement>({
  says: 'Agree to an end of a case that nobody decides alone',
  who: handlers,
  needs: [
    need(
      'it is graded and open, and one that nobody ends alone: urgent, ever said to be abuse of position, or decided not to be referred',
      'state',
      (standing) => mayMove(standing.record.status, 'closed') && needsAgreement(standing),
    ),
    ...agreementGates,
    ...somebodyIsTold(asksReserve),
  ],
  leaves: ['decided'],
  tells: { says: 'if it is asked to agree', holds: asksReserve },
  waits: askedToAgree,
  does: (standing) => ({ steps: [agreement(standing)] }),
});

interface AskedReserveAgreement extends AskedEntry {
  readonly outcome: Outcome;
  readonly words: SealedWords;
}

/** `undefined` if it was not asked, or the question no longer holds. */
export function askedOfReserve(standing: Standing): { readonly by: PersonId; readonly outcome: Outcome } | undefined {
  const { closing } = standing.record;
  const outcome = agreedOutcome(standing);
  if (closing === undefined || outcome === undefined) return undefined;
  const [entry] = standing.entries({ after: closing.sequence - 1, before: closing.sequence + 1 });
  return entry?.detail?.told === true ? { by: closing.by, outcome } : undefined;
}

/** Agrees as one of the reserve, which was asked and told why. */
export const agreeClosingAsReserve = makeUseCase<AskedReserveAgreement>({
  says: 'Agree to such an end as the reserve',
  who: reserveThatWasTold,
  needs: [
    need('a reason that the reserve can read', 'noReason', ({ asked }) => asked.words.for === 'oversight'),
    need(
      'the reserve was asked to agree to that outcome, by somebody else who holds a role now, since the last that is known of the case',
      'notAsked',
      (standing) => askedOfReserve(standing)?.outcome === standing.asked.outcome,
    ),
  ],
  leaves: ['decided'],
  does: (standing) => {
    const { record, event } = agreement(standing);
    // The reserve's own act: no one is told anew.
    return { steps: [{ record, event: { ...event, detail: { ...event.detail, told: true } } }] };
  },
});
