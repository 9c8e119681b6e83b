import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { pressKeys, tabTo } from '../../support/browser/tab/keyboard.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';

let unit: Unit;
beforeAll(async () => {
  unit = await startUnit({ SAFETY_TARGET_DAYS: '0', CRIME_TARGET_DAYS: '1', CONDUCT_TARGET_DAYS: '5' });
  for (const who of [unitPeople.handler, unitPeople.second]) await (await unit.open(who)).see('Cases');
});
afterAll(() => unit.stop());

async function newCase(risk: 'yes' | 'no' = 'no') {
  const { teams, report } = await newReporter(unit.bot);
  await sendFullReport({ teams }, { ...report, risk });
  return (await readSavedCase(unit.bot, teams.card())).record.caseId;
}
const today = () => toDay(unit.bot.clock.now(), 'Europe/London');
const stored = async (caseId: Awaited<ReturnType<typeof newCase>>) => {
  const found = await unit.bot.store().cases.read(caseId);
  if (found === undefined) throw new Error('no such case is stored');
  return found.value;
};

describe.each(languages)('the first day of a case, in %s', (language) => {
  it('begins with what is known about danger, by the keyboard, and goes on to what was recorded', async () => {
    const caseId = await newCase();
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    expect(await tab.tab.getByText(at.words('safety.intro')).count()).toBe(0);
    await at.acknowledge();
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    await tab.see(at.words('safety.intro'));
    const panel = tab.tab.getByRole('heading', { name: at.words('safety.heading') }).locator('..');

    // Nothing is filled in beforehand, and nothing is sent without it.
    await tab.press(at.words('safety.send'), panel);
    await tab.see(at.words('safety.dangerNeeded'));
    await tab.see(at.words('safety.doneNeeded'));
    expect((await stored(caseId)).safety).toBeUndefined();

    const [who, done, number, why] = [newCanary(), newCanary(), newCanary(), newCanary()];
    await panel.getByLabel(at.words('safety.dangerNow')).focus();
    await pressKeys(tab, 'Space');
    await tabTo(tab, at.required('safety.who'));
    await tab.page.keyboard.type(who);
    await tabTo(tab, at.required('safety.done'));
    await tab.page.keyboard.type(done);
    await tabTo(tab, at.words('safety.toldSafeguarding'));
    await pressKeys(tab, 'Space');
    const toldDay = at.words('case.required', {
      label: at.words('safety.toldDay', { who: at.words('safety.toldSafeguarding') }),
    });
    await tab.fill(toldDay, addDays(today(), 1), panel);
    await tab.press(at.words('safety.send'), panel);
    await tab.see(at.words('safety.toldDayNeeded'));
    // Half a day, or half a time, is none for a browser: it is asked about, and stays as it was typed.
    const toldTime = at.words('case.optional', {
      label: at.words('safety.toldTime', { who: at.words('safety.toldSafeguarding') }),
    });
    for (const [label, half] of [
      [toldDay, 'safety.dayHalf'],
      [toldTime, 'safety.timeHalf'],
    ] as const) {
      const field = panel.getByLabel(label);
      await tab.fill(toldDay, today(), panel);
      await field.fill('');
      await field.press('1');
      await tab.press(at.words('safety.send'), panel);
      await panel.getByText(at.words(half)).first().waitFor();
      expect(await tab.violations()).toEqual([]);
      expect(await field.evaluate((one) => one instanceof HTMLInputElement && one.validity.badInput)).toBe(true);
      await field.press('Backspace');
      await panel.getByText(at.words(half)).first().waitFor({ state: 'detached' });
    }
    expect((await stored(caseId)).safety).toBeUndefined();
    // What was half typed goes with its field, and keeps nothing from being recorded below.
    await panel.getByLabel(toldTime).press('1');
    for (let times = 0; times < 2; times += 1)
      await panel.getByLabel(at.words('safety.toldSafeguarding'), { exact: true }).press('Space');
    await tab.fill(toldDay, today(), panel);
    await checkEveryTheme(tab, `${language}-safety`);
    await tab.page.setViewportSize({ width: 360, height: 800 });
    expect(await tab.violations()).toEqual([]);
    const isWider = () => tab.tab.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(await isWider()).toBe(false);
    await tab.picture(`${language}-safety-360`, 'whole');
    await tab.page.setViewportSize({ width: 1280, height: 900 });
    await panel.getByLabel(at.words('safety.toldSafeguarding'), { exact: true }).focus();
    await tabTo(tab, at.words('safety.send'));
    await pressKeys(tab, 'Enter');
    await tab.tab
      .locator('[role="status"]')
      .filter({ hasText: at.words('safety.saved'), visible: true })
      .first()
      .waitFor();
    expect((await stored(caseId)).safety).toEqual({
      danger: 'now',
      on: today(),
      by: toPersonId(unitPeople.handler.objectId),
    });
    const history = tab.tab.getByRole('list', { name: at.words('history.heading') });
    await history.getByText(done).waitFor();

    const recording = await tab.panel(at.words('recording.heading'));
    const crime = recording.locator('form').first();
    await tab.check(at.words('recording.yes'), crime);
    await tab.fill(at.required('recording.number'), number, crime);
    await tab.fill(at.required('recording.day'), today(), crime);
    await tab.press(at.words('recording.send', { what: at.words('recording.crime') }), crime);
    await history.getByText(number).waitFor();
    const conduct = recording.locator('form').nth(1);
    await tab.check(at.words('recording.no'), conduct);
    await tab.fill(at.required('recording.why'), why, conduct);
    await tab.press(at.words('recording.send', { what: at.words('recording.conduct') }), conduct);
    await history.getByText(why).waitFor();
    expect(await stored(caseId)).toMatchObject({ crime: { isRecorded: true }, conduct: { isRecorded: false } });
    await checkEveryTheme(tab, `${language}-recording`);

    for (const canary of [who, done, number, why]) {
      assertAbsent('log', unit.bot.log.join(''), [canary]);
      assertAbsentOnDisk(unit.bot.folder, [canary]);
      assertAbsent('the page’s traffic', JSON.stringify(tab.traffic), [canary]);
      assertAbsent('requests to the connector', JSON.stringify(unit.bot.connector.requests), [canary]);
    }
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('is made urgent by one alone, who may take that back', async () => {
    const caseId = await newCase();
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
    const at = createCaseDriver(tab, language);
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    await at.acknowledge();
    const panel = await tab.panel(at.words('urgency.heading'));
    await tab.fill(at.required('work.reason'), newCanary(), panel);
    await tab.press(at.words('urgency.raiseSend'), panel);
    await tab.see(at.words('urgency.first'));
    expect(await stored(caseId)).toMatchObject({ urgency: 'urgent', toAcknowledge: true });
    await tab.press(at.words('case.acknowledgeAgain'));
    await tab.fill(at.required('work.reason'), newCanary(), panel);
    await tab.press(at.words('urgency.lowerSend'), panel);
    await tab.see(at.words('urgency.raiseIntro'));
    expect(await stored(caseId)).toMatchObject({ urgency: 'standard', wasUrgent: 'raised' });
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('is urgent as its reporter said, until one asks to lower it and a second who has read why does', async () => {
    const caseId = await newCase('yes');
    const open = async (who: (typeof unitPeople)['handler' | 'second']) => {
      const tab = await unit.open(who, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
      const at = createCaseDriver(tab, language);
      await tab.see(at.words('case.workHeading'));
      await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
      await at.openReport();
      return { tab, at };
    };
    const first = await open(unitPeople.handler);
    const { at, tab } = first;
    await at.acknowledge();
    const second = await open(unitPeople.second);
    const canary = newCanary();
    const ask = await second.tab.panel(at.words('urgency.heading'));
    await second.tab.fill(at.required('work.reason'), canary, ask);
    await checkEveryTheme(second.tab, `${language}-urgency`);
    await second.tab.press(at.words('urgency.askSend'), ask);
    await second.tab.tab.getByText(at.words('urgency.askSaved')).first().waitFor();
    expect((await stored(caseId)).lowering?.by).toBe(toPersonId(unitPeople.second.objectId));

    // The second is led to the reason before they agree.
    await tab.press(at.words('case.refresh'));
    const lower = await tab.panel(at.words('urgency.heading'));
    await tab.fill(at.required('work.reason'), newCanary(), lower);
    await tab.press(at.words('urgency.lowerSend'), lower);
    await tab.see(at.words('closing.gateAgreementUnread'));
    await tab.press(at.words('case.openAgain'), lower);
    await tab.tab
      .getByRole('list', { name: at.words('history.heading') })
      .getByText(canary)
      .waitFor();
    await tab.press(at.words('urgency.lowerSend'), lower);
    await tab.see(at.words('urgency.raiseIntro'));
    expect(await stored(caseId)).toMatchObject({ urgency: 'standard', wasUrgent: 'reported' });
    assertAbsent('log', unit.bot.log.join(''), [canary]);
    assertAbsentOnDisk(unit.bot.folder, [canary]);
    // The refusal above.
    expect(unexpectedErrors(tab).filter((line) => !/status of 409/u.test(line))).toEqual([]);
    await Promise.all([tab.close(), second.tab.close()]);
  });
});
