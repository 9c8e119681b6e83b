import { randomBytes } from 'node:crypto';
import { type DevelopmentKeys, ensureDevelopmentKeys } from '../../development/development-keys.ts';
import { readIdentityFile } from '../../crypto/node/identity-file.ts';
import type { HandledBy } from '../../core/model/handled-by.ts';
import { channels } from '../support/journeys/bot-settings.ts';

export interface ProcessSettings {
  readonly environment: Readonly<Record<string, string>>;
  /** The private keys of those who handle cases, which no process has. */
  readonly identities: Readonly<Record<HandledBy, readonly string[]>>;
}

const identitiesOf = async ({ identityFiles }: DevelopmentKeys, group: HandledBy) =>
  (await readIdentityFile(identityFiles[group])).identities;

/** The environment of bots in processes of their own, all of one deployment, with keys in a folder. */
export async function createProcessSettings(folder: string, serviceUrl: string): Promise<ProcessSettings> {
  const keys = await ensureDevelopmentKeys(`${folder}/keys`);
  return {
    environment: {
      PORT: '0',
      SQLITE_PATH: `${folder}/candour.db`,
      CARRIED_STATE_SECRET: randomBytes(33).toString('base64'),
      RECIPIENTS_ACU: keys.recipients.acu.join(' '),
      RECIPIENTS_RECOVERY: keys.recipients.recovery.join(' '),
      RECIPIENTS_RESERVE: keys.recipients.reserve.join(' '),
      RECIPIENTS_CUSTODIANS: keys.recipients.custodians.join(' '),
      ALERT_SERVICE_URL: serviceUrl,
      ALERT_TARGET_ACU: channels.acu,
      ALERT_TARGET_RESERVE: channels.reserve,
      ALERT_TIMING: 'atOnce',
    },
    identities: { acu: await identitiesOf(keys, 'acu'), reserve: await identitiesOf(keys, 'reserve') },
  };
}
