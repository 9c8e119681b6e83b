import { beforeAll, describe, expect, it } from '@jest/globals';
import { createLocalJWKSet } from 'jose';
import { createTabTokenValidator, entraJwksUrl, type SignInResult } from '../../../bot/api/caller-authentication.ts';
import { tabHosts } from '../../../bot/config/tab-hosts.ts';
import { clouds } from '../../../bot/config/clouds.ts';
import { createEntra, type Entra } from '../../fakes/entra.ts';
import { createMovableClock } from '../../support/journeys/movable-clock.ts';

const microsoftClients = tabHosts.microsoft365.clients;

const tenantId = '11111111-1111-4111-8111-111111111111';
const clientId = '33333333-3333-4333-8333-333333333333';
const objectId = '22222222-2222-4222-8222-222222222221';
const clock = createMovableClock();
const setting = {
  tenantId,
  clientId,
  entra: clouds.public.entra,
  clients: microsoftClients,
  guests: false,
  clock: clock.now,
} as const;
const seconds = () => Math.floor(clock.now().getTime() / 1_000);

let entra: Entra;
let signIn: (authorization: string) => Promise<SignInResult>;
beforeAll(async () => {
  entra = await createEntra({ tenantId, clientId, clock: clock.now });
  signIn = createTabTokenValidator({ ...setting, keys: entra.keys });
});

const bearer = async (claims = {}, header = {}) =>
  `Bearer ${await entra.token({ objectId, name: 'A handler', roles: ['handler'], claims, header })}`;
const refused = (why: string) => ({ kind: 'notSignedIn', why });

describe('a token of the tab', () => {
  it('that Entra made for us says who it is, by their object id in small letters', async () => {
    expect(await signIn(await bearer({ oid: objectId.toUpperCase() }))).toEqual({
      kind: 'signedIn',
      person: { objectId, name: 'A handler', roles: ['handler'] },
    });
  });

  it('gives those roles alone that are ours', async () => {
    const claims = { roles: ['custodian', 'Handler', '__proto__', 'owner', 'admin'] };
    expect(await signIn(await bearer(claims))).toMatchObject({ person: { roles: ['custodian', 'admin'] } });
    expect(await signIn(await bearer({ roles: undefined }))).toMatchObject({ person: { roles: [] } });
  });

  it('is good a minute before and after, for clocks that differ', async () => {
    expect(await signIn(await bearer({ exp: seconds() - 50 }))).toMatchObject({ kind: 'signedIn' });
    expect(await signIn(await bearer({ nbf: seconds() + 50 }))).toMatchObject({ kind: 'signedIn' });
  });

  it.each([
    ['that has expired', () => ({ exp: seconds() - 70 }), 'expired'],
    ['that never expires', () => ({ exp: undefined }), 'claims'],
    ['that is not good yet', () => ({ nbf: seconds() + 70 }), 'claims'],
    ['without a beginning', () => ({ nbf: undefined }), 'claims'],
    ['of another tenant', () => ({ tid: '99999999-9999-4999-8999-999999999999' }), 'tenant'],
    ['of another tenant’s issuer', () => ({ iss: 'https://login.microsoftonline.com/other/v2.0' }), 'claims'],
    ['of an issuer of v1', () => ({ iss: `https://sts.windows.net/${tenantId}/` }), 'claims'],
    ['of v1', () => ({ ver: '1.0' }), 'claims'],
    ['of no version', () => ({ ver: undefined }), 'claims'],
    ['for another app', () => ({ aud: '44444444-4444-4444-8444-444444444444' }), 'claims'],
    ['for no app', () => ({ aud: undefined }), 'claims'],
    ['for a resource', () => ({ aud: 'https://graph.microsoft.com' }), 'claims'],
    ['without a scope', () => ({ scp: undefined }), 'claims'],
    ['with another scope', () => ({ scp: 'openid access_as_user_too' }), 'claims'],
    ['of an app alone', () => ({ scp: undefined, idtyp: 'app', roles: ['handler'] }), 'claims'],
    ['of an app that says a scope', () => ({ idtyp: 'app' }), 'claims'],
    ['for nobody', () => ({ oid: undefined }), 'claims'],
    ['for somebody who is no object id', () => ({ oid: 'handler' }), 'claims'],
  ])('%s is refused', async (_, claims, why) => {
    expect(await signIn(await bearer(claims()))).toEqual(refused(why));
  });

  it('with access_as_user among other scopes is taken', async () => {
    expect(await signIn(await bearer({ scp: 'openid access_as_user' }))).toMatchObject({ kind: 'signedIn' });
  });

  it.each(['otherKey', 'publicKeyAsSecret', 'unsigned'] as const)('forged by %s is refused', async (how) => {
    const authorization = `Bearer ${await entra.forgedToken(how, { objectId, roles: ['handler'] })}`;
    expect(await signIn(authorization)).toMatchObject({ kind: 'notSignedIn' });
  });

  it('of a key that is not published is refused, and of one that no longer is', async () => {
    expect(await signIn(await bearer({}, { kid: 'unknown' }))).toEqual(refused('signature'));
    const before = await bearer();
    await entra.rotate();
    expect(await signIn(before)).toEqual(refused('signature'));
    expect(await signIn(await bearer())).toMatchObject({ kind: 'signedIn' });
  });

  it('is refused while the keys cannot be had', async () => {
    const keys = async () => Promise.reject(new TypeError('fetch failed'));
    const offline = createTabTokenValidator({ ...setting, keys });
    expect(await offline(await bearer())).toEqual(refused('keys'));
    const none = createTabTokenValidator({ ...setting, keys: createLocalJWKSet({ keys: [] }) });
    expect(await none(await bearer())).toEqual(refused('signature'));
  });

  it('in a header of another kind is none', async () => {
    const token = (await bearer()).slice('Bearer '.length);
    const odd = ['', 'Bearer', 'Bearer ', token, `Basic ${token}`, `bearer ${token}`, `Bearer ${token} ${token}`];
    for (const header of [...odd, `Bearer ${token}, Bearer ${token}`, `Bearer ${'a'.repeat(20_000)}.b.c`]) {
      expect(await signIn(header)).toEqual(refused('none'));
    }
  });

  it('with a letter changed anywhere is refused', async () => {
    const token = (await bearer()).slice('Bearer '.length);
    for (let place = 0; place < token.length - 1; place += 37) {
      const changed = token.charAt(place) === 'A' ? 'B' : 'A';
      const forged = `${token.slice(0, place)}${changed}${token.slice(place + 1)}`;
      expect(await signIn(`Bearer ${forged}`)).toMatchObject({ kind: 'notSignedIn' });
    }
  });
});

describe('a token that another app asked for', () => {
  it.each([
    ['Azure’s command line', () => ({ azp: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' }), 'client'],
    ['an app of the tenant', () => ({ azp: clientId }), 'client'],
    ['nobody', () => ({ azp: undefined }), 'claims'],
    ['an app that says more than one', () => ({ azp: microsoftClients }), 'claims'],
    ['an app named as v1 does', () => ({ azp: undefined, appid: microsoftClients[0] }), 'claims'],
  ])('is refused: %s', async (_, claims, why) => {
    expect(await signIn(await bearer(claims()))).toEqual(refused(why));
  });

  it('is taken from each of Microsoft’s clients, and from those of the setting alone where it names some', async () => {
    for (const azp of microsoftClients) {
      expect(await signIn(await bearer({ azp: azp.toUpperCase() }))).toMatchObject({ kind: 'signedIn' });
    }
    const own = '04b07795-8ddb-461a-bbee-02f9e1bf7b46';
    const ours = createTabTokenValidator({ ...setting, keys: entra.keys, clients: [own] });
    expect(await ours(await bearer({ azp: own }))).toMatchObject({ kind: 'signedIn' });
    expect(await ours(await bearer())).toEqual(refused('client'));
  });
});

describe('a guest of the tenant', () => {
  const asGuests = [
    { acct: 1 },
    { acct: '1' },
    { acct: 2 },
    { idp: 'https://sts.windows.net/99999999-9999-4999-8999-999999999999/' },
    { idp: 'live.com' },
    { acct: 0, idp: 'google.com' },
    { idp: `https://login.microsoftonline.us/${tenantId}/v2.0` },
  ];

  it.each(asGuests)('is refused unless the setting says so: %j', async (claims) => {
    expect(await signIn(await bearer(claims))).toEqual(refused('guest'));
    const open = createTabTokenValidator({ ...setting, keys: entra.keys, guests: true });
    expect(await open(await bearer(claims))).toMatchObject({ kind: 'signedIn' });
  });

  it('is nobody whom the tenant itself vouches for', async () => {
    for (const idp of [`https://login.microsoftonline.com/${tenantId}/v2.0`, `https://sts.windows.net/${tenantId}/`]) {
      expect(await signIn(await bearer({ acct: 0, idp }))).toMatchObject({ kind: 'signedIn' });
    }
  });
});

describe('the government’s Entra', () => {
  it('vouches for nobody in the public cloud, nor the public one for anybody there', async () => {
    const iss = `${clouds.usgov.entra}/${tenantId}/v2.0`;
    const theirs = createTabTokenValidator({ ...setting, keys: entra.keys, entra: clouds.usgov.entra });
    expect(await theirs(await bearer({ iss }))).toMatchObject({ kind: 'signedIn' });
    expect(await theirs(await bearer())).toEqual(refused('claims'));
    expect(await signIn(await bearer({ iss }))).toEqual(refused('claims'));
  });
});

describe('the keys', () => {
  it('come from Entra’s address for the tenant', () => {
    const { public: everybody, usgov } = clouds;
    const path = `${tenantId}/discovery/v2.0/keys`;
    expect(entraJwksUrl(everybody.entra, tenantId).href).toBe(`https://login.microsoftonline.com/${path}`);
    expect(entraJwksUrl(usgov.entra, tenantId).href).toBe(`https://login.microsoftonline.us/${path}`);
  });
});
