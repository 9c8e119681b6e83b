import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { developmentPeople } from '../../../development/development-tenant.ts';
import { createAuthenticator, type CredentialOverrides, type CreatedPasskey } from '../../fakes/authenticator.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import {
  changeInvitation,
  callPartnerOperation,
  device,
  createInvitation,
  partnersHost,
  partnersOrigin,
  sendPartnerRequest,
  signIn,
  startWithPartners,
  registerPasskey,
} from '../../support/partners/partner-client.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startWithPartners();
});
afterAll(() => bot.stop());

const offered = async (token: string) => {
  const offer = await callPartnerOperation(bot, 'passkey.offer', { token });
  if (offer.kind !== 'offer') throw new Error(offer.kind);
  return offer;
};
const answered = async (passkey: CreatedPasskey, instead: CredentialOverrides) => {
  const offer = await callPartnerOperation(bot, 'signIn.offer', {});
  return callPartnerOperation(bot, 'signIn.passkey', device.use(offer, passkey, instead));
};

describe('a passkey that is made', () => {
  it.each<[string, CredentialOverrides]>([
    ['at another page', { origin: 'https://candour.example.net' }],
    ['at a page without a certificate', { origin: `http://${partnersHost}` }],
    ['at a page below ours', { origin: `https://evil.${partnersHost}` }],
    ['for another host', { host: 'example.org' }],
    ['for another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['without asking for its person', { isVerified: false }],
    ['as an answer to signing in', { type: 'webauthn.get' }],
    ['with certificates, which name addresses to ask', { format: 'packed', certificates: [randomBytes(400)] }],
  ])('is not taken %s, and uses nothing up', async (_, instead) => {
    const { token } = await createInvitation(bot);
    const passkey = device.make(await offered(token), instead);
    expect(await callPartnerOperation(bot, 'passkey.make', { token, ...passkey.body })).toEqual({ kind: 'notTaken' });
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toMatchObject({ kind: 'open' });
  });

  it('is taken where a device vouches for itself without certificates', async () => {
    const { token } = await createInvitation(bot);
    const passkey = device.make(await offered(token), { format: 'packed' });
    expect(await callPartnerOperation(bot, 'passkey.make', { token, ...passkey.body })).toMatchObject({ kind: 'in' });
  });

  it('answers an offer for its own invitation, in time', async () => {
    const [one, other] = [await createInvitation(bot), await createInvitation(bot)];
    const passkey = device.make(await offered(one.token));
    expect(await callPartnerOperation(bot, 'passkey.make', { token: other.token, ...passkey.body })).toEqual({
      kind: 'late',
    });
    const toSignIn = await callPartnerOperation(bot, 'signIn.offer', {});
    const wrongOffer = device.make({ ...toSignIn, userHandle: passkey.userHandle });
    expect(await callPartnerOperation(bot, 'passkey.make', { token: one.token, ...wrongOffer.body })).toEqual({
      kind: 'late',
    });
    bot.clock.forward(5 * 60_000 + 1);
    expect(await callPartnerOperation(bot, 'passkey.make', { token: one.token, ...passkey.body })).toEqual({
      kind: 'late',
    });
  });
});

describe('signing in with a passkey', () => {
  it.each<[string, CredentialOverrides]>([
    ['at another page', { origin: 'https://candour.example.net' }],
    ['for another host', { host: 'example.org' }],
    ['for another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['without asking for its person', { isVerified: false }],
    ['as an answer to making one', { type: 'webauthn.create' }],
    ['with the handle of another invitation', { userHandle: Buffer.from('0'.repeat(32)).toString('base64url') }],
  ])('is refused %s', async (_, instead) => {
    const { passkey } = await registerPasskey(bot, (await createInvitation(bot)).token);
    expect(await answered(passkey, instead)).toEqual({ kind: 'notTaken' });
    expect(await signIn(bot, passkey)).toHaveProperty('token');
  });

  it('is refused to a stranger’s passkey, and to one that signs in the name of another', async () => {
    const { passkey } = await registerPasskey(bot, (await createInvitation(bot)).token);
    const { token } = await createInvitation(bot);
    const stranger = createAuthenticator(partnersOrigin).make(await offered(token));
    expect(await answered(stranger, {})).toEqual({ kind: 'unknown' });
    expect(await answered({ ...stranger, id: passkey.id, userHandle: passkey.userHandle }, {})).toEqual({
      kind: 'notTaken',
    });
  });

  it('takes an answer once, and never later', async () => {
    const { passkey } = await registerPasskey(bot, (await createInvitation(bot)).token);
    const offer = await callPartnerOperation(bot, 'signIn.offer', {});
    const answer = device.use(offer, passkey);
    expect(await callPartnerOperation(bot, 'signIn.passkey', answer)).toMatchObject({ kind: 'in' });
    expect(await callPartnerOperation(bot, 'signIn.passkey', answer)).toEqual({ kind: 'late' });
    const late = device.use(await callPartnerOperation(bot, 'signIn.offer', {}), passkey);
    bot.clock.forward(5 * 60_000 + 1);
    expect(await callPartnerOperation(bot, 'signIn.passkey', late)).toEqual({ kind: 'late' });
  });

  it('is refused where a device counts no further: its passkey was copied', async () => {
    const { passkey } = await registerPasskey(bot, (await createInvitation(bot)).token);
    expect(await signIn(bot, passkey, { counter: 5 })).toHaveProperty('token');
    expect(await answered(passkey, { counter: 5 })).toEqual({ kind: 'notTaken' });
    expect(await answered(passkey, { counter: 4 })).toEqual({ kind: 'notTaken' });
    expect(await answered(passkey, { counter: 0 })).toEqual({ kind: 'notTaken' });
    expect(await signIn(bot, passkey, { counter: 6 })).toHaveProperty('token');
  });

  it('leaves a record as it is where a device counts nothing: no visit can be told from it', async () => {
    const { token, id } = await createInvitation(bot);
    const { passkey } = await registerPasskey(bot, token);
    const before = await bot.store().partners.findInvitation({ id });
    await signIn(bot, passkey);
    expect(await bot.store().partners.findInvitation({ id })).toEqual(before);
  });
});

describe('a session', () => {
  it('opens nothing in the tab, and a token of the tab nothing here', async () => {
    const { session } = await registerPasskey(bot, (await createInvitation(bot)).token);
    const tab = bot.tab({ objectId: developmentPeople.admin, roles: ['admin', 'handler'] });
    for (const operation of ['me', 'cases.list', 'report.begin', 'partners.list']) {
      expect((await tab.send(operation, {}, `Bearer ${session.token}`)).status).toBe(401);
    }
    const token = await bot.entra.token({ objectId: developmentPeople.admin });
    for (const operation of ['report.begin', 'report.find'])
      expect((await sendPartnerRequest(bot, operation, {}, token)).status).toBe(401);
    // Nothing of the tab is asked for here, whoever asks.
    for (const operation of ['me', 'cases.list', 'partners.list', 'partners.invite', 'toString', '__proto__'])
      expect(await sendPartnerRequest(bot, operation, {}, session.token)).toMatchObject({ status: 400 });
  });

  it('is none where a byte of it is another, or an offer stands in its place', async () => {
    const { session } = await registerPasskey(bot, (await createInvitation(bot)).token);
    const { offer } = await callPartnerOperation(bot, 'signIn.offer', {});
    for (const other of [offer, '', `${session.token}=`, session.token.slice(0, -1), session.token.toUpperCase()])
      expect((await sendPartnerRequest(bot, 'report.begin', {}, other)).status).toBe(401);
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: session.token.length - 1 }),
        fc.constantFrom('A', 'b', '9', '_'),
        async (at, put) => {
          const changed = session.token.slice(0, at) + put + session.token.slice(at + 1);
          fc.pre(changed !== session.token);
          expect((await sendPartnerRequest(bot, 'report.begin', {}, changed)).status).toBe(401);
        },
      ),
      { numRuns: 20 },
    );
    // The last letter has bits that say nothing: whichever they are, only our own spelling is taken.
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const others = letters.split('').filter((letter) => letter !== session.token.at(-1));
    for (const last of others)
      expect((await sendPartnerRequest(bot, 'report.begin', {}, session.token.slice(0, -1) + last)).status).toBe(401);
  });

  it('sets no cookie and leaves no line, whatever is done in it', async () => {
    const { token, id } = await createInvitation(bot);
    const lines = bot.log.length;
    const { passkey, session } = await registerPasskey(bot, token);
    await signIn(bot, passkey);
    const answer = await sendPartnerRequest(bot, 'report.begin', {}, session.token);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await sendPartnerRequest(bot, 'report.begin', {}, 'over')).status).toBe(401);
    expect(bot.log.slice(lines)).toEqual([]);
    await changeInvitation(bot, 'revoke', id);
    expect(bot.log.join('')).not.toContain(token.split('.')[1]);
    expect(bot.log.join('')).not.toContain('Organisation ');
  });
});

describe('any body', () => {
  it('before sign-in is answered in a closed way', async () => {
    const operations = ['invitation.look', 'passkey.offer', 'passkey.make', 'passphrase.make', 'signIn.passkey'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...operations, 'signIn.passphrase'), fc.jsonValue(), async (operation, body) => {
        bot.clock.forward(1_000);
        const { status, text } = await sendPartnerRequest(bot, operation, body);
        expect([status, text]).toEqual([400, '{"code":"odd"}']);
      }),
      { numRuns: 60 },
    );
    expect(await sendPartnerRequest(bot, 'signIn.passphrase', '{"id":')).toMatchObject({ status: 400 });
    expect(await sendPartnerRequest(bot, 'passkey.make', { token: 'x'.repeat(40_000) })).toMatchObject({ status: 400 });
  });
});
