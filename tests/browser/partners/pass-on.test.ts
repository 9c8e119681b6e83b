import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { caseIdOf } from '../../../concerns/records/code-keys.ts';
import { type Language, languages } from '../../../concerns/terms/language.ts';
import { type QuestionId, questionOn } from '../../../concerns/terms/questions.ts';
import { parseReturnCode, type ReturnCode, showReturnCode } from '../../../concerns/terms/return-code.ts';
import { optionKey, questionLabel } from '../../../cards/question-field.ts';
import { say as sayOnCard } from '../../../words/cards/say.ts';
import { say } from '../../../words/partners/say.ts';
import { launchChromium } from '../../support/browser/chromium.ts';
import { keptForPartners, openPartners, type PartnersPage } from '../../support/browser/partners/partners-page.ts';
import { writeToReporter } from '../../support/concerns/write-to-reporter.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import type { RunningBot } from '../../support/journeys/running-bot.ts';
import { invited, partnersOrigin, startWithPartners } from '../../support/partners/partner-client.ts';

const pictures = resolve(import.meta.dirname, '../../../test-results');
let bot: RunningBot;
let browser: Browser;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  [bot, browser] = await Promise.all([
    startWithPartners({ environment: { MESSAGES_TO_REPORTERS: 'yes' } }),
    launchChromium(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await bot.stop();
});

/** Somebody who was invited and has made a passkey, at the start of the page. */
async function inside(language: Language, look: 'light' | 'dark' = 'light'): Promise<PartnersPage> {
  const { token } = await invited(bot);
  const at = await openPartners(browser, bot, { hash: `#${token}`, language, look });
  await at.button(say(language, 'invited.makePasskey')).waitFor();
  await at.press(say(language, 'invited.makePasskey'));
  await at.button(say(language, 'inside.begin')).waitFor();
  return at;
}

/** The name of a field, as the card says it. */
const labelOf = (language: Language, id: QuestionId): string => {
  const label = questionLabel(language, id, 'hub');
  return questionOn('hub', id).required ? sayOnCard(language, 'common.required', { label }) : label;
};
async function answer(at: PartnersPage, language: Language, id: QuestionId, given: string): Promise<void> {
  if (questionOn('hub', id).kind === 'text') return await at.fill(labelOf(language, id), given);
  for (const option of given.split(',')) {
    const key = optionKey(id, option);
    if (key) await at.check(sayOnCard(language, key), labelOf(language, id));
  }
}
const next = async (at: PartnersPage, language: Language): Promise<void> => {
  await at.press(sayOnCard(language, 'common.continue'));
  await at.button(say(language, 'inside.stop')).waitFor();
};
const codeIn = (text: string): ReturnCode => {
  const code = parseReturnCode(/\b(?:[0-9A-Z]{4}-){5}[0-9A-Z]{4}\b/u.exec(text)?.[0] ?? '');
  if (code === undefined) throw new Error('no code is shown');
  return code;
};

describe.each(languages)('a practitioner, from an invitation to a message of the unit (%s)', (language) => {
  const canary = newCanary();
  const other = language === 'en' ? 'cy' : 'en';
  let at: PartnersPage;
  let code: ReturnCode;
  beforeAll(async () => {
    at = await inside(language, language === 'en' ? 'light' : 'dark');
  });
  afterAll(() => at.close());

  const picture = (name: string) =>
    at.page.screenshot({ path: join(pictures, `partners-${name}-${language}.png`), animations: 'disabled' });

  it('passes it on, card by card, in either language, and loses nothing on the way', async () => {
    expect(await at.violations()).toEqual([]);
    await picture('start');
    await at.press(say(language, 'inside.begin'));
    await at.page.getByText(sayOnCard(language, 'hub.duty')).waitFor();
    expect(await at.violations()).toEqual([]);
    await picture('first');
    await answer(at, language, 'consent', 'notSafe');
    await answer(at, language, 'paperOn', `${canary} day`);
    await next(at, language);
    await answer(at, language, 'consentWhy', `${canary} why`);
    await next(at, language);
    await answer(at, language, 'what', `${canary} said`);
    await answer(at, language, 'observed', `${canary} seen`);
    await answer(at, language, 'conflict', 'no');
    // The other language, with everything typed.
    await at.press(say(language, 'frame.otherLanguage'));
    await at.page.getByText(sayOnCard(other, 'hub.wordsHeading')).first().waitFor();
    expect(await at.page.getByLabel(labelOf(other, 'what'), { exact: true }).inputValue()).toBe(`${canary} said`);
    expect(await at.violations()).toEqual([]);
    await at.press(say(other, 'frame.otherLanguage'));
    await at.page.getByText(sayOnCard(language, 'hub.wordsHeading')).first().waitFor();
    await next(at, language);
    await answer(at, language, 'risk', 'unsure');
    await answer(at, language, 'toldElse', 'lado');
    expect(await at.violations()).toEqual([]);
    await next(at, language);
    await answer(at, language, 'contactWays', 'throughUs');
    await answer(at, language, 'contactNot', `${canary} not`);
    expect(await at.violations()).toEqual([]);
    await next(at, language);
    const shown = await at.text();
    code = codeIn(shown);
    await at.check(sayOnCard(language, 'hub.thenDetail'));
    await next(at, language);
    await answer(at, language, 'who', `${canary} who`);
    await next(at, language);
    await next(at, language);
    await answer(at, language, 'practitioner', `${canary} name`);
    await next(at, language);
    for (const words of ['day', 'why', 'said', 'seen', 'not', 'who', 'name'])
      expect(await at.text()).toContain(`${canary} ${words}`);
    expect(await at.violations()).toEqual([]);
    await at.press(sayOnCard(language, 'review.send'));
    await at.page.getByText(sayOnCard(language, 'hub.tellPassed')).waitFor();
    expect(codeIn(await at.text())).toBe(code);
    expect(await at.violations()).toEqual([]);
    await picture('receipt');
    const record = (await bot.store().cases.read(caseIdOf(code)))?.value;
    expect(record).toMatchObject({ route: 'hub', mode: 'notKept', partnerType: 'victims', language });
    await at.press(sayOnCard(language, 'common.done'));
  });

  it('comes back with the code, reads what the unit wrote, answers, and records that the person no longer agrees', async () => {
    await writeToReporter({ store: bot.store(), now: bot.clock.now() }, code, `${canary} Is a morning safe?`);
    await at.press(say(language, 'inside.comeBack'));
    const field = sayOnCard(language, 'common.required', { label: sayOnCard(language, 'comeBack.code') });
    await at.fill(field, showReturnCode(code).toLowerCase());
    await at.press(sayOnCard(language, 'common.continue'));
    await at.page.getByText(`${canary} Is a morning safe?`).waitFor();
    expect(await at.violations()).toEqual([]);
    await picture('come-back');
    await at.fill(sayOnCard(language, 'comeBack.followUp'), `${canary} answered`);
    await at.press(sayOnCard(language, 'comeBack.add'));
    await at.page.getByText(sayOnCard(language, 'comeBack.addedHeading')).waitFor();
    await at.press(sayOnCard(language, 'comeBack.another'));
    await at.press(sayOnCard(language, 'hub.withdraw'));
    await at.page.getByText(sayOnCard(language, 'hub.withdrawNot')).waitFor();
    expect(await at.violations()).toEqual([]);
    await at.fill(sayOnCard(language, 'hub.withdrawWhy'), `${canary} afraid`);
    await at.press(sayOnCard(language, 'hub.withdrawRecord'));
    await at.page.getByText(sayOnCard(language, 'hub.withdrawnHeading')).waitFor();
    const events = await bot.store().history.of(caseIdOf(code));
    expect(events.filter(({ kind }) => kind === 'messageFromReporter')).toHaveLength(2);
    await at.press(sayOnCard(language, 'common.done'));
  });

  it('makes the form on paper in the page', async () => {
    const saving = at.page.waitForEvent('download');
    await at.press(say(language, 'inside.paperMake'));
    expect((await saving).suggestedFilename()).toBe(`form-${language}.pdf`);
    await at.page.getByText(say(language, 'inside.paperMade', { name: `form-${language}.pdf` })).waitFor();
  });

  it('asked nobody but its own server, sent no word in clear, and left nothing in the browser', async () => {
    const elsewhere = at.requests.filter(
      ({ url }) => new URL(url).origin !== partnersOrigin && !url.startsWith('blob:'),
    );
    expect(elsewhere).toEqual([]);
    for (const mark of [canary, code, showReturnCode(code)])
      expect(at.requests.filter(({ url, body }) => `${url} ${body}`.includes(mark))).toEqual([]);
    expect([at.errors, at.console.filter((line) => line.includes(canary))]).toEqual([[], []]);
    expect(JSON.parse(await keptForPartners(at))).toEqual({
      local: [],
      session: [],
      cookies: '',
      databases: [],
      caches: [],
      workers: 0,
      history: [`${partnersOrigin}/partners`, null],
      name: '',
    });
  });
});

describe('what is not sent', () => {
  it('is asked about before somebody stops or signs out, and stays where they go on', async () => {
    const at = await inside('en');
    await at.press(say('en', 'inside.begin'));
    await answer(at, 'en', 'paperOn', 'yesterday');
    const dialog = at.page.getByRole('dialog');
    for (const name of [say('en', 'inside.stop'), say('en', 'frame.signOut')]) {
      await at.press(name);
      await dialog.waitFor();
      expect(await at.violations()).toEqual([]);
      await at.press(say('en', 'frame.stay'));
      expect(await at.page.getByLabel(labelOf('en', 'paperOn'), { exact: true }).inputValue()).toBe('yesterday');
    }
    await at.press(say('en', 'inside.stop'));
    await at.press(say('en', 'frame.leaveUnsent'));
    await at.button(say('en', 'inside.begin')).waitFor();
    await at.press(say('en', 'frame.signOut'));
    expect(await dialog.count()).toBe(0);
    await at.close();
  });

  it('is asked about by the browser where the page is closed, and never by what leaves at once', async () => {
    for (const leaves of ['button', 'escape'] as const) {
      const at = await inside('en');
      const asked: string[] = [];
      at.page.on('dialog', async (dialog) => {
        asked.push(dialog.type());
        await dialog.dismiss();
      });
      await at.press(say('en', 'inside.begin'));
      await answer(at, 'en', 'paperOn', 'yesterday');
      await at.settle();
      await at.page.close({ runBeforeUnload: true });
      await at.page.waitForEvent('dialog').catch(() => undefined);
      expect([leaves, asked]).toEqual([leaves, ['beforeunload']]);
      if (leaves === 'button') await at.button(say('en', 'frame.leave')).click();
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
    const at = await inside('en');
    await at.press(say('en', 'inside.begin'));
    await answer(at, 'en', 'consent', 'agrees');
    await next(at, 'en');
    await answer(at, 'en', 'what', 'said before the session was over');
    await answer(at, 'en', 'conflict', 'no');
    for (const _card of ['words', 'risk', 'contact']) await next(at, 'en');
    bot.clock.forward(9 * 3_600_000);
    await at.check(sayOnCard('en', 'report.thenSend'));
    await at.press(sayOnCard('en', 'common.continue'));
    await at.button(say('en', 'enter.passkey')).waitFor();
    expect(await at.violations()).toEqual([]);
    await at.press(say('en', 'enter.passkey'));
    await at.button(say('en', 'frame.signOut')).waitFor();
    await at.check(sayOnCard('en', 'report.thenSend'));
    await at.press(sayOnCard('en', 'common.continue'));
    await at.page.getByText(sayOnCard('en', 'hub.tellPassed')).waitFor();
    const record = (await bot.store().cases.read(caseIdOf(codeIn(await at.text()))))?.value;
    expect(record).toMatchObject({ route: 'hub', partnerType: 'victims' });
    await at.close();
  });
});
