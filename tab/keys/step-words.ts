import type { WordKey } from '../words/say.ts';
import type { CeremonyStep } from './ceremony.ts';

/** What each step of the ceremony is called. */
export const stepWords: Readonly<Record<CeremonyStep, WordKey>> = {
  why: 'keys.stepWhy',
  make: 'keys.stepMake',
  recovery: 'keys.stepRecovery',
  wrap: 'keys.stepWrap',
  settings: 'keys.stepSettings',
  check: 'keys.stepCheck',
  done: 'keys.stepDone',
};
