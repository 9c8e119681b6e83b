import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../core/model/case-id.ts';
import type { Language } from '../../../core/model/language.ts';
import { replyTemplatesSchema } from '../../../words/reply-templates.ts';
import { type CaseDriver, createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { newReporter, type Reporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { parseCardCode, readSavedCase } from '../../support/journeys/saved-case.ts';
import { newPerson } from '../../support/journeys/teams-activities.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const own = replyTemplatesSchema.parse({});
const received = { en: 'We have read it. Thank you.', cy: 'Rydym wedi’i ddarllen. Diolch.' };
const unit = setUpUnit({ REPLY_RECEIVED_EN: received.en, REPLY_RECEIVED_CY: received.cy });

/** A case of somebody who reported in a language, and a handler who has opened its report, at a page in another one. */
async function opened(reporters: Language, page: Language) {
  const reporter: Reporter = await newReporter(unit.bot, newPerson(reporters === 'cy' ? 'cy-GB' : 'en-GB'));
  await sendFullReport({ teams: reporter.teams }, reporter.report);
  const { record } = await readSavedCase(unit.bot, reporter.teams.card());
  const code = parseCardCode(reporter.teams.card());
  const tab = await unit.open(unitPeople.handler, {
    subPage: `case:${record.caseId}`,
    locale: page === 'cy' ? 'cy-gb' : 'en-gb',
  });
  const at = createCaseDriver(tab, page);
  await tab.see(at.words('case.workHeading'));
  await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
  await at.openReport();
  const panel = await tab.panel(at.words('talk.heading'));
  return { reporter, caseId: record.caseId, code, tab, at, panel };
}
const textIn = (at: CaseDriver, panel: Awaited<ReturnType<TabPage['panel']>>) =>
  panel.getByLabel(at.required('talk.text')).inputValue();
const sent = async (caseId: CaseId): Promise<number> =>
  (await unit.bot.store().history.readAll(caseId)).filter(({ kind }) => kind === 'messageToReporter').length;

describe('a reply to whoever reported', () => {
  it('is in the language of the report, can be changed, and leaves by three presses and no fewer', async () => {
    const { reporter, caseId, code, tab, at, panel } = await opened('cy', 'en');
    await tab.press(at.words('talk.replyReceived'), panel);
    expect(await textIn(at, panel)).toBe(received.cy);
    await checkEveryTheme(tab, 'en-reply');

    // Nothing was confirmed by choosing it, and without that nothing leaves.
    const confirm = panel.getByRole('checkbox', { name: at.words('talk.confirm') });
    expect(await confirm.isChecked()).toBe(false);
    await tab.press(at.words('talk.send'), panel);
    await tab.see(at.words('talk.confirmNeeded'));
    expect(await sent(caseId)).toBe(0);

    await tab.check(at.words('talk.confirm'), panel);
    await tab.press(at.words('talk.replyKept'), panel);
    expect([await textIn(at, panel), await confirm.isChecked()]).toEqual([own.closedKept.cy, false]);
    await tab.check(at.words('talk.confirm'), panel);
    await at.send(panel, 'talk.send', 'talk.sent');
    expect([await textIn(at, panel), await sent(caseId)]).toEqual(['', 1]);

    await reporter.teams.press('done');
    await reporter.teams.press('comeBack');
    reporter.teams.fill('code', code);
    await reporter.teams.press('next');
    expect(reporter.teams.card().text).toContain(own.closedKept.cy);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });

  it('never takes the place of what somebody typed before they said so', async () => {
    const { caseId, tab, at, panel } = await opened('en', 'cy');
    const typed = 'Words that took an hour to write.';
    await tab.fill(at.required('talk.text'), typed, panel);
    await tab.press(at.words('talk.replyActed'), panel);
    await tab.see(at.words('talk.replyReplaces'));
    expect(await textIn(at, panel)).toBe(typed);
    expect(await tab.violations()).toEqual([]);
    await tab.press(at.words('talk.replyKeep'), panel);
    expect(await textIn(at, panel)).toBe(typed);
    expect(await tab.tab.getByText(at.words('talk.replyReplaces')).count()).toBe(0);

    await tab.press(at.words('talk.replyActed'), panel);
    await tab.press(at.words('talk.replyReplace'), panel);
    expect(await textIn(at, panel)).toBe(own.closedActed.en);
    expect(await tab.tab.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    // One word of it was changed: it is somebody's own from then on.
    await tab.fill(at.required('talk.text'), `${own.closedActed.en} Diolch.`, panel);
    await tab.press(at.words('talk.replyPassedOn'), panel);
    await tab.see(at.words('talk.replyReplaces'));
    expect(await textIn(at, panel)).toBe(`${own.closedActed.en} Diolch.`);
    expect(await sent(caseId)).toBe(0);
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});
