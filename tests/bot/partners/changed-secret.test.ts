import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import {
  callPartnerOperation,
  createInvitation,
  sendPartnerRequest,
  signIn,
  startWithPartners,
  registerPasskey,
} from '../../support/partners/partner-client.ts';

const hourMs = 3_600_000;
const newSecret = (): string => randomBytes(33).toString('base64');
let bots: RunningBot[] = [];
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  bots = [];
});

describe('a partner who is signed in while the secret of the servers is changed', () => {
  it('goes on, and signs in by the same passkey and an open link is still good once the old secret is gone', async () => {
    const secret = newSecret();
    const bot = await startWithPartners({ environment: { CARRIED_STATE_SECRET: secret } });
    bots.push(bot);
    const { session, passkey } = await registerPasskey(bot, (await createInvitation(bot)).token);
    const waiting = await createInvitation(bot);
    const changed = { CARRIED_STATE_SECRET: newSecret() };

    await bot.restart({ ...changed, CARRIED_STATE_SECRET_BEFORE: secret });
    expect(await callPartnerOperation(bot, 'report.begin', {}, session.token)).toMatchObject({ messages: false });
    expect(await callPartnerOperation(bot, 'report.begin', {}, (await signIn(bot, passkey)).token)).toMatchObject({
      messages: false,
    });

    bot.clock.forward(48 * hourMs);
    await bot.restart(changed);
    expect(JSON.parse((await sendPartnerRequest(bot, 'report.begin', {}, session.token)).text)).toMatchObject({
      why: 'over',
    });
    expect(await callPartnerOperation(bot, 'report.begin', {}, (await signIn(bot, passkey)).token)).toMatchObject({
      messages: false,
    });
    expect(await callPartnerOperation(bot, 'invitation.look', { token: waiting.token })).toMatchObject({
      kind: 'open',
    });
  });
});
