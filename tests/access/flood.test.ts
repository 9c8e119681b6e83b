import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { developmentPeople } from '../../development/development-tenant.ts';
import { translate } from '../../words/cards/translate.ts';
import { languages } from '../../core/model/language.ts';
import { generateReturnCode, formatReturnCode } from '../../core/model/return-code.ts';
import { random } from '../support/core/open-core.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { parsePostedCard } from '../support/journeys/invoke-answer.ts';
import {
  answerCard,
  newReporter,
  type Reporter,
  sendShortReport,
  sendFullReport,
  currentStep,
  goToStep,
} from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { invokeActivity, newPerson } from '../support/journeys/teams-activities.ts';
import { createTeamsClient, type TeamsClient } from '../support/journeys/teams-client.ts';
import { createTally } from '../support/access/tally.ts';

const doors = ['dialog', 'chat'] as const;
const tried = createTally();
let bot: RunningBot;
const start = async (entryPoint: (typeof doors)[number]) => {
  bot = await startBot({ entryPoint, environment: { ALERT_TIMING: 'atOnce' } });
};
afterEach(() => bot.stop());
afterAll(() => tried.print());

/** More than anybody does, all at once. */
async function flood(teams: TeamsClient, times = 45): Promise<readonly string[]> {
  tried.add('in a flood', times);
  const show = { candour: { verb: 'show', card: 'guidance', topic: 'what', language: 'en' } };
  const value = { action: { type: 'Action.Execute', verb: 'candour', data: show } };
  const sent = Array.from({ length: times }, () =>
    teams.send(invokeActivity(teams.surroundings(), 'adaptiveCard/action', value)),
  );
  return (await Promise.all(sent)).map(({ text }) => text);
}
const refusedIn = (answers: readonly string[]) =>
  answers.filter((answer) => answer.includes(translate('en', 'notice.tooOften'))).length;

describe.each(doors)('somebody who floods, by the %s door,', (door) => {
  beforeEach(() => start(door));

  it.each(languages)(
    'gets the card in front again with all that they typed, in %s, and sends a little later',
    async (language) => {
      const reporter = await newReporter(bot, newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
      const { teams, report } = reporter;
      await teams.press('report');
      await goToStep(teams, report, 'account');
      expect(refusedIn(await flood(teams))).toBeGreaterThan(0);
      expect([...new Set(bot.held)]).toEqual([500, 1_000, 1_500]);
      answerCard(teams, report);
      bot.clock.forward(-1_000);
      await teams.press('next');
      expect(currentStep(teams.card())).toBe('account');
      expect(teams.card().text).toContain(translate(language, 'problem.tooOften'));
      for (const id of ['what', 'risk', 'conflict'] as const) expect(teams.filled(id)).toBe(report[id]);
      bot.clock.forward(3_000);
      await goToStep(teams, report, 'review');
      await flood(teams);
      bot.clock.forward(-1_000);
      await teams.press('send');
      expect(currentStep(teams.card())).toBe('review');
      expect(teams.card().text).toContain(translate(language, 'problem.tooOften'));
      bot.clock.forward(3_000);
      await teams.press('send');
      const { report: whole } = await decryptSavedReport(bot, await readSavedCase(bot, teams.card()));
      expect(whole.answers).toEqual(report);
      expect(whole.language).toBe(language);
    },
  );

  it('slows down nobody else, and opens no code of anybody’s by trying', async () => {
    const owner = await newReporter(bot);
    await sendShortReport(owner, owner.report);
    const code = parseCardCode(owner.teams.card());
    const other = await newReporter(bot);
    await other.teams.press('comeBack');
    for (let guess = 0; guess < 40; guess += 1) {
      tried.add('codes guessed');
      bot.clock.forward(-999);
      await other.teams.pressWith('next', { code: formatReturnCode(generateReturnCode(random)) });
      expect(other.teams.card().inputs.map(({ id }) => id)).toEqual(['code']);
    }
    expect(other.teams.card().text).toContain(translate('en', 'problem.tooOften'));
    await owner.teams.press('done');
    await owner.teams.press('comeBack');
    owner.teams.fill('code', code);
    await owner.teams.press('next');
    expect(owner.teams.card().inputs.map(({ id }) => id)).toContain('addition');
  });

  it('is asked to wait in the chat as well', async () => {
    const { teams } = await newReporter(bot);
    await flood(teams);
    await teams.say('hello');
    expect(teams.card().text).toContain(translate('en', 'notice.tooOften'));
    // Whoever is in danger types fast.
    for (const [words, language] of [
      ['help me', 'en'],
      ['perygl', 'cy'],
    ] as const) {
      await teams.say(words);
      expect(teams.card().text).toContain(translate(language, 'notice.tooOften'));
      expect(teams.card().text).toContain(translate(language, 'common.dangerHeading', { emergency: '999' }));
    }
    bot.clock.forward(2_000);
    await teams.say('hello');
    expect(teams.card().text).toContain(translate('en', 'welcome.everyone'));
  });

  it('with a role is told beside the alert, which stays for the next try', async () => {
    const reporter = await newReporter(bot);
    await sendShortReport(reporter, reporter.report);
    const { record } = await readSavedCase(bot, reporter.teams.card());
    const handler = createTeamsClient(bot, newPerson('en-GB', developmentPeople.handler));
    const post = await waitFor('an alert', () =>
      bot.connector.posts.find(({ conversationId }) => conversationId.startsWith(channels.acu)),
    );
    const action = parsePostedCard(post.activity).buttons[0];
    const acknowledge = () =>
      handler.invoke('adaptiveCard/action', { action }, { channelId: channels.acu, teamId: '19:team@thread.tacv2' });
    await flood(handler);
    await acknowledge();
    expect(handler.toast()).toBe(translate('en', 'notice.tooOften'));
    expect((await bot.store().cases.read(record.caseId))?.value.status).toBe('received');
    bot.clock.forward(2_000);
    await acknowledge();
    expect((await bot.store().cases.read(record.caseId))?.value.status).toBe('acknowledged');
  });
});

describe('a training group', () => {
  beforeEach(() => start('dialog'));

  it('of 30 at once behind one address is served, and nobody is asked to wait', async () => {
    const group = await Promise.all(Array.from({ length: 30 }, () => newReporter(bot)));
    await Promise.all(group.map((one) => sendFullReport(one, one.report)));
    for (const one of group) await expectSent(one);
    tried.add('reports of a group', group.length);
  });

  async function expectSent({ teams, report }: Reporter): Promise<void> {
    expect(bot.held).toEqual([]);
    const said = teams.answers.join('');
    for (const key of ['problem.tooOften', 'notice.tooOften'] as const)
      expect(said).not.toContain(translate('en', key));
    expect((await decryptSavedReport(bot, await readSavedCase(bot, teams.card()))).report.answers).toEqual(report);
  }
});

describe('somebody who floods', () => {
  beforeEach(() => start('dialog'));

  it('is counted in the store, so that another server gives them no more than its own share', async () => {
    const tab = bot.tab({ objectId: developmentPeople.handler });
    const admitted = async (): Promise<number> => {
      const answers = await Promise.all(Array.from({ length: 60 }, () => tab.send('me', {})));
      return answers.filter(({ status }) => status === 200).length;
    };
    const first = await admitted();
    expect(first).toBeLessThan(60);
    // Its memory is gone, as that of a server that they come to for the first time.
    await bot.restart();
    const second = await admitted();
    expect(second).toBeGreaterThan(0);
    expect(second).toBeLessThan(first / 2);
  });
});
