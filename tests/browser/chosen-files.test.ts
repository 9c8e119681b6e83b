import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Route } from 'playwright-core';
import { type Language, languages, otherLanguage } from '../../core/model/language.ts';
import { parseReturnCode } from '../../core/model/return-code.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { translate as translateCard } from '../../words/cards/translate.ts';
import { translate as translatePartner } from '../../words/partners/translate.ts';
import { translate, type WordKey, type WordValues } from '../../words/tab/translate.ts';
import {
  answerQuestion,
  chooseWords,
  getQuestionLabel,
  openSignedInPage,
  parseCode,
  pressNext,
  stepTaken,
} from '../support/browser/partners/signed-in-page.ts';
import { openPartners, type PartnersPage } from '../support/browser/partners/partners-page.ts';
import { fillToCode, openReportPage, pageLocator } from '../support/browser/tab/report-files-driver.ts';
import { setUpUnit } from '../support/browser/tab/set-up-unit.ts';
import { unexpectedErrors } from '../support/browser/tab/unexpected-errors.ts';
import { createPdfWithPages } from '../support/files/marked-pdf.ts';
import { newCanary } from '../support/journeys/new-canary.ts';
import { createInvitation, partnersHost } from '../support/partners/partner-client.ts';

const unit = setUpUnit({ PARTNERS: 'yes', PUBLIC_HOST: partnersHost });
beforeEach(() => unit.bot.clock.forward(600_000));

/** What somebody at either door sees of their files, in whichever language the page is. */
function createFileList(body: Locator) {
  const say = (language: Language, key: WordKey, values?: WordValues): string => translate(language, key, values);
  const named = (role: 'button' | 'list', key: WordKey, values?: (language: Language) => WordValues): Locator =>
    languages
      .map((language) => body.getByRole(role, { name: say(language, key, values?.(language)), exact: true }))
      .reduce((one, other) => one.or(other));
  const items = named('list', 'files.list').locator('> li');
  return {
    items,
    /** Waits until so many files are there whose copies are made, and no other. */
    async expectReady(count: number): Promise<void> {
      await items.nth(count - 1).waitFor();
      for (let at = 0; at < count; at += 1) await items.nth(at).getByRole('button').nth(1).waitFor();
      expect(await items.count()).toBe(count);
    },
    choose: async (language: Language, name: string, buffer: Buffer): Promise<void> =>
      body
        .getByLabel(say(language, 'files.choose'), { exact: true })
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer }),
  };
}

/** Holds back each request that comes, until it is let go. */
function createGate() {
  const come = Promise.withResolvers<void>();
  const go = Promise.withResolvers<void>();
  return {
    hasCome: come.promise,
    open: go.resolve,
    route: async (route: Route): Promise<void> => {
      come.resolve();
      await go.promise;
      await route.fallback();
    },
  };
}

const text = Buffer.from('What was said');
const filesOf = async (code: string): Promise<number | undefined> => {
  const parsed = parseReturnCode(code);
  return parsed && (await unit.bot.store().cases.read(deriveCaseId(parsed)))?.value.files?.length;
};
const kinds = (language: Language): string => (language === 'en' ? '2 documents' : '2 ddogfen');

describe.each(languages)('a file that was chosen in the tab, in %s,', (language) => {
  const other = otherLanguage(language);
  const words = (key: WordKey): string => translate(language, key);
  const onCard = (key: Parameters<typeof translateCard>[1]): string => translateCard(language, key);

  it('is there whatever is pressed next, while its copy is made, and goes up once', async () => {
    const tab = await openReportPage(unit, language);
    const code = await fillToCode(tab, language, 'notKept', newCanary());
    const main = pageLocator(tab);
    const files = createFileList(tab.tab.locator('body'));
    const press = (key: Parameters<typeof translateCard>[1], values?: WordValues): Promise<void> =>
      tab.press(translateCard(language, key, values), main);
    const hideAndReturn = async (): Promise<void> => {
      await tab.press(words('shell.hide'));
      await tab.see(words('shell.neutralText'));
      await tab.press(words('shell.neutralReturn'));
    };
    const turnTo = async (to: Language): Promise<void> => {
      await tab.press(translate(to, 'shell.thisLanguage'), tab.tab.getByRole('banner'));
      await tab.see(translateCard(to, 'report.codeHeading'));
    };
    const stayHere = async (): Promise<void> => {
      await tab.press(words('shell.comeBack'), tab.tab.getByRole('banner'));
      await tab.see(words('leave.unsent'));
      await tab.press(words('leave.stay'));
    };

    // While its copy is made.
    const worker = createGate();
    await tab.page.route(/clean-pdf-worker/u, worker.route);
    await files.choose(language, 'letter.pdf', createPdfWithPages(2));
    await worker.hasCome;
    await turnTo(other);
    await turnTo(language);
    await hideAndReturn();
    await stayHere();
    await press('common.back');
    await tab.see(onCard('limits.knownHeading'));
    await press('limits.more');
    await tab.see(onCard('limits.happensHeading'));
    await press('common.back');
    await press('common.continue');
    await press('report.thenSend');
    await tab.see(words('files.notReady'));
    // What is pressed before the step has ended is lost.
    await stepTaken(tab);
    expect(await files.items.count()).toBe(1);
    await press('report.thenDetail');
    worker.open();
    await files.expectReady(1);

    // By the review, and what is changed from there.
    const review = tab.tab.getByRole('heading', { name: onCard('review.heading'), exact: true });
    while ((await review.count()) === 0) {
      await press('common.continue');
      await stepTaken(tab);
    }
    await files.choose(language, 'one.txt', text);
    await files.expectReady(2);
    await press('review.changeAbout');
    await tab.see(onCard('report.aboutHeading'));
    await files.expectReady(2);
    await press('common.continue');
    await tab.see(onCard('review.heading'));
    await press('review.changeLimits');
    await tab.see(onCard('limits.knownHeading'));
    await files.expectReady(2);
    await press('common.back');
    await tab.see(onCard('review.heading'));
    await files.choose(language, 'two.txt', text);
    await files.expectReady(3);
    await files.items.nth(1).getByRole('button').last().click();
    await files.expectReady(2);

    // While it is on its way, to where the words that name it do not come, and again.
    const way = createGate();
    await tab.page.route('**/api/tab/raw/report.filePart', way.route);
    await tab.page.route('**/api/tab/report.find', (route) => route.abort('internetdisconnected'));
    await press('review.send');
    await way.hasCome;
    await hideAndReturn();
    await stayHere();
    expect(await files.items.getByRole('button').last().isDisabled()).toBe(true);
    await press('review.send');
    way.open();
    await tab.see(onCard('problem.nothingSaved'));
    await files.expectReady(2);
    expect(await filesOf(code)).toBeUndefined();
    await tab.page.unroute('**/api/tab/report.find');
    await press('review.send');
    await tab.see(translateCard(language, 'receipt.filesOfKinds', { kinds: kinds(language) }));
    expect(await files.items.count()).toBe(0);
    expect(await filesOf(code)).toBe(2);
    expect(tab.traffic.filter(({ url }) => url.endsWith('/report.submit'))).toHaveLength(1);
    expect(unexpectedErrors(tab).filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await tab.close();
  });
});

describe.each(languages)('a file that was chosen on the partners’ page, in %s,', (language) => {
  const other = otherLanguage(language);
  const words = (key: Parameters<typeof translatePartner>[1]): string => translatePartner(language, key);
  const onCard = (key: Parameters<typeof translateCard>[1]): string => translateCard(language, key);

  async function fillIn(at: PartnersPage): Promise<string> {
    await at.press(words('inside.begin'));
    await answerQuestion(at, language, 'consent', 'agrees');
    await pressNext(at, language);
    await answerQuestion(at, language, 'what', 'Somebody is visited at night.');
    await answerQuestion(at, language, 'conflict', 'no');
    await pressNext(at, language);
    return parseCode(await at.text());
  }

  it('is there whatever is pressed next, while its copy is made, and goes up once', async () => {
    const at = await openSignedInPage(unit.browser, unit.bot, language);
    const code = await fillIn(at);
    const files = createFileList(at.page.locator('body'));
    const see = (shown: string): Promise<void> => at.page.getByText(shown).first().waitFor();
    const stayHere = async (button: string): Promise<void> => {
      await at.button(button).click();
      await at.page.getByRole('dialog').waitFor();
      await at.press(words('frame.stay'));
    };

    const worker = createGate();
    await at.page.route(/clean-pdf-worker/u, worker.route);
    await files.choose(language, 'letter.pdf', createPdfWithPages(2));
    await worker.hasCome;
    await at.button(translatePartner(language, 'frame.otherLanguage')).click();
    await see(translateCard(other, 'report.codeHeading'));
    await at.button(translatePartner(other, 'frame.otherLanguage')).click();
    await see(onCard('report.codeHeading'));
    await stayHere(words('inside.stop'));
    await stayHere(words('frame.signOut'));
    await at.button(onCard('report.thenSend')).click();
    await see(translate(language, 'files.notReady'));
    await stepTaken(at);
    await at.button(onCard('common.back')).click();
    await at.page.getByLabel(getQuestionLabel(language, 'what'), { exact: true }).waitFor();
    await at.button(onCard('common.continue')).click();
    await see(onCard('report.codeHeading'));
    expect(await files.items.count()).toBe(1);
    worker.open();
    await files.expectReady(1);
    await files.choose(language, 'one.txt', text);
    await files.expectReady(2);

    const way = createGate();
    await at.page.route('**/api/partners/raw/report.filePart', way.route);
    await at.page.route('**/api/partners/report.find', (route) => route.abort('internetdisconnected'));
    await at.button(onCard('report.thenSend')).click();
    await way.hasCome;
    await stayHere(words('frame.signOut'));
    await at.button(onCard('report.thenSend')).click();
    way.open();
    await see(onCard('problem.nothingSaved'));
    await files.expectReady(2);
    expect(await filesOf(code)).toBeUndefined();
    await at.page.unroute('**/api/partners/report.find');
    await at.button(onCard('report.thenSend')).click();
    await see(translateCard(language, 'receipt.filesOfKinds', { kinds: kinds(language) }));
    expect(await files.items.count()).toBe(0);
    expect(await filesOf(code)).toBe(2);
    expect(at.requests.filter(({ url }) => url.endsWith('/report.submit'))).toHaveLength(1);
    expect(at.errors.filter((error) => !error.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await at.close();
  });

  it('waits with the words, out of reach, if the session is over, and goes once its person is in again', async () => {
    const { token } = await createInvitation(unit.bot);
    const at = await openPartners(unit.browser, unit.bot, { hash: `#${token}`, language });
    const secret = await chooseWords(at.page, language);
    const code = await fillIn(at);
    const files = createFileList(at.page.locator('body'));
    await files.choose(language, 'one.txt', text);
    await files.expectReady(1);
    unit.bot.clock.forward(8 * 3_600_000 + 60_000);
    await at.press(onCard('report.thenSend'));
    await at.page.getByText(words('enter.over')).waitFor();
    expect(await filesOf(code)).toBeUndefined();
    await at.fill(words('enter.words'), secret);
    await at.press(words('enter.withWords'));
    await at.page.getByText(words('enter.over')).waitFor({ state: 'detached' });
    // What was pressed goes on by itself if its person is in again within half a minute.
    await stepTaken(at);
    if ((await files.items.count()) === 1) await at.press(onCard('report.thenSend'));
    await at.page.getByText(onCard('hub.tellPassed')).waitFor();
    expect(await filesOf(code)).toBe(1);
    await at.close();
  });
});
