import { forceNames } from './force-names.ts';

/** All that a server in production needs, and nothing else. */
export const requiredEnvironment = {
  TENANT_ID: 'tenant',
  BOT_APP_ID: 'app',
  BOT_APP_PASSWORD: 'password',
  STORE: 'sqlite',
  CARRIED_STATE_SECRET: 'a secret of more than thirty-two characters',
  RECIPIENTS_ACU: 'age1acu',
  RECIPIENTS_RECOVERY: 'age1recovery',
  ROLE_HANDLERS: 'handler, second-handler',
  ROLE_ADMINS: 'admin',
  ALERT_TARGET_ACU: '19:acu',
  ...forceNames,
} as const;

/** The same with people in each role, their keys and their channels. */
export const productionEnvironment = {
  ...requiredEnvironment,
  RECIPIENTS_RESERVE: 'age1reserve',
  RECIPIENTS_CUSTODIANS: 'age1custodians',
  ROLE_RESERVE: 'reserve, second-reserve',
  ALERT_TARGET_RESERVE: '19:reserve',
} as const;
