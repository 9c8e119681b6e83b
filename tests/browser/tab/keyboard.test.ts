import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../core/model/case-id.ts';
import { newReporter, sendFullReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { focusedElement, pressKeys, tabTo } from '../../support/browser/tab/keyboard.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

/** Has files that are chosen in the page wait to be read, until what it gives back is called. */
async function holdReading(tab: TabPage): Promise<() => Promise<void>> {
  await tab.tab.evaluate(() => {
    const isLet = new Promise((go) => window.addEventListener('let-read', go));
    File.prototype.arrayBuffer = function held() {
      return isLet.then(() => new Response(this).arrayBuffer());
    };
  });
  return () => tab.tab.evaluate(() => void window.dispatchEvent(new Event('let-read')));
}

const unit = setUpUnit();

describe('the tab by keyboard alone', () => {
  let caseId: CaseId;
  beforeAll(async () => {
    const { teams, report } = await newReporter(unit.bot);
    await sendFullReport({ teams }, report);
    caseId = (await readSavedCase(unit.bot, teams.card())).record.caseId;
  });

  it('leads through a case: list, acknowledge, key, open, triage with a mistake, back to the same row', async () => {
    const tab = await unit.open(unitPeople.handler);
    const at = createCaseDriver(tab, 'en');
    await tab.see(at.words('list.heading'));
    await tab.tab.locator(`[data-case="${caseId}"]`).waitFor();
    await tab.tab.locator('body').focus();

    await tabTo(tab, at.words('shell.skip'));
    await pressKeys(tab, 'Enter');
    const row = `${caseId.slice(0, 3)}-${caseId.slice(3, 6)}-${caseId.slice(6)}`;
    await tabTo(tab, row);
    await pressKeys(tab, 'Enter');
    // Not "Work": the list has a button "Work through these".
    await tab.see(at.words('case.heading', { reference: row }));
    await tab.settle();
    expect((await focusedElement(tab)).name).toBe(at.words('case.heading', { reference: row }));

    await tabTo(tab, at.words('case.acknowledge'));
    await pressKeys(tab, 'Enter');
    await tab.see(at.words('event.acknowledged', { who: 'Handler One (you)' }));
    // The button is gone: the focus is not lost with it.
    await tab.tab.locator(':focus').waitFor();

    // A key file is chosen in a window of the system, which stands outside the page.
    // Read slowly, as from a stick: whoever presses before it is read is answered by that file.
    const letRead = await holdReading(tab);
    await tab.tab.locator('input[type=file]').first().setInputFiles(join(unit.bot.folder, 'keys/acu.identity'));
    await tabTo(tab, at.words('keys.unlock'));
    await pressKeys(tab, 'Enter');
    await letRead();
    await tab.button(at.words('case.open')).waitFor();
    await tab.tab
      .locator('h2:focus')
      .filter({ hasText: at.words('case.reportHeading') })
      .waitFor();
    await tabTo(tab, at.words('case.open'));
    await pressKeys(tab, 'Enter');
    await tab.see(at.words('case.sealedTo'));

    // Sent too early: the problems take the focus, and each leads to its field.
    await tabTo(tab, at.words('work.triageSend'));
    await pressKeys(tab, 'Enter');
    await tab.see(at.words('case.problemsHeading', { count: 5 }));
    await tabTo(tab, at.words('work.categoryNeeded'));
    await pressKeys(tab, 'Enter');
    expect((await focusedElement(tab)).name).toBe(at.required('work.category'));
    await tab.page.keyboard.type('Sexual');
    await tabTo(tab, at.words('work.proposalUse'));
    await pressKeys(tab, 'Enter');
    await tabTo(tab, at.words('status.handlingP'));
    await pressKeys(tab, 'Space');
    await tabTo(tab, at.words('status.regimeLawEnforcement'));
    await pressKeys(tab, 'Space', 'ArrowDown');
    await tabTo(tab, at.words('work.triageSend'));
    await pressKeys(tab, 'Enter');
    await tab.see(at.words('work.triageSaved'));
    expect((await unit.bot.store().cases.read(caseId))?.value).toMatchObject({
      status: 'triaged',
      nationalCategory: 'sexualMisconduct',
      regime: 'general',
      grading: { source: '2', assessment: 'C', handling: 'P' },
    });

    await tabTo(tab, at.words('case.back'), true);
    await pressKeys(tab, 'Enter');
    await tab.tab.locator(`[data-case="${caseId}"]:focus`).waitFor();
    expect((await focusedElement(tab)).name).toBe(row);
    await tab.close();
  });

  it('asks before words are lost, and a dialog gives the focus back', async () => {
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}` });
    const at = createCaseDriver(tab, 'en');
    const note = await tab.panel(at.words('work.notesHeading'));
    await tab.fill(at.required('work.notesText'), 'half a sentence', note);
    await tabTo(tab, at.words('case.back'), true);
    await pressKeys(tab, 'Enter');
    await tab.see(at.words('leave.unsent'));
    expect(await tab.violations()).toEqual([]);
    await pressKeys(tab, 'Escape');
    await tab.settle();
    expect((await focusedElement(tab)).name).toBe(at.words('case.back'));
    expect(await note.locator('textarea').inputValue()).toBe('half a sentence');

    await tabTo(tab, at.words('work.conflictOpen'));
    await pressKeys(tab, 'Enter');
    await tab.see(at.words('work.conflictGone'));
    await pressKeys(tab, 'Escape');
    await tab.settle();
    expect((await focusedElement(tab)).name).toBe(at.words('work.conflictOpen'));
    await tab.close();
  });
});
