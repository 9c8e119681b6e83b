import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createBotAuthentication } from './bot-authentication.ts';
import { type Connector, startConnector } from './connector.ts';
import { createOutboundCredentials } from './outbound-credentials.ts';
import { startTokenIssuer, type TokenIssuer } from './token-issuer.ts';

const appId = '7f0f8f5a-8c1e-4d0a-9a0c-4f0d3c0f9b11';
class OpenAdapter extends CloudAdapter {
  turn(authorization: string, incoming: Activity, logic: (context: TurnContext) => Promise<void>): Promise<unknown> {
    return this.processActivity(authorization, incoming, logic);
  }
}

let issuer: TokenIssuer;
let connector: Connector;
beforeEach(async () => {
  issuer = await startTokenIssuer({ appId });
  connector = await startConnector({ isKnown: issuer.isIssued });
});
afterEach(async () => {
  await connector.stop();
  await issuer.stop();
});

const bot = (secret = issuer.appSecret) =>
  new ConfigurationBotFrameworkAuthentication(
    createBotAuthentication(issuer),
    createOutboundCredentials(issuer, secret),
  );
const activity = (channelId = 'msteams'): Activity => ({
  type: 'message',
  id: '1',
  channelId,
  serviceUrl: connector.serviceUrl,
  from: { id: '29:1', name: '' },
  recipient: { id: '28:bot', name: '' },
  conversation: { id: 'a:chat', name: '', isGroup: false, conversationType: 'personal' },
  // What no channel sends, and the SDK's own type asks for.
  text: '',
  label: '',
  valueType: '',
  callerId: '',
  localTimezone: '',
  listenFor: [],
});

/** Whether botbuilder believes a token. It writes what it refuses to the console, which no test may. */
async function isBelieved(token: string, authentication = bot(), channelId = 'msteams'): Promise<boolean> {
  const written = jest.spyOn(console, 'error').mockImplementation(() => {});
  try {
    const header = token === '' ? '' : `Bearer ${token}`;
    return (await authentication.authenticateRequest(activity(channelId), header)).claimsIdentity.isAuthenticated;
  } catch {
    return false;
  } finally {
    written.mockRestore();
  }
}
const serviceurl = (): { serviceurl: string } => ({ serviceurl: connector.serviceUrl });

describe('a token', () => {
  it('of the issuer for the bot is believed', async () => {
    expect(await isBelieved(await issuer.token(serviceurl()))).toBe(true);
  });

  it.each([
    ['for another audience', { aud: 'another' }],
    ['of another issuer', { iss: 'https://issuer.example' }],
    ['that has expired', { exp: Math.floor(Date.now() / 1_000) - 4_000 }],
    ['that is not good yet', { nbf: Math.floor(Date.now() / 1_000) + 4_000 }],
    ['for another service', { serviceurl: 'https://service.example' }],
    ['without a service', { serviceurl: undefined }],
  ])('%s is not', async (_, claims) => {
    expect(await isBelieved(await issuer.token({ ...serviceurl(), ...claims }))).toBe(false);
  });

  it.each(['otherKey', 'publicKeyAsSecret', 'unsigned'] as const)('forged by %s is not', async (how) => {
    expect(await isBelieved(await issuer.forgedToken(how, serviceurl()))).toBe(false);
  });

  it('under the name of an unknown key is not, nor is garbage or none', async () => {
    expect(await isBelieved(await issuer.token(serviceurl(), { kid: 'unknown' }))).toBe(false);
    expect(await isBelieved('abc.def.ghi')).toBe(false);
    expect(await isBelieved('')).toBe(false);
  });

  it('is believed for an endorsed channel only', async () => {
    const token = await issuer.token(serviceurl());
    expect(await isBelieved(token, bot(), 'webchat')).toBe(false);
  });

  it('for a channel endorsed before the first look-up is believed', async () => {
    issuer.endorse('msteams', 'webchat');
    expect(await isBelieved(await issuer.token(serviceurl()), bot(), 'webchat')).toBe(true);
  });

  it('of a key rotated before the first look-up is believed, one of the old key is not', async () => {
    const old = await issuer.token(serviceurl());
    await issuer.rotate();
    expect(await isBelieved(old)).toBe(false);
    expect(await isBelieved(await issuer.token(serviceurl()))).toBe(true);
  });

  it('of a key that came within the hour is not believed yet', async () => {
    expect(await isBelieved(await issuer.token(serviceurl()))).toBe(true);
    await issuer.rotate();
    expect(await isBelieved(await issuer.token(serviceurl()))).toBe(false);
  });

  it('is not believed while the keys cannot be had', async () => {
    issuer.faults.next({ kind: 'status', status: 503, match: ({ path }) => path.endsWith('/keys') });
    const token = await issuer.token(serviceurl());
    expect(await isBelieved(token)).toBe(false);
    expect(await isBelieved(token)).toBe(true);
  });
});

describe('a bot', () => {
  const turn = async (secret?: string): Promise<void> => {
    const adapter = new OpenAdapter(bot(secret));
    const token = `Bearer ${await issuer.token(serviceurl())}`;
    await adapter.turn(token, activity(), async (context) => {
      await context.sendActivity('hello');
      await context.sendActivity('again');
    });
  };

  it('answers with a token that it was given, asked for once', async () => {
    await turn();
    expect(connector.posts).toHaveLength(2);
    expect(issuer.requests.filter(({ path }) => path.endsWith('/token'))).toHaveLength(1);
  });

  it('with another secret is given none', async () => {
    await expect(turn('another')).rejects.toThrow();
    expect(connector.posts).toEqual([]);
  });
});
