import type { TimeLimits } from '../../concerns/records/deadlines.ts';
import type { IdentityRules } from '../../concerns/records/identity-request.ts';
import type { NeededRole } from '../../concerns/terms/directory.ts';
import type { Recipients } from '../../concerns/terms/recipients.ts';
import { type AlertSettings, alertsIn } from './alert-settings.ts';
import { checkedSettings, commonIn, type CommonSettings, timeLimitsIn } from './common-settings.ts';
import { namesToPutRight } from './contacts-settings.ts';
import { isDevelopment } from './expect-development.ts';
import type { Environment } from './given-settings.ts';
import { recipientsIn } from './recipients.ts';
import { leftOverIdentity, neededInDevelopment, neededInProduction, shortRolesIn } from './needed-settings.ts';
import { type ConnectorSettings, connectorIn } from './service-address.ts';
import type { Replies } from '../../words/reply-templates.ts';
import { readReplies } from './reply-settings.ts';
import { SettingsError } from './settings-error.ts';
import { type NamedSettings, needed } from './settings-schema.ts';
import { filesInDevelopment } from './files-settings.ts';
import { type EmbeddedStore, embeddedIn, storeIn } from './store-settings.ts';
import type { TabHosts } from './tab-hosts.ts';
import { UseError } from './use-error.ts';

/** The bot's registration in Entra, by which its callers and it are known, and the one way in which it shows itself. */
export type Registration =
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
    /** The address of the health checks, where they have one of their own. */
    readonly health: { readonly host: string; readonly port: number } | undefined;
  };
  /** Whether numbers are handed out beside the health checks. */
  readonly metrics: boolean;
  readonly tenantId: string;
  readonly connector: ConnectorSettings;
  /** The secret that wraps the day keys, and the one that did for two days after it was changed. */
  readonly secret: string;
  readonly secretBefore: string | undefined;
  /** The public lines that are sealed to. */
  readonly recipients: Recipients;
  /** Lines that were sealed to before. */
  readonly retired: readonly string[];
  /** The ceremony's signature over both, which the page holds against its own public half. */
  readonly signedList: string | undefined;
  readonly alerts: AlertSettings;
  readonly casework: {
    /** The limits that the force has set for its deadlines; a deadline without one does not run. */
    readonly timeLimits: TimeLimits;
    readonly referralDays: number | undefined;
    readonly reviewYears: number;
    readonly identity: IdentityRules;
    /** The roles that too few people hold for what Candour promises: no report is taken that needs one of them. */
    readonly shortRoles: readonly NeededRole[];
    /** Whether the unit may write to those who reported: once counsel agreed. */
    readonly messages: boolean;
    /** The replies that such a message may begin with. */
    readonly replies: Replies;
    /** The key that signs exports, PKCS #8 in base64; without it cases cannot be exported. */
    readonly signingKey: string | undefined;
  };
  /** Whether the links of guidance are tried from this server. */
  readonly checksLinks: boolean;
  readonly tab: {
    /** The audience that its tokens are made for. */
    readonly clientId: string;
    /** Where the tab is offered: in Teams alone, or in Outlook and Microsoft 365 as well. */
    readonly hosts: TabHosts;
    /** The apps that may ask for them; Microsoft's own in those hosts where it is empty. */
    readonly clients: readonly string[];
    readonly guests: boolean;
  };
  /** The app's id in Teams, which the link to the page for reporting needs. */
  readonly teamsAppId: string | undefined;
  /** Whether partners of the force have a page of their own, and admins the page on which they invite them. */
  readonly partners: boolean;
  /** The name under which everybody reaches the server; without it sheets of the guidance have no code. */
  readonly publicHost: string | undefined;
}

/** The settings of a force's server. */
export interface ProductionSettings extends AnyServer {
  readonly development: false;
  readonly registration: Registration;
}

/** The settings of a server of development. Nobody's token is checked there, so there is no registration. */
export interface DevelopmentSettings extends AnyServer {
  readonly development: true;
  readonly registration: undefined;
  readonly store: EmbeddedStore;
}

export type ServerSettings = ProductionSettings | DevelopmentSettings;

/** Throws SettingsError where there is more than one way for the bot to show itself. */
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

/** Where it takes two custodians, none opens an identity that nobody asked for. */
const identityRulesIn = (settings: NamedSettings): IdentityRules =>
  settings.IDENTITY_CUSTODIANS === '2'
    ? { custodians: 2, withoutRequest: false }
    : { custodians: 1, withoutRequest: settings.IDENTITY_WITHOUT_REQUEST !== 'no' };

/** The file of the certificate that the bot shows itself by, where it does. */
export const certificateOf = ({ registration }: ServerSettings): string | undefined =>
  registration && 'certificate' in registration ? registration.certificate : undefined;

/** The addresses on which a server listens. */
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

/** Everything by which a server is known at Microsoft, and knows those who come from there. */
export type AtMicrosoft = Pick<ProductionSettings, 'registration' | 'tenantId' | 'connector' | 'tab' | 'publicHost'>;

/** Reads that of a force's settings. Throws SettingsError where one of them is missing or there are two ways to be shown. */
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

/**
 * The settings of a force's server, those of this process where no environment is given. Throws SettingsError, which
 * names every setting that is missing or wrong and no value; of development's, that it is development.
 */
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
 * The settings of a server of development, out of an environment that development has filled in. Throws SettingsError
 * as above, and UseError where the environment is a force's.
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
