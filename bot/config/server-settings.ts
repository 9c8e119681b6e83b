import type { SignOffTerm } from '../../core/model/classification.ts';
import { type FileSizes, fileSizesFromMegabytes } from '../../core/model/file-limits.ts';
import type { FirstDayLimits, TimeLimits } from '../../core/model/deadlines.ts';
import type { IdentityRules } from '../../core/model/identity-request.ts';
import { findUnderstaffedRoles, type RequiredRole } from '../../core/model/roles.ts';
import type { Recipients } from '../../core/model/public-keys.ts';
import { type AlertSettings, parseAlertSettings } from './alert-settings.ts';
import {
  parseRequiredSettings,
  parseCommonSettings,
  type CommonSettings,
  parseFirstDayLimits,
  parseTimeLimits,
} from './common-settings.ts';
import { findMissingOrRemovedSettings, readReplies } from './word-settings.ts';
import { isDevelopment } from './development-environment.ts';
import {
  type EnvironmentVariables,
  type ParsedSettings,
  requireSetting,
  type SettingName,
  filterSettingNames,
} from './settings-schema.ts';
import { parseRecipients } from './recipient-settings.ts';
import { parseConnectorSettings, type ConnectorSettings } from './service-url.ts';
import type { ReplyTemplates } from '../../words/reply-templates.ts';
import { SettingsError, EnvironmentMismatchError } from './settings-errors.ts';
import { parseDevelopmentFilesSettings } from './files-settings.ts';
import { parseEmbeddedStoreSettings, type EmbeddedStoreSettings, parseStoreSettings } from './store-settings.ts';
import type { TabHostName } from './tab-hosts.ts';
import { parseRoles } from './role-settings.ts';

type Registration =
  | { readonly type: 'SingleTenant'; readonly appId: string; readonly password: string }
  /** `certificate` is the path of a PEM file with the key and its chain. */
  | { readonly type: 'SingleTenant'; readonly appId: string; readonly certificate: string }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string };

interface BaseServerSettings extends CommonSettings {
  readonly listen: {
    readonly host: string;
    /** 0 takes a free one. */
    readonly port: number;
    readonly maxConnections: number;
    /** If the health checks have an address of their own. */
    readonly health: { readonly host: string; readonly port: number } | undefined;
  };
  readonly metrics: boolean;
  readonly tenantId: string;
  readonly connector: ConnectorSettings;
  /** Wraps the day keys; `secretBefore` still opens for two days after a change. */
  readonly secret: string;
  readonly secretBefore: string | undefined;
  readonly recipients: Recipients;
  readonly retired: readonly string[];
  /** The key ceremony's signature over both, which the page verifies with its own public key. */
  readonly signedList: string | undefined;
  readonly alerts: AlertSettings;
  readonly casework: {
    readonly timeLimits: TimeLimits;
    readonly referralDays: number | undefined;
    readonly signOff: readonly SignOffTerm[];
    readonly firstDayLimits: FirstDayLimits;
    readonly reviewYears: number;
    readonly identity: IdentityRules;
    /** Roles held by too few: no report that needs one is taken. */
    readonly shortRoles: readonly RequiredRole[];
    /** Once counsel agreed that the unit may write to reporters. */
    readonly messages: boolean;
    /** Opened reports may be printed from the page. */
    readonly printing: boolean;
    /** Whether cards may be confirmed to be one person’s. */
    readonly personGroups: boolean;
    readonly replies: ReplyTemplates;
    /** PKCS #8 in base64; no exports without it. */
    readonly signingKey: string | undefined;
  };
  readonly fileSizes: FileSizes;
  readonly checksLinks: boolean;
  readonly tab: {
    readonly clientId: string;
    readonly hosts: TabHostName;
    /** Apps that may ask for tokens; Microsoft's own if empty. */
    readonly clients: readonly string[];
    readonly guests: boolean;
  };
  readonly teamsAppId: string | undefined;
  readonly partners: boolean;
  readonly publicHost: string | undefined;
}

export interface ProductionSettings extends BaseServerSettings {
  readonly development: false;
  readonly registration: Registration;
}

/** Tokens are not checked there, so there is no registration. */
export interface DevelopmentSettings extends BaseServerSettings {
  readonly development: true;
  readonly registration: undefined;
  readonly store: EmbeddedStoreSettings;
}

export type ServerSettings = ProductionSettings | DevelopmentSettings;

function parseRegistration(settings: ParsedSettings): Registration {
  const unused = findConflictingCredentials(settings);
  if (unused.length > 0) throw new SettingsError(unused, { [unused[0] ?? '']: 'only one way for the bot to sign in' });
  const appId = requireSetting(settings, 'BOT_APP_ID');
  if (settings.BOT_APP_TYPE === 'UserAssignedMSI') return { type: 'UserAssignedMSI', appId };
  const { BOT_APP_CERTIFICATE: certificate } = settings;
  return certificate === undefined
    ? { type: 'SingleTenant', appId, password: requireSetting(settings, 'BOT_APP_PASSWORD') }
    : { type: 'SingleTenant', appId, certificate };
}

/** With two custodians, no one opens an identity without a request. */
const parseIdentityRules = (settings: ParsedSettings): IdentityRules =>
  settings.IDENTITY_CUSTODIANS === '2'
    ? { custodians: 2, withoutRequest: false }
    : { custodians: 1, withoutRequest: settings.IDENTITY_WITHOUT_REQUEST !== 'no' };

export const certificatePath = ({ registration }: ServerSettings): string | undefined =>
  registration && 'certificate' in registration ? registration.certificate : undefined;

export const parseListenSettings = (settings: ParsedSettings): ServerSettings['listen'] => ({
  host: settings.HOST,
  port: settings.PORT,
  maxConnections: settings.MAX_CONNECTIONS,
  health: settings.HEALTH_PORT === undefined ? undefined : { host: settings.HEALTH_HOST, port: settings.HEALTH_PORT },
});

function parseBaseServerSettings(settings: ParsedSettings, environment: EnvironmentVariables) {
  return {
    listen: parseListenSettings(settings),
    metrics: settings.METRICS === 'yes',
    tenantId: requireSetting(settings, 'TENANT_ID'),
    secret: requireSetting(settings, 'CARRIED_STATE_SECRET'),
    secretBefore: settings.CARRIED_STATE_SECRET_BEFORE,
    recipients: parseRecipients(settings),
    retired: settings.RECIPIENTS_RETIRED,
    signedList: settings.RECIPIENTS_SIGNED,
    alerts: parseAlertSettings(settings),
    casework: {
      timeLimits: parseTimeLimits(settings),
      referralDays: settings.REFERRAL_TARGET_DAYS,
      signOff: settings.SIGN_OFF,
      firstDayLimits: parseFirstDayLimits(settings),
      reviewYears: settings.REVIEW_YEARS,
      identity: parseIdentityRules(settings),
      shortRoles: understaffedRoles(settings),
      messages: settings.MESSAGES_TO_REPORTERS === 'yes',
      printing: settings.PRINT_REPORTS === 'yes',
      personGroups: settings.PERSON_GROUPS === 'yes',
      replies: readReplies(environment),
      signingKey: settings.EXPORT_SIGNING_KEY,
    },
    fileSizes: fileSizesFromMegabytes(settings.MAX_FILE_MB, settings.MAX_VIDEO_MB),
    checksLinks: settings.CHECK_LINKS === 'yes',
    teamsAppId: settings.TEAMS_APP_ID,
    partners: settings.PARTNERS === 'yes',
    publicHost: settings.PUBLIC_HOST,
  };
}

export type MicrosoftSettings = Pick<
  ProductionSettings,
  'registration' | 'tenantId' | 'connector' | 'tab' | 'publicHost'
>;

/** Throws SettingsError if one is missing or the bot could authenticate in two ways. */
export function parseMicrosoftSettings(settings: ParsedSettings): MicrosoftSettings {
  const registration = parseRegistration(settings);
  return {
    registration,
    tenantId: requireSetting(settings, 'TENANT_ID'),
    connector: parseConnectorSettings(settings, false),
    tab: parseTabSettings(settings, settings.TAB_CLIENT_ID ?? registration.appId),
    publicHost: settings.PUBLIC_HOST,
  };
}

const parseTabSettings = (settings: ParsedSettings, clientId: string): ServerSettings['tab'] => ({
  clientId,
  hosts: settings.TAB_HOSTS,
  clients: settings.TAB_CLIENTS,
  guests: settings.TAB_GUESTS === 'yes',
});

/** Throws SettingsError with every missing or wrong setting and no value, or for development. */
export function loadServerSettings(environment: EnvironmentVariables = process.env): ProductionSettings {
  if (isDevelopment(environment)) throw new SettingsError(['CANDOUR_ENVIRONMENT']);
  const settings = parseRequiredSettings(
    environment,
    requiredProductionSettings,
    findMissingOrRemovedSettings(environment),
  );
  return {
    ...parseCommonSettings(settings, environment),
    ...parseBaseServerSettings(settings, environment),
    ...parseMicrosoftSettings(settings),
    development: false,
    store: parseStoreSettings(settings),
  };
}

/**
 * From an environment that development has filled in. Throws SettingsError, and EnvironmentMismatchError for a force's.
 */
export function loadDevelopmentServerSettings(environment: EnvironmentVariables): DevelopmentSettings {
  if (!isDevelopment(environment)) throw new EnvironmentMismatchError('environment');
  const settings = parseRequiredSettings(environment, () => requiredDevelopmentSettings);
  if (settings.STORE === 'cosmos') throw new EnvironmentMismatchError('cosmos');
  return {
    ...parseCommonSettings(settings, environment),
    ...parseBaseServerSettings(settings, environment),
    development: true,
    registration: undefined,
    connector: parseConnectorSettings(settings, true),
    store: parseEmbeddedStoreSettings(settings, 'development'),
    files: parseDevelopmentFilesSettings(settings),
    tab: parseTabSettings(settings, requireSetting(settings, 'TAB_CLIENT_ID')),
  };
}

const requiredDevelopmentSettings: readonly SettingName[] = [
  ...filterSettingNames(({ required }) => required === 'always'),
  'TAB_CLIENT_ID',
];
export const requiredProductionSettings = (settings: ParsedSettings): readonly SettingName[] => [
  ...filterSettingNames(({ required }) => required === 'always'),
  ...filterSettingNames(({ required }) => required === 'production'),
  ...requiredRoleSettings.flatMap(({ role, names }) => (understaffedRoles(settings).includes(role) ? [] : names)),
  ...requiredCredentials(settings),
];

/** Needed once enough people hold the role. */
const requiredRoleSettings = [
  { role: 'reserve', names: ['RECIPIENTS_RESERVE', 'ALERT_TARGET_RESERVE'] },
  { role: 'custodian', names: ['RECIPIENTS_CUSTODIANS'] },
] as const satisfies readonly { role: RequiredRole; names: readonly SettingName[] }[];

const understaffedRoles = (settings: ParsedSettings): readonly RequiredRole[] =>
  findUnderstaffedRoles(parseRoles(settings));

/** A managed identity cannot expose the tab's API. */
function requiredCredentials({
  BOT_APP_TYPE: type,
  BOT_APP_CERTIFICATE: certificate,
}: ParsedSettings): readonly SettingName[] {
  if (type === 'UserAssignedMSI') return ['TAB_CLIENT_ID'];
  return certificate === undefined ? ['BOT_APP_PASSWORD'] : [];
}

export function findConflictingCredentials(settings: ParsedSettings): readonly SettingName[] {
  const ways = (['BOT_APP_PASSWORD', 'BOT_APP_CERTIFICATE'] as const).filter((name) => settings[name] !== undefined);
  return settings.BOT_APP_TYPE === 'UserAssignedMSI' || ways.length > 1 ? ways : [];
}
