import type { Recipients } from '../../../core/model/public-keys.ts';
import type { StaffedHours } from '../../../core/model/staffed-hours.ts';
import { parseStaffedHoursSettings } from '../alert-settings.ts';
import { readCertificate } from '../app-certificate.ts';
import { isDevelopment } from '../development-environment.ts';
import { parseFilesSettings, filesSettingName, type FilesSettingName, type FilesSettings } from '../files-settings.ts';
import {
  type EnvironmentVariables,
  trimEnvironment,
  type ParsedSettings,
  parseValidSettings,
} from '../settings-schema.ts';
import { parseRecipients } from '../recipient-settings.ts';
import { type RoleLists, parseRoles } from '../role-settings.ts';
import {
  type MicrosoftSettings,
  parseMicrosoftSettings,
  loadServerSettings,
  type ProductionSettings,
} from '../server-settings.ts';
import { type StoreSettings, parseStoreSettings } from '../store-settings.ts';
import { checkSettings } from './settings-checks.ts';
import type { ConfigProblem } from './config-problem.ts';

/** Each part is `undefined` if its settings cannot be right. */
export interface DeploymentSettings {
  readonly settingNames: ReadonlySet<string>;
  readonly problems: readonly ConfigProblem[];
  readonly store: StoreSettings | undefined;
  readonly files: { readonly place: FilesSettings | undefined; readonly setting: FilesSettingName } | undefined;
  readonly recipients: Recipients | undefined;
  readonly roles: RoleLists | undefined;
  readonly secrets: { readonly secret: string; readonly secretBefore: string | undefined } | undefined;
  readonly staffedHours: StaffedHours | undefined;
  readonly certificateUntil: Date | undefined;
  readonly microsoft: MicrosoftSettings | undefined;
  readonly publicHost: string | undefined;
  readonly serverSettings: ProductionSettings | undefined;
  readonly redactStorePath: (sentence: string) => string;
}

function certificateExpiry(path: string | undefined, now: Date): Date | undefined {
  const read = path === undefined ? undefined : readCertificate(path, now);
  return read === undefined || typeof read === 'string' ? undefined : read.expiresAt;
}

/** Opens, asks and writes nothing. Never throws for wrong settings. */
export function loadDeploymentSettings(now: Date, environment: EnvironmentVariables = process.env): DeploymentSettings {
  const problems = checkSettings(environment);
  const { settings } = parseValidSettings(environment);
  const isProduction = !isDevelopment(environment);
  const ifValid = <T>(which: RegExp, made: (sound: ParsedSettings) => T): T | undefined =>
    isProduction && !problems.some((one) => one.settings.some((name) => which.test(name))) ? made(settings) : undefined;
  const values = trimEnvironment(environment);
  const { SQLITE_PATH: path = '' } = values;
  return {
    settingNames: new Set(Object.keys(values)),
    problems,
    store: ifValid(/^(?:STORE$|SQLITE_|COSMOS_)/u, parseStoreSettings),
    files: ifValid(/^(?:STORE$|SQLITE_|COSMOS_DATABASE|FILES)/u, (sound) => {
      const place = parseFilesSettings(sound);
      return { place, setting: filesSettingName(place) };
    }),
    recipients: ifValid(/^RECIPIENTS_/u, parseRecipients),
    roles: ifValid(/^ROLE_/u, parseRoles),
    secrets: ifValid(/^CARRIED_STATE_/u, ({ CARRIED_STATE_SECRET: secret, CARRIED_STATE_SECRET_BEFORE: before }) => ({
      secret: secret ?? '',
      secretBefore: before,
    })),
    staffedHours: ifValid(/^(?:STAFFED_HOURS|HOLIDAYS_CHANGED|TIME_ZONE)/u, parseStaffedHoursSettings),
    certificateUntil: ifValid(/^BOT_APP_/u, ({ BOT_APP_CERTIFICATE: file }) => certificateExpiry(file, now)),
    microsoft: ifValid(/^(?:TENANT_ID|BOT_|TAB_)/u, parseMicrosoftSettings),
    publicHost: ifValid(/^PUBLIC_HOST$/u, ({ PUBLIC_HOST: host }) => host),
    serverSettings: problems.length === 0 ? loadServerSettings(environment) : undefined,
    // A path may be a common word: only the quoted place goes.
    redactStorePath: (sentence) =>
      path === '' ? sentence : sentence.replaceAll(`The file ${path} `, () => 'The file that SQLITE_PATH names '),
  };
}
