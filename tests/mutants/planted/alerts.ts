import type { Mutant } from '../mutant.ts';

export const inAlerts: readonly Mutant[] = [];
