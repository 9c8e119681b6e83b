import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/partners/translate.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import {
  answerQuestion,
  parseCode,
  openSignedInPage,
  getQuestionLabel,
  pressNext,
} from '../../support/browser/partners/signed-in-page.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import { partnersOrigin, startWithPartners } from '../../support/partners/partner-client.ts';

let bot: RunningBot;
let browser: Browser;
beforeAll(async () => {
  [bot, browser] = await Promise.all([startWithPartners(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

describe('what is not sent', () => {
  it('is asked about before somebody stops or signs out, and stays where they go on', async () => {
    const at = await openSignedInPage(browser, bot, 'en');
    await at.press(translate('en', 'inside.begin'));
    await answerQuestion(at, 'en', 'paperOn', 'yesterday');
    const dialog = at.page.getByRole('dialog');
    for (const name of [translate('en', 'inside.stop'), translate('en', 'frame.signOut')]) {
      await at.press(name);
      await dialog.waitFor();
      expect(await at.violations()).toEqual([]);
      await at.press(translate('en', 'frame.stay'));
      expect(await at.page.getByLabel(getQuestionLabel('en', 'paperOn'), { exact: true }).inputValue()).toBe(
        'yesterday',
      );
    }
    await at.press(translate('en', 'inside.stop'));
    await at.press(translate('en', 'frame.leaveUnsent'));
    await at.button(translate('en', 'inside.begin')).waitFor();
    await at.press(translate('en', 'frame.signOut'));
    expect(await dialog.count()).toBe(0);
    await at.close();
  });

  it('is asked about by the browser where the page is closed, and never by what leaves at once', async () => {
    for (const leaves of ['button', 'escape'] as const) {
      const at = await openSignedInPage(browser, bot, 'en');
      const asked: string[] = [];
      at.page.on('dialog', async (dialog) => {
        asked.push(dialog.type());
        await dialog.dismiss();
      });
      await at.press(translate('en', 'inside.begin'));
      await answerQuestion(at, 'en', 'paperOn', 'yesterday');
      await at.settle();
      await Promise.all([at.page.waitForEvent('dialog'), at.page.close({ runBeforeUnload: true })]);
      expect([leaves, asked]).toEqual([leaves, ['beforeunload']]);
      if (leaves === 'button') await at.button(translate('en', 'frame.leave')).click();
      else {
        await at.page.keyboard.press('Escape');
        await at.page.keyboard.press('Escape');
      }
      await at.page.waitForURL((url) => url.origin !== partnersOrigin).catch(() => undefined);
      expect([leaves, asked]).toEqual([leaves, ['beforeunload']]);
      await at.close();
    }
  });

  it('stays where the session is over, until somebody is signed in again and sends it', async () => {
    const at = await openSignedInPage(browser, bot, 'en');
    await at.press(translate('en', 'inside.begin'));
    await answerQuestion(at, 'en', 'consent', 'agrees');
    await pressNext(at, 'en');
    await answerQuestion(at, 'en', 'what', 'said before the session was over');
    await answerQuestion(at, 'en', 'conflict', 'no');
    await pressNext(at, 'en');
    bot.clock.forward(9 * 3_600_000);
    await at.press(sayOnCard('en', 'report.thenSend'));
    await at.button(translate('en', 'enter.passkey')).waitFor();
    expect(await at.violations()).toEqual([]);
    await at.press(translate('en', 'enter.passkey'));
    await at.button(translate('en', 'frame.signOut')).waitFor();
    await at.press(sayOnCard('en', 'report.thenSend'));
    await at.page.getByText(sayOnCard('en', 'hub.tellPassed')).waitFor();
    const record = (await bot.store().cases.read(deriveCaseId(parseCode(await at.text()))))?.value;
    expect(record).toMatchObject({ route: 'hub', partnerType: 'victims' });
    await at.close();
  });
});
