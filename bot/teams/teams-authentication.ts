import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import {
  type TokenCheckResult,
  createConnectorKeys,
  createConnectorTokenValidator,
  msteamsChannelId,
} from './connector-token.ts';
import type { ServerSettings } from '../config/server-settings.ts';
import { botCredentials, sdkSettings, type BotTokenOptions } from './bot-token.ts';
import { createServiceUrlCheck } from '../config/service-url.ts';

export type ValidToken = Extract<TokenCheckResult, { readonly kind: 'holds' }>;
export type ActivityOrigin = Pick<Activity, 'channelId' | 'serviceUrl'>;

export type ConnectorCaller = AuthenticateRequestResult;

export type AdmissionResult =
  | { readonly kind: 'caller'; readonly caller: ConnectorCaller }
  | { readonly kind: 'refused'; readonly reason: 'token' | 'channel' | 'service' };

/**
 * Checks the header before a body is read. The SDK's own check, which keeps a part of each token for good, never runs.
 */
export abstract class CheckedAuthentication extends BotFrameworkAuthentication {
  abstract checkHeader(authorization: string): Promise<TokenCheckResult>;
  abstract admit(bearer: ValidToken, activity: ActivityOrigin): AdmissionResult;

  /** Called by the SDK. Rejects if either step refuses. */
  override async authenticateRequest(activity: Activity, authorization: string): Promise<ConnectorCaller> {
    const checked = await this.checkHeader(authorization);
    const admitted = checked.kind === 'holds' ? this.admit(checked, activity) : checked;
    if (admitted.kind === 'refused') throw new Error('not authorised');
    return admitted.caller;
  }

  override async authenticateStreamingRequest(): Promise<ConnectorCaller> {
    throw new Error('not authorised');
  }
}

export interface AuthenticationOptions extends BotTokenOptions {
  readonly metadataUrl?: string;
}

interface TeamsAuthenticationDependencies {
  /** For outgoing calls only. */
  readonly sdk: BotFrameworkAuthentication;
  readonly check: (authorization: string) => Promise<TokenCheckResult>;
  readonly isServiceAddress: (address: string) => boolean;
  readonly identity: ClaimsIdentity;
  readonly oauthScope: string;
  readonly callerId: string | undefined;
}

class TeamsAuthentication extends CheckedAuthentication {
  readonly #parts: TeamsAuthenticationDependencies;

  constructor(parts: TeamsAuthenticationDependencies) {
    super();
    this.#parts = parts;
  }

  override checkHeader(authorization: string): Promise<TokenCheckResult> {
    return this.#parts.check(authorization);
  }

  override admit(bearer: ValidToken, { channelId, serviceUrl }: ActivityOrigin): AdmissionResult {
    const { isServiceAddress, identity, callerId } = this.#parts;
    if (channelId !== msteamsChannelId) return { kind: 'refused', reason: 'channel' };
    // An answer goes only to the address that its token was made for.
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

const skipTokenCheck = async (): Promise<TokenCheckResult> => ({ kind: 'holds', serviceUrl: undefined });

/**
 * Our code checks callers' tokens, the SDK makes the bot's own. Development has neither: it listens on loopback only.
 */
export function createTeamsAuthentication(
  { registration, connector, tenantId }: ServerSettings,
  options: AuthenticationOptions = {},
): CheckedAuthentication {
  const isServiceAddress = createServiceUrlCheck(connector);
  const now = options.now ?? (() => Date.now());
  const { issuer, metadataUrl, channelService, oauthScope, callerId } = connector.cloud;
  if (registration === undefined) {
    const sdk = new ConfigurationBotFrameworkAuthentication({});
    const identity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
    const check = skipTokenCheck;
    return new TeamsAuthentication({ sdk, check, isServiceAddress, identity, oauthScope, callerId: undefined });
  }
  const { appId } = registration;
  const settings = { ...sdkSettings({ registration, tenantId }), ChannelService: channelService };
  const keys = createConnectorKeys({ metadataUrl: options.metadataUrl ?? metadataUrl, now });
  return new TeamsAuthentication({
    sdk: new ConfigurationBotFrameworkAuthentication(
      settings,
      botCredentials({ registration, connector, tenantId }, options),
    ),
    check: createConnectorTokenValidator({ keys, issuer, appId, now }),
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
