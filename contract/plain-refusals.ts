/** The person can correct the request, wait, or go another way. */
const problems = ['odd', 'tooOften', 'overBudget', 'noReserve', 'noCustodian'] as const;
const faults = ['unavailable', 'newer', 'failed', 'unconfirmed'] as const;

/** The refusals that both APIs give as a bare code. `refused`: may not, or no such thing. */
export const plainRefusals = ['refused', ...problems, ...faults] as const;
export type PlainRefusal = (typeof plainRefusals)[number];
