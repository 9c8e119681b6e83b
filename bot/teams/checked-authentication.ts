import type { Activity } from 'botbuilder';
import { type AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector';
import type { CheckedHeader } from './connector-token.ts';

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
