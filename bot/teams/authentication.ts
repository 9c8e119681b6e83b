import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import {
  AuthenticationConstants,
  type BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { type Admitted, type Bearer, type Calling, CheckedAuthentication } from './checked-authentication.ts';
import { type AppCertificate, readCertificate } from '../settings/app-certificate.ts';
import type { ProductionSettings, ServerSettings } from '../settings/server-settings.ts';
import { SettingsError } from '../settings/settings-error.ts';
import { certificateCredentials, entraTokenAddress } from './certificate-credentials.ts';
import { createConnectorKeys } from './connector-keys.ts';
import { type CheckedHeader, createConnectorTokens, teamsChannel } from './connector-token.ts';
import { createServiceAddresses } from '../settings/service-address.ts';

/** By default the real cloud and the real time. */
export interface AuthenticationSurroundings {
  readonly metadataUrl?: string;
  readonly credentials?: ServiceClientCredentialsFactory;
  readonly tokenUrl?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** The certificate in its file now, or the last usable one. Throws SettingsError at first. */
function renewedCertificate(path: string, now: () => number): () => AppCertificate {
  const read = () => readCertificate(path, new Date(now()));
  const first = read();
  if (typeof first === 'string') throw new SettingsError(['BOT_APP_CERTIFICATE']);
  let last = first;
  return () => {
    const found = read();
    if (typeof found !== 'string') last = found;
    return last;
  };
}

type Shown = Pick<ProductionSettings, 'registration' | 'tenantId'>;

const sdkSettings = ({ registration, tenantId }: Shown) => ({
  MicrosoftAppId: registration.appId,
  MicrosoftAppPassword: 'password' in registration ? registration.password : '',
  MicrosoftAppType: registration.type,
  MicrosoftAppTenantId: tenantId,
});

/** Throws SettingsError if the certificate cannot be used. */
export function botCredentials(
  { registration, connector, tenantId }: Shown & Pick<ProductionSettings, 'connector'>,
  { credentials, tokenUrl, now = () => Date.now() }: AuthenticationSurroundings = {},
): ServiceClientCredentialsFactory {
  if (credentials !== undefined) return credentials;
  if (!('certificate' in registration))
    return new ConfigurationServiceClientCredentialFactory(sdkSettings({ registration, tenantId }));
  return certificateCredentials({
    appId: registration.appId,
    tokenUrl: tokenUrl ?? entraTokenAddress(connector.cloud.entra, tenantId),
    certificate: renewedCertificate(registration.certificate, now),
    now,
  });
}

interface Parts {
  /** For outgoing calls only: it checks no incoming token. */
  readonly sdk: BotFrameworkAuthentication;
  readonly check: (authorization: string) => Promise<CheckedHeader>;
  readonly isServiceAddress: (address: string) => boolean;
  readonly identity: ClaimsIdentity;
  readonly oauthScope: string;
  readonly callerId: string | undefined;
}

class TeamsAuthentication extends CheckedAuthentication {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    super();
    this.#parts = parts;
  }

  override checkHeader(authorization: string): Promise<CheckedHeader> {
    return this.#parts.check(authorization);
  }

  override admit(bearer: Bearer, { channelId, serviceUrl }: Calling): Admitted {
    const { isServiceAddress, identity, callerId } = this.#parts;
    if (channelId !== teamsChannel) return { kind: 'refused', reason: 'channel' };
    // An answer goes only to the address that the token was made for.
    if (bearer.serviceUrl !== undefined && bearer.serviceUrl !== serviceUrl)
      return { kind: 'refused', reason: 'token' };
    if (!isServiceAddress(serviceUrl)) return { kind: 'refused', reason: 'service' };
    return {
      kind: 'caller',
      caller: {
        audience: this.getOriginatingAudience(),
        claimsIdentity: identity,
        ...(callerId !== undefined && { callerId }),
        connectorFactory: this.createConnectorFactory(identity),
      },
    };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return this.#parts.sdk.createConnectorFactory(identity);
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.#parts.sdk.createUserTokenClient(identity);
  }

  override getOriginatingAudience(): string {
    return this.#parts.oauthScope;
  }
}

const nothingChecked = async (): Promise<CheckedHeader> => ({ kind: 'holds', serviceUrl: undefined });

/**
 * Our code checks callers' tokens, the SDK makes the bot's own. Development has neither: it listens on loopback only.
 */
export function createAuthentication(
  { registration, connector, tenantId }: ServerSettings,
  surroundings: AuthenticationSurroundings = {},
): CheckedAuthentication {
  const isServiceAddress = createServiceAddresses(connector);
  const now = surroundings.now ?? (() => Date.now());
  const { issuer, metadataUrl, channelService, oauthScope, callerId } = connector.cloud;
  if (registration === undefined) {
    const sdk = new ConfigurationBotFrameworkAuthentication({});
    const identity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    const check = nothingChecked;
    return new TeamsAuthentication({ sdk, check, isServiceAddress, identity, oauthScope, callerId: undefined });
  }
  const { appId } = registration;
  const settings = { ...sdkSettings({ registration, tenantId }), ChannelService: channelService };
  const keys = createConnectorKeys({ metadataUrl: surroundings.metadataUrl ?? metadataUrl, now });
  return new TeamsAuthentication({
    sdk: new ConfigurationBotFrameworkAuthentication(
      settings,
      botCredentials({ registration, connector, tenantId }, surroundings),
    ),
    check: createConnectorTokens({ keys, issuer, appId, now }),
    isServiceAddress,
    identity: new ClaimsIdentity(
      [
        { type: AuthenticationConstants.IssuerClaim, value: issuer },
        { type: AuthenticationConstants.AudienceClaim, value: appId },
      ],
      'bot',
    ),
    oauthScope,
    callerId,
  });
}
