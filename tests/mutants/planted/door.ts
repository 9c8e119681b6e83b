import type { Mutant } from '../mutant.ts';

export const atTheDoor: readonly Mutant[] = [];
