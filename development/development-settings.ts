import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFileError } from '../bot/running/file-error.ts';
import { expectDevelopment, storePath } from '../bot/settings/expect-development.ts';
import { type Environment, givenSettings } from '../bot/settings/given-settings.ts';
import { type DevelopmentSettings, loadFilledSettings } from '../bot/settings/server-settings.ts';
import { developmentValues, playgroundPort } from '../bot/settings/settings-schema.ts';
import { developmentClientId, developmentPeople, developmentTeam, developmentTenantId } from './people.ts';
import { StartError } from './start-error.ts';

/** The folder of the store of development and of its secrets. Removing it starts anew. */
export const dataFolder = ({ store }: Pick<DevelopmentSettings, 'store'>): string => dirname(store.path);

/** Something that development makes once, and keeps in a file of its data folder. */
interface Kept {
  readonly file: string;
  readonly make: () => string;
  readonly isWhole: (text: string) => boolean;
}

const carriedStateSecret: Kept = {
  file: 'carried-state.secret',
  make: () => randomBytes(33).toString('base64'),
  isWhole: (text) => text.length >= 32,
};

const exportSigningKey: Kept = {
  file: 'export-signing.key',
  make: () => generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  isWhole: (text) => {
    try {
      createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
      return true;
    } catch {
      return false;
    }
  },
};

/** Whether a file that is missing is made, or what it would hold is made up for this one look. */
type Making = 'keep' | 'look';

/** Reads a file of the data folder. Throws StartError where it is not as it was made, and what the file system throws. */
function kept(folder: string, { file, make, isWhole }: Kept, making: Making): string {
  const path = join(folder, file);
  if (existsSync(path)) {
    const text = readFileSync(path, 'utf8').trim();
    if (!isWhole(text)) throw new StartError('notAsMade', path);
    return text;
  }
  const made = make();
  if (making === 'look') return made;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, made, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // A full disk leaves a part of it, which would be taken for the whole.
    if (!isFileError(error, 'EEXIST')) rmSync(path, { force: true });
    throw error;
  }
  return made;
}

/** The people of development beside those of the settings, with one more who holds every role where one is named. */
function developmentRoles(given: Environment, everybody: string = ''): Readonly<Record<string, string>> {
  const { handler, secondHandler, custodian, secondCustodian, reserve, secondReserve } = developmentPeople;
  const { admin, summaryReader, writer, secondWriter } = developmentPeople;
  const held = {
    ROLE_HANDLERS: [handler, secondHandler],
    ROLE_CUSTODIANS: [custodian, secondCustodian],
    ROLE_RESERVE: [reserve, secondReserve],
    ROLE_SUMMARY_ACU: [handler, secondHandler],
    ROLE_SUMMARY_WIDER: [summaryReader],
    ROLE_COMMUNICATIONS: [writer, secondWriter],
    ROLE_ADMINS: [admin],
  };
  return Object.fromEntries(
    Object.entries(held).map(([name, people]) => [name, [given[name] ?? '', ...people, everybody].join(' ')]),
  );
}

/**
 * An environment with all that development sets by itself for a server. Throws UseError where this could be a force's,
 * before it makes anything, and StartError where a file that development made is not as it was.
 */
export function developmentEnvironment(environment: Environment, making: Making = 'keep'): Environment {
  expectDevelopment(environment);
  const given = givenSettings(environment);
  const path = storePath(environment);
  const folder = dirname(path);
  return {
    SQLITE_PATH: path,
    TENANT_ID: developmentTenantId,
    TAB_CLIENT_ID: developmentClientId,
    CARRIED_STATE_SECRET: given['CARRIED_STATE_SECRET'] ?? kept(folder, carriedStateSecret, making),
    EXPORT_SIGNING_KEY: given['EXPORT_SIGNING_KEY'] ?? kept(folder, exportSigningKey, making),
    ALERT_TARGET_ACU: developmentTeam.alertsChannelId,
    ALERT_TARGET_RESERVE: developmentTeam.id,
    ...developmentValues,
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
    ...developmentValues,
    OPEN_REPORT_AS: developmentPeople.staff,
    ...given,
    ...developmentRoles(given, developmentPeople.staff),
  };
}

const runOf = (filled: Environment): DevelopmentRun => ({
  ...loadFilledSettings(filled),
  playgroundPort: playgroundPort(filled['PLAYGROUND_PORT']),
});

/** The settings of the server and the Playground of development. */
export interface DevelopmentRun extends DevelopmentSettings {
  /** 0 takes a free one. */
  readonly playgroundPort: number;
}

/**
 * The settings of development, from an environment, that of this process where none is given, and `instead` in place of
 * what stands there. Throws UseError where this could be a force's, before it makes anything, SettingsError, and
 * StartError where a file that development made is not as it was.
 */
export function loadDevelopmentSettings(
  environment: Environment = process.env,
  instead: Environment = {},
): DevelopmentRun {
  return runOf(developmentEnvironment({ ...environment, ...instead }, 'keep'));
}

/** The same of a start that is only looked at: nothing is made or written. Throws as `loadDevelopmentSettings` does. */
export const lookAtDevelopmentSettings = (environment: Environment = process.env): DevelopmentRun =>
  runOf(developmentEnvironment(environment, 'look'));
