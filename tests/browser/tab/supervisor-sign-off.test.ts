import { expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import { saveCase } from '../../support/journeys/save-case.ts';

const { handler } = unitPeople;
const unit = setUpUnit({ SIGN_OFF: 'sexualMisconduct' });

it.each(languages)('says before anything is typed that a supervisor signs off that end, in %s', async (language) => {
  const at = unit.bot.clock.now().toISOString();
  const { caseId } = await saveCase(
    unit.bot,
    { status: 'triaged', nationalCategory: 'sexualMisconduct', opened: true, assignee: handler.objectId },
    { later: [{ kind: 'consulted', by: { objectId: handler.objectId }, at }] },
  );
  const tab = await unit.open(handler, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
  const { words, required } = createCaseDriver(tab, language);
  await tab.see(words('case.workHeading'));
  const closing = await tab.panel(words('work.closeHeading'));
  await tab.choose(required('work.outcome'), words('status.outcomeNone'), closing);
  await tab.see(words('closing.gateSignOff'));
  expect(await tab.button(words('closing.agreeSend'), closing).count()).toBe(1);
  expect(await tab.violations()).toEqual([]);
  await tab.picture(`${language}-supervisor-sign-off`, 'whole');
  await tab.choose(required('work.outcome'), words('status.outcomeDuplicate'), closing);
  await tab.see(words('closing.gateSignOff'));
  expect(await tab.button(words('closing.agreeSend'), closing).count()).toBe(1);
  await tab.choose(required('work.outcome'), words('status.outcomeMisconduct'), closing);
  expect(await tab.button(words('work.closeSend'), closing).count()).toBe(1);
  expect(unexpectedErrors(tab)).toEqual([]);
  await tab.close();
});
