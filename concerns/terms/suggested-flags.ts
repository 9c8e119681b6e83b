import type { Flag, Kind, Towards } from './kinds.ts';

/**
 * The flags that answers suggest. Sexual conduct towards a colleague is not abuse of position for a sexual purpose: the
 * answer to "towards whom" decides, not the heading (NPCC strategy, 2017). A reporter who says that it was done to them
 * is a colleague and may have been met as a member of the public too: then both flags are set if the heading says so.
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
