import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import {
  type TokenCheckResult,
  type ConnectorKey,
  type ConnectorKeys,
  createConnectorKeys,
  createConnectorTokenValidator,
} from '../../../bot/teams/connector-token.ts';
import { startTokenIssuer, type TokenIssuer } from '../../fakes/token-issuer.ts';

// What is refused at the first look stands in tests/bot/tokens.test.ts and tests/access/tokens.test.ts.
const minutes = 60_000;
const appId = 'an app';
const serviceurl = 'https://service.example/';
let time: number;
let issuer: TokenIssuer;
/** How often a signature was looked at. */
let checks: number;
let published: ConnectorKeys;
let check: (authorization: string) => Promise<TokenCheckResult>;

beforeEach(async () => {
  time = Date.parse('2026-11-24T09:10:00.000Z');
  issuer = await startTokenIssuer({ appId });
  published = createConnectorKeys({ metadataUrl: issuer.metadataUrl, now: () => time });
  checks = 0;
  const counting = new WeakMap<object, ConnectorKey>();
  const keys: ConnectorKeys = {
    async getKey(kid) {
      const found = await published.getKey(kid);
      if (typeof found === 'string') return found;
      const known = counting.get(found) ?? {
        endorsements: found.endorsements,
        get key() {
          checks += 1;
          return found.key;
        },
      };
      counting.set(found, known);
      return known;
    },
  };
  check = createConnectorTokenValidator({ keys, issuer: issuer.issuer, appId, now: () => time });
});
afterEach(() => issuer.stop());

/** An hour later, once the keys that are published then are known. */
async function keysAreKnownAnew(): Promise<void> {
  time += 61 * minutes;
  // Whoever asks for a key that nobody knows waits for the answer.
  await published.getKey('another');
}

const seconds = () => Math.floor(time / 1_000);
/** A token that is good for so many minutes from now on. */
const tokenFor = (long: number, claims = {}) =>
  issuer.token({ nbf: seconds(), exp: seconds() + long * 60, serviceurl, ...claims });
const holds = { kind: 'holds', serviceUrl: serviceurl };
const refused = { kind: 'refused', reason: 'token' };

describe('a token that held before', () => {
  it('holds again, and its signature is not looked at again', async () => {
    const header = `Bearer ${await tokenFor(60)}`;
    for (let at = 0; at < 20; at += 1) expect(await check(header)).toEqual(holds);
    expect(checks).toBe(1);
  });

  it('holds no longer than the first time it is asked for', async () => {
    const header = `Bearer ${await tokenFor(60)}`;
    expect(await check(header)).toEqual(holds);
    // Clocks may differ by five minutes.
    time += 65 * minutes - 1;
    expect(await check(header)).toEqual(holds);
    time += 1;
    expect(await check(header)).toEqual(refused);
  });

  it('does not hold before its start, where the clock was set back', async () => {
    const header = `Bearer ${await tokenFor(60)}`;
    expect(await check(header)).toEqual(holds);
    time -= 6 * minutes;
    expect(await check(header)).toEqual(refused);
    time += 6 * minutes;
    expect(await check(header)).toEqual(holds);
  });

  it('does not hold once the server knows that its key is withdrawn', async () => {
    const header = `Bearer ${await tokenFor(600)}`;
    expect(await check(header)).toEqual(holds);
    await issuer.rotate();
    await keysAreKnownAnew();
    expect(await check(header)).toEqual(refused);
    expect(checks).toBe(1);
  });

  it('does not hold once the server knows that its key may not sign for Teams', async () => {
    const header = `Bearer ${await tokenFor(600)}`;
    expect(await check(header)).toEqual(holds);
    issuer.endorse('webchat');
    await keysAreKnownAnew();
    expect(await check(header)).toEqual(refused);
  });

  it('is looked at again where its key was published anew', async () => {
    const header = `Bearer ${await tokenFor(600)}`;
    expect(await check(header)).toEqual(holds);
    await keysAreKnownAnew();
    expect(await check(header)).toEqual(holds);
    expect(checks).toBe(2);
  });

  it('lends nothing to another that only looks like it', async () => {
    const token = await tokenFor(60);
    expect(await check(`Bearer ${token}`)).toEqual(holds);
    const [head = '', , signature = ''] = token.split('.');
    const [, claims = ''] = (await tokenFor(600, { serviceurl: 'https://other.example/' })).split('.');
    const forged = await issuer.forgedToken('otherKey', { nbf: seconds(), exp: seconds() + 3_600, serviceurl });
    expect(decodeProtectedHeader(forged).kid).toBe(decodeProtectedHeader(token).kid);
    for (const other of [`${head}.${claims}.${signature}`, forged, token.slice(0, -8), `${token}AAAA`]) {
      expect(await check(`Bearer ${other}`)).toEqual(refused);
    }
  });

  it('is known by nobody who only once saw it refused', async () => {
    const header = `Bearer ${await tokenFor(60, { nbf: seconds() + 3_600, exp: seconds() + 7_200 })}`;
    expect(await check(header)).toEqual(refused);
    time += 60 * minutes;
    expect(await check(header)).toEqual(holds);
  });
});
