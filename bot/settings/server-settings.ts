import type { TimeLimits } from '../../concerns/records/deadlines.ts';
import type { Recipients } from '../../concerns/terms/recipients.ts';
import { type AlertSettings, alertsIn } from './alert-settings.ts';
import { checkedSettings, commonIn, type CommonSettings } from './common-settings.ts';
import type { Environment } from './given-settings.ts';
import { recipientsIn } from './recipients.ts';
import { type ConnectorSettings, connectorIn } from './service-address.ts';
import { type NamedSettings, needed, type SettingName } from './settings-schema.ts';
import { type EmbeddedStore, embeddedIn, storeIn } from './store-settings.ts';
import { UseError } from './use-error.ts';

/** The bot's registration in Entra, by which its callers and it are known. */
export type Registration =
  | { readonly type: 'SingleTenant'; readonly appId: string; readonly password: string }
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
  readonly tenantId: string;
  readonly connector: ConnectorSettings;
  /** What wraps the day keys, and what did for two days after it was changed. */
  readonly secret: string;
  readonly secretBefore: string | undefined;
  /** The public lines that are sealed to. */
  readonly recipients: Recipients;
  /** Lines that were sealed to before. */
  readonly retired: readonly string[];
  readonly alerts: AlertSettings;
  readonly casework: {
    /** The limits that the force has set for its deadlines; a deadline without one does not run. */
    readonly timeLimits: TimeLimits;
    readonly referralDays: number | undefined;
    readonly reviewYears: number;
    /** Whether the unit may write to those who reported: once counsel agreed. */
    readonly messages: boolean;
    /** What signs exports, PKCS #8 in base64; without it cases cannot be exported. */
    readonly signingKey: string | undefined;
  };
  readonly tab: {
    /** What its tokens are made for. */
    readonly clientId: string;
    /** The apps that may ask for them; Microsoft's own where it is empty. */
    readonly clients: readonly string[];
    readonly guests: boolean;
  };
  /** The app's id in Teams, which the link to the page for reporting needs. */
  readonly teamsAppId: string | undefined;
}

/** What a force's server is told. */
export interface ProductionSettings extends AnyServer {
  readonly development: false;
  readonly registration: Registration;
}

/** What a server of development is told. Nobody's token is checked there, so there is no registration. */
export interface DevelopmentSettings extends AnyServer {
  readonly development: true;
  readonly registration: undefined;
  readonly store: EmbeddedStore;
}

export type ServerSettings = ProductionSettings | DevelopmentSettings;

/** What any server must be told. */
const neededAlways = ['TENANT_ID', 'CARRIED_STATE_SECRET', 'ALERT_TARGET_ACU', 'ALERT_TARGET_RESERVE'] as const;
/** What development has nothing of, or makes by itself. */
const neededInProduction = [
  'BOT_APP_ID',
  'STORE',
  'RECIPIENTS_ACU',
  'RECIPIENTS_RECOVERY',
  'RECIPIENTS_RESERVE',
  'RECIPIENTS_CUSTODIANS',
  'ROLE_HANDLERS',
  'ROLE_RESERVE',
  'ROLE_ADMINS',
] as const;

function neededBy(settings: NamedSettings, development: boolean): readonly SettingName[] {
  if (development) return [...neededAlways, 'TAB_CLIENT_ID'];
  const password = settings.BOT_APP_TYPE === 'SingleTenant' ? (['BOT_APP_PASSWORD'] as const) : [];
  return [...neededAlways, ...neededInProduction, ...password];
}

const registrationIn = (settings: NamedSettings): Registration =>
  settings.BOT_APP_TYPE === 'SingleTenant'
    ? {
        type: 'SingleTenant',
        appId: needed(settings, 'BOT_APP_ID'),
        password: needed(settings, 'BOT_APP_PASSWORD'),
      }
    : { type: 'UserAssignedMSI', appId: needed(settings, 'BOT_APP_ID') };

function anyServerIn(settings: NamedSettings, development: boolean) {
  const { HEALTH_PORT: healthPort } = settings;
  return {
    listening: {
      host: settings.HOST,
      port: settings.PORT,
      maxConnections: settings.MAX_CONNECTIONS,
      health: healthPort === undefined ? undefined : { host: settings.HEALTH_HOST, port: healthPort },
    },
    tenantId: needed(settings, 'TENANT_ID'),
    connector: connectorIn(settings, development),
    secret: needed(settings, 'CARRIED_STATE_SECRET'),
    secretBefore: settings.CARRIED_STATE_SECRET_BEFORE,
    recipients: recipientsIn(settings),
    retired: settings.RECIPIENTS_RETIRED,
    alerts: alertsIn(settings),
    casework: {
      timeLimits: {
        ...(settings.ACKNOWLEDGE_TARGET_DAYS !== undefined && { acknowledge: settings.ACKNOWLEDGE_TARGET_DAYS }),
        ...(settings.TRIAGE_TARGET_DAYS !== undefined && { triage: settings.TRIAGE_TARGET_DAYS }),
        ...(settings.UPDATE_TARGET_DAYS !== undefined && { update: settings.UPDATE_TARGET_DAYS }),
      },
      referralDays: settings.REFERRAL_TARGET_DAYS,
      reviewYears: settings.REVIEW_YEARS,
      messages: settings.MESSAGES_TO_REPORTERS === 'yes',
      signingKey: settings.EXPORT_SIGNING_KEY,
    },
    teamsAppId: settings.TEAMS_APP_ID,
  };
}

/**
 * The settings of a server, those of this process where no environment is given. Throws SettingsError, which names
 * every setting that is missing or wrong and no value, and UseError where development is to work on a force's store.
 */
export function loadServerSettings(environment: Environment = process.env): ServerSettings {
  const settings = checkedSettings(environment, neededBy);
  const common = commonIn(settings, environment);
  const any = { ...common, ...anyServerIn(settings, common.development) };
  const tab = { clients: settings.TAB_CLIENTS, guests: settings.TAB_GUESTS === 'yes' };
  if (common.development) {
    if (settings.STORE === 'cosmos') throw new UseError('cosmos');
    const store = embeddedIn(settings, 'development');
    const clientId = needed(settings, 'TAB_CLIENT_ID');
    return { ...any, development: true, registration: undefined, store, tab: { ...tab, clientId } };
  }
  const registration = registrationIn(settings);
  const clientId = settings.TAB_CLIENT_ID ?? registration.appId;
  return { ...any, development: false, registration, store: storeIn(settings), tab: { ...tab, clientId } };
}
