/** The refusals that both doors of the API give by a code alone. */
export const plainRefusals = [
  'refused',
  'odd',
  'tooOften',
  'overBudget',
  'noReserve',
  'noCustodian',
  'unavailable',
  'newer',
  'failed',
  'unconfirmed',
] as const;
export type PlainRefusal = (typeof plainRefusals)[number];
