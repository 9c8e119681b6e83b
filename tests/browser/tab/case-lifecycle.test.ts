import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import { closingAnswerWords, detrimentQuestion } from '../../../words/closing-messages.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { approveClosing } from '../../support/journeys/approve-closing.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { parseCardCode, readSavedCase } from '../../support/journeys/saved-case.ts';
import { getOptionLabel } from '../../support/journeys/card-labels.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const themes = ['default', 'dark', 'contrast'] as const;
const unit = setUpUnit();

/** A picture of the page in each theme, in each of which axe finds nothing. */
async function inEachTheme(tab: TabPage, name: string): Promise<void> {
  for (const theme of themes) {
    await tab.changeTheme(theme);
    expect({ name, theme, violations: await tab.violations() }).toEqual({ name, theme, violations: [] });
    await tab.picture(theme === 'default' ? name : `${name}-${theme}`, 'whole');
  }
  await tab.changeTheme('default');
}

describe.each(languages)('a case at the tab, in %s', (language) => {
  it('is opened, graded, asked about, answered through the bot, and closed', async () => {
    const { bot } = unit;
    const { teams, report, canary } = await newReporter(bot, newPerson(language === 'cy' ? 'cy-GB' : 'en-GB'));
    await sendFullReport({ teams }, report);
    const code = parseCardCode(teams.card());
    const { record } = await readSavedCase(bot, teams.card());

    const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language] });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('list.heading'));
    await tab.tab.locator(`[data-case="${record.caseId}"]`).waitFor();
    await inEachTheme(tab, `${language}-1-list`);

    await at.openFromList(record.caseId);
    await inEachTheme(tab, `${language}-2-closed-report`);
    await at.acknowledge();
    await at.unlock(join(bot.folder, 'keys/acu.identity'));
    await at.openReport();
    await tab.see(new RegExp(`${canary} what`, 'u'));
    // What they were told stands apart from what they saw.
    await tab.see(new RegExp(`${canary} theirWords`, 'u'));
    await tab.see(new RegExp(`${canary} observed`, 'u'));
    await tab.see(getOptionLabel(language, 'theyAgree', 'agree'));
    await tab.see(at.words(language === 'cy' ? 'case.writtenInWelsh' : 'case.writtenInEnglish'));
    await tab.see(at.words('work.proposalUse'));
    await inEachTheme(tab, `${language}-3-open-report`);

    await at.triage();
    await tab.see(new RegExp(`2 C C A1 S2`, 'u'));
    await at.take();
    const question = `Which car park was it? ${newCanary()}`;
    await at.message(question);
    const state = await tab.panel(at.words('work.stateHeading'));
    await tab.check(at.words('status.awaitingReporter'), state);
    await at.send(state, 'work.moveSend', 'work.moveSaved');
    await inEachTheme(tab, `${language}-4-asked`);

    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    expect(teams.card().text).toContain(question);
    expect(teams.card().text).toContain(sayOnCard(language, 'comeBack.statusAwaitingReporter'));
    const answer = `The one by the station. ${newCanary()}`;
    teams.fill('addition', answer);
    await teams.press('add');

    await tab.press(at.words('case.refresh'));
    // What stands in the way is there before anybody tries, and goes as it is done.
    const close = await tab.panel(at.words('work.closeHeading'));
    for (const gate of ['closing.gateUnread', 'closing.gateReferral'] as const) {
      await close.getByText(at.words(gate), { exact: true }).waitFor();
    }
    expect(await tab.violations()).toEqual([]);
    await tab.press(at.words('case.openAgain'));
    await tab.see(answer);
    await tab.see(question);
    await inEachTheme(tab, `${language}-5-answered`);

    await close.getByText(at.words('closing.gateUnread')).waitFor({ state: 'detached' });
    await at.decideReferral();
    await close.getByText(at.words('closing.gateReferral')).waitFor({ state: 'detached' });
    // One person does not decide this end alone.
    await close.getByText(at.words('closing.gateAgreed'), { exact: true }).waitFor();
    await approveClosing(unit.bot.tab(unitPeople.second), record.caseId, 'adviceOrLearning');
    await tab.press(at.words('case.refresh'));
    await tab.press(at.words('case.openAgain'));
    await close.getByText(at.words('closing.gateAgreementUnread')).waitFor({ state: 'detached' });
    await tab.choose(at.required('work.outcome'), at.words('status.outcomeDuplicate'), close);
    await tab.press(at.words('closing.agreeSend'), close);
    await close.getByText(at.words('closing.gateLinked')).first().waitFor();
    await tab.choose(at.required('work.outcome'), at.words('status.outcomeAdvice'), close);
    await tab.check(closingAnswerWords.acted[language], close);
    const reason = `Spoken to, and agreed with. ${newCanary()}`;
    await tab.fill(at.required('work.reason'), reason, close);
    await inEachTheme(tab, `${language}-6-closing`);
    await at.send(close, 'work.closeSend', 'work.closeSaved');
    await tab.see(at.words('status.outcomeAdvice'));
    await tab.press(at.words('keys.lock'));
    await tab.see(at.words('case.unlockFirst'));
    expect(await tab.tab.locator('body').innerText()).not.toContain(canary);
    await inEachTheme(tab, `${language}-6-closed`);

    await tab.press(at.words('case.back'));
    await tab.see(at.words('list.heading'));
    expect(await tab.tab.locator(`[data-case="${record.caseId}"]`).count()).toBe(0);

    const standing = await bot.store().cases.read(record.caseId);
    expect(standing?.value).toMatchObject({
      status: 'closed',
      outcome: 'adviceOrLearning',
      answer: 'acted',
      assignee: unitPeople.handler.objectId,
      nationalCategory: 'sexualMisconduct',
      grading: { source: '2', assessment: 'C', handling: 'C', action: 'A1', sanitisation: 'S2' },
    });
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();

    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    expect(teams.card().text).toContain(closingAnswerWords.acted[language]);

    // A month later they are to be asked whether they were treated worse.
    bot.clock.forward(32 * 86_400_000);
    const later = await unit.open(unitPeople.handler, { locale: localeByLanguage[language] });
    const then = createCaseDriver(later, language);
    await later.see(then.words('list.heading'));
    await later.press(new RegExp(`^${then.words('list.overdue')}`, 'u'));
    await then.openFromList(record.caseId);
    const check = await later.panel(then.words('talk.detrimentHeading'));
    await check.getByText(detrimentQuestion[language]).waitFor();
    await then.unlock(join(bot.folder, 'keys/acu.identity'));
    await then.openReport();
    await inEachTheme(later, `${language}-7-to-ask`);
    await then.send(check, 'talk.detrimentSend', 'talk.detrimentSent');
    await inEachTheme(later, `${language}-8-was-asked`);
    await teams.press('done');
    await teams.press('comeBack');
    teams.fill('code', code);
    await teams.press('next');
    expect(teams.card().text).toContain(detrimentQuestion[language]);
    await teams.press('notWorse');
    expect((await bot.store().cases.read(record.caseId))?.value).toMatchObject({
      status: 'closed',
      detrimentCheck: { months: 3 },
    });
    expect(unexpectedErrors(later)).toEqual([]);
    await later.close();
  });
});
