import { StoreError } from '../ports/store-error.ts';
import type { Actor } from '../records/permissions.ts';
import type { CaseId } from '../terms/case-id.ts';
import type { PersonId } from '../terms/person-id.ts';
import { acknowledgeCase } from './acknowledge-case.ts';
import { handlers, need } from './act.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies } from './casework.ts';
import { makeUseCase } from './use-case.ts';
import { canHaveIt, colleagueWith } from './handling.ts';

/** One of several cases that somebody gives at once, each by a request of its own. */
export interface AskedGiving extends AskedEntry {
  /** Whom it is with as the page shows it; nobody where it is missing. */
  readonly from?: PersonId | undefined;
}

/**
 * The outcome for one of several cases. `wasDone`: by the same request before, or it was so already. `moved`: it is with
 * somebody else by now. `notTo`: that person cannot have it. `reasonNeeded`: it is with a colleague who still handles such
 * cases, and goes to another on its own page, with a reason. `refused` stands for no such case as well. `unsure`: the
 * store did not answer, and the same request may be sent again.
 */
const bulkOutcomes = ['done', 'wasDone', 'moved', 'notTo', 'reasonNeeded', 'refused', 'unsure'] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];

/** Gives a case that is still with whom the page showed. What else was decided of it does not matter for this. */
export const giveCase = makeUseCase<AskedGiving & { readonly to: PersonId }>({
  says: 'Give several cases to one person, each by itself',
  who: handlers,
  needs: [
    need('it is not with that person already', 'already', ({ record, asked }) => record.assignee !== asked.to),
    need('it is still with whom the list shows', 'state', ({ record, asked }) => record.assignee === asked.from),
    canHaveIt,
    // To take a case from a colleague who still handles it needs a reason, for which there is no room here.
    need(
      'it is with no colleague who still handles such cases',
      'noReasonToTake',
      (standing) => colleagueWith(standing) === undefined,
    ),
  ],
  leaves: ['assigned'],
  waits: {
    says: 'the person who has it now, and the one whom it was with',
    people: ({ by, asked: { to, from } }) => [to, ...[from ?? []].flat()].filter((one) => one !== by),
  },
  does: ({ record, asked: { to } }) => ({
    steps: [{ record: { ...record, assignee: to }, event: { kind: 'assigned', detail: { person: to } } }],
  }),
});

function givenOutcome(outcome: CaseOutcome): BulkOutcome {
  if (outcome.kind === 'changed') return outcome.isNew ? 'done' : 'wasDone';
  if (outcome.kind !== 'notAllowed') return outcome.kind;
  if (outcome.why === 'noReasonToTake') return 'reasonNeeded';
  return outcome.why === 'noSuchPerson' ? 'notTo' : outcome.why === 'erased' ? 'refused' : 'moved';
}

/** One after the other, each in a write of its own. Once the store does not answer, none of the rest is tried. */
async function eachOf<Asked extends { readonly caseId: CaseId }>(
  cases: readonly Asked[],
  work: (asked: Asked) => Promise<BulkOutcome>,
): Promise<ReadonlyMap<CaseId, BulkOutcome>> {
  const outcomes = new Map<CaseId, BulkOutcome>(cases.map(({ caseId }) => [caseId, 'unsure']));
  for (const asked of cases) {
    try {
      outcomes.set(asked.caseId, await work(asked));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      return outcomes;
    }
  }
  return outcomes;
}

/**
 * Gives cases to one person, each with its own entry, and says of each what became of it. Told of each who is to know.
 */
export const giveCases = (
  deps: CaseworkDependencies,
  by: Actor,
  { cases, to }: { readonly cases: readonly AskedGiving[]; readonly to: PersonId },
  onWaits: (people: readonly PersonId[]) => void = () => undefined,
): Promise<ReadonlyMap<CaseId, BulkOutcome>> =>
  eachOf(cases, async (asked) => {
    const outcome = await giveCase(deps, by, { ...asked, to });
    if (outcome.kind === 'changed' && outcome.waits) onWaits(outcome.waits);
    return givenOutcome(outcome);
  });

/** Acknowledges cases, each with its own entry, and says of each what became of it. */
export const acknowledgeCases = (
  deps: CaseworkDependencies,
  by: Actor,
  cases: readonly CaseId[],
): Promise<ReadonlyMap<CaseId, BulkOutcome>> =>
  eachOf(
    cases.map((caseId) => ({ caseId })),
    async ({ caseId }) => {
      const { kind } = await acknowledgeCase(deps, caseId, by);
      return kind === 'acknowledged' ? 'done' : kind === 'already' ? 'wasDone' : 'refused';
    },
  );
