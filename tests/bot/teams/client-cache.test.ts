import { ConfigurationBotFrameworkAuthentication, TurnContext } from 'botbuilder';
import { ClaimsIdentity, ConnectorFactory, type UserTokenClient } from 'botframework-connector';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { CandourAdapter } from '../../../bot/teams/candour-adapter.ts';
import { type AdmissionResult, CheckedAuthentication } from '../../../bot/teams/teams-authentication.ts';
import type { TokenCheckResult } from '../../../bot/teams/connector-token.ts';
import { type IncomingActivity, parseActivity } from '../../../bot/teams/incoming-activity.ts';
import { withClientCache } from '../../../bot/teams/connector-client.ts';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import { messageActivity, newPerson } from '../../support/journeys/teams-activities.ts';

const audience = 'https://api.botframework.com';
const activityFrom = (serviceUrl: string): IncomingActivity => {
  const surroundings = { person: newPerson(), serviceUrl, botId: '28:bot', now: new Date(0) };
  const activity = parseActivity(JSON.stringify(messageActivity(surroundings, 'hello')));
  if (activity === undefined) throw new Error('no activity');
  return activity;
};

/** Lets everybody in, with clients as the SDK makes them, of which the next fail as often as it is told to. */
class Failing extends CheckedAuthentication {
  readonly #sdk = new ConfigurationBotFrameworkAuthentication({});
  failures = 0;

  override async checkHeader(): Promise<TokenCheckResult> {
    return { kind: 'holds', serviceUrl: undefined };
  }

  override admit(): AdmissionResult {
    const claimsIdentity = new ClaimsIdentity([]);
    return {
      kind: 'caller',
      caller: { audience, claimsIdentity, connectorFactory: this.createConnectorFactory(claimsIdentity) },
    };
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const connectorFactory = this.#sdk.createConnectorFactory(identity);
    const isFailing = (): boolean => (this.failures -= 1) >= 0;
    class Maker extends ConnectorFactory {
      override async create(...asked: Parameters<ConnectorFactory['create']>) {
        if (isFailing()) throw new Error('no credentials');
        return connectorFactory.create(...asked);
      }
    }
    return new Maker();
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return this.#sdk.createUserTokenClient(identity);
  }
}

let inner: Failing;
let adapter: CandourAdapter;
beforeEach(() => {
  inner = new Failing();
  adapter = new CandourAdapter(withClientCache(inner, 300));
});

/** Does something in a turn of an activity from an address. */
async function inATurn(serviceUrl: string, turn: (context: TurnContext) => Promise<void>): Promise<void> {
  const activity = activityFrom(serviceUrl);
  const admitted = adapter.admit({ kind: 'holds', serviceUrl: undefined }, activity);
  if (admitted.kind === 'refused') throw new Error('the activity is refused');
  await adapter.runTurn(admitted.caller, activity, turn);
}

/** The clients that a turn of an activity has. */
async function clientsOfATurn(serviceUrl: string): Promise<readonly unknown[]> {
  const seen: unknown[] = [];
  await inATurn(serviceUrl, async (context) => {
    seen.push(context.turnState.get(adapter.ConnectorClientKey), context.turnState.get(adapter.UserTokenClientKey));
  });
  return seen;
}

describe('what is said in a chat', () => {
  let connector: Connector;
  beforeEach(async () => {
    connector = await startConnector();
  });
  afterEach(() => connector.stop());
  const say = () =>
    inATurn(connector.serviceUrl, async (context) => {
      await context.sendActivity('hello');
    });

  it.each([500, 503, 429, 'reset', 'accept-then-reset'] as const)(
    'is sent once where the answer is %s',
    async (answer) => {
      // Long enough for the client's own retries, which wait a second.
      adapter = new CandourAdapter(withClientCache(inner, 20_000));
      connector.plan(answer);
      await expect(say()).rejects.toThrow();
      expect(connector.requests).toHaveLength(1);
    },
  );

  it('is given up where no answer comes', async () => {
    connector.plan('hang');
    await expect(say()).rejects.toThrow(/abort/iu);
    expect(connector.requests).toHaveLength(1);
  });
});

describe('the clients of a turn', () => {
  it('are those of the turn before, from the same address', async () => {
    const [connector, tokens] = await clientsOfATurn('https://one.example/');
    const [again, tokensAgain] = await clientsOfATurn('https://one.example/');
    expect(connector).toBeDefined();
    expect(tokens).toBeDefined();
    expect(again).toBe(connector);
    expect(tokensAgain).toBe(tokens);
  });

  it('are others for another address, and call that address', async () => {
    const [one] = await clientsOfATurn('https://one.example/');
    const [other] = await clientsOfATurn('https://other.example/');
    expect(other).not.toBe(one);
    expect([one, other]).toMatchObject([{ baseUri: 'https://one.example/' }, { baseUri: 'https://other.example/' }]);
  });

  it('are made anew after they could not be made', async () => {
    inner.failures = 1;
    await expect(clientsOfATurn('https://one.example/')).rejects.toThrow('no credentials');
    const [connector] = await clientsOfATurn('https://one.example/');
    expect(connector).toBeDefined();
  });

  it('are forgotten when many other addresses have called since', async () => {
    const [first] = await clientsOfATurn('https://first.example/');
    for (let at = 0; at < 50; at += 1) await clientsOfATurn(`https://other${at}.example/`);
    const [again] = await clientsOfATurn('https://first.example/');
    expect(again).not.toBe(first);
  });

  it('are for the audience that they were asked for', async () => {
    const activity = new TurnContext(adapter, { type: 'message', serviceUrl: 'https://one.example/' }).activity;
    const { connectorFactory } = await withClientCache(inner, 300).authenticateRequest(activity, '');
    const one = await connectorFactory?.create('https://one.example/', audience);
    expect(await connectorFactory?.create('https://one.example/', audience)).toBe(one);
    expect(await connectorFactory?.create('https://one.example/', 'another')).not.toBe(one);
  });
});
