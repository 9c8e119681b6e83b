import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import { type ConnectorKeys, createConnectorKeys } from '../../../bot/teams/connector-token.ts';
import { startLoopbackServer } from '../../fakes/loopback-server.ts';
import { startTokenIssuer, type TokenIssuer } from '../../fakes/token-issuer.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';

const minutes = 60_000;
const days = 24 * 60 * minutes;
let time: number;
let issuer: TokenIssuer;
let keys: ConnectorKeys;
/** The id of the key that is signed with now. */
const kidNow = async (): Promise<string> => decodeProtectedHeader(await issuer.token()).kid ?? '';
const newKeys = (metadataUrl: string, deadlineMs?: number) =>
  createConnectorKeys({ metadataUrl, now: () => time, ...(deadlineMs !== undefined && { deadlineMs }) });
const away = { kind: 'status', status: 503, times: Infinity } as const;

beforeEach(async () => {
  time = Date.parse('2026-11-24T09:10:00.000Z');
  issuer = await startTokenIssuer({ appId: 'an app' });
  keys = newKeys(issuer.metadataUrl);
});
afterEach(() => issuer.stop());

describe('a key of the connector', () => {
  it('comes with what it is endorsed for', async () => {
    expect(await keys.getKey(await kidNow())).toMatchObject({ endorsements: ['msteams'] });
    expect(await keys.getKey('another')).toBe('unknown');
  });

  it('is looked up once however many ask at a time', async () => {
    const kid = await kidNow();
    const found = await Promise.all(
      Array.from({ length: 200 }, (_, at) => keys.getKey(at % 2 ? kid : `unknown ${at}`)),
    );
    expect(found.filter((one) => typeof one !== 'string')).toHaveLength(100);
    expect(issuer.requests).toHaveLength(2);
  });

  it('that nobody knows is asked for every five minutes at most', async () => {
    await keys.getKey(await kidNow());
    for (let at = 0; at < 500; at += 1) expect(await keys.getKey(`unknown ${at}`)).toBe('unknown');
    expect(issuer.requests).toHaveLength(2);
    time += 5 * minutes;
    await Promise.all(Array.from({ length: 500 }, (_, at) => keys.getKey(`unknown ${at}`)));
    expect(issuer.requests).toHaveLength(4);
  });

  it('that is new is known as soon as somebody may ask for it', async () => {
    await keys.getKey(await kidNow());
    await issuer.rotate();
    time += 5 * minutes;
    expect(await keys.getKey(await kidNow())).toMatchObject({ endorsements: ['msteams'] });
  });

  it('that is no longer published goes within the hour, and nobody waits for the answer that says so', async () => {
    const old = await kidNow();
    await keys.getKey(old);
    await issuer.rotate();
    time += 61 * minutes;
    expect(await keys.getKey(old)).not.toBe('unknown');
    let found: unknown;
    const look = () => {
      void keys.getKey(old).then((one) => (found = one));
      return found === 'unknown' ? true : undefined;
    };
    expect(await waitFor('forgotten', look)).toBe(true);
    expect(issuer.requests).toHaveLength(4);
  });

  it('that is a day old is good only after a look whether it still stands', async () => {
    const old = await kidNow();
    await keys.getKey(old);
    await issuer.rotate();
    time += 25 * 60 * minutes;
    expect(await keys.getKey(old)).toBe('unknown');
  });

  it('stays good for as long as the issuer is away, which is asked less and less often', async () => {
    const kid = await kidNow();
    await keys.getKey(kid);
    issuer.faults.next(away);
    const before = issuer.requests.length;
    for (let day = 0; day < 30; day += 1) {
      time += days;
      expect(await keys.getKey(kid)).toMatchObject({ endorsements: ['msteams'] });
      expect(await keys.getKey('another')).toBe('unreachable');
    }
    expect(issuer.requests.length - before).toBeLessThanOrEqual(30 * 4);
    issuer.faults.clear();
    time += 5 * minutes;
    expect(await keys.getKey('another')).toBe('unknown');
  });

  it('is found again after a clock was set back by a year', async () => {
    await keys.getKey(await kidNow());
    await issuer.rotate();
    time -= 365 * days;
    expect(await keys.getKey(await kidNow())).toMatchObject({ endorsements: ['msteams'] });
  });
});

describe('an issuer', () => {
  it('that stumbles once turns nobody away', async () => {
    issuer.faults.next({ kind: 'reset' });
    expect(await keys.getKey(await kidNow())).toMatchObject({ endorsements: ['msteams'] });
  });

  it('that is away at the start is asked again soon, and not by everybody', async () => {
    issuer.faults.next(away);
    const kid = await kidNow();
    await Promise.all(Array.from({ length: 50 }, async () => expect(await keys.getKey(kid)).toBe('unreachable')));
    expect(issuer.requests).toHaveLength(2);
    issuer.faults.clear();
    expect(await keys.getKey(kid)).toBe('unreachable');
    time += 1_000;
    expect(await keys.getKey(kid)).toMatchObject({ endorsements: ['msteams'] });
  });

  it('that never answers is given up', async () => {
    const impatient = newKeys(issuer.metadataUrl, 200);
    issuer.faults.next({ kind: 'hang', times: Infinity });
    expect(await impatient.getKey(await kidNow())).toBe('unreachable');
  });

  const asMetadata = (url: string) => ({ jwks_uri: `${url}/keys` });
  it.each([
    ['a page', () => '<html>'],
    ['nothing', () => undefined],
    ['null', () => null],
    ['an empty object', () => ({})],
    ['no address of keys', () => ({ jwks_uri: 7 })],
    ['an address of another kind', () => ({ jwks_uri: 'https://127.0.0.1:9/keys' })],
    ['a file', () => ({ jwks_uri: 'file:///etc/passwd' })],
    ['no keys', (url: string, path: string) => (path === '/keys' ? { keys: [] } : asMetadata(url))],
    ['odd keys', (url: string, path: string) => (path === '/keys' ? { keys: [null, 1, {}] } : asMetadata(url))],
    ['no end', (url: string, path: string) => (path === '/keys' ? 'x'.repeat(3_000_000) : asMetadata(url))],
  ])('that answers 200 with %s is taken for one that is away', async (_, body) => {
    const odd = await startLoopbackServer(({ path }) => ({ kind: 'answer', status: 200, body: body(odd.url, path) }));
    expect(await newKeys(odd.url).getKey('any')).toBe('unreachable');
    await odd.stop();
  });

  it('that publishes odd keys among others is believed for the others', async () => {
    const [good] = [await startTokenIssuer({ appId: 'an app' })];
    const kid = decodeProtectedHeader(await good.token()).kid ?? '';
    const { keys: published } = JSON.parse(await (await fetch(good.keysUrl)).text());
    const odd = await startLoopbackServer(({ path }) => ({
      kind: 'answer',
      status: 200,
      body:
        path === '/keys'
          ? { keys: [null, { kty: 'EC', kid }, { kty: 'RSA', kid: 'bad', n: '!', e: '' }, ...published] }
          : asMetadata(odd.url),
    }));
    const found = newKeys(odd.url);
    expect(await found.getKey(kid)).toMatchObject({ endorsements: ['msteams'] });
    await Promise.all([odd.stop(), good.stop()]);
  });
});
