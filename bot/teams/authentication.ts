import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { type CheckedHeader, createConnectorKeys, createConnectorTokens, teamsChannel } from './connector-token.ts';
import type { ServerSettings } from '../config/server-settings.ts';
import { botCredentials, sdkSettings, type TokenSurroundings } from './bot-token.ts';
import { createServiceAddresses } from '../config/service-address.ts';

export type Bearer = Extract<CheckedHeader, { readonly kind: 'holds' }>;
export type Calling = Pick<Activity, 'channelId' | 'serviceUrl'>;

export type Caller = AuthenticateRequestResult;

export type Admitted =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'refused'; readonly reason: 'token' | 'channel' | 'service' };

/**
 * Checks the header before a body is read. The SDK's own check, which keeps a part of each token for good, never runs.
 */
export abstract class CheckedAuthentication extends BotFrameworkAuthentication {
  /** Never rejects. */
  abstract checkHeader(authorization: string): Promise<CheckedHeader>;
  abstract admit(bearer: Bearer, activity: Calling): Admitted;

  /** For the SDK. Rejects if either step refuses. */
  override async authenticateRequest(activity: Activity, authorization: string): Promise<Caller> {
    const checked = await this.checkHeader(authorization);
    const admitted = checked.kind === 'holds' ? this.admit(checked, activity) : checked;
    if (admitted.kind === 'refused') throw new Error('not authorised');
    return admitted.caller;
  }

  override async authenticateStreamingRequest(): Promise<Caller> {
    throw new Error('not authorised');
  }
}

/** By default the real cloud and the real time. */
export interface AuthenticationSurroundings extends TokenSurroundings {
  readonly metadataUrl?: string;
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
