import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

describe.each(languages)('an identity custodian at the tab, in %s', (language) => {
  it('opens who reported in confidence with a reason; handlers see that, and who it is only once it is shared', async () => {
    const { bot } = unit;
    const person = newPerson();
    const { teams, report } = await newReporter(bot, person);
    await sendFullReport({ teams }, report);
    const { record } = await readSavedCase(bot, teams.card());
    const handler = await unit.open(unitPeople.handler, {
      subPage: `case:${record.caseId}`,
      locale: localeByLanguage[language],
    });
    const at = createCaseDriver(handler, language);
    await handler.see(at.words('case.workHeading'));
    await at.unlock(join(bot.folder, 'keys/acu.identity'));
    await at.openReport();
    await handler.see(at.words('case.identitySealed'));

    const custodian = await unit.open(unitPeople.custodian, { locale: localeByLanguage[language] });
    const { words } = at;
    await custodian.see(words('identity.intro'));
    await custodian.press(words('identity.open'));
    await custodian.see(words('identity.referenceMissing'));
    expect(await custodian.violations()).toEqual([]);
    await custodian.tab.locator('input[type=file]').first().setInputFiles(join(bot.folder, 'keys/custodians.identity'));
    await custodian.press(words('keys.unlock'));
    await custodian.button(words('keys.lock')).waitFor();
    await custodian.fill(words('identity.reference'), record.caseId);
    await custodian.check(words('status.acu'));
    await custodian.fill(words('identity.reason'), 'Somebody is at risk, the head of unit decided');
    await custodian.picture(`${language}-identity-asked`, 'whole');
    await custodian.press(words('identity.open'));
    await custodian.see(person.name);
    expect(await custodian.violations()).toEqual([]);
    await custodian.picture(`${language}-identity-open`, 'whole');

    await handler.press(words('case.refresh'));
    await handler.see(words('event.identityOpenedForLife', { who: 'Custodian One' }));
    expect(await handler.tab.locator('body').innerText()).not.toContain(person.name);

    await custodian.press(words('identity.share', { handlers: words('status.acu') }));
    await custodian.press(words('identity.shareConfirm'));
    await custodian.see(words('identity.shared', { handlers: words('status.acu') }));
    await handler.press(words('case.refresh'));
    await handler.press(words('case.openAgain'));
    await handler.see(new RegExp(person.name, 'u'));
    await handler.see(words('case.identityShared'));
    await handler.see('Somebody is at risk, the head of unit decided');
    await custodian.press(words('keys.lock'));
    await custodian.settle();
    expect(await custodian.tab.locator('body').innerText()).not.toContain(person.name);
    const kinds = (await bot.store().history.readAll(record.caseId)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['identityOpened', 'identityShared']));
    expect([...unexpectedErrors(handler), ...unexpectedErrors(custodian)]).toEqual([]);
    await handler.close();
    await custodian.close();
  });
});
