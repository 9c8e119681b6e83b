import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import { AuthenticationConstants, type BotFrameworkAuthentication } from 'botframework-connector';
import { z } from 'zod';
import type { IncomingActivity } from './incoming-activity.ts';

type Caller = Awaited<ReturnType<BotFrameworkAuthentication['authenticateRequest']>>;

// The SDK's own type asks for fields that no channel sends; ours was parsed before.
const sdkActivity = z.custom<Activity>(() => true);

/** What became of an activity: its token did not hold, or what an invoke is answered with. */
export type Answered = { readonly kind: 'noToken' } | { readonly kind: 'answered'; readonly invoke?: InvokeResponse };

/**
 * The Bot Framework's adapter with the token check told apart from the turn: the stock `process` answers a bad
 * signature with 500 and writes errors, which may hold anything, to the console and into the response.
 */
export class CandourAdapter extends CloudAdapter {
  readonly #authentication: BotFrameworkAuthentication;

  constructor(authentication: BotFrameworkAuthentication) {
    super(authentication);
    this.#authentication = authentication;
  }

  /** Checks the caller's token and runs one turn. Throws what the turn throws. */
  async answer(
    authorization: string,
    activity: IncomingActivity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<Answered> {
    const incoming = sdkActivity.parse(activity);
    let caller: Caller;
    try {
      caller = await this.#authentication.authenticateRequest(incoming, authorization);
    } catch {
      return { kind: 'noToken' };
    }
    // The SDK also believes tokens that Entra gives to whoever holds the app's secret, for its Emulator, and looks for no
    // service address in them: with one, anybody could be made to have said anything.
    const issuer = caller.claimsIdentity.getClaimValue(AuthenticationConstants.IssuerClaim);
    const isOfChannel = issuer === null || issuer === AuthenticationConstants.ToBotFromChannelTokenIssuer;
    if (!isOfChannel) return { kind: 'noToken' };
    return { kind: 'answered', invoke: await this.processActivity(caller, incoming, turn) };
  }
}
