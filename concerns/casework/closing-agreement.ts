import { standingCase } from '../ports/standing-case.ts';
import { type Actor, mayBeTold } from '../records/permissions.ts';
import type { Outcome } from '../terms/outcomes.ts';
import type { PersonId } from '../terms/person-id.ts';
import { agreedOutcome, needsAgreement } from './agreed-end.ts';
import { mayMove } from './case-states.ts';
import type {
  AskedChange,
  AskedEntry,
  CaseOutcome,
  CaseworkDependencies,
  SealedWords,
  Standing,
  Step,
} from './casework.ts';
import { changeCase } from './change-case.ts';
import { closingGates, outcomeGates, whyGated } from './gates.ts';
import { hasReadAll, tellingRefusal, told } from './second-person.ts';

type Deciding = Pick<Standing, 'record' | 'entries' | 'by'>;
type Known = Pick<CaseworkDependencies, 'handlersKnown'>;

export interface AskedAgreement extends AskedChange {
  readonly outcome: Outcome;
  /** Why: for all who handle the case, or for the reserve as well, which is told then and can be the second person. */
  readonly words: SealedWords;
}

const agreement = (
  { record, by, today }: Standing,
  { outcome, words }: { readonly outcome: Outcome; readonly words: SealedWords },
): Step => ({
  record: { ...record, closing: { by, on: today, outcome, sequence: record.chain.sequence + 1 } },
  event: { kind: 'decided', detail: { to: 'closed', outcome }, note: words },
});

/**
 * Agrees that a case which one person does not end alone is closed with an outcome: another closes it then. The person
 * who agrees has read all of it. Throws StoreError.
 */
export const agreeClosing = (deps: CaseworkDependencies, by: Actor, asked: AskedAgreement): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['decided'], async (standing) => {
    if (!mayMove(standing.record.status, 'closed') || !(await needsAgreement(standing))) return { why: 'state' };
    const before = await closingGates(deps, standing);
    const gates = [
      ...before.filter((gate) => gate !== 'notAgreed' && gate !== 'agreementUnread'),
      ...(await outcomeGates(deps, standing, by, asked.outcome)).filter((gate) => gate !== 'otherOutcome'),
      ...((await hasReadAll(standing, [standing.by])) ? [] : (['agreementUnread'] as const)),
    ];
    if (gates.length > 0) return whyGated(gates);
    const step = agreement(standing, asked);
    if (asked.words.for !== 'oversight') return { steps: [step] };
    return (await tellingRefusal(deps, standing)) ?? told(step, standing);
  });

export interface AskedReserveAgreement extends AskedEntry {
  readonly outcome: Outcome;
  readonly words: SealedWords;
}

/** The outcome to which the reserve was asked to agree, and by whom; `undefined` if it was not, or that no longer holds. Throws StoreError. */
export async function askedOfReserve(
  deps: Known,
  standing: Deciding,
): Promise<{ readonly by: PersonId; readonly outcome: Outcome } | undefined> {
  const { closing } = standing.record;
  const outcome = await agreedOutcome(deps, standing);
  if (closing === undefined || outcome === undefined) return undefined;
  const [entry] = await standing.entries({ after: closing.sequence - 1, before: closing.sequence + 1 });
  return entry?.detail?.told === true ? { by: closing.by, outcome } : undefined;
}

/** Agrees to an end of a case of the unit as one of the reserve, which was asked to and told why. Throws StoreError. */
export async function agreeClosingAsReserve(
  deps: CaseworkDependencies,
  by: Actor,
  asked: AskedReserveAgreement,
): Promise<CaseOutcome> {
  const found = await standingCase(deps.cases, asked.caseId, (readers) => mayBeTold(by, readers));
  if (found?.value.oversight === undefined) return { kind: 'refused' };
  return changeCase(
    deps,
    by,
    asked,
    ['decided'],
    async (standing) => {
      if (asked.words.for !== 'oversight') return { why: 'noReason' };
      const wanted = await askedOfReserve(deps, standing);
      if (wanted?.outcome !== asked.outcome) return { why: 'notAsked' };
      const { record, event } = agreement(standing, asked);
      // It stands among what the reserve was told, whose own act it is: nobody is told anew.
      return { steps: [{ record, event: { ...event, detail: { ...event.detail, told: true } } }] };
    },
    { visible: mayBeTold },
  );
}
