import { namesOfAForce } from './names-of-a-force.ts';

/** All that a server in production needs, and nothing else. */
export const productionEnvironment = {
  TENANT_ID: 'tenant',
  BOT_APP_ID: 'app',
  BOT_APP_PASSWORD: 'password',
  STORE: 'sqlite',
  CARRIED_STATE_SECRET: 'a secret of more than thirty-two characters',
  RECIPIENTS_ACU: 'age1acu',
  RECIPIENTS_RECOVERY: 'age1recovery',
  RECIPIENTS_RESERVE: 'age1reserve',
  RECIPIENTS_CUSTODIANS: 'age1custodians',
  ROLE_HANDLERS: 'handler, second-handler',
  ROLE_RESERVE: 'reserve',
  ROLE_ADMINS: 'admin',
  ALERT_TARGET_ACU: '19:acu',
  ALERT_TARGET_RESERVE: '19:reserve',
  ...namesOfAForce,
} as const;
