import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { givenSettings } from '../given-settings.ts';
import { developmentTeam, developmentTenantId } from './people.ts';

/** The folder of everything that development keeps: store, keys and secret. Removing it starts anew. */
export const dataFolder = (config: Pick<Config, 'SQLITE_PATH'>): string => dirname(config.SQLITE_PATH);

function keptSecret(folder: string): string {
  const path = join(folder, 'carried-state.secret');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(33).toString('base64');
  writeFileSync(path, secret, { mode: 0o600, flag: 'wx' });
  return secret;
}

/** An environment with all that development sets by itself: CANDOUR_ENVIRONMENT is the one setting that it hangs on. */
export function developmentSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const given = givenSettings(environment);
  const path = given['SQLITE_PATH'] ?? '.data/candour.db';
  return {
    PLAYGROUND_PORT: '56150',
    SQLITE_PATH: path,
    TENANT_ID: developmentTenantId,
    CARRIED_STATE_SECRET: given['CARRIED_STATE_SECRET'] ?? keptSecret(dirname(path)),
    ALERT_TARGET_ACU: developmentTeam.alertsChannelId,
    ALERT_TARGET_RESERVE: developmentTeam.id,
    ACKNOWLEDGE_TARGET_DAYS: '2',
    ALERT_POLL_SECONDS: '1',
    ...given,
    CANDOUR_ENVIRONMENT: 'development',
  };
}
