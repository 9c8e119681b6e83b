import type { Outcome } from '../terms/outcomes.ts';
import type { PersonId } from '../terms/directory.ts';
import {
  type AskedChange,
  type AskedEntry,
  type Asking,
  handlers,
  need,
  reserveThatWasTold,
  type SealedWords,
  type Standing,
  type Step,
} from './act.ts';
import { agreedOutcome, needsAgreement } from './agreed-end.ts';
import { mayMove } from './case-states.ts';
import { makeUseCase } from './change-case.ts';
import { agreementGates } from './gates.ts';
import { askedToAgree, somebodyIsTold } from './second-person.ts';

export interface AskedAgreement extends AskedChange {
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

export interface AskedReserveAgreement extends AskedEntry {
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
