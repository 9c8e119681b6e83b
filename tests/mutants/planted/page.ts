import type { Mutant } from '../mutant.ts';

export const inThePage: readonly Mutant[] = [];
