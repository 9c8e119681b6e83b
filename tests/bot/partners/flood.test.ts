import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import { ask, invited, send, signedIn, startWithPartners, withPasskey } from '../../support/partners/partner-client.ts';

let bot: RunningBot;
beforeAll(async () => {
  bot = await startWithPartners();
});
afterAll(() => bot.stop());

const madeUp = () => `${randomBytes(16).toString('hex')}.${randomBytes(32).toString('base64url')}`;
const flood = (requests: number) =>
  Promise.all(Array.from({ length: requests }, () => send(bot, 'invitation.look', { token: madeUp() })));

describe('many people behind one address', () => {
  it('are all served, twenty at once', async () => {
    const { organisation } = await invited(bot);
    const tokens: string[] = [];
    for (let person = 0; person < 20; person += 1) {
      bot.clock.forward(1_000);
      tokens.push((await invited(bot, { organisation })).token);
    }
    const sessions = await Promise.all(tokens.map((token) => withPasskey(bot, token)));
    const begun = await Promise.all(sessions.map(({ session }) => send(bot, 'report.begin', {}, session.token)));
    expect(begun.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  });
});

describe('a flood of made-up links', () => {
  it('takes nothing from those who hold a real one, and fills no log', async () => {
    const { token } = await invited(bot);
    const { passkey, session } = await withPasskey(bot, (await invited(bot)).token);
    const lines = bot.log.length;
    const answers = await flood(400);
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect(bot.log.slice(lines)).toEqual([expect.stringContaining('"reason":"pace"')]);
    // What was not known a moment ago is known again after five seconds.
    bot.clock.forward(5_000);
    await flood(400);
    expect(await ask(bot, 'invitation.look', { token })).toMatchObject({ kind: 'open' });
    expect(await signedIn(bot, passkey)).toHaveProperty('token');
    expect((await send(bot, 'report.begin', {}, session.token)).status).toBe(200);
  });

  it('with one link slows down that link alone', async () => {
    const { token } = await invited(bot);
    const other = await invited(bot);
    bot.clock.forward(6_000);
    const answers = await Promise.all(Array.from({ length: 60 }, () => send(bot, 'invitation.look', { token })));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
    expect(await ask(bot, 'invitation.look', { token: other.token })).toMatchObject({ kind: 'open' });
    bot.clock.forward(60_000);
    expect(await ask(bot, 'invitation.look', { token })).toMatchObject({ kind: 'open' });
  });
});
