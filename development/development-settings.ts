import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFileError } from '../bot/runtime/file-error.ts';
import { assertDevelopment, embeddedStorePath } from '../bot/config/development-environment.ts';
import {
  developmentDefaults,
  type EnvironmentVariables,
  trimEnvironment,
  parsePlaygroundPort,
} from '../bot/config/settings-schema.ts';
import { type DevelopmentSettings, loadDevelopmentServerSettings } from '../bot/config/server-settings.ts';
import { developmentClientId, developmentPeople, developmentTeam, developmentTenantId } from './development-tenant.ts';
import { DevelopmentStartError } from './development-start-error.ts';

/** The development store and its secrets. Removing the folder starts anew. */
export const dataFolder = ({ store }: Pick<DevelopmentSettings, 'store'>): string => dirname(store.path);

interface SecretFile {
  readonly file: string;
  readonly generate: () => string;
  readonly isValid: (text: string) => boolean;
}

const stateSecret: SecretFile = {
  file: 'carried-state.secret',
  generate: () => randomBytes(33).toString('base64'),
  isValid: (text) => text.length >= 32,
};

const exportSigningKey: SecretFile = {
  file: 'export-signing.key',
  generate: () => generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  isValid: (text) => {
    try {
      createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
      return true;
    } catch {
      return false;
    }
  },
};

/** `keep`: writes a file that is missing. `look`: makes a missing file up for this once, without writing. */
type MissingFilePolicy = 'keep' | 'look';

function loadSecret(folder: string, { file, generate, isValid }: SecretFile, policy: MissingFilePolicy): string {
  const path = join(folder, file);
  if (existsSync(path)) {
    const text = readFileSync(path, 'utf8').trim();
    if (!isValid(text)) throw new DevelopmentStartError('notAsMade', path);
    return text;
  }
  const generated = generate();
  if (policy === 'look') return generated;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, generated, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // A full disk leaves a part, which would be taken for the whole.
    if (!isFileError(error, 'EEXIST')) rmSync(path, { force: true });
    throw error;
  }
  return generated;
}

/** One more person holds every role, if named. */
function developmentRoles(given: EnvironmentVariables, allRolesPerson: string = ''): Readonly<Record<string, string>> {
  const { handler, secondHandler, custodian, secondCustodian, reserve, secondReserve } = developmentPeople;
  const { admin, summaryReader, writer, secondWriter, supervisor } = developmentPeople;
  const held = {
    ROLE_HANDLERS: [handler, secondHandler],
    ROLE_CUSTODIANS: [custodian, secondCustodian],
    ROLE_RESERVE: [reserve, secondReserve],
    ROLE_SUPERVISORS: [supervisor],
    ROLE_SUMMARY_ACU: [handler, secondHandler],
    ROLE_SUMMARY_WIDER: [summaryReader],
    ROLE_COMMUNICATIONS: [writer, secondWriter],
    ROLE_ADMINS: [admin],
  };
  return Object.fromEntries(
    Object.entries(held).map(([name, people]) => [name, [given[name] ?? '', ...people, allRolesPerson].join(' ')]),
  );
}

/**
 * All that development sets for a server. Throws EnvironmentMismatchError, before it makes anything, if the settings
 * could be a force's, and DevelopmentStartError if a file of development's is not as it was made.
 */
export function developmentEnvironment(
  environment: EnvironmentVariables,
  policy: MissingFilePolicy = 'keep',
): EnvironmentVariables {
  assertDevelopment(environment);
  const given = trimEnvironment(environment);
  const path = embeddedStorePath(environment);
  const folder = dirname(path);
  return {
    SQLITE_PATH: path,
    TENANT_ID: developmentTenantId,
    TAB_CLIENT_ID: developmentClientId,
    CARRIED_STATE_SECRET: given['CARRIED_STATE_SECRET'] ?? loadSecret(folder, stateSecret, policy),
    EXPORT_SIGNING_KEY: given['EXPORT_SIGNING_KEY'] ?? loadSecret(folder, exportSigningKey, policy),
    ALERT_TARGET_ACU: developmentTeam.alertsChannelId,
    ALERT_TARGET_RESERVE: developmentTeam.id,
    ...developmentDefaults,
    ...given,
    ...developmentRoles(given),
    CANDOUR_ENVIRONMENT: 'development',
  };
}

/** At a terminal one person plays everyone, as in the chat. */
export function commandEnvironment(environment: EnvironmentVariables): Readonly<Record<string, string>> {
  const given = trimEnvironment(environment);
  return {
    ...developmentDefaults,
    OPEN_REPORT_AS: developmentPeople.staff,
    ...given,
    ...developmentRoles(given, developmentPeople.staff),
    CANDOUR_ENVIRONMENT: 'development',
  };
}

const parseRunSettings = (filled: EnvironmentVariables): DevelopmentRunSettings => ({
  ...loadDevelopmentServerSettings(filled),
  playgroundPort: parsePlaygroundPort(filled['PLAYGROUND_PORT']),
});

export interface DevelopmentRunSettings extends DevelopmentSettings {
  /** 0 takes a free one. */
  readonly playgroundPort: number;
}

/**
 * From an environment or this process's, with `instead` over it. Throws as `developmentEnvironment` does, and
 * SettingsError.
 */
export function loadDevelopmentSettings(
  environment: EnvironmentVariables = process.env,
  instead: EnvironmentVariables = {},
): DevelopmentRunSettings {
  return parseRunSettings(developmentEnvironment({ ...environment, ...instead }, 'keep'));
}

/** For a start that is only checked: makes and writes nothing. */
export const loadDevelopmentSettingsDryRun = (
  environment: EnvironmentVariables = process.env,
): DevelopmentRunSettings => parseRunSettings(developmentEnvironment(environment, 'look'));
