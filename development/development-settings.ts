import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../bot/settings/config.ts';
import { givenSettings } from '../bot/settings/given-settings.ts';
import { expectOwnUse } from '../bot/settings/store-use.ts';
import { UseError } from '../bot/settings/use-error.ts';
import { developmentClientId, developmentPeople, developmentTeam, developmentTenantId } from './people.ts';

/** The folder of everything that development keeps: store, keys and secret. Removing it starts anew. */
export const dataFolder = (config: Pick<Config, 'SQLITE_PATH'>): string => dirname(config.SQLITE_PATH);

/** What stands in a file of the data folder; made and kept where there is none yet. */
function kept(folder: string, file: string, make: () => string): string {
  const path = join(folder, file);
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = make();
  writeFileSync(path, made, { mode: 0o600, flag: 'wx' });
  return made;
}

const newSecret = (): string => randomBytes(33).toString('base64');
const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');

/** The people of development beside those of the settings. At the tab each of them can be chosen. */
function developmentRoles(given: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  const { handler, secondHandler, custodian, reserve, admin, summaryReader } = developmentPeople;
  const held = {
    ROLE_HANDLERS: [handler, secondHandler],
    ROLE_CUSTODIANS: [custodian],
    ROLE_RESERVE: [reserve],
    ROLE_SUMMARY_ACU: [handler, secondHandler],
    ROLE_SUMMARY_WIDER: [summaryReader],
    ROLE_ADMINS: [admin],
  };
  return Object.fromEntries(
    Object.entries(held).map(([name, people]) => [name, [given[name] ?? '', ...people].join(' ')]),
  );
}

const storePath = (given: Readonly<Record<string, string>>): string => given['SQLITE_PATH'] ?? '.data/candour.db';

/**
 * Development lets anybody be anybody, so it keeps away from all that could be a force's. Throws UseError where
 * settings say so, or the store; nothing is opened or written.
 */
export function expectDevelopment(environment: Readonly<Record<string, string | undefined>>): void {
  const given = givenSettings(environment);
  const { CANDOUR_ENVIRONMENT: named = 'development', STORE, BOT_APP_ID } = given;
  if (named !== 'development') throw new UseError('environment');
  if (STORE === 'cosmos') throw new UseError('cosmos');
  if (BOT_APP_ID !== undefined) throw new UseError('registration');
  expectOwnUse({ STORE: 'sqlite', SQLITE_PATH: storePath(given), development: true });
}

/**
 * An environment with all that development sets by itself. Throws as `expectDevelopment` does, before it makes anything.
 */
export function developmentSettings(
  environment: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  expectDevelopment(environment);
  const given = givenSettings(environment);
  const path = storePath(given);
  const folder = dirname(path);
  return {
    PLAYGROUND_PORT: '56150',
    SQLITE_PATH: path,
    TENANT_ID: developmentTenantId,
    TAB_CLIENT_ID: developmentClientId,
    CARRIED_STATE_SECRET: given['CARRIED_STATE_SECRET'] ?? kept(folder, 'carried-state.secret', newSecret),
    EXPORT_SIGNING_KEY: given['EXPORT_SIGNING_KEY'] ?? kept(folder, 'export-signing.key', newSigningKey),
    ALERT_TARGET_ACU: developmentTeam.alertsChannelId,
    ALERT_TARGET_RESERVE: developmentTeam.id,
    ACKNOWLEDGE_TARGET_DAYS: '2',
    TRIAGE_TARGET_DAYS: '5',
    UPDATE_TARGET_DAYS: '14',
    MESSAGES_TO_REPORTERS: 'yes',
    ALERT_POLL_SECONDS: '1',
    ...given,
    ...developmentRoles(given),
    CANDOUR_ENVIRONMENT: 'development',
  };
}
