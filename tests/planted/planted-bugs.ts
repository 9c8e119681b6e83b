import type { PlantedBug } from './planted-bug.ts';
import { readmeBugs } from './readme.ts';
import { reliabilityBugs } from './reliability.ts';
import { sealBugs } from './seals.ts';

/** All planted bugs. A list imports what it replaces in `module` alone, since it is loaded before. */
export const plantedBugs: readonly PlantedBug[] = [...readmeBugs, ...reliabilityBugs, ...sealBugs];
