import type { TargetName } from '../../concerns/records/alert-targets.ts';

/** The channels of the store, as they are called in findings. */
export const targetWords: Readonly<Record<TargetName, string>> = {
  acu: 'the unit’s alerts',
  acuSecond: 'the unit’s urgent alerts',
  acuOnCall: 'the unit’s alerts for somebody on call',
  reserve: 'the reserve’s alerts',
  reserveOnCall: 'the reserve’s alerts for somebody on call',
  admins: 'what admins are told',
  summaryAcu: 'the unit’s weekly summary',
  summaryReserve: 'the reserve’s weekly summary',
  summaryWider: 'the wider weekly summary',
};
