import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parseActivity, getPerson } from '../../bot/teams/incoming-activity.ts';
import { translate } from '../../words/cards/translate.ts';
import { createStateSealer } from '../../dialogs/bot-framework/sealed-state.ts';
import { createDayKeyRing } from '../../dialogs/bot-framework/day-key-ring.ts';
import { random } from '../support/core/open-core.ts';
import { newReporter, type Reporter, goToStep } from '../support/journeys/reporter.ts';
import { type BotOptions, type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { messageActivity, newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient } from '../support/journeys/teams-client.ts';

// Another person's card, an edited and an older one stand in tests/journeys/, the keys by themselves in tests/dialogs/bot-framework/.
const hourMs = 3_600_000;
const newSecret = (): string => randomBytes(33).toString('base64');
let bots: RunningBot[] = [];
async function newBot(environment: BotOptions['environment'] = {}): Promise<RunningBot> {
  const bot = await startBot({ entryPoint: 'dialog', environment });
  bots.push(bot);
  return bot;
}
afterEach(async () => {
  await Promise.all(bots.map((bot) => bot.stop()));
  bots = [];
});

async function atReview(bot: RunningBot): Promise<Reporter> {
  const reporter = await newReporter(bot);
  await reporter.teams.press('report');
  await goToStep(reporter.teams, reporter.report, 'review');
  return reporter;
}
async function sends(bot: RunningBot, { teams, report }: Reporter): Promise<void> {
  await teams.press('send');
  const whole = await decryptSavedReport(bot, await readSavedCase(bot, teams.card()));
  expect(whole.report.answers).toEqual(report);
}

describe('a report that is open while the secret is changed', () => {
  it('is sent with all that was typed, and so is one that is begun afterwards', async () => {
    const secret = newSecret();
    const bot = await newBot({ CARRIED_STATE_SECRET: secret });
    const [before, slow] = [await atReview(bot), await atReview(bot)];
    const changed = { CARRIED_STATE_SECRET: newSecret() };
    await bot.restart({ ...changed, CARRIED_STATE_SECRET_BEFORE: secret });
    await sends(bot, before);
    bot.clock.forward(11 * hourMs);
    const during = await atReview(bot);
    // The day that the old secret wrapped a key for is over, and its last cards are not yet.
    bot.clock.forward(4 * hourMs);
    const after = await atReview(bot);
    await sends(bot, during);
    bot.clock.forward(11 * hourMs);
    await bot.restart(changed);
    await slow.teams.press('send');
    expect(slow.teams.card().text).toContain(translate('en', 'notice.foreign'));
    expect(slow.teams.answers.at(-1)).not.toContain(slow.canary);
    await sends(bot, after);
  });

  it('is not lost because the old secret was forgotten: no server starts without it, and says which settings', async () => {
    const secret = newSecret();
    const bot = await newBot({ CARRIED_STATE_SECRET: secret });
    const reporter = await atReview(bot);
    const alone = bot.restart({ CARRIED_STATE_SECRET: newSecret() });
    await expect(alone).rejects.toMatchObject({
      settings: ['CARRIED_STATE_SECRET', 'CARRIED_STATE_SECRET_BEFORE'],
      message: expect.stringContaining('A server used the store today with another CARRIED_STATE_SECRET'),
    });
    await bot.restart();
    await sends(bot, reporter);
  });
});

describe('a card of another deployment', () => {
  it.each([
    ['with another secret', newSecret(), newSecret()],
    [
      'with the same secret and another store',
      ...Array.from({ length: 2 }, () => 'one secret for two deployments, by mistake'),
    ],
  ])('%s is refused to the same person without a word of it', async (_, here = '', there = '') => {
    const [bot, other] = [await newBot({ CARRIED_STATE_SECRET: here }), await newBot({ CARRIED_STATE_SECRET: there })];
    const reporter = await atReview(bot);
    const elsewhere = createTeamsClient(other, reporter.teams.person);
    elsewhere.holdUp(reporter.teams.keep());
    await elsewhere.press('send');
    expect(elsewhere.card().text).toContain(translate('en', 'notice.foreign'));
    expect(elsewhere.answers.join('')).not.toContain(reporter.canary);
    await sends(bot, reporter);
  });
});

describe('a card of another tenant', () => {
  it('is no use to somebody of the same id there', async () => {
    const bot = await newBot();
    const { secret } = bot.settings;
    const keys = createDayKeyRing({ dayKeys: bot.store().dayKeys, secret, clock: bot.clock.now, random });
    const carried = createStateSealer({ keys, clock: bot.clock.now, random });
    const sent = messageActivity(createTeamsClient(bot, newPerson()).surroundings(), 'hello');
    const activity = parseActivity(JSON.stringify(sent));
    if (activity === undefined) throw new Error('no activity');
    const token = await carried.seal({ dialogStack: [] }, getPerson(activity, 'one').key);
    expect(await carried.open(token, getPerson(activity, 'one').key)).toMatchObject({ kind: 'valid' });
    expect(await carried.open(token, getPerson(activity, 'other').key)).toEqual({ kind: 'foreign' });
  });
});
