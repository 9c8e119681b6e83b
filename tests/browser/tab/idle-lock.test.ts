import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

/** As long as nobody may be at a page before its keys lock. */
const idleMinutes = 15;
const shownText = (tab: TabPage): Promise<string> => tab.tab.locator('body').innerText();

describe.each(languages)('a page that nobody was at, in %s', (language) => {
  it('locks, says so and what it hid, and keeps what was typed', async () => {
    const { teams, report, canary } = await newReporter(unit.bot);
    await sendFullReport({ teams }, report);
    const { caseId } = (await readSavedCase(unit.bot, teams.card())).record;
    const tab = await unit.open(unitPeople.handler, {
      subPage: `case:${caseId}`,
      locale: localeByLanguage[language],
      hasClock: true,
    });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    const [noted, question, typed] = [newCanary(), newCanary(), newCanary()];
    const notes = await tab.panel(at.words('work.notesHeading'));
    await tab.fill(at.required('work.notesText'), noted, notes);
    await at.send(notes, 'work.notesSend', 'work.notesSaved');
    await at.message(question);
    await tab.fill(at.required('work.notesText'), typed, notes);
    expect(await shownText(tab)).toContain(canary);

    // Whoever is at the page begins the minutes anew.
    await tab.passes(idleMinutes - 1);
    await tab.page.keyboard.press('Shift');
    await tab.passes(idleMinutes - 1);
    const notice = tab.tab.getByRole('region', { name: at.words('lock.label') });
    expect(await notice.count()).toBe(0);
    expect(await shownText(tab)).toContain(canary);

    // Said once to those who hear the page, and gone from it some seconds later.
    const heard = tab.tab.getByRole('status').filter({ hasText: String(idleMinutes) });
    await Promise.all([heard.waitFor({ state: 'attached' }), tab.passes(idleMinutes)]);
    await notice.waitFor();
    // Somebody who had read far down the page sees it where they were.
    const box = await notice.boundingBox();
    expect(await tab.tab.evaluate(() => window.scrollY)).toBeGreaterThan(0);
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect(box?.y).toBeLessThan(tab.page.viewportSize()?.height ?? 0);
    const said = await notice.innerText();
    for (const hidden of ['lock.report', 'lock.messages', 'lock.words', 'lock.typed'] as const)
      expect(said).toContain(at.words(hidden));
    for (const other of ['lock.identity', 'lock.files'] as const) expect(said).not.toContain(at.words(other));
    const left = await tab.tab.content();
    for (const words of [canary, noted, question]) expect(left).not.toContain(words);
    expect(await notes.locator('textarea').inputValue()).toBe(typed);
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-idle-lock`);

    await tab.press(at.words('lock.seen'));
    await notice.waitFor({ state: 'detached' });
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    expect(await shownText(tab)).toContain(canary);
    // Whoever locks knows it.
    await tab.press(at.words('keys.lock'));
    await tab.see(at.words('case.unlockFirst'));
    expect(await notice.count()).toBe(0);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('says that an identity was hidden, and shows it no more', async () => {
    const person = newPerson();
    const { teams, report } = await newReporter(unit.bot, person);
    await sendFullReport({ teams }, report);
    const { caseId } = (await readSavedCase(unit.bot, teams.card())).record;
    const tab = await unit.open(unitPeople.custodian, { locale: localeByLanguage[language], hasClock: true });
    const at = createCaseDriver(tab, language);
    const { words } = at;
    await tab.see(words('identity.intro'));
    await at.unlock(join(unit.bot.folder, 'keys/custodians.identity'));
    await tab.fill(words('identity.reference'), caseId);
    await tab.check(words('status.acu'));
    await tab.fill(words('identity.reason'), 'The head of unit decided');
    await tab.press(words('identity.open'));
    await tab.see(person.name);

    await tab.passes(idleMinutes);
    const notice = tab.tab.getByRole('region', { name: words('lock.label') });
    await notice.waitFor();
    expect(await notice.innerText()).toContain(words('lock.identity'));
    expect(await notice.innerText()).not.toContain(words('lock.report'));
    expect(await tab.tab.content()).not.toContain(person.name);
    expect(await tab.violations()).toEqual([]);
    await tab.close();
  });
});
