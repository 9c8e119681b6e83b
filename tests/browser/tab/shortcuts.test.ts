import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { createTally } from '../../support/access/tally.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';

/** How many presses of Tab may lie between the beginning of the page and its first case. */
const mostStops = 6;
const stops = createTally();
let unit: Unit;
let caseId: CaseId;
beforeAll(async () => {
  unit = await startUnit();
  const { teams, report } = await newReporter(unit.bot);
  await sendShortReport({ teams }, report);
  caseId = (await readSavedCase(unit.bot, teams.card())).record.caseId;
});
afterAll(async () => {
  stops.print();
  await unit.stop();
});

// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

const focusedText = (tab: TabPage): Promise<string> =>
  tab.tab.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
const isOnFind = (tab: TabPage): Promise<boolean> =>
  tab.tab.evaluate(() => document.activeElement?.matches('input[data-find]') ?? false);
const acknowledgements = async (): Promise<number> =>
  (await unit.bot.store().history.readAll(caseId)).filter(({ kind }) => kind === 'acknowledged').length;

describe.each(languages)('the keyboard, in %s', (language) => {
  it('comes to the first case within six stops, and says so', async () => {
    const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language] });
    const { words } = createCaseDriver(tab, language);
    await tab.tab.locator(`[data-case="${caseId}"]`).waitFor();
    await tab.tab.locator('body').focus();
    let presses = 0;
    const to = async (name: string): Promise<void> => {
      do {
        presses += 1;
        await tab.page.keyboard.press('Tab');
      } while (presses <= mostStops && (await focusedText(tab)) !== name);
    };
    await to(words('shell.skip'));
    await tab.page.keyboard.press('Enter');
    await to(words('list.skip'));
    await tab.page.keyboard.press('Enter');
    stops.add(`stops to the first case, ${language}`, presses);
    expect(presses).toBeLessThanOrEqual(mostStops);
    expect(await tab.tab.evaluate(() => document.activeElement?.getAttribute('data-case'))).toBe(caseId);
    await tab.page.keyboard.press('Enter');
    await tab.see(words('case.workHeading'));
    await tab.close();
  });

  it('lists what it does in a window that gives the focus back, and can be turned off', async () => {
    const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language] });
    const { words } = createCaseDriver(tab, language);
    await tab.tab.locator(`[data-case="${caseId}"]`).focus();
    await tab.page.keyboard.press('?');
    const dialog = tab.tab.getByRole('dialog', { name: words('shortcuts.heading') });
    await dialog.waitFor();
    for (const row of ['sendKeys', 'send', 'find', 'list', 'singleHint'] as const)
      await dialog.getByText(words(`shortcuts.${row}`), { exact: true }).waitFor();
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      await tab.changeTheme(theme);
      expect(await tab.violations()).toEqual([]);
    }
    await tab.picture(`${language}-shortcuts`);
    // What stands open is answered first.
    await tab.page.keyboard.press('/');
    expect(await isOnFind(tab)).toBe(false);
    await tab.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await tab.tab.locator(`[data-case="${caseId}"]:focus`).waitFor();

    await tab.press(words('shell.shortcuts'));
    await dialog.getByRole('checkbox', { name: words('shortcuts.single') }).uncheck();
    await tab.press(words('shortcuts.close'), dialog);
    await dialog.waitFor({ state: 'detached' });
    await tab.settle();
    for (const key of ['?', '/']) {
      await tab.page.keyboard.press(key);
      await tab.settle();
      expect([await dialog.count(), await isOnFind(tab)]).toEqual([0, false]);
    }
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe('the keyboard', () => {
  it('goes to the field that finds a case from anywhere, and is never swallowed by a field', async () => {
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}` });
    const at = createCaseDriver(tab, 'en');
    await tab.see(at.words('case.workHeading'));
    const notes = await tab.panel(at.words('work.notesHeading'));
    const field = notes.locator('textarea');
    await field.focus();
    await tab.page.keyboard.type('Did he? And/or she');
    expect(await field.inputValue()).toBe('Did he? And/or she');
    expect(await tab.tab.getByRole('dialog').count()).toBe(0);

    // Something is written here: the page asks before it is left.
    await tab.button(at.words('case.refresh')).focus();
    await tab.page.keyboard.press('/');
    await tab.see(at.words('leave.heading'));
    await tab.press(at.words('leave.stay'));
    expect(await field.inputValue()).toBe('Did he? And/or she');
    await field.fill('');
    await tab.button(at.words('case.refresh')).focus();
    await tab.page.keyboard.press('/');
    // The bar says “Cases” on every page, so its word is no sign that the list is here.
    await tab.tab.locator('input[data-find]:focus').waitFor();
    await tab.page.keyboard.type('a/b?');
    expect(await tab.tab.getByLabel(at.words('list.find')).inputValue()).toBe('a/b?');

    await tab.button(at.words('list.refresh')).focus();
    await tab.page.keyboard.press('/');
    await tab.tab.locator('input[data-find]:focus').waitFor();
    await tab.close();
  });

  it('sends the form that somebody types in, once, and shows what is wrong as its button does', async () => {
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}` });
    const at = createCaseDriver(tab, 'en');
    await tab.see(at.words('case.workHeading'));
    const before = await acknowledgements();
    const notes = await tab.panel(at.words('work.notesHeading'));
    const field = notes.locator('textarea');
    await field.focus();
    await tab.page.keyboard.press('Control+Enter');
    await notes.getByText(at.words('case.problemsHeading', { count: 1 })).waitFor();
    // Without a key nothing is sealed, and nothing is sent: the words are there still.
    await field.fill('A note');
    await tab.page.keyboard.press('Meta+Enter');
    await tab.see(at.words('case.sealKeyFirst'));
    expect(await field.inputValue()).toBe('A note');
    // Nothing else on the page was sent by it.
    expect(await acknowledgements()).toBe(before);
    await tab.close();
  });

  it('does nothing alone for whoever is here to report', async () => {
    const tab = await unit.open(unitPeople.nobody);
    const { words } = createCaseDriver(tab, 'en');
    await tab.see(words('report.intro'));
    for (const key of ['?', '/']) await tab.page.keyboard.press(key);
    await tab.settle();
    expect(await tab.tab.getByRole('dialog').count()).toBe(0);
    expect(await tab.button(words('shell.shortcuts')).count()).toBe(0);
    await tab.close();
  });
});
