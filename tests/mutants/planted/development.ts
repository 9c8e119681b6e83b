import type { Mutant } from '../mutant.ts';

export const inDevelopment: readonly Mutant[] = [];
