import type { Targets } from '../../concerns/records/clocks.ts';
import type { Config } from './config.ts';

/** The days that the force has set for its clocks; a clock without one does not run. */
export const caseTargets = (config: Config): Targets => ({
  ...(config.ACKNOWLEDGE_TARGET_DAYS !== undefined && { acknowledge: config.ACKNOWLEDGE_TARGET_DAYS }),
  ...(config.TRIAGE_TARGET_DAYS !== undefined && { triage: config.TRIAGE_TARGET_DAYS }),
  ...(config.UPDATE_TARGET_DAYS !== undefined && { update: config.UPDATE_TARGET_DAYS }),
});

/** Whether the unit may write to those who reported: once counsel agreed, and in development unless it is turned off. */
export const messagesAgreed = ({ development, MESSAGES_TO_REPORTERS: setting }: Config): boolean =>
  development ? setting !== 'no' : setting === 'yes';
