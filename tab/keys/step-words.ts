import type { WordKey } from '../../words/tab/say.ts';
import type { CeremonyStep } from './ceremony.ts';

export const stepWords: Readonly<Record<CeremonyStep, WordKey>> = {
  why: 'leaver.stepWhy',
  make: 'leaver.stepMake',
  recovery: 'leaver.stepRecovery',
  wrap: 'leaver.stepWrap',
  settings: 'leaver.stepSettings',
  check: 'leaver.stepCheck',
  done: 'leaver.stepDone',
};
