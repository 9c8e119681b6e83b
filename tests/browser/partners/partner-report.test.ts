import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deriveCaseId } from '../../../core/model/return-code-keys.ts';
import { languages } from '../../../core/model/language.ts';
import { type ReturnCode, formatReturnCode } from '../../../core/model/return-code.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/partners/translate.ts';
import {
  answerQuestion,
  parseCode,
  openSignedInPage,
  getQuestionLabel,
  pressNext,
} from '../../support/browser/partners/signed-in-page.ts';
import {
  type PartnersPage,
  readBrowserStorage as readPartnersStorage,
} from '../../support/browser/partners/partners-page.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { codeForms, wordsOfCode } from '../../support/journeys/code-forms.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { partnersHost, partnersOrigin } from '../../support/partners/partner-client.ts';

const pictures = resolve(import.meta.dirname, '../../../test-results');
let unit: Unit;
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  unit = await startUnit({ PARTNERS: 'yes', PUBLIC_HOST: partnersHost });
});
afterAll(() => unit.stop());

describe.each(languages)('a practitioner, from an invitation to a message of the unit (%s)', (language) => {
  const canary = newCanary();
  const other = language === 'en' ? 'cy' : 'en';
  let at: PartnersPage;
  let code: ReturnCode;
  beforeAll(async () => {
    at = await openSignedInPage(unit.browser, unit.bot, language, language === 'en' ? 'light' : 'dark');
  });
  afterAll(() => at.close());

  const picture = (name: string) =>
    at.page.screenshot({ path: join(pictures, `partners-${name}-${language}.png`), animations: 'disabled' });

  it('passes it on, card by card, in either language, and loses nothing on the way', async () => {
    expect(await at.violations()).toEqual([]);
    await picture('start');
    await at.press(translate(language, 'inside.begin'));
    await at.page.getByText(sayOnCard(language, 'hub.life')).waitFor();
    expect(await at.violations()).toEqual([]);
    await picture('first');
    await answerQuestion(at, language, 'consent', 'notSafe');
    await answerQuestion(at, language, 'consentWhy', `${canary} why`);
    await answerQuestion(at, language, 'paperOn', `${canary} day`);
    await pressNext(at, language);
    await answerQuestion(at, language, 'what', `${canary} said`);
    await answerQuestion(at, language, 'observed', `${canary} seen`);
    await answerQuestion(at, language, 'conflict', 'no');
    await answerQuestion(at, language, 'risk', 'unsure');
    // The other language, with everything typed.
    await at.press(translate(language, 'frame.otherLanguage'));
    await at.page.getByText(sayOnCard(other, 'hub.wordsHeading')).first().waitFor();
    expect(await at.page.getByLabel(getQuestionLabel(other, 'what'), { exact: true }).inputValue()).toBe(
      `${canary} said`,
    );
    expect(await at.violations()).toEqual([]);
    await at.press(translate(other, 'frame.otherLanguage'));
    await at.page.getByText(sayOnCard(language, 'hub.wordsHeading')).first().waitFor();
    await pressNext(at, language);
    const shown = await at.text();
    code = parseCode(shown);
    await at.press(sayOnCard(language, 'report.thenDetail'));
    await answerQuestion(at, language, 'contactWays', 'throughUs');
    await answerQuestion(at, language, 'contactNot', `${canary} not`);
    expect(await at.violations()).toEqual([]);
    await pressNext(at, language);
    await answerQuestion(at, language, 'who', `${canary} who`);
    await pressNext(at, language);
    expect(await at.violations()).toEqual([]);
    await answerQuestion(at, language, 'toldElse', 'lado');
    await pressNext(at, language);
    await answerQuestion(at, language, 'practitioner', `${canary} name`);
    await pressNext(at, language);
    for (const words of ['day', 'why', 'said', 'seen', 'not', 'who', 'name'])
      expect(await at.text()).toContain(`${canary} ${words}`);
    expect(await at.violations()).toEqual([]);
    await at.press(sayOnCard(language, 'review.send'));
    await at.page.getByText(sayOnCard(language, 'hub.tellPassed')).waitFor();
    expect(parseCode(await at.text())).toBe(code);
    expect(await at.violations()).toEqual([]);
    await picture('receipt');
    const record = (await unit.bot.store().cases.read(deriveCaseId(code)))?.value;
    expect(record).toMatchObject({ route: 'hub', mode: 'notKept', partnerType: 'victims', language });
    await at.press(sayOnCard(language, 'common.done'));
  });

  it('is written to by a handler, who has read how they may be contacted, without a word of it in clear', async () => {
    const tab = await unit.open(unitPeople.handler, {
      subPage: `case:${deriveCaseId(code)}`,
      locale: localeByLanguage[language],
      ...(language === 'cy' && { theme: 'dark', width: 360 }),
    });
    const hand = createCaseDriver(tab, language);
    await tab.see(hand.words('case.workHeading'));
    await hand.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await hand.openReport();
    await tab.see(`${canary} said`);
    const panel = await tab.panel(hand.words('talk.hubHeading'));
    await panel.getByText(`${canary} not`).waitFor();
    await panel.getByText(hand.words('talk.hubReader')).waitFor();
    await tab.fill(hand.required('talk.text'), `${canary} Is a morning safe?`, panel);
    await tab.check(hand.words('talk.contactConfirm'), panel);
    await tab.check(hand.words('talk.confirm'), panel);
    expect(await tab.violations()).toEqual([]);
    await hand.send(panel, 'talk.send', 'talk.sent');
    const told = (await unit.bot.store().history.readAll(deriveCaseId(code))).filter(
      ({ kind }) => kind === 'messageToReporter',
    );
    expect(told).toMatchObject([{ detail: { confirmedContact: true } }]);
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-hub-journey-message`, 'whole');
    for (const { url, body, answer } of tab.traffic) assertAbsent('the tab’s traffic', url + body + answer, [canary]);
    assertAbsent('what the browser keeps', await readBrowserStorage(tab), [canary, deriveCaseId(code)]);
    assertAbsent('the console', tab.console.join('\n'), [canary, deriveCaseId(code)]);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('comes back with the code, reads what the unit wrote, answers, and records that the person no longer agrees', async () => {
    await at.press(translate(language, 'inside.comeBack'));
    const field = sayOnCard(language, 'common.required', { label: sayOnCard(language, 'comeBack.code') });
    await at.fill(field, wordsOfCode(code, language).toUpperCase());
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
    const events = await unit.bot.store().history.readAll(deriveCaseId(code));
    expect(events.filter(({ kind }) => kind === 'messageFromReporter')).toHaveLength(2);
    await at.press(sayOnCard(language, 'common.done'));
  });

  it('makes the form on paper in the page', async () => {
    const saving = at.page.waitForEvent('download');
    await at.press(translate(language, 'inside.paperMake'));
    expect((await saving).suggestedFilename()).toBe(`form-${language}.pdf`);
    await at.page.getByText(translate(language, 'inside.paperMade', { name: `form-${language}.pdf` })).waitFor();
  });

  it('asked nobody but its own server, sent no word in clear, and left nothing in the browser', async () => {
    const elsewhere = at.requests.filter(
      ({ url }) => new URL(url).origin !== partnersOrigin && !url.startsWith('blob:'),
    );
    expect(elsewhere).toEqual([]);
    for (const mark of [canary, ...codeForms(formatReturnCode(code))])
      expect(at.requests.filter(({ url, body }) => `${url} ${body}`.includes(mark))).toEqual([]);
    expect([at.errors, at.console.filter((line) => line.includes(canary))]).toEqual([[], []]);
    assertAbsentOnDisk(unit.bot.folder, [canary, ...codeForms(formatReturnCode(code))]);
    expect(JSON.parse(await readPartnersStorage(at))).toEqual({
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
