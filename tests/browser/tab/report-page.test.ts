import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { parseCaseId } from '../../../core/model/case-id.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import type { QuestionId } from '../../../core/model/questions.ts';
import { contactsSchema } from '../../../words/contacts.ts';
import { translate } from '../../../words/tab/translate.ts';
import { decryptReportWithIdentities } from '../../../cli/open-report.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { getQuestionLabel, getOptionLabel } from '../../support/journeys/card-labels.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const themes = ['default', 'dark', 'contrast'] as const;
const unit = setUpUnit();

/** Somebody without a role, as all are who report, on a screen as wide as a phone's. */
const atPage = (language: Language, width: number): Promise<TabPage> =>
  unit.open(
    { objectId: randomUUID(), name: 'Somebody' },
    { locale: localeByLanguage[language], made: 'report', width },
  );

/** The page without what leads to the others. */
const inPage = (tab: TabPage): Locator => tab.tab.getByRole('main');
const fill = (tab: TabPage, language: Language, id: QuestionId, text: string): Promise<void> =>
  tab.fill(getQuestionLabel(language, id), text);
const choose = (tab: TabPage, language: Language, id: QuestionId, option: string): Promise<void> =>
  tab.tab
    .getByRole('radiogroup', { name: getQuestionLabel(language, id), exact: true })
    .getByRole('radio', { name: getOptionLabel(language, id, option), exact: true })
    .check();

async function looksRight(tab: TabPage, name: string): Promise<void> {
  for (const theme of themes) {
    await tab.changeTheme(theme);
    expect({ name, theme, violations: await tab.violations() }).toEqual({ name, theme, violations: [] });
    await tab.picture(theme === 'default' ? name : `${name}-${theme}`, 'whole');
  }
  await tab.changeTheme('default');
  const width = await tab.tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
}

describe.each(languages)('the page for reporting, in %s', (language) => {
  const words = (key: Parameters<typeof translate>[1]) => translate(language, key);
  const onCard = (key: Parameters<typeof sayOnCard>[1], values?: Parameters<typeof sayOnCard>[2]) =>
    sayOnCard(language, key, values);

  it('says that something is finished only where something was begun', async () => {
    const tab = await atPage(language, 390);
    const toReport = (): Promise<void> => tab.press(words('shell.report'), tab.tab.getByRole('navigation'));
    const said = (): Promise<readonly string[]> => tab.tab.getByRole('status').allInnerTexts();
    await tab.see(words('report.intro'));
    await toReport();
    await tab.settle();
    expect((await said()).join()).not.toContain(words('report.over'));
    await tab.press(words('report.startReport'), inPage(tab));
    await tab.see(onCard('common.continue'));
    await toReport();
    await tab.see(words('report.intro'));
    expect((await said()).join()).toContain(words('report.over'));
    await tab.close();
  });

  it('takes a report on a phone, step by step, and lets its code come back, with nothing of it left in the page', async () => {
    const tab = await atPage(language, 390);
    const canary = newCanary();
    await tab.see(words('report.intro'));
    await looksRight(tab, `${language}-report-start`);
    await tab.press(words('report.startReport'), inPage(tab));
    await tab.see(onCard('common.continue'));
    await tab.see(getQuestionLabel(language, 'what'));
    await choose(tab, language, 'conflict', 'no');
    await looksRight(tab, `${language}-report-account`);
    // One press shows the rest, and another leads back to what was chosen.
    await tab.press(onCard('limits.more'), inPage(tab));
    await tab.see(onCard('limits.stays'));
    await looksRight(tab, `${language}-report-more`);
    await tab.press(onCard('common.back'), inPage(tab));

    // Too early: the problems come first, and nothing that was typed is lost; the language of the page takes it along.
    await tab.see(getQuestionLabel(language, 'what'));
    await tab.press(onCard('common.continue'));
    await tab.see(onCard('problem.heading'));
    // A heading and an alert, with a way to each field, at which the keyboard is.
    const missing = onCard('problem.missing', { label: onCard('question.what') });
    const summary = tab.tab.getByRole('alert');
    expect(await summary.ariaSnapshot()).toBe(
      ['- alert:', `  - heading "${onCard('problem.heading')}" [level=3]`, `  - link ${JSON.stringify(missing)}`].join(
        '\n',
      ),
    );
    expect(await summary.locator(':focus').count()).toBe(1);
    await looksRight(tab, `${language}-report-problems`);
    await summary.getByRole('link', { name: missing, exact: true }).click();
    expect(await tab.tab.locator(':focus').getAttribute('data-field')).toBe('what');
    // Nothing that was said while the page worked is left to be read again.
    expect((await tab.tab.getByRole('status').allInnerTexts()).join('')).toBe('');
    await fill(tab, language, 'what', `Somebody is visited at night. ${canary}`);
    await choose(tab, language, 'risk', 'no');
    const other = language === 'en' ? 'cy' : 'en';
    await tab.press(translate(other, 'shell.thisLanguage'), tab.tab.getByRole('banner'));
    await tab.see(getQuestionLabel(other, 'what'));
    expect(await tab.tab.getByLabel(getQuestionLabel(other, 'what'), { exact: true }).inputValue()).toContain(canary);
    // The button of the card turns the page as well.
    await tab.press(translate(language, 'shell.thisLanguage'), inPage(tab));
    await tab.see(getQuestionLabel(language, 'what'));
    await tab.button(words('shell.report'), tab.tab.getByRole('navigation')).waitFor();
    await tab.press(onCard('common.continue'));
    await choose(tab, language, 'mode', 'notKept');
    await looksRight(tab, `${language}-report-limits`);
    await tab.press(onCard('common.continue'));

    const code = await tab.tab.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u).innerText();
    await looksRight(tab, `${language}-report-code`);
    await tab.press(onCard('report.thenSend'));
    await tab.see(onCard('receipt.heading'));
    await looksRight(tab, `${language}-report-receipt`);
    const reference = await tab.tab.getByText(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{4}$/u).innerText();
    await tab.press(onCard('common.done'));
    await tab.see(words('report.intro'));

    const caseId = parseCaseId(reference);
    if (caseId === undefined) throw new Error('the receipt shows no reference');
    const record = (await unit.bot.store().cases.read(caseId))?.value;
    if (record === undefined) throw new Error('the receipt was shown and nothing is saved');
    const opened = await decryptReportWithIdentities(
      record,
      await unit.bot.store().history.readAll(caseId),
      unit.bot.identities.acu,
    );
    expect(opened.report.answers).toMatchObject({ mode: 'notKept', what: `Somebody is visited at night. ${canary}` });
    expect(record).toMatchObject({ language, mode: 'notKept', handledBy: 'acu' });

    // Enter leads on from the code's field; a slip in the code is told from a code under which nothing is.
    await tab.press(words('report.startComeBack'), inPage(tab));
    const field = onCard('common.required', { label: onCard('comeBack.code') });
    await tab.fill(field, `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`);
    await tab.page.keyboard.press('Enter');
    await tab.see(onCard('problem.heading'));
    await tab.tab.getByText(onCard('problem.codeSlip')).first().waitFor();
    await tab.fill(field, code);
    await tab.page.keyboard.press('Enter');
    await tab.see(onCard('comeBack.statusReceived'));
    await looksRight(tab, `${language}-come-back`);

    const sent = tab.traffic.filter(({ url }) => url.includes('/api/tab/report.')).map(({ body }) => body);
    expect(sent.length).toBeGreaterThan(4);
    assertAbsent('what was sent', sent.join('\n'), [canary, code, code.replaceAll('-', ''), 'visited at night']);
    const kept = await readBrowserStorage(tab);
    assertAbsent('the browser', kept, [canary, code, code.replaceAll('-', '')]);
    assertAbsent('addresses', tab.traffic.map(({ url }) => url).join(' '), [canary, code, caseId]);
    assertAbsent('the console', tab.console.join(' '), [canary, code]);
    assertAbsent('the log', unit.bot.log.join(''), [canary, code]);
    assertAbsentOnDisk(unit.bot.folder, [canary, code]);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe.each(languages)('the first card on the narrowest phone, in %s', (language) => {
  it('asks within 480 pixels of what is in sight, with 999, who can read it and other ways above that', async () => {
    const tab = await atPage(language, 360);
    await tab.press(translate(language, 'report.startReport'), inPage(tab));
    const field = tab.tab.getByLabel(getQuestionLabel(language, 'what'), { exact: true });
    await field.waitFor();
    await tab.settle();
    const topOf = (what: Locator): Promise<number> => what.evaluate((element) => element.getBoundingClientRect().top);
    const top = await topOf(field);
    expect(top).toBeLessThan(480);
    const { emergency, crimestoppers } = contactsSchema.parse({});
    const hide = tab.button(translate(language, 'shell.hide'));
    const { y = 0, height = 0 } = (await hide.boundingBox()) ?? {};
    for (const words of [
      sayOnCard(language, 'common.dangerHeading', { emergency }),
      sayOnCard(language, 'limits.teamsSealed'),
      sayOnCard(language, 'limits.life'),
      sayOnCard(language, 'limits.otherWays', { number: crimestoppers }),
    ]) {
      const above = await topOf(tab.tab.getByText(words, { exact: true }));
      expect([above > y + height, above < top]).toEqual([true, true]);
    }
    await tab.close();
  });
});

describe.each(languages)('a text that is pasted into the page, in %s', (language) => {
  it('is taken whole, with how much too long it is below it, said politely and not at each key', async () => {
    const tab = await atPage(language, 360);
    const canary = newCanary();
    const pasted = `${canary} ${'and·then·'.repeat(1_000)}`.slice(0, 8_432).concat('.');
    await tab.press(translate(language, 'report.startReport'), inPage(tab));
    const field = tab.tab.getByLabel(getQuestionLabel(language, 'what'), { exact: true });
    await field.fill('Half a sentence');
    expect(await tab.tab.locator('.candour-room:visible').count()).toBe(0);
    await field.fill(pasted);
    const line = translate(language, 'report.roomOver', { by: 433 });
    await tab.tab.locator('.candour-room').getByText(line, { exact: true }).waitFor();
    await tab.tab.getByRole('status').getByText(line, { exact: true }).waitFor({ state: 'attached' });
    await looksRight(tab, `${language}-report-too-long`);
    await choose(tab, language, 'conflict', 'no');
    await tab.press(sayOnCard(language, 'common.continue'));
    await tab.see(sayOnCard(language, 'problem.heading'));
    expect(await field.inputValue()).toBe(pasted);
    await field.fill(pasted.slice(0, 7_999));
    await tab.tab
      .locator('.candour-room')
      .getByText(translate(language, 'report.roomLeft', { by: 1 }))
      .waitFor();
    await tab.press(sayOnCard(language, 'common.continue'));
    await choose(tab, language, 'mode', 'notKept');
    await tab.press(sayOnCard(language, 'common.continue'));
    await tab.tab.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u).waitFor();
    assertAbsent('the browser', await readBrowserStorage(tab), [canary]);
    assertAbsent('the log', unit.bot.log.join(''), [canary]);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe('the page for reporting', () => {
  it('asks before it is left with words on it, and leads on where an answer was lost', async () => {
    const tab = await atPage('en', 900);
    await tab.press(translate('en', 'report.startReport'), inPage(tab));
    await tab.see(sayOnCard('en', 'common.continue'));
    await fill(tab, 'en', 'what', 'Half of what there is to say');
    await tab.press(translate('en', 'shell.comeBack'));
    await tab.see(translate('en', 'leave.unsent'));
    await tab.press(translate('en', 'leave.stay'));
    await choose(tab, 'en', 'risk', 'no');
    await choose(tab, 'en', 'conflict', 'no');
    // The page goes on by itself: only what is handed in needs the server.
    await tab.page.context().setOffline(true);
    await tab.page.context().route('**/api/tab/**', (route) => route.abort('internetdisconnected'));
    await tab.press(sayOnCard('en', 'common.continue'));
    await choose(tab, 'en', 'mode', 'notKept');
    await tab.press(sayOnCard('en', 'common.continue'));
    await tab.tab.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u).waitFor();
    await tab.press(sayOnCard('en', 'report.thenSend'));
    await tab.see(sayOnCard('en', 'problem.nothingSaved'));
    expect(await tab.tab.getByRole('alert').allInnerTexts()).toEqual([
      `${sayOnCard('en', 'problem.heading')}\n${sayOnCard('en', 'problem.nothingSaved')}`,
    ]);
    await tab.page.context().unroute('**/api/tab/**');
    await tab.page.context().setOffline(false);
    await tab.press(sayOnCard('en', 'report.thenSend'));
    await tab.see(sayOnCard('en', 'receipt.heading'));
    await tab.close();
  });
});
