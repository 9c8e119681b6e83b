import { type Activity, CloudAdapter, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { AdmissionResult, ValidToken, ConnectorCaller, CheckedAuthentication } from './teams-authentication.ts';
import type { TokenCheckResult } from './connector-token.ts';
import type { IncomingActivity } from './incoming-activity.ts';

interface SdkTurn {
  run(
    caller: ConnectorCaller,
    activity: Pick<Activity, 'type' | 'channelId' | 'serviceUrl' | 'id' | 'locale'> &
      Readonly<Record<'from' | 'recipient' | 'conversation', { readonly id: string }>>,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined>;
}

/**
 * The SDK's `process` reads the body before the token is checked, answers a bad signature with 500, and writes errors,
 * which may hold anything, to the console and the response.
 */
export class CandourAdapter extends CloudAdapter {
  readonly #authentication: CheckedAuthentication;

  constructor(authentication: CheckedAuthentication) {
    super(authentication);
    this.#authentication = authentication;
  }

  check(authorization: string): Promise<TokenCheckResult> {
    return this.#authentication.checkHeader(authorization);
  }

  admit(bearer: ValidToken, activity: IncomingActivity): AdmissionResult {
    return this.#authentication.admit(bearer, activity);
  }

  /** Returns the answer to an invoke. The SDK never sees a person's words. */
  async runTurn(
    caller: ConnectorCaller,
    activity: IncomingActivity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    const sdk: SdkTurn = { run: this.processActivity.bind(this) };
    const { type, channelId, serviceUrl, id, locale, from, recipient, conversation } = activity;
    const sdkActivity = {
      type,
      channelId,
      serviceUrl,
      from,
      recipient,
      conversation,
      ...(id && { id }),
      ...(locale && { locale }),
    };
    const turnReferences: { turn?: typeof turn; state?: TurnContext['turnState'] } = { turn };
    try {
      return await sdk.run(caller, sdkActivity, async (context) => {
        turnReferences.state = context.turnState;
        await turnReferences.turn?.(context);
      });
    } finally {
      // The SDK's closures hold this in memory after the turn.
      turnReferences.state?.clear();
      delete turnReferences.turn;
    }
  }
}
