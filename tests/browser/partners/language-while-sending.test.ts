import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { languages, otherLanguage } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/partners/translate.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import {
  answerQuestion,
  openSignedInPage,
  parseCode,
  pressNext,
} from '../../support/browser/partners/signed-in-page.ts';
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

describe.each(languages)('the other language, chosen while a concern is on its way (%s)', (language) => {
  it('is that of the receipt, and nothing is sent twice', async () => {
    const other = otherLanguage(language);
    const at = await openSignedInPage(browser, bot, language);
    await at.press(translate(language, 'inside.begin'));
    await answerQuestion(at, language, 'consent', 'agrees');
    await pressNext(at, language);
    await answerQuestion(at, language, 'what', 'said');
    await answerQuestion(at, language, 'conflict', 'no');
    await pressNext(at, language);
    const come = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    await at.page.route('**/api/partners/report.submit', async (route) => {
      come.resolve();
      await go.promise;
      await route.fallback();
    });
    await at.button(sayOnCard(language, 'report.thenSend')).click();
    await come.promise;
    await at.button(translate(language, 'frame.otherLanguage')).click();
    await at.button(translate(other, 'frame.otherLanguage')).waitFor();
    go.resolve();
    await at.page.getByText(sayOnCard(other, 'hub.tellPassed')).waitFor();
    await at.button(translate(other, 'frame.otherLanguage')).waitFor();
    const code = parseCode(await at.text());
    expect((await bot.store().cases.read(deriveCaseId(code)))?.value).toMatchObject({ route: 'hub' });
    expect(at.requests.filter(({ url }) => url.endsWith('/report.submit'))).toHaveLength(1);
    expect(at.errors).toEqual([]);
    await at.close();
  });
});
