import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { languages, type Language } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/tab/translate.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { codeForms, wordsOfCode } from '../../support/journeys/code-forms.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { getQuestionLabel, getOptionLabel } from '../../support/journeys/card-labels.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const codePattern = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u;
const unit = setUpUnit();

/** Somebody at the card with the code. */
async function atCode(
  language: Language,
): Promise<{ readonly tab: TabPage; readonly code: string; readonly canary: string }> {
  const person = { objectId: randomUUID(), name: 'Somebody' };
  const tab = await unit.open(person, { locale: localeByLanguage[language], made: 'report', width: 360 });
  const canary = newCanary();
  await tab.press(translate(language, 'report.startReport'), tab.tab.getByRole('main'));
  await tab.fill(getQuestionLabel(language, 'what'), `Somebody is visited at night. ${canary}`);
  for (const id of ['risk', 'conflict'] as const)
    await tab.tab
      .getByRole('radiogroup', { name: getQuestionLabel(language, id), exact: true })
      .getByRole('radio', { name: getOptionLabel(language, id, 'no'), exact: true })
      .check();
  await tab.press(sayOnCard(language, 'common.continue'));
  await tab.tab.getByRole('radio', { name: getOptionLabel(language, 'mode', 'notKept'), exact: true }).check();
  expect(await tab.button(translate(language, 'report.codeCopy')).count()).toBe(0);
  await tab.press(sayOnCard(language, 'common.continue'));
  return { tab, code: await tab.tab.getByText(codePattern).innerText(), canary };
}

/** The code stands on the screen and nowhere that keeps it. */
async function isNowhere(tab: TabPage, secrets: readonly string[]): Promise<void> {
  assertAbsent('the browser', await readBrowserStorage(tab), secrets);
  assertAbsent('addresses', tab.traffic.map(({ url }) => url).join(' '), secrets);
  assertAbsent('the console', tab.console.join(' '), secrets);
  assertAbsent('the log', unit.bot.log.join(''), secrets);
  assertAbsentOnDisk(unit.bot.folder, secrets);
  // What a browser says of a clipboard that it does not give, without what was to be copied.
  expect(unexpectedErrors(tab).filter((error) => !error.includes('The Clipboard API has been blocked'))).toEqual([]);
}

describe.each(languages)('a code on the page, in %s', (language) => {
  const words = (key: Parameters<typeof translate>[1]) => translate(language, key);

  it('is copied where the client lets a page copy, and is to be copied by hand where it does not', async () => {
    const { tab, code, canary } = await atCode(language);
    const secrets = [canary, ...codeForms(code)];
    const both = `${wordsOfCode(code, language)} \n${code}`;
    // The stand-in for Teams gives the page no clipboard, as some clients do.
    await tab.press(words('report.codeCopy'));
    await tab.see(words('report.codeByHand'));
    const field = tab.tab.getByLabel(words('report.code'), { exact: true });
    expect(await field.inputValue()).toBe(both.replace('\n', ''));
    expect(await tab.tab.evaluate(() => getSelection()?.toString())).toBe(both.replace('\n', ''));
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-code-by-hand`, 'whole');

    const before = tab.traffic.length;
    await tab.tab.evaluate(() => {
      const clipboard = { writeText: (text: string) => Promise.resolve(Object.assign(window, { clip: text })) };
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    });
    await tab.press(words('report.codeCopy'));
    await tab.see(words('report.codeCopied'));
    expect(await tab.tab.evaluate(() => Reflect.get(window, 'clip'))).toBe(both);
    expect(await field.count()).toBe(0);
    expect(tab.traffic.length).toBe(before);
    await isNowhere(tab, secrets);
    await tab.close();
  });

  it('is printed alone: no heading, no name of the page, and nothing of it stays', async () => {
    const { tab, code, canary } = await atCode(language);
    const title = await tab.tab.title();
    // A printer, to the page, is a call that ends with an event.
    await tab.tab.evaluate(() => {
      window.print = () => undefined;
    });
    await tab.press(words('report.codePrint'));
    await tab.press(words('report.codePrint'));
    await tab.page.emulateMedia({ media: 'print' });
    expect(await tab.tab.evaluate(() => document.body.innerText.split(/\s*\n\s*/u))).toEqual([
      wordsOfCode(code, language),
      code,
    ]);
    expect((await tab.tab.title()).trim()).toBe('');
    await tab.page.emulateMedia({ media: 'screen' });
    expect(await tab.tab.locator('.slip').isVisible()).toBe(false);
    await tab.tab.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    expect(await tab.tab.title()).toBe(title);
    expect(await tab.tab.locator('.slip').count()).toBe(0);
    await isNowhere(tab, [canary, ...codeForms(code)]);

    // A client that prints nothing says nothing either: what was made for it goes with the card.
    await tab.press(words('report.codePrint'));
    await tab.press(sayOnCard(language, 'report.thenDetail'));
    await tab.see(sayOnCard(language, 'report.aboutHeading'));
    expect(await tab.tab.locator('.slip').count()).toBe(0);
    expect(await tab.tab.title()).toBe(title);
    await tab.close();
  });
});
