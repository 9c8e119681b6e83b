import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expectDevelopment, storePath } from '../bot/settings/expect-development.ts';
import { type Environment, givenSettings } from '../bot/settings/given-settings.ts';
import { type DevelopmentSettings, loadFilledSettings } from '../bot/settings/server-settings.ts';
import { developmentClientId, developmentPeople, developmentTeam, developmentTenantId } from './people.ts';

/** The folder of everything that development keeps: store, keys and secret. Removing it starts anew. */
export const dataFolder = ({ store }: Pick<DevelopmentSettings, 'store'>): string => dirname(store.path);

/** Reads a file of the data folder; it is made and kept where there is none yet. */
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

/** The people of development beside those of the settings, with one more who holds every role where one is named. */
function developmentRoles(given: Environment, everybody: string = ''): Readonly<Record<string, string>> {
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
    Object.entries(held).map(([name, people]) => [name, [given[name] ?? '', ...people, everybody].join(' ')]),
  );
}

/** The days that development sets for its clocks. */
const days = { ACKNOWLEDGE_TARGET_DAYS: '2', TRIAGE_TARGET_DAYS: '5', UPDATE_TARGET_DAYS: '14' };

/**
 * An environment with all that development sets by itself for a server. Throws UseError where this could be a force's,
 * before it makes anything.
 */
export function developmentEnvironment(environment: Environment): Environment {
  expectDevelopment(environment);
  const given = givenSettings(environment);
  const path = storePath(environment);
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
    ...days,
    MESSAGES_TO_REPORTERS: 'yes',
    ALERT_TIMING: 'atOnce',
    ALERT_POLL_SECONDS: '1',
    ...given,
    ...developmentRoles(given),
    CANDOUR_ENVIRONMENT: 'development',
  };
}

/**
 * The environment that development sets by itself for a command. At a terminal one person plays everybody, as in the
 * chat.
 */
export function commandEnvironment(environment: Environment): Readonly<Record<string, string>> {
  const given = givenSettings(environment);
  return {
    ...days,
    OPEN_REPORT_AS: developmentPeople.staff,
    ...given,
    ...developmentRoles(given, developmentPeople.staff),
  };
}

/** The settings of the server and the Playground of development. */
export interface DevelopmentRun extends DevelopmentSettings {
  /** 0 takes a free one. */
  readonly playgroundPort: number;
}

/**
 * The settings of development, from an environment, that of this process where none is given, and `instead` in place of
 * what stands there. Throws UseError where this could be a force's, before it makes anything, and SettingsError.
 */
export function loadDevelopmentSettings(
  environment: Environment = process.env,
  instead: Environment = {},
): DevelopmentRun {
  const filled = developmentEnvironment({ ...environment, ...instead });
  return { ...loadFilledSettings(filled), playgroundPort: Number(filled['PLAYGROUND_PORT']) };
}
