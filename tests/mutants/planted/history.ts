import type { Mutant } from '../mutant.ts';

export const inTheHistory: readonly Mutant[] = [];
