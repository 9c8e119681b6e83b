import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, toDay, toWeek } from '../../../core/model/calendar.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { languages } from '../../../core/model/language.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { translate } from '../../../words/tab/translate.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';
import { saveCase } from '../../support/journeys/save-case.ts';

let unit: Unit;
let empty: Unit;
let [neutral, unread, toSign, own, longest]: CaseId[] = [];
beforeAll(async () => {
  [unit, empty] = await Promise.all([startUnit(), startUnit()]);
  const today = toDay(unit.bot.clock.now(), 'Europe/London');
  const save = async (differences: Partial<CaseRecord>): Promise<CaseId> => {
    const receivedOn = differences.receivedOn ?? today;
    return (await saveCase(unit.bot, { receivedOn, week: toWeek(receivedOn), ...differences })).caseId;
  };
  const worked = { status: 'inProgress', triagedOn: today, updatedOn: today } as const;
  const somebody = toPersonId('somebody-else');
  neutral = await save({ excluded: [somebody] });
  unread = await save({ ...worked, unreadMessages: 1, assignee: toPersonId(unitPeople.second.objectId) });
  toSign = await save({ ...worked, sanitised: { digest: 'digest', by: somebody } });
  own = await save({ ...worked, sanitised: { digest: 'digest', by: toPersonId(unitPeople.handler.objectId) } });
  await save({ ...worked, updatedOn: addDays(today, -40) });
  longest = await save({ ...worked, receivedOn: addDays(today, -400), updatedOn: addDays(today, -200) });
  await save({ ...worked, updatedOn: addDays(today, -60) });
  await save({ unreadMessages: 3, urgency: 'urgent', excluded: [toPersonId(unitPeople.handler.objectId)] });
});
afterAll(() => Promise.all([unit.stop(), empty.stop()]));

// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

const shown = (tab: TabPage): Promise<readonly (string | null)[]> =>
  tab.tab.locator('[data-case]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-case')));
const countOf = (tab: TabPage, name: string): Promise<string> =>
  tab.tab.locator(`[data-waits="${name}"] > span`).first().innerText();

describe.each(languages)('the page "Today", in %s', (language) => {
  const words = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);

  it('counts what waits for whoever looks, and each line leads to its cases', async () => {
    const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language], made: 'today' });
    await tab.see(words('today.intro'));
    const counts = await Promise.all(
      ['atRisk', 'unread', 'unacknowledged', 'second', 'overdue'].map((name) => countOf(tab, name)),
    );
    expect(counts).toEqual(['0', '1', '1', '1', '3']);
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      await tab.changeTheme(theme);
      expect(await tab.violations()).toEqual([]);
    }
    await tab.changeTheme('default');
    await tab.picture(`${language}-today`, 'whole');
    for (const [name, cases] of [
      ['list.unread', [unread]],
      ['list.unacknowledged', [neutral]],
      ['list.second', [toSign]],
    ] as const) {
      await tab.press(words(name));
      // What is said of a list stays until the next one has come: its rows are waited for.
      await tab.tab.locator(`[data-case="${cases[0]}"]`).waitFor();
      expect(await shown(tab)).toEqual(cases);
      expect(await shown(tab)).not.toContain(own);
      await tab.press(words('today.heading'));
      await tab.see(words('today.intro'));
    }
    await tab.press(words('list.overdue'));
    await tab.tab.locator(`[data-case="${longest}"]`).waitFor();
    expect((await shown(tab))[0]).toBe(longest);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('has a list with columns that can be chosen, and which fits 400 pixels', async () => {
    const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language], width: 400, height: 900 });
    await tab.see(words('list.markUnread'));
    await tab.tab.getByText(words('list.columns'), { exact: true }).first().click();
    for (const column of ['list.kind', 'list.urgency'] as const) {
      await tab.tab.getByRole('checkbox', { name: words(column) }).uncheck();
    }
    const overflow = () => tab.tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-phone-columns`);
    // What was chosen stays while the page is open, also where somebody comes back from a case.
    await tab.tab.locator(`[data-case="${unread}"]`).click();
    await tab.see(words('case.workHeading'));
    await tab.press(words('case.back'));
    await tab.tab.locator(`[data-case="${unread}"]`).waitFor();
    expect(await tab.tab.getByRole('columnheader', { name: words('list.kind') }).count()).toBe(0);
    await tab.close();
  });

  it('says what to do first where there is no case yet', async () => {
    const tab = await empty.open(unitPeople.handler, { locale: localeByLanguage[language], made: 'today' });
    await tab.see(words('firstSteps.report'));
    expect(await tab.violations()).toEqual([]);
    await tab.press(words('firstSteps.openKeys'));
    await tab.see(words('keys.title'));
    await tab.close();
  });
});
