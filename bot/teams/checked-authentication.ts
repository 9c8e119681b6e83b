import type { Activity } from 'botbuilder';
import { type AuthenticateRequestResult, BotFrameworkAuthentication } from 'botframework-connector';
import type { CheckedHeader } from './connector-token.ts';

/** A header that holds. */
export type Bearer = Extract<CheckedHeader, { readonly kind: 'holds' }>;
/** The fields of an activity that are looked at before anything runs. */
export type Calling = Pick<Activity, 'channelId' | 'serviceUrl'>;

/** Who calls, as the SDK wants to know it. */
export type Caller = AuthenticateRequestResult;

/** Who calls, or why it is not Teams that does. */
export type Admitted =
  | { readonly kind: 'caller'; readonly caller: Caller }
  | { readonly kind: 'refused'; readonly reason: 'token' | 'channel' | 'service' };

/**
 * An authentication in two steps, so that the header is looked at before a body is read. Whatever the SDK itself asks
 * for goes through the same two: its own check of incoming tokens, which keeps a part of each for good, never runs.
 */
export abstract class CheckedAuthentication extends BotFrameworkAuthentication {
  /** Checks what needs no body. Never rejects. */
  abstract checkHeader(authorization: string): Promise<CheckedHeader>;
  /** Holds an activity against the header that it came with. */
  abstract admit(bearer: Bearer, activity: Calling): Admitted;

  /** Both at once, for the SDK. Rejects where either refuses. */
  override async authenticateRequest(activity: Activity, authorization: string): Promise<Caller> {
    const checked = await this.checkHeader(authorization);
    const admitted = checked.kind === 'holds' ? this.admit(checked, activity) : checked;
    if (admitted.kind === 'refused') throw new Error('not authorised');
    return admitted.caller;
  }

  /** Nothing streams here. Rejects. */
  override async authenticateStreamingRequest(): Promise<Caller> {
    throw new Error('not authorised');
  }
}
