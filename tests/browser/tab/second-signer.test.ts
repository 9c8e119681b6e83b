import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import type { WordKey } from '../../../words/tab/translate.ts';
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
  const open = async (caseId: CaseId, who: (typeof unitPeople)['handler' | 'second']) => {
    const tab = await unit.open(who, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    return { tab, at };
  };
  type Seat = Awaited<ReturnType<typeof open>>;
  const newCase = async () => {
    const { teams, report } = await newReporter(unit.bot);
    await sendFullReport({ teams }, report);
    return (await readSavedCase(unit.bot, teams.card())).record.caseId;
  };
  const key = () => join(unit.bot.folder, 'keys/acu.identity');
  const recordSafety = async ({ tab, at }: Seat) => {
    const safety = tab.tab.getByRole('heading', { name: at.words('safety.heading') }).locator('..');
    await tab.check(at.words('safety.dangerNone'), safety);
    await tab.fill(at.required('safety.done'), 'Nothing is needed', safety);
    await at.send(safety, 'safety.send', 'safety.saved');
  };
  /** Follows the first line of the case to the keys, to what opens the case, and to what a colleague wrote. */
  const isLedTo = async ({ tab, at }: Seat, step: WordKey, panelHeading: WordKey, text: string, picture: string) => {
    const go = () => tab.press(at.words('nextStep.go'));
    const isFocused = (words: string) =>
      tab.tab.waitForFunction((expected) => document.activeElement?.textContent === expected, words);
    await tab.see(at.words(step));
    await go();
    await isFocused(at.words('closing.readUnlock'));
    const panel = await tab.panel(at.words(panelHeading));
    await tab.press(at.words('closing.readUnlock'), panel);
    await isFocused(at.words('case.reportHeading'));
    await at.unlock(key());
    await go();
    await isFocused(at.words('closing.readOpen'));
    await checkEveryTheme(tab, `${picture}-before`);
    await tab.press(at.words('closing.readOpen'), panel);
    await isFocused(text);
    const shown = panel.getByRole('region').filter({ hasText: text }).last();
    expect(await shown.getAttribute('aria-labelledby')).not.toBeNull();
    await checkEveryTheme(tab, picture);
    const { width = 1280, height = 800 } = tab.page.viewportSize() ?? {};
    await tab.page.setViewportSize({ width: 320, height: 800 });
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${picture}-320`, 'whole');
    await tab.page.setViewportSize({ width, height });
    return panel;
  };

  it('is led to what they are to agree to, from the first line of the case on, and finds it opened', async () => {
    const caseId = await newCase();
    const first = await open(caseId, unitPeople.handler);
    const { at } = first;

    // What is needed before words can be sealed is said before anybody types them.
    const referral = await first.tab.panel(at.words('work.referralHeading'));
    await referral.getByText(at.words('closing.keyNeeded')).waitFor();
    await at.acknowledge();
    await at.unlock(key());
    expect(await referral.getByText(at.words('closing.keyNeeded')).count()).toBe(0);
    await at.openReport();
    await recordSafety(first);
    await at.triage();
    await at.decideReferral();
    const canary = newCanary();
    const closing = await first.tab.panel(at.words('work.closeHeading'));
    await first.tab.choose(at.required('work.outcome'), at.words('status.outcomeNone'), closing);
    await first.tab.fill(at.required('work.reason'), canary, closing);
    await at.send(closing, 'closing.agreeSend', 'closing.agreeSaved');
    await first.tab.close();

    const second = await open(caseId, unitPeople.second);
    await isLedTo(second, 'nextStep.agreeClosing', 'work.closeHeading', canary, `${language}-second-signer`);
    expect(unexpectedErrors(second.tab)).toEqual([]);
    await second.tab.close();
  });

  it('is led to why a card would be withdrawn, and withdraws it', async () => {
    const caseId = await newCase();
    const first = await open(caseId, unitPeople.handler);
    const { at } = first;
    await at.acknowledge();
    await at.unlock(key());
    await at.openReport();
    await recordSafety(first);
    const canary = newCanary();
    const card = await first.tab.panel(at.words('subjects.heading'));
    await first.tab.fill(at.words('subjects.numbers'), '4455', card);
    await first.tab.fill(at.words('subjects.surname'), newCanary(), card);
    await at.send(card, 'subjects.send', 'subjects.saved');
    const cards = card.getByRole('region', { name: at.words('subjects.cardsHeading') });
    await cards.getByLabel(at.required('subjects.wrongCard')).selectOption({ index: 1 });
    await cards.getByLabel(at.required('work.reason')).fill(canary);
    await first.tab.press(at.words('subjects.withdrawAsk'), cards);
    await first.tab.see(at.words('subjects.withdrawOwn'));
    expect(await first.tab.tab.getByText(at.words('nextStep.withdrawCard')).count()).toBe(0);
    await first.tab.close();

    const second = await open(caseId, unitPeople.second);
    const picture = `${language}-second-signer-card`;
    const panel = await isLedTo(second, 'nextStep.withdrawCard', 'subjects.heading', canary, picture);
    await second.tab.press(second.at.words('subjects.withdraw', { version: 1 }), panel);
    await second.tab.see(second.at.words('subjects.withdrawDone'));
    expect(await second.tab.tab.getByText(second.at.words('nextStep.withdrawCard')).count()).toBe(0);
    expect(unexpectedErrors(second.tab)).toEqual([]);
    await second.tab.close();
  });
});
