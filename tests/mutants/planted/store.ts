import type { Mutant } from '../mutant.ts';

export const inTheStore: readonly Mutant[] = [];
