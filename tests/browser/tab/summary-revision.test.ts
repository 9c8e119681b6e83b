import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, firstDayOfWeek } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { reviseWeek } from '../../../summary/revisions/revise-week.ts';
import { translate as sayOfCards } from '../../../words/cards/translate.ts';
import { formatDay } from '../../../words/date-format.ts';
import { translate } from '../../../words/tab/translate.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { lastClosedWeek, saveWeeks } from '../../support/browser/tab/summary-weeks.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();
const reader = { ...unitPeople.nobody, roles: ['summaryAcu', 'summaryWider'] };
beforeAll(async () => {
  await saveWeeks(unit.bot);
});

// The server’s clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

describe.each(languages)('the page "Summaries" of a week that was counted again, in %s', (language) => {
  it('says so to the unit’s readers and lists what differs, and says nothing of it to others', async () => {
    const store = unit.bot.store();
    const week = lastClosedWeek(unit.bot);
    const on = addDays(firstDayOfWeek(week), 40);
    const tab = await unit.open(reader, { made: 'summaries', locale: localeByLanguage[language] });
    await tab.see(translate(language, 'summaries.compare'));
    const late = createCase({ receivedOn: firstDayOfWeek(week) });
    await store.cases.create(late, createAlert(late.caseId), [firstEvent(late.caseId)]);
    const clock = () => new Date(`${on}T12:00:00Z`);
    await reviseWeek({ ...store, clock, timeZone: 'Europe/London' }, week, 'acu');
    unit.bot.clock.forward(60_000);
    await tab.press(translate(language, 'summaries.show'));
    await tab.see(
      sayOfCards(language, 'summary.amended', { day: formatDay(language, on), count: '2', now: 12, first: 11 }),
    );
    expect(await tab.tab.locator('[data-head="received"] dd').innerText()).toBe('11');
    await tab.choose(translate(language, 'summaries.view'), translate(language, 'summaries.tables'));
    const table = tab.tab.getByRole('table', { name: sayOfCards(language, 'summary.amendedTitle') });
    const rows = await table.getByRole('row').allInnerTexts();
    expect(rows[1]?.split('\t').slice(1)).toEqual(['11', '12']);
    await checkEveryTheme(tab, `${language}-counted-again`);
    await tab.choose(translate(language, 'summaries.audience'), translate(language, 'summaries.forWider'));
    await tab.tab.locator('[data-summary="wider"]').waitFor();
    expect(await table.count()).toBe(0);
    expect(await tab.tab.locator('main').innerText()).not.toContain(formatDay(language, on));
    await tab.close();
  });
});
