import type { changeCase } from '../../concerns/casework/change-case.ts';

type Changing = { readonly changeCase: typeof changeCase };
type Decide = Parameters<typeof changeCase>[4];

/** Changes of a case that decide otherwise than they are asked to. */
export const decidingBy =
  (otherwise: (decide: Decide, deps: Parameters<typeof changeCase>[0]) => Decide) =>
  ({ changeCase }: Changing): Changing => ({
    changeCase: (deps, actor, asked, leaves, decide, rules) =>
      changeCase(deps, actor, asked, leaves, otherwise(decide, deps), rules),
  });

/** Changes in which a person who may not approve their own work counts as a colleague of theirs. */
export const withoutSecond = decidingBy((decide, deps) => async (standing) => {
  const decision = await decide(standing);
  if (decision === 'already' || !('why' in decision) || decision.why !== 'ownWork') return decision;
  const known = await deps.handlersKnown(standing.record.handledBy);
  const colleague = known.find((one) => one !== standing.by) ?? standing.by;
  return decide({ ...standing, by: colleague });
});
