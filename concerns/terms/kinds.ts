/** Plain headings that reporters choose among; the ACU maps them to the national categories later. */
export const kinds = [
  'boundaries',
  'harassment',
  'bribery',
  'advantage',
  'domestic',
  'discrimination',
  'crime',
  'association',
  'unsure',
] as const;
export type Kind = (typeof kinds)[number];

/** The flags that are held beside the national categories because they are not among them. */
export const flags = ['apsp', 'harassmentOfColleague', 'domesticAbuse', 'discrimination'] as const;
export type Flag = (typeof flags)[number];

/** Whom it was done to. `me`: whoever reports; anybody who can works for the police. */
export const towards = ['public', 'colleague', 'both', 'me', 'unsure'] as const;
export type Towards = (typeof towards)[number];

/**
 * Towards whom it was done, as handlers record it in clear for the figures. That it was done to whoever reports is not
 * among them: it would say who that is to somebody who reads the store, so that it counts as towards a colleague.
 */
export const recordedTowards = ['public', 'colleague', 'both', 'unsure'] as const;
export type RecordedTowards = (typeof recordedTowards)[number];

/** The answer of a report as it may be recorded, `undefined` where it is none. */
export const recordedOf = (answer: string | undefined): RecordedTowards | undefined =>
  answer === 'me' ? 'colleague' : recordedTowards.find((each) => each === answer);
