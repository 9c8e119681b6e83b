import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';

let unit: Unit;
beforeAll(async () => {
  unit = await startUnit();
  for (const who of [unitPeople.handler, unitPeople.second]) await (await unit.open(who)).see('Cases');
});
afterAll(() => unit.stop());

describe.each(languages)('who is asked to agree, in %s', (language) => {
  it('is led to what they are to agree to, from the first line of the case on, and finds it opened', async () => {
    const { teams, report } = await newReporter(unit.bot);
    await sendFullReport({ teams }, report);
    const { caseId } = (await readSavedCase(unit.bot, teams.card())).record;
    const open = async (who: (typeof unitPeople)['handler' | 'second']) => {
      const tab = await unit.open(who, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
      const at = createCaseDriver(tab, language);
      await tab.see(at.words('case.workHeading'));
      return { tab, at };
    };
    const first = await open(unitPeople.handler);
    const { at } = first;
    const key = join(unit.bot.folder, 'keys/acu.identity');

    // What is needed before words can be sealed is said before anybody types them.
    const referral = await first.tab.panel(at.words('work.referralHeading'));
    await referral.getByText(at.words('closing.keyNeeded')).waitFor();
    await at.acknowledge();
    await at.unlock(key);
    expect(await referral.getByText(at.words('closing.keyNeeded')).count()).toBe(0);
    await at.openReport();
    const safety = first.tab.tab.getByRole('heading', { name: at.words('safety.heading') }).locator('..');
    await first.tab.check(at.words('safety.dangerNone'), safety);
    await first.tab.fill(at.required('safety.done'), 'Nothing is needed', safety);
    await at.send(safety, 'safety.send', 'safety.saved');
    await at.triage();
    await at.decideReferral();
    const canary = newCanary();
    const closing = await first.tab.panel(at.words('work.closeHeading'));
    await first.tab.choose(at.required('work.outcome'), at.words('status.outcomeNone'), closing);
    await first.tab.fill(at.required('work.reason'), canary, closing);
    await at.send(closing, 'closing.agreeSend', 'closing.agreeSaved');
    await first.tab.close();

    const { tab, at: second } = await open(unitPeople.second);
    const go = () => tab.press(at.words('nextStep.go'));
    const focused = () => tab.tab.evaluate(() => document.activeElement?.textContent ?? '');
    await tab.see(at.words('nextStep.agreeClosing'));
    await go();
    await tab.tab.waitForFunction(
      (words) => document.activeElement?.textContent === words,
      at.words('closing.readUnlock'),
    );
    const panel = await tab.panel(at.words('work.closeHeading'));
    await tab.press(at.words('closing.readUnlock'), panel);
    expect(await focused()).toBe(at.words('case.reportHeading'));
    await second.unlock(key);
    await go();
    await tab.tab.waitForFunction(
      (words) => document.activeElement?.textContent === words,
      at.words('closing.readOpen'),
    );
    await checkEveryTheme(tab, `${language}-second-signer-before`);
    await tab.press(at.words('closing.readOpen'), panel);
    await tab.tab.waitForFunction((words) => document.activeElement?.textContent === words, canary);
    expect(await panel.getByRole('region').getAttribute('aria-labelledby')).not.toBeNull();
    await checkEveryTheme(tab, `${language}-second-signer`);
    await tab.page.setViewportSize({ width: 320, height: 800 });
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-second-signer-320`, 'whole');
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
