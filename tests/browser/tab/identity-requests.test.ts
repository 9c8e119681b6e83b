import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { identityAgreementDays } from '../../../core/model/identity-request.ts';
import { formatCaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

/** In a token alone, as an app role of Entra is. */
const secondCustodian = { objectId: randomUUID(), name: 'Custodian Two', roles: ['custodian'] };

const unit = setUpUnit({ IDENTITY_CUSTODIANS: '2' });

describe.each(languages)('a sealed identity that takes two custodians, at the tab in %s', (language) => {
  const locale = localeByLanguage[language];

  it('is asked for in the case, agreed to by one, opened and shared by another, and the case says so', async () => {
    const { bot } = unit;
    const person = newPerson();
    const { teams, report, canary } = await newReporter(bot, person);
    await sendFullReport({ teams }, report);
    const { caseId } = (await readSavedCase(bot, teams.card())).record;
    const why = `Somebody is at risk, ${randomUUID()}`;
    const row = new RegExp(formatCaseId(caseId), 'u');

    const handler = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, locale });
    const at = createCaseDriver(handler, language);
    const { words, required } = at;
    await handler.see(words('case.workHeading'));
    const panel = await handler.panel(words('request.heading'));
    await handler.press(words('request.send'), panel);
    await handler.see(words('work.reasonNeeded'));
    // Nothing is sealed for others before the page can compare their keys, and what was typed stays.
    await handler.fill(required('request.reason'), why, panel);
    await handler.press(words('request.send'), panel);
    await handler.see(words('case.sealKeyFirst'));
    await at.unlock(join(bot.folder, 'keys/acu.identity'));
    await at.send(panel, 'request.send', 'request.sent');
    await handler.button(words('request.withdraw'), panel).waitFor();
    expect(await handler.violations()).toEqual([]);
    await handler.picture(`${language}-identity-request`, 'whole');

    const one = await unit.open(unitPeople.custodian, { locale });
    await one.see(words('request.listHeading'));
    await one.see(words('request.askHeading'));
    await one.tab.getByRole('button', { name: row }).click();
    await one.see(words('request.unlockFirst'));
    expect(await one.tab.locator('body').innerText()).not.toContain(canary);
    await one.tab.locator('input[type=file]').first().setInputFiles(join(bot.folder, 'keys/custodians.identity'));
    await one.press(words('keys.unlock'));
    await one.see(why);
    await one.see(words('request.agreeIntro', { days: identityAgreementDays }));
    expect(await one.button(words('request.open')).count()).toBe(0);
    expect(await one.violations()).toEqual([]);
    await one.picture(`${language}-identity-request-read`, 'whole');
    await one.press(words('request.agree'));
    await one.see(words('work.reasonNeeded'));
    await one.fill(required('request.agreeReason'), 'The head of unit decided');
    await one.press(words('request.agree'));
    await one.see(words('request.agreed'));
    await one.see('The head of unit decided');
    expect(await one.button(words('request.open')).count()).toBe(0);
    // What was opened goes with the key, and what is typed and not sent stays.
    await one.fill(required('request.refuseReason'), 'Not sent yet');
    await one.press(words('keys.lock'));
    await one.see(words('request.locked'));
    expect(await one.tab.locator('body').innerText()).not.toContain(why);
    expect(await one.tab.getByLabel(required('request.refuseReason')).inputValue()).toBe('Not sent yet');
    await one.press(words('request.refuse'));
    await one.see(words('case.sealKeyFirst'));

    const two = await unit.open(secondCustodian, { locale });
    await two.see(words('request.agreedCount', { count: 1 }));
    await two.tab.locator('input[type=file]').first().setInputFiles(join(bot.folder, 'keys/custodians.identity'));
    await two.press(words('keys.unlock'));
    await two.tab.getByRole('button', { name: row }).click();
    await two.see('The head of unit decided');
    await two.fill(required('request.openReason'), 'Read and agreed');
    await two.press(words('request.open'));
    await two.see(person.name);
    expect(await two.violations()).toEqual([]);
    await two.press(words('identity.share', { handlers: words('status.acu') }));
    await two.press(words('identity.shareConfirm'));
    await two.see(words('identity.shared', { handlers: words('status.acu') }));
    await two.press(words('identity.close'));
    await two.settle();
    await two.tab.getByRole('button', { name: row }).waitFor({ state: 'hidden' });

    await handler.press(words('case.refresh'));
    await handler.see(words('event.identityAgreed', { who: 'Custodian One' }));
    await handler.see(words('event.identityOpenedAsked', { who: 'Custodian Two' }));
    await at.openReport();
    await handler.see(new RegExp(person.name, 'u'));
    expect(await handler.button(words('request.withdraw')).count()).toBe(0);
    expect([...unexpectedErrors(handler), ...unexpectedErrors(one), ...unexpectedErrors(two)]).toEqual([]);
    for (const tab of [handler, one, two]) await tab.close();
  });

  it('is refused with words that the handler reads in the case, and asked for by a custodian too', async () => {
    const { bot } = unit;
    const { teams, report } = await newReporter(bot);
    await sendFullReport({ teams }, report);
    const { caseId } = (await readSavedCase(bot, teams.card())).record;
    const row = new RegExp(formatCaseId(caseId), 'u');
    const whyNot = `Not enough, ${randomUUID()}`;

    const one = await unit.open(unitPeople.custodian, { locale });
    const at = createCaseDriver(one, language);
    const { words, required } = at;
    await one.see(words('request.askHeading'));
    await at.unlock(join(bot.folder, 'keys/custodians.identity'));
    await one.fill(words('identity.reference'), caseId);
    await one.check(words('status.acu'));
    await one.fill(words('identity.reason'), 'Asked by a custodian');
    await one.press(words('request.send'));
    await one.see(words('request.sent'));
    await one.tab.getByRole('button', { name: row }).click();
    await one.see(words('request.ownWaits'));
    expect(await one.button(words('request.refuse')).count()).toBe(0);

    const two = await unit.open(secondCustodian, { locale });
    await two.see(words('request.listHeading'));
    await createCaseDriver(two, language).unlock(join(bot.folder, 'keys/custodians.identity'));
    await two.tab.getByRole('button', { name: row }).click();
    await two.see('Asked by a custodian');
    await two.fill(required('request.refuseReason'), whyNot);
    await two.press(words('request.refuse'));
    await two.see(words('request.refused'));
    await two.tab.getByRole('button', { name: row }).waitFor({ state: 'hidden' });
    // Whoever still has it before them is told that it is over.
    await one.press(words('request.withdraw'));
    await one.see(words('refusal.asked'));

    const handler = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, locale });
    await handler.see(words('case.workHeading'));
    await createCaseDriver(handler, language).unlock(join(bot.folder, 'keys/acu.identity'));
    await createCaseDriver(handler, language).openReport();
    await handler.see(whyNot);
    expect(await handler.violations()).toEqual([]);
    for (const tab of [one, two, handler]) await tab.close();
  });
});
