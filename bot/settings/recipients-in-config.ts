import type { Recipients } from '../../concerns/terms/recipients.ts';
import type { Config } from './config.ts';

/** The public lines that the settings name for each group. */
export const recipientsInConfig = (config: Config): Recipients => ({
  acu: config.RECIPIENTS_ACU,
  recovery: config.RECIPIENTS_RECOVERY,
  reserve: config.RECIPIENTS_RESERVE,
  custodians: config.RECIPIENTS_CUSTODIANS,
});
