import type { Flag, Kind, Towards } from './kinds.ts';

/**
 * The flags that answers suggest. Sexual conduct towards a colleague is not abuse of position for a sexual purpose,
 * whichever heading was chosen: the answer to "towards whom" decides (NPCC strategy, 2017). Whoever says that it was done
 * to them is a colleague, and may have been met as a member of the public as well: where the heading says so, both stand.
 */
export function flagsOf(kind: Kind | undefined, whom: Towards | undefined): readonly Flag[] {
  if (kind === 'domestic') return ['domesticAbuse'];
  if (kind === 'discrimination') return ['discrimination'];
  if (kind !== 'boundaries' && kind !== 'harassment') return [];
  const asBoth = whom === 'both' || (whom === 'me' && kind === 'boundaries');
  if (asBoth) return ['apsp', 'harassmentOfColleague'];
  if (whom === 'public') return ['apsp'];
  if (whom === 'colleague' || whom === 'me') return ['harassmentOfColleague'];
  return kind === 'boundaries' ? ['apsp'] : ['harassmentOfColleague'];
}
