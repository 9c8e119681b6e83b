import { StoreError } from '../ports/store-error.ts';
import type { Actor } from '../records/permissions.ts';
import type { CaseId } from '../terms/codes.ts';
import type { PersonId } from '../terms/directory.ts';
import { acknowledgeCase } from './acknowledge-case.ts';
import { type AskedEntry, type CaseOutcome, type CaseworkDependencies, handlers, need } from './act.ts';
import { makeUseCase } from './change-case.ts';
import { canHaveIt, colleagueWith } from './handling.ts';

export interface AskedGiving extends AskedEntry {
  readonly from?: PersonId | undefined;
}

/**
 * `moved`: it is with someone else by now. `reasonNeeded`: it is with a current colleague, and must be given on its own
 * page. `unsure`: the store did not answer; the same request may be sent again.
 */
const bulkOutcomes = ['done', 'wasDone', 'moved', 'notTo', 'reasonNeeded', 'refused', 'unsure'] as const;
export type BulkOutcome = (typeof bulkOutcomes)[number];

/** The case must still be with the person whom the page showed; other decisions do not matter. */
export const giveCase = makeUseCase<AskedGiving & { readonly to: PersonId }>({
  says: 'Give several cases to one person, each by itself',
  who: handlers,
  needs: [
    need('it is not with that person already', 'already', ({ record, asked }) => record.assignee !== asked.to),
    need('it is still with whom the list shows', 'state', ({ record, asked }) => record.assignee === asked.from),
    canHaveIt,
    // Taking it from a current colleague needs a reason, which has no place here.
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
