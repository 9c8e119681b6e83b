type ChangingCases = Pick<typeof import('../../concerns/casework/change-case.ts'), 'changeCase'>;

/** Changes of a case in which a person who may not approve their own work counts as a colleague of theirs. */
export const withoutSecond = ({ changeCase }: ChangingCases): ChangingCases => ({
  changeCase: (deps, actor, asked, leaves, decide, rules) =>
    changeCase(
      deps,
      actor,
      asked,
      leaves,
      async (standing) => {
        const decision = await decide(standing);
        if (decision === 'already' || !('why' in decision) || decision.why !== 'ownWork') return decision;
        const known = await deps.handlersKnown(standing.record.handledBy);
        const colleague = known.find((one) => one !== standing.by) ?? standing.by;
        return decide({ ...standing, by: colleague });
      },
      rules,
    ),
});
