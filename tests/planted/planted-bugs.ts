import type { PlantedBug } from './planted-bug.ts';
import { sealBugs } from './seals.ts';

/** All planted bugs. A list imports what it replaces in `module` alone, since it is loaded before. */
export const plantedBugs: readonly PlantedBug[] = [...sealBugs];
