/** Problems: the person can mend what they asked for, or wait, or go another way. */
const problems = ['odd', 'tooOften', 'overBudget', 'noReserve', 'noCustodian'] as const;
/** Faults: of the server, its store, or the way to it. */
const faults = ['unavailable', 'newer', 'failed', 'unconfirmed'] as const;

/** The refusals that both doors of the API give by a code alone. `refused`: they may not, or there is no such thing. */
export const plainRefusals = ['refused', ...problems, ...faults] as const;
export type PlainRefusal = (typeof plainRefusals)[number];
