import type { TargetName } from '../../concerns/records/alert-targets.ts';

/** The channels of the store, as they are called in findings. */
export const targetWords: Readonly<Record<TargetName, string>> = {
  acu: 'the unit’s alerts',
  acuSecond: 'the unit’s urgent alerts',
  reserve: 'the reserve’s alerts',
  admins: 'what admins are told',
  summaryAcu: 'the unit’s weekly summary',
  summaryReserve: 'the reserve’s weekly summary',
  summaryWider: 'the wider weekly summary',
};
