import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import {
  callPartnerOperation,
  createInvitation,
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

const madeUp = () => `${randomBytes(16).toString('hex')}.${randomBytes(32).toString('base64url')}`;
const flood = (requests: number) =>
  Promise.all(Array.from({ length: requests }, () => sendPartnerRequest(bot, 'invitation.look', { token: madeUp() })));

describe('many people behind one address', () => {
  it('are all served, twenty at once', async () => {
    const { organisation } = await createInvitation(bot);
    const tokens: string[] = [];
    for (let person = 0; person < 20; person += 1) {
      bot.clock.forward(1_000);
      tokens.push((await createInvitation(bot, { organisation })).token);
    }
    const sessions = await Promise.all(tokens.map((token) => registerPasskey(bot, token)));
    const begun = await Promise.all(
      sessions.map(({ session }) => sendPartnerRequest(bot, 'report.begin', {}, session.token)),
    );
    expect(begun.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  });
});

describe('a flood of made-up links', () => {
  it('takes nothing from those who hold a real one, and fills no log', async () => {
    const { token } = await createInvitation(bot);
    const { passkey, session } = await registerPasskey(bot, (await createInvitation(bot)).token);
    const lines = bot.log.length;
    const answers = await flood(400);
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect(bot.log.slice(lines)).toEqual([expect.stringContaining('"reason":"pace"')]);
    // What was not known a moment ago is known again after five seconds.
    bot.clock.forward(5_000);
    await flood(400);
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toMatchObject({ kind: 'open' });
    expect(await signIn(bot, passkey)).toHaveProperty('token');
    expect((await sendPartnerRequest(bot, 'report.begin', {}, session.token)).status).toBe(200);
  });

  it('with one link slows down that link alone', async () => {
    const { token } = await createInvitation(bot);
    const other = await createInvitation(bot);
    bot.clock.forward(6_000);
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => sendPartnerRequest(bot, 'invitation.look', { token })),
    );
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect(await callPartnerOperation(bot, 'invitation.look', { token: other.token })).toMatchObject({ kind: 'open' });
    bot.clock.forward(60_000);
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toMatchObject({ kind: 'open' });
  });

  it('that names an invitation without its secret uses up none of its turns', async () => {
    const { token, id } = await createInvitation(bot);
    bot.clock.forward(6_000);
    const without = () =>
      sendPartnerRequest(bot, 'invitation.look', { token: `${id}.${randomBytes(32).toString('base64url')}` });
    const answers = await Promise.all(Array.from({ length: 400 }, without));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect(await callPartnerOperation(bot, 'invitation.look', { token })).toMatchObject({ kind: 'open' });
    bot.clock.forward(60_000);
  });
});

describe('a flood of made-up sessions', () => {
  it('asks the store for the key of a day once a second at most, and leaves others served', async () => {
    let reads = 0;
    const counted = await startWithPartners({
      wrapParts: ({ store, seal }) => ({
        seal,
        store: {
          ...store,
          dayKeys: {
            ...store.dayKeys,
            read: (id) => {
              if (/^\d{4}-\d{2}-\d{2}$/u.test(id)) reads += 1;
              return store.dayKeys.read(id);
            },
          },
        },
      }),
    });
    try {
      // That of today is held in memory since the start, and of this one there is none yet.
      const tomorrow = new Date(counted.clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
      const header = Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: tomorrow })).toString('base64url');
      const madeUpSession = () =>
        `${header}..${randomBytes(12).toString('base64url')}.AAAA.${randomBytes(16).toString('base64url')}`;
      const answers = await Promise.all(
        Array.from({ length: 800 }, () => sendPartnerRequest(counted, 'report.begin', {}, madeUpSession())),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
      expect(reads).toBe(1);
      counted.clock.forward(1_000);
      const { session } = await registerPasskey(counted, (await createInvitation(counted)).token);
      expect((await sendPartnerRequest(counted, 'report.begin', {}, session.token)).status).toBe(200);
    } finally {
      await counted.stop();
    }
  });
});
