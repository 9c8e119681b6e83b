import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../../development/development-tenant.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import {
  changeInvitation,
  callPartnerOperation,
  device,
  createInvitation,
  sendPartnerRequest,
  signIn,
  startWithPartners,
  registerPasskey,
} from '../../support/partners/partner-client.ts';

const dayMs = 24 * 3_600_000;
let bot: RunningBot;
beforeAll(async () => {
  bot = await startWithPartners();
});
afterAll(() => bot.stop());

const words = () => ({ id: randomBytes(16).toString('hex'), secret: randomBytes(32).toString('base64url') });

describe('an invitation', () => {
  it('is a link of the public name, with everything behind its #', async () => {
    const { link, token } = await createInvitation(bot);
    expect(link).toMatch(/^https:\/\/candour\.example\.org\/partners\/#[0-9a-f]{32}\.[\w-]{43}$/u);
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toMatchObject({
      kind: 'open',
      partnerType: 'victims',
    });
    // Looking at it does not use it up.
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toMatchObject({ kind: 'open' });
  });

  it('is used once, by a passkey, and is the access that the admin sees by its number and day', async () => {
    const { token } = await createInvitation(bot);
    const looked = await callPartnerOperation(bot, 'invitation.look', { token });
    const { session, passkey } = await registerPasskey(bot, token);
    expect(session).toMatchObject({ partnerType: 'victims', minutes: 480 });
    const { organisations } = await bot.tab({ objectId: developmentPeople.admin }).call('partners.list', {});
    const listed = organisations.find(({ name }) => name === session.organisation)?.invitations[0];
    expect(session.access).toEqual({ number: 1, madeOn: listed?.madeOn });
    expect(looked).toMatchObject({ access: session.access });
    expect((await signIn(bot, passkey)).access).toEqual(session.access);
    expect(await callPartnerOperation(bot, 'report.begin', {}, session.token)).toMatchObject({ messages: false });
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toEqual({ kind: 'used' });
    expect(await callPartnerOperation(bot, 'passkey.offer', { token })).toEqual({ kind: 'used' });
    expect(await callPartnerOperation(bot, 'passphrase.make', { token, ...words() })).toEqual({ kind: 'used' });
    expect((await signIn(bot, passkey)).organisation).toBe(session.organisation);
  });

  it('is used once, by words', async () => {
    const { token } = await createInvitation(bot);
    const keys = words();
    expect(await callPartnerOperation(bot, 'passphrase.make', { token, ...keys })).toMatchObject({ kind: 'in' });
    expect(await callPartnerOperation(bot, 'signIn.passphrase', keys)).toMatchObject({ kind: 'in' });
    expect(await callPartnerOperation(bot, 'signIn.passphrase', { ...keys, secret: words().secret })).toEqual({
      kind: 'unknown',
    });
    expect(await callPartnerOperation(bot, 'signIn.passphrase', words())).toEqual({ kind: 'unknown' });
  });

  it('lets one of two browsers in that use it at once', async () => {
    const { token } = await createInvitation(bot);
    const made = await Promise.all(
      Array.from({ length: 4 }, () => callPartnerOperation(bot, 'passphrase.make', { token, ...words() })),
    );
    expect(made.filter(({ kind }) => kind === 'in')).toHaveLength(1);
    expect(made.filter(({ kind }) => kind === 'used')).toHaveLength(3);
  });

  it('opens nothing with another secret, or none that stands', async () => {
    const { token, id } = await createInvitation(bot);
    const other = randomBytes(32).toString('base64url');
    expect(await callPartnerOperation(bot, 'invitation.look', { token: `${id}.${other}` })).toEqual({
      kind: 'unknown',
    });
    const none = `${randomBytes(16).toString('hex')}.${other}`;
    expect(await callPartnerOperation(bot, 'invitation.look', { token: none })).toEqual({ kind: 'unknown' });
    expect(await callPartnerOperation(bot, 'passphrase.make', { token: `${id}.${other}`, ...words() })).toEqual({
      kind: 'unknown',
    });
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toMatchObject({ kind: 'open' });
  });

  it('is given out anew where a passkey was lost: the old one is dead, and so is its session', async () => {
    const { token, id } = await createInvitation(bot);
    const { passkey, session } = await registerPasskey(bot, token);
    const renewed = await changeInvitation(bot, 'renew', id);
    const lost = await callPartnerOperation(
      bot,
      'signIn.passkey',
      device.use(await callPartnerOperation(bot, 'signIn.offer', {}), passkey),
    );
    expect(lost).toEqual({ kind: 'unknown' });
    expect(await sendPartnerRequest(bot, 'report.begin', {}, session.token)).toMatchObject({ status: 401 });
    expect(JSON.parse((await sendPartnerRequest(bot, 'report.begin', {}, session.token)).text)).toEqual({
      code: 'notSignedIn',
      why: 'ended',
    });
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toEqual({ kind: 'unknown' });
    const again = await registerPasskey(bot, renewed);
    expect(await callPartnerOperation(bot, 'report.begin', {}, again.session.token)).toBeDefined();
    expect((await sendPartnerRequest(bot, 'report.begin', {}, session.token)).status).toBe(401);
  });

  it('is taken back in the middle of a session, for good', async () => {
    const { token, id } = await createInvitation(bot);
    const { passkey, session } = await registerPasskey(bot, token);
    expect(await callPartnerOperation(bot, 'report.begin', {}, session.token)).toBeDefined();
    await changeInvitation(bot, 'revoke', id);
    expect(JSON.parse((await sendPartnerRequest(bot, 'report.begin', {}, session.token)).text)).toEqual({
      code: 'notSignedIn',
      why: 'ended',
    });
    const offer = await callPartnerOperation(bot, 'signIn.offer', {});
    expect(await callPartnerOperation(bot, 'signIn.passkey', device.use(offer, passkey))).toEqual({ kind: 'revoked' });
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toEqual({ kind: 'revoked' });
    const tab = bot.tab({ objectId: developmentPeople.admin });
    expect(await tab.call('partners.renew', { invitation: id, days: 7 })).toEqual({ why: 'revoked' });
  });

  it('is too old once its last day is over, and a session once its eight hours are', async () => {
    const { token } = await createInvitation(bot);
    const used = await createInvitation(bot);
    const { session, passkey } = await registerPasskey(bot, used.token);
    bot.clock.forward(7 * 3_600_000);
    expect(await callPartnerOperation(bot, 'report.begin', {}, session.token)).toBeDefined();
    bot.clock.forward(2 * 3_600_000);
    expect(JSON.parse((await sendPartnerRequest(bot, 'report.begin', {}, session.token)).text)).toEqual({
      code: 'notSignedIn',
      why: 'over',
    });
    bot.clock.forward(8 * dayMs);
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toEqual({ kind: 'expired' });
    expect(await callPartnerOperation(bot, 'passphrase.make', { token, ...words() })).toEqual({ kind: 'expired' });
    // Who signs in by one that was used in time goes on.
    expect(await signIn(bot, passkey)).toMatchObject({ minutes: 480 });
  });
});

describe('what an admin does', () => {
  const admin = () => bot.tab({ objectId: developmentPeople.admin });

  it('is seen by the other admins, with who did it, and holds no token', async () => {
    const { organisation, id, token } = await createInvitation(bot, { type: 'health' });
    await changeInvitation(bot, 'renew', id);
    await changeInvitation(bot, 'revoke', id);
    const text = JSON.stringify(await admin().call('partners.list', {}));
    const view = await admin().call('partners.list', {});
    expect(view.done.slice(0, 4).map(({ kind }) => kind)).toEqual([
      'invitationRevoked',
      'invitationRenewed',
      'partnerInvited',
      'organisationNamed',
    ]);
    expect(view.done[0]).toMatchObject({ organisation, invitation: 1, by: { objectId: developmentPeople.admin } });
    expect(text).not.toContain(token.split('.')[1]);
  });

  it('gives an organisation another name once, with who did it and neither name in the history', async () => {
    const [before, after] = ['Service that was', 'Service that is'];
    const named = await admin().call('partners.name', { name: before, type: 'charity' });
    if ('why' in named) throw new Error(named.why);
    const { named: organisation } = named;
    const { token } = await createInvitation(bot, { organisation });
    const { passkey } = await registerPasskey(bot, token);
    const asked = { organisation, was: before, name: ` ${after} ` };
    // Pressed twice, or asked again because no answer came.
    for (const _press of [1, 2])
      expect(await admin().call('partners.rename', asked)).toMatchObject({ named: organisation });
    const view = await admin().call('partners.list', {});
    expect(view.organisations.find(({ id }) => id === organisation)).toMatchObject({
      name: after,
      type: 'charity',
      invitations: [{ number: 1, state: 'used' }],
    });
    expect(view.done.slice(0, 2)).toMatchObject([
      { kind: 'organisationRenamed', organisation, by: { objectId: developmentPeople.admin } },
      { kind: 'partnerInvited' },
    ]);
    expect((await signIn(bot, passkey)).organisation).toBe(after);
    const kept = JSON.stringify([
      await bot.store().settings.all(),
      await bot.store().partners.organisations(),
      bot.log,
    ]);
    expect(kept).not.toContain(before);
    expect(JSON.stringify(await bot.store().settings.all())).not.toContain(after);
  });

  it('takes the name of an organisation from whoever has read the one that stands, and of two at once from one', async () => {
    const named = await admin().call('partners.name', { name: 'Read by two', type: 'charity' });
    if ('why' in named) throw new Error(named.why);
    const ask = { organisation: named.named, was: 'Read by two' };
    const both = await Promise.all(
      ['Of the first', 'Of the second'].map((name) => admin().call('partners.rename', { ...ask, name })),
    );
    expect(both.filter((outcome) => 'named' in outcome)).toHaveLength(1);
    expect(both.filter((outcome) => 'why' in outcome)).toEqual([{ why: 'changed' }]);
    expect(await admin().call('partners.rename', { ...ask, organisation: 'f'.repeat(32), name: 'Any' })).toEqual({
      why: 'noSuch',
    });
  });

  it('changes a name into none that another organisation has, but may into other letters of its own', async () => {
    const [one, other] = await Promise.all(
      ['Un gair', 'Gair arall'].map((name) => admin().call('partners.name', { name, type: 'health' })),
    );
    if (one === undefined || other === undefined || 'why' in one || 'why' in other) throw new Error('not named');
    const ask = { organisation: one.named, was: 'Un gair' };
    expect(await admin().call('partners.rename', { ...ask, name: 'GAIR  arall' })).toEqual({ why: 'taken' });
    expect(await admin().refusal('partners.rename', { ...ask, name: '<b>bold</b>' })).toEqual({ code: 'odd' });
    expect(await admin().call('partners.rename', { ...ask, name: 'UN GAIR' })).toMatchObject({ named: one.named });
  });

  it('names no two organisations alike', async () => {
    const name = 'Cymorth i Ferched';
    expect(await admin().call('partners.name', { name, type: 'domesticAbuse' })).toHaveProperty('view');
    for (const alike of [name, ' cymorth  i ferched ', name.toUpperCase()])
      expect(await admin().call('partners.name', { name: alike, type: 'charity' })).toEqual({ why: 'taken' });
  });

  it('names one of two at the same moment, however its name is written, and its earlier name is free for another', async () => {
    // What an admin did before is long ago, and the turns of a person are not all taken.
    bot.clock.forward(60_000);
    const names = ['Gwasanaeth Cyfle', ' gwasanaeth  cyfle', 'GWASANAETH CYFLE', 'Gwasanaeth Cyfle'];
    const asked = await Promise.all(names.map((name) => admin().call('partners.name', { name, type: 'charity' })));
    expect(asked.filter((outcome) => 'why' in outcome)).toEqual([1, 2, 3].map(() => ({ why: 'taken' })));
    const [first = ''] = asked.flatMap((outcome) => ('named' in outcome ? [outcome.named] : []));
    const stands = (await bot.store().partners.organisations()).find(({ value }) => value.id === first);
    const was = stands?.value.name ?? '';
    const renamed = { organisation: first, was, name: 'Gwasanaeth Newydd' };
    expect(await admin().call('partners.rename', renamed)).toMatchObject({ named: first });
    // Twice, so that the places of both are taken.
    for (const later of ['Gwasanaeth Arall', 'Gwasanaeth Olaf']) {
      const again = await admin().call('partners.name', { name: was, type: 'health' });
      if ('why' in again) throw new Error(again.why);
      expect(again.named).not.toBe(first);
      expect(await admin().call('partners.rename', { organisation: again.named, was, name: later })).toHaveProperty(
        'named',
      );
    }
    bot.clock.forward(60_000);
  });

  it.each(['<b>bold</b>', 'two\nlines', '', ' ', 'x'.repeat(81), '\u202eabc'])(
    'takes no name such as %j',
    async (name) => {
      expect(await admin().refusal('partners.name', { name, type: 'victims' })).toEqual({ code: 'odd' });
    },
  );

  it('is for nobody else, and for nobody where there are no partners', async () => {
    for (const role of ['handler', 'reserve', 'custodian', 'communications', 'summaryAcu'] as const) {
      const tab = bot.tab({ objectId: '99999999-9999-4999-8999-999999999999', roles: [role] });
      expect(await tab.refusal('partners.list', {})).toEqual({ code: 'refused' });
    }
    await bot.restart({ PARTNERS: 'no' });
    expect(await admin().refusal('partners.list', {})).toEqual({ code: 'refused' });
    expect((await admin().call('me', {})).partners).toBeUndefined();
    expect((await sendPartnerRequest(bot, 'signIn.offer', {})).status).toBe(404);
    await bot.restart();
    expect((await admin().call('me', {})).partners).toBe(true);
  });
});
