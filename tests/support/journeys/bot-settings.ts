import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { developmentEnvironment } from '../../../development/development-settings.ts';
import { developmentPeople, developmentTeam, developmentTenantId } from '../../../development/development-tenant.ts';
import type { Recipients } from '../../../core/model/public-keys.ts';
import { forceNames } from '../config/force-names.ts';
import type { TokenIssuer } from '../../fakes/token-issuer.ts';

/** The tenant that every bot of the journeys belongs to. */
export const tenantId = developmentTenantId;

/** Where a bot of the journeys posts its alerts. */
export const channels = {
  acu: developmentTeam.alertsChannelId,
  acuSecond: '19:duty@thread.tacv2',
  reserve: '19:reserve@thread.tacv2',
  admins: '19:admins@thread.tacv2',
} as const;

/** The doors of a bot: the dialog of production, or the chat of development. */
export type EntryPoint = 'chat' | 'dialog';

type Environment = Readonly<Record<string, string>>;

interface Surroundings {
  readonly door: EntryPoint;
  readonly folder: string;
  readonly serviceUrl: string;
  readonly issuer: TokenIssuer;
  readonly store: 'sqlite' | 'cosmos';
  readonly recipients: Recipients;
}

const placesOfAlerts = (serviceUrl: string): Environment => ({
  BOT_SERVICE_HOSTS: new URL(serviceUrl).origin,
  ALERT_SERVICE_URL: serviceUrl,
  ALERT_TARGET_ACU: channels.acu,
  ALERT_TARGET_RESERVE: channels.reserve,
  ALERT_TARGET_ADMINS: channels.admins,
  // No test asks the internet.
  CHECK_LINKS: 'no',
});

/** Every setting that a server in production must have. */
function productionSettings({ folder, serviceUrl, issuer, store, recipients }: Surroundings): Environment {
  return {
    CANDOUR_ENVIRONMENT: 'production',
    PORT: '0',
    TENANT_ID: tenantId,
    BOT_APP_ID: issuer.appId,
    BOT_APP_PASSWORD: issuer.appSecret,
    STORE: store,
    SQLITE_PATH: join(folder, 'candour.db'),
    ...(store === 'cosmos' && { COSMOS_ENDPOINT: 'https://127.0.0.1/' }),
    CARRIED_STATE_SECRET: randomBytes(33).toString('base64'),
    RECIPIENTS_ACU: recipients.acu.join(' '),
    RECIPIENTS_RECOVERY: recipients.recovery.join(' '),
    RECIPIENTS_RESERVE: recipients.reserve.join(' '),
    RECIPIENTS_CUSTODIANS: recipients.custodians.join(' '),
    ROLE_HANDLERS: developmentPeople.handler,
    ROLE_CUSTODIANS: developmentPeople.custodian,
    ROLE_RESERVE: `${developmentPeople.reserve} ${developmentPeople.secondReserve}`,
    ROLE_SUPERVISORS: developmentPeople.supervisor,
    ROLE_SUMMARY_ACU: developmentPeople.handler,
    ROLE_SUMMARY_WIDER: developmentPeople.summaryReader,
    ROLE_COMMUNICATIONS: `${developmentPeople.writer} ${developmentPeople.secondWriter}`,
    ROLE_ADMINS: developmentPeople.admin,
    ...forceNames,
    ...placesOfAlerts(serviceUrl),
  };
}

/** The environment of a bot: production's for the dialog door, development's for the chat door. */
export function createBotSettings(surroundings: Surroundings): Readonly<Record<string, string | undefined>> {
  if (surroundings.door === 'dialog') return productionSettings(surroundings);
  return developmentEnvironment({
    PORT: '0',
    SQLITE_PATH: join(surroundings.folder, 'candour.db'),
    ...placesOfAlerts(surroundings.serviceUrl),
  });
}

/** An app id as Entra gives one. */
export const newAppId = (): string => randomUUID();
