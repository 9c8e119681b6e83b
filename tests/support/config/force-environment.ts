import { randomBytes } from 'node:crypto';
import { identityFromSeed } from '../../../crypto/age-identity.ts';
import { forceNames } from './force-names.ts';
import { recipientFromIdentitySync } from '../../../crypto/node/hybrid-recipient.ts';

/** The public line of a key that nobody has. */
export const generateRecipient = (): string => recipientFromIdentitySync(identityFromSeed(randomBytes(32)));

/** Settings with which a server of a force starts: each of its kind, as a portal shows it. Its store stands at a path. */
export const forceEnvironment = (path: string) => ({
  PORT: '0',
  TENANT_ID: '8d0b1c52-6f3e-4a7d-9b21-0f5e6c7d8a90',
  BOT_APP_ID: '7f0f8f5a-8c1e-4d0a-9a0c-4f0d3c0f9b11',
  BOT_APP_PASSWORD: 'abc~value.of.a.secret',
  STORE: 'sqlite',
  SQLITE_PATH: path,
  CARRIED_STATE_SECRET: 'a secret of more than thirty-two characters',
  RECIPIENTS_ACU: generateRecipient(),
  RECIPIENTS_RECOVERY: generateRecipient(),
  RECIPIENTS_RESERVE: generateRecipient(),
  RECIPIENTS_CUSTODIANS: generateRecipient(),
  ROLE_HANDLERS: '22222222-2222-4222-8222-222222222221',
  ROLE_CUSTODIANS: '22222222-2222-4222-8222-222222222222',
  ROLE_RESERVE: '22222222-2222-4222-8222-222222222223 22222222-2222-4222-8222-22222222222b',
  ROLE_ADMINS: '22222222-2222-4222-8222-222222222224',
  ALERT_TARGET_ACU: '19:unit@thread.tacv2',
  ALERT_TARGET_RESERVE: '19:reserve@thread.tacv2',
  ALERT_TARGET_ACU_ON_CALL: '19:on-call@thread.tacv2',
  ALERT_TARGET_RESERVE_ON_CALL: '19:reserve-on-call@thread.tacv2',
  STAFFED_HOURS: 'mon-fri 08:00-18:00',
  ...forceNames,
});
