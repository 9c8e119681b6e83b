import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answerText } from '../../cards/question-texts.ts';
import { nextVisitDay } from '../../core/reporting/report-flow.ts';
import { toDay } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { recipientFromIdentitySync } from '../../crypto/node/hybrid-recipient.ts';
import { formatDay } from '../../words/date-format.ts';
import { translate } from '../../words/cards/translate.ts';
import { writeToReporter } from '../support/core/write-to-reporter.ts';
import { assertAbsent, assertAbsentOnDisk } from '../support/journeys/canary.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { assertNoLeak } from '../support/journeys/assert-no-leak.ts';
import { type CardClient, createPageClient } from '../support/journeys/page-client.ts';
import { newReporter, type Reporter, goToStep } from '../support/journeys/reporter.ts';
import { type RunningBot, startBot } from '../support/journeys/running-bot.ts';
import { parseCardCode, decryptSavedReport, readSavedCase } from '../support/journeys/saved-case.ts';
import { newPerson } from '../support/journeys/teams-activities.ts';

const offices = {
  reserve: { en: 'the Head of Legal Services', cy: 'Pennaeth y Gwasanaethau Cyfreithiol' },
  custodians: { en: 'the Data Protection Officer', cy: 'y Swyddog Diogelu Data' },
} as const;
const acknowledge = 5;
const environment = {
  ALERT_TIMING: 'atOnce',
  MESSAGES_TO_REPORTERS: 'yes',
  ACKNOWLEDGE_TARGET_DAYS: String(acknowledge),
  RESERVE_NAME_EN: offices.reserve.en,
  RESERVE_NAME_CY: offices.reserve.cy,
  CUSTODIANS_NAME_EN: offices.custodians.en,
  CUSTODIANS_NAME_CY: offices.custodians.cy,
};

describe.each([
  ['dialog', 'in Teams'],
  ['chat', 'in Teams'],
  ['dialog', 'on the page'],
] as const)('beside the %s door, whoever reports %s', (entryPoint, where) => {
  let bot: RunningBot;
  beforeAll(async () => {
    bot = await startBot({ entryPoint, environment });
  });
  afterAll(() => bot.stop());

  interface Told extends Reporter {
    readonly hand: CardClient;
  }
  /** Somebody who reports in a language at this door. */
  async function told(language: Language): Promise<Told> {
    const reporter = await newReporter(bot, newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
    const page = () => createPageClient(bot.tab({ objectId: randomUUID(), name: 'A reporter' }), language);
    return { ...reporter, hand: where === 'in Teams' ? reporter.teams : page() };
  }
  /** Expects nothing of this person where it should not be, nor of what was written to them. */
  function expectKept(reporter: Told, others: readonly string[] = []): void {
    assertNoLeak(bot, reporter);
    assertAbsentOnDisk(bot.folder, [reporter.canary, ...others]);
    assertAbsent('log', bot.log.join(''), [reporter.canary, ...others]);
    assertAbsent('requests to the connector', JSON.stringify(bot.connector.requests), [reporter.canary]);
  }
  const today = () => toDay(bot.clock.now(), 'Europe/London');
  const again = (language: Language) => ({ day: formatDay(language, nextVisitDay(today(), { acknowledge })) });

  async function comeBack({ hand }: Told, code: string): Promise<void> {
    await hand.press('done');
    await hand.press('comeBack');
    hand.fill('code', code);
    await hand.press('next');
  }

  it.each(languages)('is told in %s what happens, who is meant, and on which day to look again', async (language) => {
    const it = await told(language);
    const { hand, report } = it;
    await hand.press('report');
    const first = hand.card();
    expect(first.language).toBe(language);
    for (const text of [
      translate(language, 'common.dangerHeading', { emergency: '999' }),
      translate(language, where === 'in Teams' ? 'limits.teams' : 'limits.teamsSealed'),
      translate(language, 'limits.life'),
    ])
      expect(first.text).toContain(text);
    expect(first.buttons.flatMap(({ url }) => url ?? [])).toEqual(['tel:999']);

    // The rest is one press away, and what was chosen stays.
    hand.fill('what', report.what);
    await hand.press('more');
    const atDoor = {
      'in Teams': ['limits.server', 'limits.twelveHours'],
      'on the page': ['limits.serverSealed', 'limits.stays'],
    } as const;
    for (const text of [
      translate(language, 'limits.happens', { reserve: offices.reserve[language] }),
      translate(language, 'limits.backAsked', again(language)),
      offices.custodians[language],
    ])
      expect(hand.card().text).toContain(text);
    for (const key of ['limits.stop', ...atDoor[where], 'ways.ownDevice'] as const)
      expect(hand.card().text).toContain(translate(language, key));
    const urls = hand.card().buttons.flatMap(({ url }) => url ?? []);
    expect(urls).toEqual(expect.arrayContaining(['tel:999', 'tel:08000850000']));
    await hand.press('back');
    expect(hand.filled('what')).toBe(report.what);

    await goToStep(hand, { ...report, conflict: 'unsure' }, 'code');
    for (const text of [
      translate(language, 'common.reserve', { reserve: offices.reserve[language] }),
      translate(language, 'report.codeOnly'),
    ])
      expect(hand.card().text).toContain(text);

    await hand.press('send');
    for (const text of [
      translate(language, 'receipt.received', {
        day: formatDay(language, today()),
        mode: answerText(language, 'mode', 'confidential'),
      }),
      translate(language, 'common.lookAgainAsked', again(language)),
    ])
      expect(hand.card().text).toContain(text);
    expectKept(it);
  });

  it.each(languages)('sees in %s first what waits for an answer, and a status that agrees', async (language) => {
    const it = await told(language);
    const { hand, report } = it;
    await hand.press('report');
    await goToStep(hand, report, 'code');
    await hand.press('send');
    const [code, saved] = [parseCardCode(hand.card()), await readSavedCase(bot, hand.card())];
    const parsed = parseReturnCode(code);
    if (parsed === undefined) throw new Error('the receipt shows no code');
    const question = newCanary();
    const handlers = bot.identities.acu.map(recipientFromIdentitySync);
    await writeToReporter({ store: bot.store(), now: bot.clock.now(), handlers }, parsed, question);

    await comeBack(it, code);
    const asked = hand.card().text.split('\n');
    expect(asked.slice(0, 3)).toEqual([
      translate(language, 'comeBack.writtenHeading'),
      translate(language, 'comeBack.theyWrote', { day: formatDay(language, today()) }),
      question,
    ]);
    expect(asked.filter((line) => line === question)).toHaveLength(1);
    expect(asked).toContain(translate(language, 'comeBack.canAnswer'));
    expect(asked).not.toContain(translate(language, 'comeBack.statusReceived'));

    const answer = `${it.canary} answer`;
    hand.fill('addition', answer);
    await hand.press('add');
    await hand.press('another');
    const answered = hand.card().text.split('\n');
    expect(answered[0]).toBe(translate(language, 'comeBack.caseHeading'));
    expect(answered).toContain(translate(language, 'comeBack.statusReceived'));
    expect(answered).not.toContain(translate(language, 'comeBack.canAnswer'));
    const events = await bot.store().history.readAll(saved.record.caseId);
    expect((await decryptSavedReport(bot, { ...saved, events })).followUps.map(({ text }) => text)).toEqual([answer]);
    expectKept(it, [question]);
  });

  it.each(languages)('is told in %s that the code opens a draft in full, and so it does', async (language) => {
    const it = await told(language);
    const { hand, report } = it;
    await hand.press('report');
    await goToStep(hand, report, 'code');
    expect(hand.card().text).toContain(translate(language, 'report.codeOnly'));
    await hand.press('later');
    expect(hand.card().text).toContain(translate(language, 'receipt.keptCode'));
    await comeBack(it, parseCardCode(hand.card()));
    await hand.press('resume');
    await hand.press('back');
    await hand.press('back');
    expect(hand.filled('what')).toBe(report.what);
    expectKept(it);
  });
});

describe('where a force lets nobody write to those who report', () => {
  it('nobody is told to wait for a question', async () => {
    const bot = await startBot({ entryPoint: 'dialog' });
    const { teams, report } = await newReporter(bot);
    await teams.press('report');
    const first = (await teams.press('more')).text;
    await teams.press('back');
    await goToStep(teams, report, 'code');
    await teams.press('send');
    const day = formatDay('en', nextVisitDay(toDay(bot.clock.now(), 'Europe/London'), {}));
    expect(first).toContain(translate('en', 'limits.back', { day }));
    expect(teams.card().text).toContain(translate('en', 'common.lookAgain', { day }));
    expect(`${first}\n${teams.card().text}`).not.toMatch(/may have a question|may ask something/u);
    await bot.stop();
  });
});
