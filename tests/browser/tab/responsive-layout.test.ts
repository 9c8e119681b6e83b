import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import { translate, type WordKey } from '../../../words/tab/translate.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { saveWeeks } from '../../support/browser/tab/summary-weeks.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit({ IDENTITY_CUSTODIANS: '2' });
const cases: CaseId[] = [];
beforeAll(async () => {
  for (let count = 0; count < 2; count += 1) {
    const { teams, report } = await newReporter(unit.bot);
    await sendFullReport({ teams }, report);
    cases.push((await readSavedCase(unit.bot, teams.card())).record.caseId);
  }
  await saveWeeks(unit.bot);
});

// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

// A phone held upright, one that is large, a pane beside a chat, a window, and a whole screen.
const widths = [320, 400, 640, 900, 1280, 1600];

/** Opens every part of the page that is closed. */
async function unfold(tab: TabPage): Promise<void> {
  const closed = tab.tab.locator('h2 button[aria-expanded="false"], h3 button[aria-expanded="false"]');
  while ((await closed.count()) > 0) await closed.first().click();
  await tab.settle();
}

/** What axe finds at the narrowest and the widest, and where between them the page is wider than its window. */
async function expectFits(name: string, tab: TabPage): Promise<void> {
  const found: { readonly width: number; readonly what: readonly string[] }[] = [];
  for (const width of widths) {
    await tab.page.setViewportSize({ width, height: 900 });
    await tab.settle();
    const isEdge = width === widths[0] || width === widths.at(-1);
    const what = [...(isEdge ? await tab.violations() : []), ...(await tooWide(tab))];
    if (what.length > 0) found.push({ width, what });
  }
  expect({ name, found }).toEqual({ name, found: [] });
}

/** What stands out of the window on the right, where it can be moved sideways. */
const tooWide = (tab: TabPage): Promise<readonly string[]> =>
  tab.tab.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`)
      .slice(-6);
  });

describe.each(languages)('every page of the desk, in %s', (language) => {
  const locale = localeByLanguage[language];

  it('fits a window of 320 pixels and one of 1,600: a case with every part of it open', async () => {
    const [caseId = ''] = cases;
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, locale });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    const log = await tab.panel(at.words('work.notesHeading'));
    await tab.check(at.words('log.task'), log);
    await tab.fill(at.required('log.task'), 'Gofyn am gofnodion galwadau’r pythefnos', log);
    await tab.fill(at.required('log.due'), addDays(toDay(unit.bot.clock.now(), 'Europe/London'), 2), log);
    await at.send(log, 'log.send', 'log.saved');
    const subjects = await tab.panel(at.words('subjects.heading'));
    await tab.fill(at.words('subjects.numbers'), '1234', subjects);
    await at.send(subjects, 'subjects.send', 'subjects.saved');
    await unfold(tab);
    await expectFits('a case', tab);
    await tab.close();
  });

  it('fits them too: what waits, the list with several at once, the keys, what was told to the reserve, identities, and summaries', async () => {
    const words = (key: WordKey) => translate(language, key);
    const today = await unit.open(unitPeople.handler, { made: 'today', locale });
    await today.see(words('today.intro'));
    await expectFits('Today', today);

    const list = await unit.open(unitPeople.handler, { locale });
    await list.tab.locator(`[data-case="${cases[0]}"]`).waitFor();
    await list.press(words('list.several'));
    await list.tab.getByRole('checkbox').first().waitFor();
    await expectFits('the list', list);
    await list.press(words('shell.keys'));
    await list.see(words('keys.intro'));
    await unfold(list);
    await expectFits('the keys', list);

    const reserve = await unit.open(unitPeople.reserve, { locale });
    await reserve.press(words('shell.oversight'));
    await reserve.see(words('oversight.intro'));
    await expectFits('told to the reserve', reserve);

    const custodian = await unit.open(unitPeople.custodian, { locale });
    await custodian.see(words('request.askHeading'));
    await expectFits('identities', custodian);

    const summaries = await unit.open(unitPeople.handler, { made: 'summaries', locale });
    await summaries.see(words('summaries.compare'));
    const closed = summaries.button(words('summaries.asTable'));
    while ((await closed.count()) > 0) await closed.first().click();
    await summaries.tab.getByRole('switch').check();
    await expectFits('summaries as charts', summaries);
    await summaries.choose(words('summaries.kind'), words('summaries.otherWeeks'));
    await summaries.see(words('summaries.compare'));
    await summaries.choose(words('summaries.view'), words('summaries.tables'));
    await expectFits('summaries as tables', summaries);
    for (const tab of [today, list, reserve, custodian, summaries]) await tab.close();
  });
});
