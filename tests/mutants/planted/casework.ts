import type { Mutant } from '../mutant.ts';

export const inCasework: readonly Mutant[] = [];
