import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { languages } from '../../../core/model/language.ts';
import type { TokenSubject } from '../../fakes/entra.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';

const { handler, second, reserve } = unitPeople;
const unit = setUpUnit();
beforeAll(async () => {
  for (const who of [handler, second]) await (await unit.open(who)).see('Cases');
});

async function newCase(risk: 'yes' | 'no'): Promise<CaseId> {
  const { teams, report } = await newReporter(unit.bot);
  await sendFullReport({ teams }, { ...report, risk });
  return (await readSavedCase(unit.bot, teams.card())).record.caseId;
}
const urgencyOf = async (caseId: CaseId) => (await unit.bot.store().cases.read(caseId))?.value.urgency;
const alertOf = async (caseId: CaseId) => (await unit.bot.store().outbox.read(caseId))?.value;

describe.each(languages)('the urgency of a case, in %s', (language) => {
  const locale = localeByLanguage[language];
  /** Somebody at the page of a case, with its report open. */
  const sitsAt = async (caseId: CaseId, who: TokenSubject) => {
    // A person's turns come back: this is more than one does at once.
    unit.bot.clock.forward(60_000);
    const tab = await unit.open(who, { subPage: `case:${caseId}`, locale });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    const panel = await tab.panel(at.words('urgency.heading'));
    const reason = panel.getByRole('textbox', { name: at.required('work.reason') });
    return { tab, at, panel, reason };
  };

  it('is lowered by one of the reserve who was asked, and who has read why', async () => {
    const caseId = await newCase('yes');
    const one = await sitsAt(caseId, handler);
    const why = `Looked into, ${randomUUID()}`;
    await one.at.acknowledge();
    await one.tab.check(one.at.words('closing.agreeReserve'), one.panel);
    await one.tab.fill(one.at.required('work.reserveReason'), why, one.panel);
    await one.at.send(one.panel, 'urgency.askSend', 'urgency.askSaved');
    expect(await urgencyOf(caseId)).toBe('urgent');

    const other = await unit.open(reserve, { locale });
    const { words, required } = createCaseDriver(other, language);
    await other.press(words('shell.oversight'));
    await other.tab.getByRole('button', { name: new RegExp(formatCaseId(caseId), 'u') }).click();
    await other.see(words('oversight.lowerHeading'));
    await other.see(words('oversight.lowerIntro', { who: 'Handler One' }));
    expect(await other.tab.locator('body').innerText()).not.toContain(why);
    await other.tab.locator('input[type=file]').first().setInputFiles(join(unit.bot.folder, 'keys/reserve.identity'));
    await other.press(words('keys.unlock'));
    await other.see(why);
    await other.press(words('urgency.lowerSend'));
    await other.see(words('work.reasonNeeded'));
    expect(await urgencyOf(caseId)).toBe('urgent');
    await checkEveryTheme(other, `${language}-oversight-lowering`);
    await other.page.setViewportSize({ width: 360, height: 800 });
    expect(await other.violations()).toEqual([]);
    await other.picture(`${language}-oversight-lowering-360`, 'whole');
    await other.fill(required('work.reserveReason'), 'Read, and agreed');
    await other.press(words('urgency.lowerSend'));
    await other.tab.getByRole('heading', { name: words('oversight.lowerHeading') }).waitFor({ state: 'detached' });
    expect(await urgencyOf(caseId)).toBe('standard');

    await one.tab.press(one.at.words('case.refresh'));
    await one.tab.button(one.at.words('urgency.raiseSend'), one.panel).waitFor();
    expect([...unexpectedErrors(one.tab), ...unexpectedErrors(other)]).toEqual([]);
    for (const tab of [one.tab, other]) await tab.close();
  });

  it('is changed by two people at once without losing what either wrote, and stays while one would lower it', async () => {
    const caseId = await newCase('no');
    const [one, two] = [await sitsAt(caseId, handler), await sitsAt(caseId, second)];
    const { words } = one.at;
    const raise = words('urgency.raiseSend');
    await one.at.acknowledge();

    // Both raise it: the second is told, and what they wrote stays.
    await two.reason.fill('She has written to me');
    await one.reason.fill('A threat was heard');
    await one.tab.press(raise, one.panel);
    await one.panel.getByText(words('urgency.first')).waitFor();
    await two.tab.press(raise, two.panel);
    await two.tab.see(words('urgency.changed'));
    await two.panel.getByText(words('refusal.state')).waitFor();
    expect(await two.reason.first().inputValue()).toBe('She has written to me');
    expect(await two.tab.violations()).toEqual([]);
    await two.tab.picture(`${language}-urgency-changed`, 'whole');
    await two.reason.first().fill('');
    await two.tab.button(raise, two.panel).waitFor({ state: 'detached' });

    // One, who raised it, lowers it while two, on a page from before, asks that it be lowered.
    await one.tab.press(words('case.acknowledgeAgain'));
    await one.reason.fill('It was a mistake');
    await two.tab.press(words('case.refresh'));
    await two.reason.fill('It was a joke');
    await one.tab.press(words('urgency.lowerSend'), one.panel);
    await one.tab.button(raise, one.panel).waitFor();
    await two.tab.press(words('urgency.askSend'), two.panel);
    await two.tab.see(words('case.movedHeading'));
    expect(await two.reason.last().inputValue()).toBe('It was a joke');
    await two.reason.last().fill('');
    await two.tab.button(words('urgency.askSend'), two.panel).waitFor({ state: 'detached' });

    // Two raises it while one writes: it is in sight again, its alert waits, and one cannot lower it alone.
    await two.reason.fill('She has written again');
    await one.reason.fill('A reason that stays');
    await two.tab.press(raise, two.panel);
    await two.panel.getByText(words('urgency.first')).waitFor();
    await one.tab.press(words('case.refresh'));
    await one.tab.see(words('urgency.changed'));
    expect(await one.reason.first().inputValue()).toBe('A reason that stays');
    await one.reason.first().fill('');
    await one.panel.getByText(words('urgency.first')).waitFor();
    expect(await one.tab.button(words('urgency.lowerSend'), one.panel).count()).toBe(0);
    const alert = await alertOf(caseId);
    expect([await urgencyOf(caseId), alert?.urgency, alert?.state === 'acknowledged']).toEqual([
      'urgent',
      'urgent',
      false,
    ]);

    // Nor once it is acknowledged, until the other has read why and agrees.
    await one.tab.press(words('case.acknowledgeAgain'));
    await one.reason.fill('It is over');
    await one.at.send(one.panel, 'urgency.askSend', 'urgency.askSaved');
    expect(await urgencyOf(caseId)).toBe('urgent');
    unit.bot.clock.forward(60_000);
    await two.tab.press(words('case.refresh'));
    await two.tab.press(words('case.openAgain'), two.panel);
    await two.panel.getByText('It is over').waitFor();
    await two.reason.fill('I agree');
    await two.tab.press(words('urgency.lowerSend'), two.panel);
    await two.tab.button(raise, two.panel).waitFor();
    expect(await urgencyOf(caseId)).toBe('standard');
    for (const { tab } of [one, two]) {
      expect(unexpectedErrors(tab).filter((line) => !/status of 409/u.test(line))).toEqual([]);
      await tab.close();
    }
  });
});
