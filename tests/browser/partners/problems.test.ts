import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { languages } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/partners/translate.ts';
import { filePickerWords } from '../../../words/tab/file-picker.ts';
import { translateWord } from '../../../words/translate-word.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import {
  answerQuestion,
  getQuestionLabel,
  openSignedInPage,
  pressNext,
} from '../../support/browser/partners/signed-in-page.ts';
import type { PartnersPage } from '../../support/browser/partners/partners-page.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import { startWithPartners } from '../../support/partners/partner-client.ts';

let bot: RunningBot;
let browser: Browser;
beforeAll(async () => {
  [bot, browser] = await Promise.all([startWithPartners(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

const isFocusOnBody = (at: PartnersPage) => at.page.evaluate(() => document.activeElement === document.body);

describe.each(languages)('what is wrong on a card of partners (%s)', (language) => {
  it('is a heading and an alert with a way to each field, and nothing typed is lost', async () => {
    const at = await openSignedInPage(browser, bot, language);
    await at.press(translate(language, 'inside.begin'));
    await pressNext(at, language);
    const summary = at.page.getByRole('alert');
    await summary.waitFor();
    const label = sayOnCard(language, 'hubQuestion.consent');
    const missing = sayOnCard(language, 'problem.missing', { label });
    expect(await summary.ariaSnapshot()).toBe(
      [
        '- alert:',
        `  - heading "${sayOnCard(language, 'problem.heading')}" [level=3]`,
        `  - link ${JSON.stringify(missing)}`,
      ].join('\n'),
    );
    await at.page.locator('[role="alert"] :focus').waitFor();
    expect(await at.violations()).toEqual([]);
    await summary.getByRole('link').click();
    const field = at.page.getByRole('radiogroup', { name: getQuestionLabel(language, 'consent'), exact: true });
    expect(await field.evaluate((element) => element.contains(document.activeElement))).toBe(true);

    await answerQuestion(at, language, 'consent', 'agrees');
    await pressNext(at, language);
    await at.page.getByLabel(getQuestionLabel(language, 'what'), { exact: true }).waitFor();
    expect(await at.page.getByRole('alert').count()).toBe(0);
    await answerQuestion(at, language, 'what', 'said');
    await pressNext(at, language);
    const conflict = sayOnCard(language, 'problem.missing', { label: sayOnCard(language, 'question.conflict') });
    await at.page.getByRole('alert').getByRole('link').first().waitFor();
    expect(await at.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([conflict]);
    expect(await at.page.getByLabel(getQuestionLabel(language, 'what'), { exact: true }).inputValue()).toBe('said');
    expect(await isFocusOnBody(at)).toBe(false);
    await at.close();
  });

  it('leaves the keyboard in the panel for files when one is removed', async () => {
    const file = (key: keyof typeof filePickerWords) => translateWord(language, filePickerWords[key]);
    const at = await openSignedInPage(browser, bot, language);
    await at.press(translate(language, 'inside.begin'));
    await answerQuestion(at, language, 'consent', 'agrees');
    await pressNext(at, language);
    await answerQuestion(at, language, 'what', 'said');
    await answerQuestion(at, language, 'conflict', 'no');
    await pressNext(at, language);
    const chooser = at.page.getByLabel(file('files.choose'));
    await chooser.setInputFiles({ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('seen on Monday') });
    const remove = at.page
      .getByRole('button', {
        name: new RegExp(`^${translateWord(language, filePickerWords['files.remove'], { name: '' })}`, 'u'),
      })
      .first();
    await remove.click();
    await at.settle();
    expect(await isFocusOnBody(at)).toBe(false);
    expect(await chooser.evaluate((element) => element === document.activeElement)).toBe(true);
    await at.close();
  });
});
