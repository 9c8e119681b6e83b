import { describe, it } from '@jest/globals';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import { translate, type WordKey } from '../../../words/tab/translate.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { unitPeople } from '../../support/browser/tab/unit.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';

const unit = setUpUnit();
const words = (key: WordKey) => translate('en', key);

/** Waits until an open dialog hides the page. After that, what the page puts off for a moment comes late. */
async function slowDown({ tab }: TabPage): Promise<void> {
  await tab.locator('#page[aria-hidden="true"]').waitFor({ state: 'attached' });
  await tab.evaluate(() => {
    const setSooner = window.setTimeout.bind(window);
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) => setSooner(run, ms < 100 ? ms + 1_000 : ms),
    });
  });
}

/** Waits until there is no dialog, and a screen reader finds the heading of the page. */
async function isFound(tab: TabPage, heading: string): Promise<void> {
  await tab.tab.locator('[aria-modal="true"]').waitFor({ state: 'detached' });
  await tab.tab.getByRole('heading', { level: 1, name: heading }).waitFor();
}

describe('a page whose last dialog goes with what it was about, on a slow machine', () => {
  it('is there for screen readers after a campaign is cancelled', async () => {
    const tab = await unit.open(unitPeople.writer);
    await tab.press(words('shell.campaigns'));
    const form = await tab.panel(words('campaigns.newHeading'));
    await tab.fill(words('campaigns.name'), 'Not this year', form);
    await tab.fill(words('campaigns.startsOn'), addDays(toDay(unit.bot.clock.now(), 'Europe/London'), 7), form);
    await tab.press(words('campaigns.make'), form);
    await tab.see(words('campaigns.plan'));
    await tab.press(words('campaigns.cancel'));
    await slowDown(tab);
    await tab.press(words('campaigns.cancel'), tab.tab.getByRole('alertdialog'));
    await tab.tab.getByText(words('campaigns.isCancelled')).first().waitFor({ state: 'attached' });
    await isFound(tab, words('shell.campaigns'));
    await tab.close();
  });

  it('is there for screen readers after a conflict of interest is declared', async () => {
    const { teams, report } = await newReporter(unit.bot);
    await sendShortReport({ teams }, report);
    const { caseId } = (await readSavedCase(unit.bot, teams.card())).record;
    const tab = await unit.open(unitPeople.handler, { subPage: `case:${caseId}` });
    await tab.see(words('case.workHeading'));
    await tab.press(words('work.conflictOpen'));
    await slowDown(tab);
    await tab.press(words('work.conflictSend'));
    await isFound(tab, words('case.outHeading'));
    await tab.close();
  });
});
