import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, mondayOf } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { amendWeek } from '../../../summary/revisions/revise-week.ts';
import { say as sayOfCards } from '../../../words/cards/translate.ts';
import { showDay } from '../../../words/days.ts';
import { say } from '../../../words/tab/translate.ts';
import { inEveryTheme } from '../../support/browser/tab/in-every-theme.ts';
import { lastWeekOf, saveWeeks } from '../../support/browser/tab/summary-weeks.ts';
import { localeOf, unitPeople } from '../../support/browser/tab/unit.ts';
import { aCase, anAlert, firstEvent } from '../../support/contracts/records.ts';
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
    const week = lastWeekOf(unit.bot);
    const on = addDays(mondayOf(week), 40);
    const tab = await unit.open(reader, { made: 'summaries', locale: localeOf[language] });
    await tab.see(say(language, 'summaries.compare'));
    const late = aCase({ receivedOn: mondayOf(week) });
    await store.cases.create(late, anAlert(late.caseId), [firstEvent(late.caseId)]);
    const clock = () => new Date(`${on}T12:00:00Z`);
    await amendWeek({ ...store, clock, timeZone: 'Europe/London' }, week, 'acu');
    unit.bot.clock.forward(60_000);
    await tab.press(say(language, 'summaries.show'));
    await tab.see(
      sayOfCards(language, 'summary.amended', { day: showDay(language, on), count: '2', now: 12, first: 11 }),
    );
    expect(await tab.tab.locator('[data-head="received"] dd').innerText()).toBe('11');
    await tab.choose(say(language, 'summaries.view'), say(language, 'summaries.tables'));
    const table = tab.tab.getByRole('table', { name: sayOfCards(language, 'summary.amendedTitle') });
    const rows = await table.getByRole('row').allInnerTexts();
    expect(rows[1]?.split('\t').slice(1)).toEqual(['11', '12']);
    await inEveryTheme(tab, `${language}-counted-again`);
    await tab.choose(say(language, 'summaries.audience'), say(language, 'summaries.forWider'));
    await tab.tab.locator('[data-summary="wider"]').waitFor();
    expect(await table.count()).toBe(0);
    expect(await tab.tab.locator('main').innerText()).not.toContain(showDay(language, on));
    await tab.close();
  });
});
