import type { Mutant } from '../mutant.ts';

export const inBounds: readonly Mutant[] = [];
