import type { Mutant } from './mutant.ts';
import { inAlerts } from './planted/alerts.ts';
import { inBounds } from './planted/bounds.ts';
import { inCasework } from './planted/casework.ts';
import { inDevelopment } from './planted/development.ts';
import { atTheDoor } from './planted/door.ts';
import { inTheHistory } from './planted/history.ts';
import { inTheMainJob } from './planted/main-job.ts';
import { inThePage } from './planted/page.ts';
import { inTheStore } from './planted/store.ts';

export const mutants: readonly Mutant[] = [
  ...inTheMainJob,
  ...atTheDoor,
  ...inAlerts,
  ...inCasework,
  ...inTheStore,
  ...inBounds,
  ...inTheHistory,
  ...inThePage,
  ...inDevelopment,
];
