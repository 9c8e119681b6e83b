/** Plain headings for reporters; the ACU maps them to the national categories later. */
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

export const flags = ['apsp', 'harassmentOfColleague', 'domesticAbuse', 'discrimination'] as const;
export type Flag = (typeof flags)[number];

/** `me`: the reporter, who works for the police. */
export const towards = ['public', 'colleague', 'both', 'me', 'unsure'] as const;
export type Towards = (typeof towards)[number];

/**
 * `towards` as handlers record it in clear for the figures, without `me`: that would tell a reader of the store who
 * reported, so it counts as towards a colleague.
 */
export const recordedTowards = ['public', 'colleague', 'both', 'unsure'] as const;
export type RecordedTowards = (typeof recordedTowards)[number];

export const recordedOf = (answer: string | undefined): RecordedTowards | undefined =>
  answer === 'me' ? 'colleague' : recordedTowards.find((each) => each === answer);
