import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import { assertAbsent } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { createTabClient } from '../../support/journeys/tab-client.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import { createSealText } from '../../support/seals/create-seal.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const { handler, second } = unitPeople;
const themes = ['default', 'dark', 'contrast'] as const;
const unit = setUpUnit();
beforeAll(async () => {
  // Whoever has come to the tab with a role is known from then on.
  for (const who of [handler, second]) await (await unit.open(who)).see('Cases');
});

async function newCase(): Promise<{ readonly caseId: CaseId; readonly canary: string }> {
  const { teams, report, canary } = await newReporter(unit.bot);
  await sendFullReport({ teams }, report);
  const { record } = await readSavedCase(unit.bot, teams.card());
  return { caseId: record.caseId, canary };
}

describe.each(languages)('the search in what was opened, in %s', (language) => {
  it('finds words of reports and notes without asking anybody, and nothing once the key is locked', async () => {
    const [one, other, unopened] = [await newCase(), await newCase(), await newCase()];
    const tab = await unit.open(handler, { locale: localeByLanguage[language], subPage: `case:${one.caseId}` });
    const at = createCaseDriver(tab, language);
    const { words } = at;
    await tab.see(words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await tab.press(words('search.heading'));
    await tab.see(words('search.nothingOpen'));
    expect(await tab.violations()).toEqual([]);
    await tab.press(words('case.back'));
    await at.openFromList(one.caseId);
    await at.openReport();
    const note = newCanary();
    const notes = await tab.panel(words('work.notesHeading'));
    await tab.fill(at.required('work.notesText'), `Gwelwyd ef wrth y Tŷ Mawr. ${note}`, notes);
    await at.send(notes, 'work.notesSend', 'work.notesSaved');
    await tab.press(words('case.back'));
    await at.openFromList(other.caseId);
    await at.openReport();

    await tab.press(words('search.heading'));
    await tab.see(words('search.cases', { count: 2 }));
    const seek = async (text: string): Promise<void> => {
      await tab.fill(words('search.words'), text);
      await tab.tab.getByLabel(words('search.words'), { exact: true }).press('Enter');
    };
    const asked = tab.traffic.length;
    const opened = (await unit.bot.store().history.readAll(one.caseId)).length;
    await seek('x');
    await tab.see(words('search.short'));
    await seek(unopened.canary);
    await tab.see(words('search.found', { count: 0 }));
    await seek('TY MAWR');
    await tab.see(words('search.found', { count: 1 }));
    expect(await tab.tab.locator('mark').allInnerTexts()).toEqual(['Tŷ Mawr']);
    await tab.see(words('search.inNote'));
    for (const theme of themes) {
      await tab.changeTheme(theme);
      expect({ theme, violations: await tab.violations() }).toEqual({ theme, violations: [] });
      await tab.picture(`${language}-search${theme === 'default' ? '' : `-${theme}`}`, 'whole');
    }
    await tab.changeTheme('default');
    await seek(other.canary);
    await tab
      .button(words('search.openCase', { reference: formatCaseId(other.caseId) }))
      .first()
      .waitFor();
    const references = await tab.tab.locator('ol').getByRole('button').allInnerTexts();
    expect(new Set(references)).toEqual(new Set([words('search.openCase', { reference: formatCaseId(other.caseId) })]));
    // A search opens nothing, asks for nothing and leaves nothing.
    expect((await unit.bot.store().history.readAll(one.caseId)).length).toBe(opened);
    const marks = [one.canary, other.canary, note, unopened.canary];
    for (const { url, body, answer } of tab.traffic.slice(asked)) {
      assertAbsent('an exchange', `${url} ${body} ${answer}`, [...marks, 'TY MAWR']);
    }
    assertAbsent('what the browser keeps', await readBrowserStorage(tab), marks);
    assertAbsent('the console', tab.console.join('\n'), marks);

    // From a hit to its case, and back to what was looked for.
    await tab
      .button(words('search.openCase', { reference: formatCaseId(other.caseId) }))
      .first()
      .click();
    await tab.see(words('case.heading', { reference: formatCaseId(other.caseId) }));
    await tab.press(words('search.heading'));
    expect(await tab.tab.getByLabel(words('search.words'), { exact: true }).inputValue()).toBe(other.canary);

    await tab.press(words('keys.lock'));
    await tab.see(words('search.locked'));
    assertAbsent('the page once it is locked', await tab.tab.content(), marks);
    await tab.press(words('case.back'));
    await at.openFromList(one.caseId);
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await tab.press(words('search.heading'));
    await tab.see(words('search.nothingOpen'));
    expect(await tab.tab.getByLabel(words('search.words'), { exact: true }).inputValue()).toBe('');
    for (const mark of marks) {
      await seek(mark);
      await tab.see(words('search.found', { count: 0 }));
    }
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe('the search in what was opened', () => {
  it('forgets a case once the page learns that it may not be seen any more, and keeps the others', async () => {
    const [one, other] = [await newCase(), await newCase()];
    const tab = await unit.open(second, { subPage: `case:${one.caseId}` });
    const at = createCaseDriver(tab, 'en');
    const { words } = at;
    await tab.see(words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    await tab.press(words('case.back'));
    await at.openFromList(other.caseId);
    await at.openReport();
    await createTabClient(unit.bot, handler).call('case.excludePerson', {
      caseId: one.caseId,
      request: 'a'.repeat(32),
      person: second.objectId,
      words: { for: 'oversight', sealed: createSealText('why') },
    });
    await tab.press(words('search.heading'));
    await tab.fill(words('search.words'), one.canary);
    await tab.press(words('search.send'));
    await tab
      .button(words('search.openCase', { reference: formatCaseId(one.caseId) }))
      .first()
      .click();
    await tab.see(words('case.refusedText'));
    await tab.press(words('search.heading'));
    await tab.see(words('search.cases', { count: 1 }));
    await tab.see(words('search.found', { count: 0 }));
    await tab.fill(words('search.words'), other.canary);
    await tab.press(words('search.send'));
    await tab
      .button(words('search.openCase', { reference: formatCaseId(other.caseId) }))
      .first()
      .waitFor();
    await tab.close();
  });

  it('fits a narrow window', async () => {
    const { caseId, canary } = await newCase();
    const tab = await unit.open(handler, { width: 320, subPage: `case:${caseId}` });
    const at = createCaseDriver(tab, 'en');
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    await tab.press(at.words('search.heading'));
    await tab.fill(at.words('search.words'), canary);
    await tab.press(at.words('search.send'));
    await tab.see(/^Found in/u);
    expect(await tab.violations()).toEqual([]);
    await tab.picture('en-search-narrow', 'whole');
    await tab.close();
  });
});
