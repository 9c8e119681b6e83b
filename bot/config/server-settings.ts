import type { TimeLimits } from '../../core/model/deadlines.ts';
import type { IdentityRules } from '../../core/model/identity-request.ts';
import { findShortRoles, type NeededRole } from '../../core/model/directory.ts';
import type { Recipients } from '../../core/model/recipients.ts';
import { type AlertSettings, alertsIn } from './alert-settings.ts';
import { checkedSettings, commonIn, type CommonSettings, timeLimitsIn } from './common-settings.ts';
import { namesToPutRight, readReplies } from './word-settings.ts';
import { isDevelopment } from './require-development.ts';
import { type Environment, type NamedSettings, needed, type SettingName, settingsWhere } from './schema.ts';
import { recipientsIn } from './recipients.ts';
import { connectorIn, type ConnectorSettings } from './service-address.ts';
import type { Replies } from '../../words/reply-templates.ts';
import { SettingsError, UseError } from './settings-error.ts';
import { filesInDevelopment } from './files-settings.ts';
import { embeddedIn, type EmbeddedStore, storeIn } from './store-settings.ts';
import type { TabHosts } from './tab-hosts.ts';
import { rolesIn } from './roles.ts';

type Registration =
  | { readonly type: 'SingleTenant'; readonly appId: string; readonly password: string }
  /** `certificate` is the path of a PEM file with the key and its chain. */
  | { readonly type: 'SingleTenant'; readonly appId: string; readonly certificate: string }
  | { readonly type: 'UserAssignedMSI'; readonly appId: string };

interface AnyServer extends CommonSettings {
  readonly listening: {
    readonly host: string;
    /** 0 takes a free one. */
    readonly port: number;
    readonly maxConnections: number;
    /** The health checks, if they have an address of their own. */
    readonly health: { readonly host: string; readonly port: number } | undefined;
  };
  readonly metrics: boolean;
  readonly tenantId: string;
  readonly connector: ConnectorSettings;
  /** Wraps the day keys; `secretBefore` did, and still opens for two days after a change. */
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
    readonly reviewYears: number;
    readonly identity: IdentityRules;
    /** Roles held by too few: no report that needs one is taken. */
    readonly shortRoles: readonly NeededRole[];
    /** Once counsel agreed that the unit may write to reporters. */
    readonly messages: boolean;
    readonly replies: Replies;
    /** PKCS #8 in base64; without it cases cannot be exported. */
    readonly signingKey: string | undefined;
  };
  readonly checksLinks: boolean;
  readonly tab: {
    readonly clientId: string;
    readonly hosts: TabHosts;
    /** Apps that may ask for tokens; Microsoft's own if it is empty. */
    readonly clients: readonly string[];
    readonly guests: boolean;
  };
  readonly teamsAppId: string | undefined;
  readonly partners: boolean;
  readonly publicHost: string | undefined;
}

export interface ProductionSettings extends AnyServer {
  readonly development: false;
  readonly registration: Registration;
}

/** Tokens are not checked there, so there is no registration. */
export interface DevelopmentSettings extends AnyServer {
  readonly development: true;
  readonly registration: undefined;
  readonly store: EmbeddedStore;
}

export type ServerSettings = ProductionSettings | DevelopmentSettings;

/** Throws SettingsError if the bot could authenticate in two ways. */
function registrationIn(settings: NamedSettings): Registration {
  const leftOver = leftOverIdentity(settings);
  if (leftOver.length > 0)
    throw new SettingsError(leftOver, { [leftOver[0] ?? '']: 'one way of showing the bot alone' });
  const appId = needed(settings, 'BOT_APP_ID');
  if (settings.BOT_APP_TYPE === 'UserAssignedMSI') return { type: 'UserAssignedMSI', appId };
  const { BOT_APP_CERTIFICATE: certificate } = settings;
  return certificate === undefined
    ? { type: 'SingleTenant', appId, password: needed(settings, 'BOT_APP_PASSWORD') }
    : { type: 'SingleTenant', appId, certificate };
}

/** With two custodians no one opens an identity that was not asked for. */
const identityRulesIn = (settings: NamedSettings): IdentityRules =>
  settings.IDENTITY_CUSTODIANS === '2'
    ? { custodians: 2, withoutRequest: false }
    : { custodians: 1, withoutRequest: settings.IDENTITY_WITHOUT_REQUEST !== 'no' };

export const certificateOf = ({ registration }: ServerSettings): string | undefined =>
  registration && 'certificate' in registration ? registration.certificate : undefined;

export const listeningIn = (settings: NamedSettings): ServerSettings['listening'] => ({
  host: settings.HOST,
  port: settings.PORT,
  maxConnections: settings.MAX_CONNECTIONS,
  health: settings.HEALTH_PORT === undefined ? undefined : { host: settings.HEALTH_HOST, port: settings.HEALTH_PORT },
});

function anyServerIn(settings: NamedSettings, environment: Environment) {
  return {
    listening: listeningIn(settings),
    metrics: settings.METRICS === 'yes',
    tenantId: needed(settings, 'TENANT_ID'),
    secret: needed(settings, 'CARRIED_STATE_SECRET'),
    secretBefore: settings.CARRIED_STATE_SECRET_BEFORE,
    recipients: recipientsIn(settings),
    retired: settings.RECIPIENTS_RETIRED,
    signedList: settings.RECIPIENTS_SIGNED,
    alerts: alertsIn(settings),
    casework: {
      timeLimits: timeLimitsIn(settings),
      referralDays: settings.REFERRAL_TARGET_DAYS,
      reviewYears: settings.REVIEW_YEARS,
      identity: identityRulesIn(settings),
      shortRoles: shortRolesIn(settings),
      messages: settings.MESSAGES_TO_REPORTERS === 'yes',
      replies: readReplies(environment),
      signingKey: settings.EXPORT_SIGNING_KEY,
    },
    checksLinks: settings.CHECK_LINKS === 'yes',
    teamsAppId: settings.TEAMS_APP_ID,
    partners: settings.PARTNERS === 'yes',
    publicHost: settings.PUBLIC_HOST,
  };
}

export type AtMicrosoft = Pick<ProductionSettings, 'registration' | 'tenantId' | 'connector' | 'tab' | 'publicHost'>;

/** Throws SettingsError if one is missing or the bot could authenticate in two ways. */
export function atMicrosoftIn(settings: NamedSettings): AtMicrosoft {
  const registration = registrationIn(settings);
  return {
    registration,
    tenantId: needed(settings, 'TENANT_ID'),
    connector: connectorIn(settings, false),
    tab: tabIn(settings, settings.TAB_CLIENT_ID ?? registration.appId),
    publicHost: settings.PUBLIC_HOST,
  };
}

const tabIn = (settings: NamedSettings, clientId: string): ServerSettings['tab'] => ({
  clientId,
  hosts: settings.TAB_HOSTS,
  clients: settings.TAB_CLIENTS,
  guests: settings.TAB_GUESTS === 'yes',
});

/** Throws SettingsError, which names every missing or wrong setting and no value, or says that this is development. */
export function loadServerSettings(environment: Environment = process.env): ProductionSettings {
  if (isDevelopment(environment)) throw new SettingsError(['CANDOUR_ENVIRONMENT']);
  const settings = checkedSettings(environment, neededInProduction, namesToPutRight(environment));
  return {
    ...commonIn(settings, environment),
    ...anyServerIn(settings, environment),
    ...atMicrosoftIn(settings),
    development: false,
    store: storeIn(settings),
  };
}

/**
 * From an environment that development has filled in. Throws SettingsError, and UseError if the environment is a
 * force's.
 */
export function loadFilledSettings(environment: Environment): DevelopmentSettings {
  if (!isDevelopment(environment)) throw new UseError('environment');
  const settings = checkedSettings(environment, () => neededInDevelopment);
  if (settings.STORE === 'cosmos') throw new UseError('cosmos');
  return {
    ...commonIn(settings, environment),
    ...anyServerIn(settings, environment),
    development: true,
    registration: undefined,
    connector: connectorIn(settings, true),
    store: embeddedIn(settings, 'development'),
    files: filesInDevelopment(settings),
    tab: tabIn(settings, needed(settings, 'TAB_CLIENT_ID')),
  };
}

const neededInDevelopment: readonly SettingName[] = [
  ...settingsWhere(({ needed }) => needed === 'always'),
  'TAB_CLIENT_ID',
];
export const neededInProduction = (settings: NamedSettings): readonly SettingName[] => [
  ...settingsWhere(({ needed }) => needed === 'always'),
  ...settingsWhere(({ needed }) => needed === 'production'),
  ...neededOfRoles.flatMap(({ role, names }) => (shortRolesIn(settings).includes(role) ? [] : names)),
  ...shownBy(settings),
];

/** Needed once enough people hold the role. */
const neededOfRoles = [
  { role: 'reserve', names: ['RECIPIENTS_RESERVE', 'ALERT_TARGET_RESERVE'] },
  { role: 'custodian', names: ['RECIPIENTS_CUSTODIANS'] },
] as const satisfies readonly { role: NeededRole; names: readonly SettingName[] }[];

const shortRolesIn = (settings: NamedSettings): readonly NeededRole[] => findShortRoles(rolesIn(settings));

/** A managed identity cannot expose the API of the tab: another registration has to. */
function shownBy({ BOT_APP_TYPE: type, BOT_APP_CERTIFICATE: certificate }: NamedSettings): readonly SettingName[] {
  if (type === 'UserAssignedMSI') return ['TAB_CLIENT_ID'];
  return certificate === undefined ? ['BOT_APP_PASSWORD'] : [];
}

/** Settings for another way to authenticate: only one may be set. */
export function leftOverIdentity(settings: NamedSettings): readonly SettingName[] {
  const ways = (['BOT_APP_PASSWORD', 'BOT_APP_CERTIFICATE'] as const).filter((name) => settings[name] !== undefined);
  return settings.BOT_APP_TYPE === 'UserAssignedMSI' || ways.length > 1 ? ways : [];
}
