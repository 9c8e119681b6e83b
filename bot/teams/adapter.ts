import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { Admitted, Bearer, Caller, CheckedAuthentication } from './checked-authentication.ts';
import type { CheckedHeader } from './connector-token.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** One turn of the SDK, by what it reads of an activity: its own type asks for fields that no channel sends. */
interface SdkTurn {
  run(
    caller: Caller,
    activity: Pick<Activity, 'type' | 'channelId' | 'serviceUrl' | 'id' | 'locale'> &
      Readonly<Record<'from' | 'recipient' | 'conversation', { readonly id: string }>>,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined>;
}

/**
 * The Bot Framework's adapter with the token check told apart from the turn: the stock `process` reads a body first,
 * answers a bad signature with 500 and writes errors, which may hold anything, to the console and into the response.
 */
export class CandourAdapter extends CloudAdapter {
  readonly #authentication: CheckedAuthentication;

  constructor(authentication: CheckedAuthentication) {
    super(authentication);
    this.#authentication = authentication;
  }

  /** Checks the header of a request, before anything else of it is read. Never rejects. */
  check(authorization: string): Promise<CheckedHeader> {
    return this.#authentication.checkHeader(authorization);
  }

  /** Holds an activity against the header that it came with. */
  admit(bearer: Bearer, activity: IncomingActivity): Admitted {
    return this.#authentication.admit(bearer, activity);
  }

  /**
   * Runs one turn, and gives what an invoke is answered with. The SDK is told who speaks and where, and nothing of what
   * they say; when the turn is over it reaches nothing of it. Throws what the turn throws.
   */
  async answer(
    caller: Caller,
    activity: IncomingActivity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const sdk: SdkTurn = { run: this.processActivity.bind(this) };
    const { type, channelId, serviceUrl, id, locale, from, recipient, conversation } = activity;
    const about = {
      type,
      channelId,
      serviceUrl,
      from,
      recipient,
      conversation,
      ...(id && { id }),
      ...(locale && { locale }),
    };
    const now: { turn?: typeof turn; state?: TurnContext['turnState'] } = { turn };
    try {
      return await sdk.run(caller, about, async (context) => {
        now.state = context.turnState;
        await now.turn?.(context);
      });
    } finally {
      // The SDK's functions outlive their turn: what they reach stays in memory until everything is collected.
      now.state?.clear();
      delete now.turn;
    }
  }
}
