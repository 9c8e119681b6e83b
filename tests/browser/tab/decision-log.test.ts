import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, dayOf } from '../../../concerns/terms/calendar.ts';
import { languages } from '../../../concerns/terms/language.ts';
import { showDay } from '../../../words/days.ts';
import { grow, grownNote } from '../../support/access/grown-case.ts';
import { atCase } from '../../support/browser/tab/at-case.ts';
import { unexpected } from '../../support/browser/tab/expected-errors.ts';
import { localeOf, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';
import { expectNowhereIn, expectNowhereOnDisk, newCanary } from '../../support/journeys/canary.ts';
import { newReporter, sendWhole } from '../../support/journeys/reporter.ts';
import { savedCase } from '../../support/journeys/saved-case.ts';

let unit: Unit;
beforeAll(async () => {
  unit = await startUnit();
  for (const who of [unitPeople.handler, unitPeople.second]) await (await unit.open(who)).see('Cases');
});
afterAll(() => unit.stop());

/** Words of a handler are nowhere in clear but on their page. */
function expectSealed(canary: string): void {
  expectNowhereIn('log', unit.bot.log.join(''), [canary]);
  expectNowhereOnDisk(unit.bot.folder, [canary]);
  expectNowhereIn('requests to the connector', JSON.stringify(unit.bot.connector.requests), [canary]);
}

async function newCase() {
  const { teams, report } = await newReporter(unit.bot);
  await sendWhole({ teams }, report);
  return (await savedCase(unit.bot, teams.card())).record.caseId;
}

describe.each(languages)('the decision log on the page, in %s', (language) => {
  it('takes a decision and a task, runs the task’s day, and is shown alone among all that happened', async () => {
    const caseId = await newCase();
    const old = unit.bot.clock.now().toISOString();
    // What was decided long ago is on no page of the history that is loaded.
    await grow(unit.bot.store(), caseId, [
      { ...grownNote(old), kind: 'decided' },
      ...Array.from({ length: 60 }, () => ({ kind: 'viewed' as const, by: grownNote(old).by, at: old })),
    ]);
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, locale: localeOf[language] });
    const at = atCase(tab, language);
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    const panel = await tab.panel(at.words('work.notesHeading'));
    const [decided, toDo] = [newCanary(), newCanary()];
    // What was typed stays, whichever entry it becomes.
    await tab.fill(at.required('work.notesText'), decided, panel);
    await tab.check(at.words('log.decision'), panel);
    expect(await panel.getByLabel(at.required('log.decision')).inputValue()).toBe(decided);
    await at.send(panel, 'log.send', 'log.saved');

    await tab.check(at.words('log.task'), panel);
    await tab.fill(at.required('log.task'), toDo, panel);
    await tab.press(at.words('log.send'), panel);
    await tab.see(at.words('log.dueNeeded'));
    const dueOn = addDays(dayOf(unit.bot.clock.now(), 'Europe/London'), 2);
    await tab.fill(at.required('log.due'), dueOn, panel);
    await tab.choose(at.optional('log.person'), 'Handler Two', panel);
    await at.send(panel, 'log.send', 'log.saved');
    const tasks = panel.getByRole('list', { name: at.words('log.tasks') });
    await tasks.getByText(toDo).waitFor();
    await tasks.getByText('Handler Two').waitFor();
    expect((await unit.bot.store().cases.read(caseId))?.value.tasks).toMatchObject([{ dueOn }]);
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-decision-log`, 'whole');

    const history = tab.tab.getByRole('list', { name: at.words('history.heading') });
    await tab.choose(at.words('history.show'), at.words('history.partLog'));
    await history.locator('> li').nth(2).waitFor();
    const places = await history.locator('> li').evaluateAll((all) => all.map((one) => one.getAttribute('value')));
    const events = await unit.bot.store().history.of(caseId);
    const first = events.find(({ kind }) => kind === 'decided')?.sequence;
    expect([places.length, places[0]]).toEqual([3, String(first)]);
    expect(await tab.button(at.words('history.earlier')).count()).toBe(0);
    await history.getByText(decided).waitFor();
    expect(await tab.violations()).toEqual([]);
    await tab.choose(at.words('history.show'), at.words('history.partAll'));
    await tab.button(at.words('history.earlier')).waitFor();

    await tab.press(at.words('log.done', { day: showDay(language, dueOn) }), panel);
    await tasks.waitFor({ state: 'detached' });
    expect((await unit.bot.store().cases.read(caseId))?.value.tasks).toBeUndefined();
    expect((await unit.bot.store().history.of(caseId)).at(-1)?.kind).toBe('taskDone');
    for (const canary of [decided, toDo]) expectSealed(canary);
    expect(unexpected(tab)).toEqual([]);
    await tab.close();
  });
});
