import type { decideCaseAction } from '../../core/casework/case-action.ts';

type Decide = typeof decideCaseAction;

/** Decides on acts otherwise than they ask for. */
export const replaceDecision =
  (otherwise: (decide: Decide) => Decide) =>
  ({ decideCaseAction: decide }: { readonly decideCaseAction: Decide }): { readonly decideCaseAction: Decide } => ({
    decideCaseAction: otherwise(decide),
  });

/** Decisions in which a person who may not approve their own work counts as a colleague of theirs. */
export const withoutSecondPerson = replaceDecision((decide) => (standing, act) => {
  const decision = decide(standing, act);
  if (decision === 'already' || !('why' in decision) || decision.why !== 'ownWork') return decision;
  const colleague = standing.holders[standing.record.handledBy].find((one) => one !== standing.by) ?? standing.by;
  return decide({ ...standing, by: colleague }, act);
});
