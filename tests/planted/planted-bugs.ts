import { alertBugs } from './alerts.ts';
import { caseBugs } from './cases.ts';
import { closingBugs } from './closing.ts';
import { figureBugs } from './figures.ts';
import { boundaryBugs } from './boundary.ts';
import { pageBugs } from './pages.ts';
import type { PlantedBug } from './planted-bug.ts';
import { readmeBugs } from './readme.ts';
import { reliabilityBugs } from './reliability.ts';
import { sealBugs } from './seals.ts';
import { storeBugs } from './stores.ts';

/** All planted bugs. A list imports what it replaces in `module` alone, since it is loaded before. */
export const plantedBugs: readonly PlantedBug[] = [
  ...readmeBugs,
  ...reliabilityBugs,
  ...sealBugs,
  ...caseBugs,
  ...closingBugs,
  ...boundaryBugs,
  ...pageBugs,
  ...alertBugs,
  ...figureBugs,
  ...storeBugs,
];
