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

export const towards = ['public', 'colleague', 'both', 'unsure'] as const;
export type Towards = (typeof towards)[number];

/**
 * The flags that answers suggest. Sexual conduct towards a colleague is not abuse of position for a sexual purpose,
 * whichever heading was chosen: the answer to "towards whom" decides (NPCC strategy, 2017).
 */
export function flagsOf(kind: Kind | undefined, whom: Towards | undefined): readonly Flag[] {
  if (kind === 'domestic') return ['domesticAbuse'];
  if (kind === 'discrimination') return ['discrimination'];
  if (kind !== 'boundaries' && kind !== 'harassment') return [];
  if (whom === 'both') return ['apsp', 'harassmentOfColleague'];
  if (whom === 'public') return ['apsp'];
  if (whom === 'colleague') return ['harassmentOfColleague'];
  return kind === 'boundaries' ? ['apsp'] : ['harassmentOfColleague'];
}
