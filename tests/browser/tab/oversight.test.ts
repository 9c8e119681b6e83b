import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const { handler, second, reserve } = unitPeople;
const unit = setUpUnit();
beforeAll(async () => {
  for (const who of [handler, second]) await (await unit.open(who)).see('Cases');
});

describe.each(languages)('the reserve at the tab, in %s', (language) => {
  const locale = localeByLanguage[language];

  it('sees who shut a colleague out and why, and lets them in again', async () => {
    const { bot } = unit;
    const { teams, report, canary } = await newReporter(bot);
    await sendFullReport({ teams }, report);
    const { caseId } = (await readSavedCase(bot, teams.card())).record;
    const why = `About a colleague, ${randomUUID()}`;

    const one = await unit.open(handler, { subPage: `case:${caseId}`, locale });
    const at = createCaseDriver(one, language);
    const { words } = at;
    await one.see(words('case.workHeading'));
    await at.unlock(join(bot.folder, 'keys/acu.identity'));
    const shutting = await one.panel(words('work.excludeHeading'));
    await one.see(words('work.excludeTold'));
    await one.choose(at.required('work.excludePerson'), 'Handler Two', shutting);
    await one.fill(at.required('work.reserveReason'), why, shutting);
    await one.check(words('work.excludeConfirm'), shutting);
    await at.send(shutting, 'work.excludeSend', 'work.excludeSaved');
    // Whoever shut somebody out is not offered to take it back.
    expect(await one.button(words('work.readmitSend')).count()).toBe(0);
    const closing = await one.panel(words('work.closeHeading'));
    await one.see(words('work.firstAcknowledge'));
    expect(await closing.innerText()).not.toContain(canary);
    expect(await one.violations()).toEqual([]);

    const other = await unit.open(reserve, { locale });
    await other.press(words('shell.oversight'));
    await other.see(words('oversight.isNew'));
    await other.tab.getByRole('button', { name: new RegExp(formatCaseId(caseId), 'u') }).click();
    await other.see(words('event.excluded', { who: 'Handler One', person: 'Handler Two' }));
    await other.see(words('oversight.reasonLocked'));
    await other.press(words('work.readmitSend'));
    await other.see(words('work.reasonNeeded'));
    await other.tab.locator('input[type=file]').first().setInputFiles(join(bot.folder, 'keys/reserve.identity'));
    await other.press(words('keys.unlock'));
    await other.see(why);
    expect(await other.violations()).toEqual([]);
    await other.picture(`${language}-oversight`, 'whole');
    expect(await other.tab.locator('body').innerText()).not.toContain(canary);

    await other.choose(at.required('work.readmitPerson'), 'Handler Two');
    await other.fill(at.required('work.reserveReason'), 'Asked, and without need');
    await other.press(words('work.readmitSend'));
    await other.see(words('work.readmitSaved'));
    await other.see(
      words('event.readmitted', { who: words('who.me', { name: 'Reserve One' }), person: 'Handler Two' }),
    );
    // What was opened goes with the key.
    await other.press(words('keys.lock'));
    await other.settle();
    expect(await other.tab.locator('body').innerText()).not.toContain(why);

    const two = await unit.open(second, { subPage: `case:${caseId}`, locale });
    await two.see(words('case.workHeading'));
    await two.see(words('event.overseen', { who: 'Reserve One' }));
    expect([...unexpectedErrors(one), ...unexpectedErrors(other), ...unexpectedErrors(two)]).toEqual([]);
    for (const tab of [one, other, two]) await tab.close();
  });

  it('is told what is true where they are the only one who could see a case', async () => {
    const { bot } = unit;
    const { caseId } = createCase();
    const others = bot.settings.roles.reserve.filter((one) => one !== reserve.objectId);
    const record = createCase({ caseId, tenantId: bot.settings.tenantId, handledBy: 'reserve', excluded: others });
    await bot.store().cases.create(record, createAlert(caseId, { handledBy: 'reserve' }), [firstEvent(caseId)]);
    const tab = await unit.open(reserve, { subPage: `case:${caseId}`, locale });
    const { words } = createCaseDriver(tab, language);
    await tab.see(words('case.workHeading'));
    await tab.press(words('work.conflictOpen'));
    await tab.see(words('work.conflictNobody'));
    expect(await tab.button(words('work.conflictSend')).count()).toBe(0);
    expect(await tab.violations()).toEqual([]);
    await tab.close();
  });

  it('asks to take over a case that nobody of the unit may see, and is told that another has to agree', async () => {
    const { bot } = unit;
    const excluded = (await bot.store().people.all()).flatMap(({ objectId, roles }) =>
      roles.includes('handler') ? [objectId] : [],
    );
    const { caseId } = createCase();
    const record = createCase({
      caseId,
      tenantId: bot.settings.tenantId,
      excluded: [...bot.settings.roles.handler, ...excluded],
    });
    await bot.store().cases.create(record, createAlert(caseId), [firstEvent(caseId)]);
    const tab = await unit.open(reserve, { locale });
    const { words, required } = createCaseDriver(tab, language);
    await tab.press(words('shell.oversight'));
    await tab.tab.getByRole('button', { name: new RegExp(formatCaseId(caseId), 'u') }).click();
    await tab.see(words('oversight.takeOverHeading'));
    await tab.see(words('oversight.takeOverIntro'));
    await tab.tab.locator('input[type=file]').first().setInputFiles(join(bot.folder, 'keys/reserve.identity'));
    await tab.press(words('keys.unlock'));
    await tab.fill(required('work.reserveReason'), 'All are shut out');
    expect(await tab.violations()).toEqual([]);
    await tab.press(words('oversight.takeOverAsk'));
    await tab.see(words('oversight.takeOverWaits'));
    expect((await bot.store().cases.read(caseId))?.value).toMatchObject({ handledBy: 'acu', takeover: {} });
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
