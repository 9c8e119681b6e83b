import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { translate } from '../../words/cards/translate.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { writeToReporter } from '../support/core/write-to-reporter.ts';
import { topicTitle, topicIds } from '../support/guidance/built-in-topics.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { codeForms, wordsOfCode } from '../support/journeys/code-forms.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { eraseCase } from '../support/journeys/erase-case.ts';
import { erasedTodaySentence, enterCode, submitNewReport } from './erased-report.journey.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { createPageClient } from '../support/journeys/page-client.ts';
import { newReporter, sendShortReport, sendFullReport } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, decryptSavedReport, decryptReportFor, readSavedCase } from '../support/journeys/saved-case.ts';
import { channels } from '../support/journeys/bot-settings.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';

const hourMs = 3_600_000;

describe.each(['dialog', 'chat'] as const)('the page for reporting, beside the %s door', (entryPoint) => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ entryPoint });
  });
  afterAll(() => bot.stop());

  const write = (code: string, text: string, forgery?: Parameters<typeof writeToReporter>[3]) => {
    const parsed = parseReturnCode(code);
    if (parsed === undefined) throw new Error('no code');
    const handlers = bot.identities.acu.map(recipientFromIdentitySync);
    return writeToReporter({ store: bot.store(), now: bot.clock.now(), handlers }, parsed, text, forgery);
  };
  const atPage = (objectId: string = randomUUID(), language: 'en' | 'cy' = 'en') =>
    createPageClient(bot.tab({ objectId, name: 'A reporter' }), language);

  it('takes a whole report, in Welsh, and leaves no word of it where it should not be', async () => {
    const { report, canary } = await newReporter(bot);
    const teams = atPage(randomUUID(), 'cy');
    const before = bot.connector.posts.length;
    await sendFullReport({ teams }, report);
    expect(teams.card().text).toContain(translate('cy', 'receipt.heading'));
    const saved = await readSavedCase(bot, teams.card());
    expect((await decryptSavedReport(bot, saved)).report.answers).toEqual(report);
    assertAbsentOnDisk(bot.folder, [canary]);
    assertAbsent('log', bot.log.join(''), [canary]);
    assertAbsent('posts', JSON.stringify(bot.connector.posts.slice(before)), [canary]);
    await teams.press('done');
    expect(teams.isAtStart()).toBe(true);
  });

  it('goes on with what was kept at another door, and answers what was written since', async () => {
    const person = newPerson();
    const { teams, report } = await newReporter(bot, person);
    await sendShortReport({ teams }, report);
    const code = parseCardCode(teams.card());
    const question = newCanary();
    await write(code, question);
    const page = atPage(person.objectId);
    await page.press('comeBack');
    // Written down in Welsh, and typed where English is read.
    page.fill('code', wordsOfCode(code, 'cy'));
    await page.press('next');
    expect(page.card().text).toContain(question);
    const answer = newCanary();
    page.fill('addition', answer);
    await page.press('add');
    const { followUps, unverifiedCount } = await decryptSavedReport(bot, await readSavedCase(bot, teams.card()));
    expect([followUps.map(({ text }) => text), unverifiedCount]).toEqual([[answer], 0]);
    assertAbsentOnDisk(bot.folder, [answer, question, ...codeForms(code)]);
    assertAbsent('log', bot.log.join(''), [answer, question, ...codeForms(code)]);
  });

  it.each(['en', 'cy'] as const)(
    'says in %s that a report was erased, and keeps what was just written',
    async (language) => {
      const { report, canary } = await newReporter(bot);
      const page = atPage(randomUUID(), language);
      await sendShortReport({ teams: page }, report);
      const { record } = await readSavedCase(bot, page.card());
      const code = parseCardCode(page.card());
      await page.press('done');
      await enterCode(page, code);
      const words = `Too late ${canary}`;
      page.fill('addition', words);
      await eraseCase(bot, record.caseId);
      const before = bot.connector.posts.length;
      await page.press('add');
      expect(page.card().text).toContain(erasedTodaySentence(language, bot.clock.now()));
      expect(page.card().text).toContain(translate(language, 'comeBack.unadded'));
      expect(page.filled('addition')).toBe(words);
      await submitNewReport(page, report, words);
      expect((await decryptSavedReport(bot, await readSavedCase(bot, page.card()))).report.answers['what']).toBe(words);
      assertAbsentOnDisk(bot.folder, [canary]);
      assertAbsent('log', bot.log.join(''), [canary]);
      assertAbsent('posts', JSON.stringify(bot.connector.posts.slice(before)), [canary]);
    },
  );

  it.each(['en', 'cy'] as const)('takes in %s what is at risk now, and what may concern the unit', async (language) => {
    const { report, canary } = await newReporter(bot);
    const page = atPage(randomUUID(), language);
    await sendShortReport({ teams: page }, report);
    const first = await readSavedCase(bot, page.card());
    const code = parseCardCode(page.card());
    await page.press('done');
    await enterCode(page, code);
    page.fill('marks', 'unit');
    page.fill('addition', `One of them. ${canary}`);
    await page.press('add');
    expect(page.card().text).toContain(translate(language, 'comeBack.apartHeading'));
    const apart = await readSavedCase(bot, page.card());
    expect((await decryptReportFor(bot, 'reserve', apart)).report.answers.what).toContain(canary);
    expect((await bot.store().cases.read(first.record.caseId))?.value).toEqual(first.record);
    await page.press('another');
    page.fill('marks', 'risk');
    await page.press('add');
    expect(page.card().text).toContain(translate(language, 'receipt.urgent'));
    expect((await bot.store().cases.read(first.record.caseId))?.value.urgency).toBe('urgent');
    assertAbsentOnDisk(bot.folder, [canary, code, code.replaceAll('-', '')]);
    assertAbsent('log', bot.log.join(''), [canary]);
  });

  it.each(['en', 'cy'] as const)(
    'reads the guidance in %s to whoever has no role, and keeps no word of who did',
    async (language) => {
      const objectId = randomUUID();
      const tab = bot.tab({ objectId, name: 'Somebody without a role' });
      const [lines, posts] = [bot.log.length, bot.connector.posts.length];
      for (const topic of topicIds) {
        const answer = await tab.call('guidance.show', { topic, language });
        expect(JSON.stringify(answer)).toContain(topicTitle(language, topic));
      }
      assertAbsent('log', bot.log.slice(lines).join(''), [objectId, 'guidance']);
      assertAbsent('posts', JSON.stringify(bot.connector.posts.slice(posts)), [objectId]);
      assertAbsentOnDisk(bot.folder, [objectId]);
    },
  );

  it('shows no message that is not genuine, and the admins are told at the next full hour, without a reference', async () => {
    const { teams, report } = await newReporter(bot);
    await sendShortReport({ teams }, report);
    const code = parseCardCode(teams.card());
    const lie = newCanary();
    await write(code, lie, { inside: { tag: 'made up' } });
    const page = atPage();
    await page.press('comeBack');
    page.fill('code', code);
    await page.press('next');
    assertAbsent('card', page.card().json, [lie]);
    expect(page.card().text).toContain(translate('en', 'comeBack.doubtful'));
    // The server that noticed is gone when its hour comes.
    await bot.restart();
    bot.clock.forward(hourMs);
    bot.checkForgeryNotices();
    const heading = translate('en', 'target.doubtHeading');
    const post = await waitFor('the admins to be told', () =>
      bot.connector.posts.find(({ activity }) => JSON.stringify(activity).includes(heading)),
    );
    expect(post.conversationId).toContain(channels.admins);
    assertAbsent('post', JSON.stringify(post.activity), [lie, (await readSavedCase(bot, teams.card())).record.caseId]);
    await waitFor('the log to say so', () => bot.log.find((line) => line.includes('messageNotGenuine')));
  });
});
