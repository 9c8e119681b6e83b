import { appendFileSync, cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { partnerFolders } from '../../../bot/http/built-files.ts';
import { languages } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/partners/translate.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import {
  answerQuestion,
  chooseWords,
  openSignedInPage,
  getQuestionLabel,
  pressNext,
} from '../../support/browser/partners/signed-in-page.ts';
import { openPartners } from '../../support/browser/partners/partners-page.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import { createInvitation, startWithPartners } from '../../support/partners/partner-client.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

const pictures = resolve(import.meta.dirname, '../../../test-results/partners');
const folder = createTemporaryFolder();
const served = { built: join(folder, 'partners'), previous: join(folder, 'none') };
let bot: RunningBot;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  whole();
  [bot, browser] = await Promise.all([startWithPartners({ partnersFolders: served }), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Puts the page as it was built into the folder that is served. */
function whole(): void {
  rmSync(served.built, { recursive: true, force: true });
  cpSync(partnerFolders.built, served.built, { recursive: true });
}

/** Serves the page without a part; as another build, where it is `newer`, as after a deployment or two. */
async function lose(part: string, newer: boolean): Promise<void> {
  const assets = join(served.built, 'assets');
  const lost = readdirSync(assets).filter((name) => name.startsWith(`${part}-`) && name.endsWith('.js'));
  expect([part, lost.length]).toEqual([part, 1]);
  for (const name of lost) rmSync(join(assets, name));
  if (newer) appendFileSync(join(served.built, 'index.html'), '<!-- newer -->');
  await bot.restart();
}
async function mend(): Promise<void> {
  whole();
  await bot.restart();
}

describe.each(languages)('an old page, whose parts are gone after a new build (%s)', (language) => {
  afterAll(mend);

  it('says so where a part is missing, asks before it is loaded again, and sends what was typed', async () => {
    const at = await openSignedInPage(browser, bot, language);
    await lose('files-panel', true);
    await at.press(translate(language, 'inside.begin'));
    await answerQuestion(at, language, 'consent', 'agrees');
    await pressNext(at, language);
    await answerQuestion(at, language, 'what', 'typed before the new build');
    await answerQuestion(at, language, 'conflict', 'no');
    await pressNext(at, language);
    await at.page.getByText(translate(language, 'frame.outdated')).waitFor();
    expect(await at.violations()).toEqual([]);
    await at.page.screenshot({ path: join(pictures, `outdated-${language}.png`), fullPage: true });
    expect(await at.button(translate(language, 'frame.tryAgain')).count()).toBe(0);
    const asked: string[] = [];
    at.page.on('dialog', async (dialog) => {
      asked.push(dialog.type());
      await dialog.dismiss();
    });
    await at.press(translate(language, 'frame.outdatedLoad'));
    expect(asked).toEqual(['beforeunload']);
    await at.press(sayOnCard(language, 'common.back'));
    const field = at.page.getByLabel(getQuestionLabel(language, 'what'), { exact: true });
    expect(await field.inputValue()).toBe('typed before the new build');
    await pressNext(at, language);
    await at.press(sayOnCard(language, 'report.thenSend'));
    await at.page.getByText(sayOnCard(language, 'hub.tellPassed')).waitFor();
    await at.press(sayOnCard(language, 'common.done'));
    await mend();
    await lose('partner-form-pdf', true);
    await at.press(translate(language, 'inside.paperMake'));
    await at.press(translate(language, 'frame.outdatedLoad'));
    await at.page.getByRole('heading', { level: 1, name: translate(language, 'enter.heading') }).waitFor();
    expect(asked).toHaveLength(1);
    await at.close();
  });
});

describe('a part that does not come though the page is not old', () => {
  it('uses no invitation up, offers to try again, and comes once it is there', async () => {
    await lose('passkey', false);
    const { token } = await createInvitation(bot);
    const at = await openPartners(browser, bot, { hash: `#${token}` });
    await at.button(translate('en', 'invited.makePasskey')).waitFor();
    await at.press(translate('en', 'invited.makePasskey'));
    await at.page.getByText(translate('en', 'frame.partMissing')).waitFor();
    expect(await at.page.getByText(translate('en', 'frame.outdated')).count()).toBe(0);
    await mend();
    await at.press(translate('en', 'invited.makePasskey'));
    await at.button(translate('en', 'inside.begin')).waitFor();
    await at.close();
  });

  it('has somebody whose session ended sign in by the part that is there, with what they typed', async () => {
    const { token } = await createInvitation(bot);
    const at = await openPartners(browser, bot, { hash: `#${token}` });
    const words = await chooseWords(at.page, 'en');
    await lose('passkey', true);
    await at.press(translate('en', 'inside.begin'));
    await answerQuestion(at, 'en', 'consent', 'agrees');
    await pressNext(at, 'en');
    await answerQuestion(at, 'en', 'what', 'typed');
    await answerQuestion(at, 'en', 'conflict', 'no');
    await pressNext(at, 'en');
    bot.clock.forward(9 * 3_600_000);
    await at.press(sayOnCard('en', 'report.thenSend'));
    await at.press(translate('en', 'enter.passkey'));
    await at.page.getByText(translate('en', 'frame.outdated')).waitFor();
    await at.fill(translate('en', 'enter.words'), words);
    await at.press(translate('en', 'enter.withWords'));
    await at.page.getByText(translate('en', 'enter.over')).waitFor({ state: 'detached' });
    await at.press(sayOnCard('en', 'report.thenSend'));
    await at.page.getByText(sayOnCard('en', 'hub.tellPassed')).waitFor();
    await at.close();
    await mend();
  });
});
