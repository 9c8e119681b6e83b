import { describe, expect, it } from '@jest/globals';
import { decryptReportWithIdentities } from '../../../cli/open-report.ts';
import { parseCaseId } from '../../../core/model/case-id.ts';
import { deriveDraftId } from '../../../core/model/return-code-keys.ts';
import { parseReturnCode } from '../../../core/model/return-code.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/tab/translate.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import {
  checkLightAndDark,
  chooseFile,
  openReportPage,
  pageLocator,
} from '../../support/browser/tab/report-files-driver.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { generatePicture } from '../../support/files/generated-picture.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { codeForms, wordsOfCode } from '../../support/journeys/code-forms.ts';
import { goToStep, newReporter } from '../../support/journeys/reporter.ts';
import { parseCardCode } from '../../support/journeys/saved-case.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';

const unit = setUpUnit({ TEAMS_APP_ID: 'a1b2c3d4-1111-4222-8333-444455556666' });

async function reportInBot(language: Language) {
  const reporter = await newReporter(unit.bot, newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
  const report = { ...reporter.report, mode: 'notKept' };
  await reporter.teams.press('report');
  await goToStep(reporter.teams, report, 'review');
  const review = reporter.teams.keep();
  await reporter.teams.press('file');
  return { ...reporter, report, review, code: parseCardCode(reporter.teams.card()) };
}

async function comeBack(tab: TabPage, language: Language, entered: string): Promise<void> {
  await tab.press(translate(language, 'report.startComeBack'), pageLocator(tab));
  const label = sayOnCard(language, 'common.required', { label: sayOnCard(language, 'comeBack.code') });
  await tab.fill(label, entered);
  await tab.press(sayOnCard(language, 'common.continue'));
  await tab.see(sayOnCard(language, 'comeBack.draftHeading'));
  await tab.press(sayOnCard(language, 'comeBack.resume'));
  await tab.see(sayOnCard(language, 'review.heading'));
}

describe.each(languages)('someone who comes from the bot to add a photo, in %s', (language) => {
  const words = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);
  const onCard = (key: Parameters<typeof sayOnCard>[1]) => sayOnCard(language, key);

  it('finds the report as it was, begins at the files, and sends both once', async () => {
    const { canary, code, report, review, teams } = await reportInBot(language);
    const tab = await openReportPage(unit, language);
    await comeBack(tab, language, wordsOfCode(code, language));
    await tab.see(report.what.split('\n')[0] ?? '');
    await tab.tab.getByLabel(words('files.choose')).waitFor();
    const isAtFiles = () =>
      tab.tab.evaluate((sentence) => document.activeElement?.textContent === sentence, words('report.fileHere'));
    expect(await isAtFiles()).toBe(true);
    await checkLightAndDark(tab, `${language}-from-bot`);

    const photo = await generatePicture(tab.tab, 'image/jpeg', { width: 400, height: 300 });
    await chooseFile(tab, language, 'photo.jpg', photo);
    await tab.tab.getByRole('img', { name: words('files.picture') }).waitFor();
    while ((await tab.button(onCard('review.send')).count()) === 0) {
      // Each part is a card of its own, with buttons of its own.
      const next = await tab.button(onCard('review.next')).elementHandle();
      await next?.click();
      await next?.waitForElementState('hidden');
    }
    await tab.press(onCard('review.send'));
    await tab.see(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u);

    const caseId = parseCaseId(await tab.tab.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u).innerText());
    const saved = caseId && (await unit.bot.store().cases.read(caseId));
    if (saved === undefined) throw new Error('the receipt was shown and nothing is saved');
    const readEvents = () => unit.bot.store().history.readAll(saved.value.caseId);
    const opened = await decryptReportWithIdentities(saved.value, await readEvents(), unit.bot.identities.acu);
    expect(opened.report.answers).toEqual(report);
    expect(opened.report.files?.map(({ name }) => name)).toEqual([words('files.photo', { number: 1 })]);

    const parsed = parseReturnCode(code);
    if (parsed === undefined) throw new Error('the card shows no code');
    await waitFor('the draft is removed', async () =>
      (await unit.bot.store().drafts.read(deriveDraftId(parsed), unit.bot.clock.now())) === undefined
        ? true
        : undefined,
    );
    // The bot's older card neither sends the report again nor brings the draft back.
    teams.holdUp(review);
    await teams.press('file');
    expect(teams.card().text).toContain(onCard('problem.alreadySent'));
    expect((await readEvents()).map(({ kind }) => kind)).toEqual(['received']);

    const marks = [canary, ...codeForms(code)];
    const sent = tab.traffic.map(({ url, body }) => `${url} ${body}`);
    assertAbsent('what was sent', sent.join('\n'), marks);
    assertAbsent('the browser', await readBrowserStorage(tab), marks);
    assertAbsent('the console', tab.console.join(' '), marks);
    assertAbsent('the log', unit.bot.log.join(''), marks);
    assertAbsentOnDisk(unit.bot.folder, marks);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('is led to the files once: not after a part was changed, nor in Teams on Android', async () => {
    const { code } = await reportInBot(language);
    const tab = await openReportPage(unit, language);
    await comeBack(tab, language, code);
    await tab.see(words('report.fileHere'));
    await tab.press(onCard('review.changeLimits'));
    await tab.see(onCard('limits.change'));
    await tab.press(onCard('common.continue'));
    await tab.see(onCard('review.heading'));
    await tab.tab.getByLabel(words('files.choose')).waitFor();
    expect(await tab.tab.getByText(words('report.fileHere')).count()).toBe(0);
    await tab.close();

    const android = await openReportPage(unit, language, 'android');
    await comeBack(android, language, code);
    await android.see(words('files.phones'));
    expect(await android.tab.getByText(words('report.fileHere')).count()).toBe(0);
    await android.close();
  });
});
