import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { type ReturnCode, formatReturnCode } from '../../../core/model/return-code.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/partners/translate.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import {
  answerQuestion,
  chooseWords,
  parseCode,
  openSignedInPage,
  getQuestionLabel,
  pressNext,
} from '../../support/browser/partners/signed-in-page.ts';
import { openPartners, type PartnersPage } from '../../support/browser/partners/partners-page.ts';
import { savePartnerCase } from '../../support/journeys/partner-case.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import {
  changeInvitation,
  createInvitation,
  partnersOrigin,
  startWithPartners,
} from '../../support/partners/partner-client.ts';

const pictures = resolve(import.meta.dirname, '../../../test-results/partners');
let bot: RunningBot;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  [bot, browser] = await Promise.all([startWithPartners(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

const said = 'said before anybody was out';

/** Types as far as the card with the code. */
async function typed(at: PartnersPage, language: Language): Promise<ReturnCode> {
  await at.press(translate(language, 'inside.begin'));
  await answerQuestion(at, language, 'consent', 'agrees');
  await pressNext(at, language);
  await answerQuestion(at, language, 'what', said);
  await answerQuestion(at, language, 'conflict', 'no');
  await pressNext(at, language);
  return parseCode(await at.text());
}
async function sends(at: PartnersPage, language: Language): Promise<void> {
  await at.press(sayOnCard(language, 'report.thenSend'));
}
const standing = async (code: ReturnCode) => (await bot.store().cases.read(deriveCaseId(code)))?.value;
const comesBack = async (at: PartnersPage, code: ReturnCode) => {
  await at.press(translate('en', 'inside.comeBack'));
  await at.fill(
    sayOnCard('en', 'common.required', { label: sayOnCard('en', 'comeBack.code') }),
    formatReturnCode(code),
  );
  await at.press(sayOnCard('en', 'common.continue'));
  await at.button(sayOnCard('en', 'comeBack.add')).waitFor();
};

describe.each(languages)('access that is taken back while somebody types (%s)', (language) => {
  it('is said, with nothing claimed as saved, and what was typed stays to be read', async () => {
    const at = await openSignedInPage(browser, bot, language, language === 'en' ? 'dark' : 'light');
    const code = await typed(at, language);
    await changeInvitation(bot, 'revoke', at.invitation);
    await sends(at, language);
    await at.page.getByText(translate(language, 'enter.ended')).waitFor();
    expect(await at.violations()).toEqual([]);
    await at.page.screenshot({ path: join(pictures, `ended-${language}.png`), fullPage: true });
    expect(await at.text()).not.toContain(sayOnCard(language, 'hub.tellPassed'));
    expect(await at.text()).toContain(translate(language, 'inside.notSignedIn'));
    // Nothing says that they are signed in, either.
    expect(await at.page.locator('header').innerText()).not.toContain(
      translate(language, 'frame.signedInFor', { organisation: '' }).trim(),
    );
    expect(await standing(code)).toBeUndefined();
    await at.press(translate(language, 'enter.passkey'));
    await at.page.getByText(translate(language, 'enter.revoked')).waitFor();
    await at.press(sayOnCard(language, 'common.back'));
    expect(await at.page.getByLabel(getQuestionLabel(language, 'what'), { exact: true }).inputValue()).toBe(said);
    expect(await standing(code)).toBeUndefined();
    await at.close();
  });
});

describe('access that is given out anew while somebody types', () => {
  it('lets them send what they typed, once they have used the new link in another tab', async () => {
    const at = await openSignedInPage(browser, bot, 'en');
    const code = await typed(at, 'en');
    const token = await changeInvitation(bot, 'renew', at.invitation);
    await sends(at, 'en');
    await at.page.getByText(translate('en', 'enter.ended')).waitFor();
    const other = await at.page.context().newPage();
    await other.goto(`${partnersOrigin}/partners#${token}`);
    const words = await chooseWords(other, 'en');
    await other.close();
    await at.fill(translate('en', 'enter.words'), words);
    await at.press(translate('en', 'enter.withWords'));
    await at.button(translate('en', 'frame.signOut')).waitFor();
    await at.page.getByText(translate('en', 'enter.ended')).waitFor({ state: 'detached' });
    await sends(at, 'en');
    await at.page.getByText(sayOnCard('en', 'hub.tellPassed')).waitFor();
    expect(parseCode(await at.text())).toBe(code);
    expect(await standing(code)).toMatchObject({ route: 'hub', partnerType: 'victims' });
    await at.close();
  });
});

describe('a session that is over on a device that others use too', () => {
  it('leaves nothing of what was typed to somebody who comes in by another invitation', async () => {
    const { token } = await createInvitation(bot);
    const others = await openPartners(browser, bot, { hash: `#${token}` });
    const words = await chooseWords(others.page, 'en');
    await others.close();
    const at = await openSignedInPage(browser, bot, 'en');
    const code = await typed(at, 'en');
    bot.clock.forward(8 * 3_600_000 + 60_000);
    await sends(at, 'en');
    await at.page.getByText(translate('en', 'enter.over')).waitFor();
    await at.fill(translate('en', 'enter.words'), words);
    await at.press(translate('en', 'enter.withWords'));
    await at.button(translate('en', 'inside.begin')).waitFor();
    expect(await at.page.content()).not.toContain(formatReturnCode(code));
    await at.press(translate('en', 'inside.begin'));
    await answerQuestion(at, 'en', 'consent', 'agrees');
    await pressNext(at, 'en');
    expect(await at.page.getByLabel(getQuestionLabel('en', 'what'), { exact: true }).inputValue()).toBe('');
    expect(await standing(code)).toBeUndefined();
    await at.close();
  });
});

describe('a session that is over while somebody adds words to a case', () => {
  it('has the words wait, out of reach, and takes them once after somebody is in again by six words', async () => {
    const { caseId, code } = await savePartnerCase(bot);
    const { token } = await createInvitation(bot);
    const at = await openPartners(browser, bot, { hash: `#${token}` });
    const words = await chooseWords(at.page, 'en');
    await comesBack(at, code);
    const field = at.page.getByLabel(sayOnCard('en', 'comeBack.followUp'), { exact: true });
    await field.fill(said);
    bot.clock.forward(8 * 3_600_000 + 60_000);
    await at.press(sayOnCard('en', 'comeBack.add'));
    await at.page.getByText(translate('en', 'enter.over')).waitFor();
    expect(await at.violations()).toEqual([]);
    const added = async () =>
      (await bot.store().history.readAll(caseId)).filter(({ kind }) => kind === 'messageFromReporter').length;
    expect([
      await field.inputValue(),
      await field.evaluate((it) => it.closest('[inert]') !== null),
      await added(),
    ]).toEqual([said, true, 0]);
    await at.fill(translate('en', 'enter.words'), words);
    await at.press(translate('en', 'enter.withWords'));
    await at.page.getByText(translate('en', 'enter.over')).waitFor({ state: 'detached' });
    expect([await field.inputValue(), await field.evaluate((it) => it.closest('[inert]') !== null)]).toEqual([
      said,
      false,
    ]);
    await at.press(sayOnCard('en', 'comeBack.add'));
    await at.page.getByText(sayOnCard('en', 'comeBack.addedHeading')).waitFor();
    expect(await added()).toBe(1);
    await at.close();
  });
});
