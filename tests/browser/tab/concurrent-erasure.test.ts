import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { assertAbsent, assertAbsentOnDisk } from '../../support/journeys/canary.ts';
import { newCanary } from '../../support/journeys/new-canary.ts';
import { closeCase } from '../../support/journeys/close-case.ts';
import { eraseCase } from '../../support/journeys/erase-case.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();

describe.each(['en', 'cy'] as const)('a case that is erased while somebody writes at its page, in %s', (language) => {
  async function sitsAtOne({ isClosed = false } = {}) {
    const { teams, report, canary: reported } = await newReporter(unit.bot);
    await sendShortReport({ teams }, report);
    const { caseId } = (await readSavedCase(unit.bot, teams.card())).record;
    if (isClosed) await closeCase(unit.bot.tab({ objectId: randomUUID(), roles: ['handler'] }), caseId);
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
    const at = createCaseDriver(tab, language);
    await tab.see(at.words('case.workHeading'));
    await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
    await at.openReport();
    return { caseId, tab, at, reported };
  }
  const kept = (panel: string, field: string) => `${panel}: ${field}`;

  it('keeps a note and a message that were typed, to be copied, once sending one is refused', async () => {
    const { caseId, tab, at, reported } = await sitsAtOne();
    const [note, message] = [newCanary(), newCanary()];
    const talk = await tab.panel(at.words('talk.heading'));
    await tab.fill(at.required('talk.text'), message, talk);
    const notes = await tab.panel(at.words('work.notesHeading'));
    await tab.fill(at.required('work.notesText'), note, notes);
    await eraseCase(unit.bot, caseId);
    await tab.press(at.words('work.notesSend'), notes);

    await tab.see(at.words('retention.unsentHeading'));
    await tab.see(at.words('retention.unsentText'));
    for (const [panel, field, text] of [
      [at.words('work.notesHeading'), at.words('work.notesText'), note],
      [at.words('talk.heading'), at.words('talk.text'), message],
    ] as const) {
      const left = tab.tab.getByRole('textbox', { name: kept(panel, field), exact: true });
      expect(await left.inputValue()).toBe(text);
      await tab.button(`${at.words('keys.copy')}: ${kept(panel, field)}`).waitFor();
    }
    expect(await tab.tab.getByRole('textbox').count()).toBe(2);
    // Of the case itself nothing is on the page any more.
    expect(await tab.tab.locator('body').innerText()).not.toContain(reported);
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-erased-meanwhile`);

    // Leaving is asked about as long as the words are only here.
    await tab.press(at.words('case.back'));
    await tab.see(at.words('leave.heading'));
    await tab.press(at.words('leave.stay'));
    await tab.press(at.words('retention.unsentDrop'));
    await tab.settle();
    expect(await tab.tab.getByText(at.words('retention.unsentHeading')).count()).toBe(0);
    await tab.press(at.words('case.back'));
    await tab.see(at.words('list.heading'));
    assertAbsentOnDisk(unit.bot.folder, [note, message]);
    assertAbsent('log', unit.bot.log.join(''), [note, message]);
    await tab.close();
  });

  it('keeps what was typed in a part that is closed, once the page is read again, and nothing that was not', async () => {
    const { caseId, tab, at } = await sitsAtOne({ isClosed: true });
    const notes = await tab.panel(at.words('work.notesHeading'));
    await tab.fill(at.required('work.notesText'), '\u200b ', notes);
    const asking = await tab.panel(at.words('retention.erasureHeading'));
    await tab.fill(at.required('work.reason'), 'Made by mistake', asking);
    await tab.press(at.words('retention.erasureHeading'));
    await eraseCase(unit.bot, caseId);
    await tab.press(at.words('case.refresh'));
    await tab.see(at.words('retention.unsentHeading'));
    const left = tab.tab.getByRole('textbox');
    expect(await left.count()).toBe(1);
    expect(await left.inputValue()).toBe('Made by mistake');
    await tab.close();

    // Whoever comes later finds no words of anybody.
    const later = await unit.open(unitPeople.second, { subPage: `case:${caseId}`, locale: localeByLanguage[language] });
    await later.see(at.words('history.heading'));
    expect(await later.tab.getByRole('textbox').count()).toBe(0);
    await later.close();
  });
});
