import { beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, addMonths, type Day, toDay } from '../../../core/model/calendar.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { languages } from '../../../core/model/language.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import { saveCase } from '../../support/journeys/save-case.ts';

const { handler, second, supervisor } = unitPeople;
const unit = setUpUnit({ SIGN_OFF: 'sexualMisconduct' });
const today = (): Day => toDay(unit.bot.clock.now(), 'Europe/London');
let old: CaseRecord;
let closed: CaseRecord;

beforeAll(async () => {
  for (const who of [handler, second]) await (await unit.open(who)).see('Cases');
  const opened = {
    kind: 'consulted',
    by: { objectId: handler.objectId },
    at: unit.bot.clock.now().toISOString(),
  } as const;
  old = await saveCase(unit.bot, {
    assignee: handler.objectId,
    status: 'acknowledged',
    receivedOn: addDays(today(), -30),
    acknowledgedOn: addDays(today(), -29),
    opened: false,
  });
  await saveCase(
    unit.bot,
    { assignee: second.objectId, status: 'triaged', receivedOn: today(), opened: true, unreadMessages: 1 },
    { later: [opened] },
  );
  await saveCase(unit.bot, { receivedOn: today() });
  closed = await saveCase(
    unit.bot,
    {
      assignee: second.objectId,
      status: 'closed',
      outcome: 'noFurtherAction',
      receivedOn: addDays(today(), -70),
      closedOn: addDays(addMonths(today(), -1), -1),
    },
    { later: [{ ...opened, by: { objectId: second.objectId } }] },
  );
});

describe.each(languages)('a supervisor at the tab, in %s', (language) => {
  const locale = localeByLanguage[language];

  it('sees who has what, what waits and the longest without a step, and no link to a case', async () => {
    const tab = await unit.open(supervisor, { locale });
    const { words } = createCaseDriver(tab, language);
    await tab.see(words('unit.people'));
    const row = tab.tab.getByRole('row').filter({ hasText: 'Handler One' }).first();
    expect(await row.innerText()).toContain(words('unit.days', { days: 30 }));
    await tab.see(formatCaseId(old.caseId));
    expect(await tab.button(formatCaseId(old.caseId)).count()).toBe(0);
    expect(await tab.button(words('shell.cases')).count()).toBe(0);
    await tab.see(words('unit.awaitingSignOff', { cases: words('unit.cases', { cases: 0 }) }));
    await tab.press(words('unit.refresh'));
    await tab.see(words('unit.counted'));
    await checkEveryTheme(tab, `${language}-unit`);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it.each([320, 768])('reads without scrolling sideways on a screen of %d pixels', async (width) => {
    const tab = await unit.open(supervisor, { locale, width });
    const { words } = createCaseDriver(tab, language);
    await tab.see(words('unit.untouched'));
    expect(await tab.tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-unit-${width}`, 'whole');
    await tab.close();
  });

  it('draws a sample once, and shows what was done in a case of it, without its words', async () => {
    const tab = await unit.open(supervisor, { locale });
    const { words } = createCaseDriver(tab, language);
    await tab.see(words('unit.sample'));
    expect(await tab.tab.getByLabel(words('unit.sampleMonth')).locator('option').first().innerText()).toBe(
      language === 'cy' ? 'Hydref 2026' : 'October 2026',
    );
    if (language === 'en') {
      await tab.see(words('unit.sampleNone'));
      await tab.press(words('unit.sampleDraw'));
    }
    await tab.see(words('unit.sampleDrawnBy', { who: words('who.me', { name: 'Supervisor One' }), at: '' }).trim());
    await tab.press(formatCaseId(closed.caseId));
    await tab.see(words('event.supervised', { who: words('who.me', { name: 'Supervisor One' }) }));
    await tab.see(words('event.consulted', { who: 'Handler Two' }));
    await tab.see(words('unit.sampleLook', { who: words('who.me', { name: 'Supervisor One' }), day: '' }).trim());
    await checkEveryTheme(tab, `${language}-unit-sample`);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('says so, and shows nothing new, once the role has ended', async () => {
    const tab = await unit.open(supervisor, { locale });
    const { words } = createCaseDriver(tab, language);
    await tab.see(words('unit.people'));
    await unit.bot.restart({ ROLE_SUPERVISORS: '' });
    await tab.press(words('unit.refresh'));
    await tab.see(words('unit.tryAgain'));
    await unit.bot.restart({ ROLE_SUPERVISORS: supervisor.objectId });
    await tab.close();
  });
});
