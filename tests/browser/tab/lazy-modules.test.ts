import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { languages } from '../../../core/model/language.ts';
import { newReporter, sendShortReport } from '../../support/journeys/reporter.ts';
import { readSavedCase } from '../../support/journeys/saved-case.ts';
import { createCaseDriver } from '../../support/browser/tab/case-driver.ts';
import { type Deployments, createDeployments } from '../../support/browser/tab/deployments.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { tabOrigin } from '../../support/browser/tab/teams-window.ts';
import { localeByLanguage, startUnit, type Unit, unitPeople } from '../../support/browser/tab/unit.ts';

let unit: Unit;
let deployments: Deployments;
beforeAll(async () => {
  deployments = createDeployments();
  unit = await startUnit({}, { tabFolders: deployments.folders });
});
afterAll(async () => {
  await unit.stop();
  deployments.remove();
});
// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

const typed = 'Half of a thought about the rota';

/** A case of which a note is half written. */
async function writing(language: (typeof languages)[number]) {
  const { teams, report, canary } = await newReporter(unit.bot);
  await sendShortReport({ teams }, report);
  const { record } = await readSavedCase(unit.bot, teams.card());
  const tab = await unit.open(unitPeople.handler, { locale: localeByLanguage[language] });
  const at = createCaseDriver(tab, language);
  await at.openFromList(record.caseId);
  await at.unlock(join(unit.bot.folder, 'keys/acu.identity'));
  const note = (await tab.panel(at.words('work.notesHeading'))).locator('textarea');
  await note.fill(typed);
  return { tab, at, note, canary, record };
}

/** Cuts the tab off from some of its server, until it is mended. */
async function cutOff({ page }: TabPage, what = '**'): Promise<() => Promise<void>> {
  const pattern = `${tabOrigin}/${what}`;
  const cut = (route: Route) => route.abort('internetdisconnected');
  await page.context().route(pattern, cut);
  return () => page.context().unroute(pattern, cut);
}

const build = ({ tab }: TabPage) => tab.locator('meta[name="candour-build"]').getAttribute('content');
/** Waits until the page is of another build than it was. */
const otherBuild = ({ tab }: TabPage, before: string | null) =>
  tab.locator(`meta[name="candour-build"]:not([content="${before}"])`).waitFor({ state: 'attached' });
const main = ({ tab }: TabPage) => tab.getByRole('main');

async function isCalm(tab: TabPage, name: string): Promise<void> {
  for (const theme of ['dark', 'contrast', 'default'] as const) {
    await tab.changeTheme(theme);
    expect({ name, theme, violations: await tab.violations() }).toEqual({ name, theme, violations: [] });
  }
  await tab.picture(name);
}

describe.each(languages)('a page that is cut off, in %s', (language) => {
  it('keeps what was typed, asks before it is left, and each part comes once it can be had', async () => {
    const { tab, at, note, canary, record } = await writing(language);
    const mend = await cutOff(tab);
    await tab.press(at.words('case.back'));
    await tab.see(at.words('leave.unsent'));
    await isCalm(tab, `${language}-offline-leaving`);
    await tab.press(at.words('leave.stay'));
    expect(await note.inputValue()).toBe(typed);

    // What opens a report is loaded before the report is asked for: nothing is handed out that cannot be opened.
    await mend();
    const mendOpener = await cutOff(tab, 'tab/assets/decrypt-released-seals-*');
    await tab.press(at.words('case.open'));
    await tab.see(at.words('refusal.unavailable'));
    await mendOpener();
    const mendPart = await cutOff(tab, 'tab/assets/decrypted-report-view-*');
    await tab.press(at.words('case.open'));
    await tab.see(at.words('shell.partMissing'));
    await isCalm(tab, `${language}-part-missing`);
    await tab.press(at.words('shell.tryAgain'));
    await tab.see(at.words('shell.partMissing'));
    expect(await note.inputValue()).toBe(typed);
    await mendPart();
    await tab.press(at.words('shell.tryAgain'));
    await tab.see(new RegExp(canary, 'u'));
    expect(await note.inputValue()).toBe(typed);
    const opened = (await unit.bot.store().history.readAll(record.caseId)).filter(({ kind }) => kind === 'consulted');
    expect(opened).toHaveLength(1);
    await tab.close();
  });

  it('says that a page did not come, keeps the keys, and opens it once it can be had', async () => {
    const { tab, at, note } = await writing(language);
    await note.fill('');
    const mend = await cutOff(tab, 'tab/assets/keys-page-*');
    await tab.press(at.words('shell.keys'));
    await tab.see(at.words('shell.pageMissing'));
    await isCalm(tab, `${language}-page-missing`);
    await tab.press(at.words('shell.tryAgain'));
    await tab.see(at.words('shell.pageMissing'));
    await tab.button(at.words('keys.lock')).waitFor();
    await mend();
    await tab.press(at.words('shell.tryAgain'));
    await main(tab)
      .getByRole('heading', { level: 1, name: at.words('keys.title') })
      .waitFor();
    await tab.close();
  });
});

describe('a page that is older than what the server hands out', () => {
  it.each(languages)(
    'goes on with its own files, says so, and gives way only when nothing is unsent: %s',
    async (language) => {
      const { tab, at, note, canary } = await writing(language);
      const before = await build(tab);
      await deployments.deploy();
      await unit.bot.restart();
      await tab.press(at.words('case.open'));
      await tab.see(new RegExp(canary, 'u'));
      await tab.see(at.words('shell.outdated'));
      await isCalm(tab, `${language}-outdated`);
      await tab.press(at.words('shell.outdatedLoad'));
      await tab.see(at.words('shell.outdatedUnsent'));
      await isCalm(tab, `${language}-outdated-unsent`);
      expect([await note.inputValue(), await build(tab)]).toEqual([typed, before]);
      await note.fill('');
      await tab.press(at.words('shell.outdatedLoad'));
      await otherBuild(tab, before);
      await main(tab)
        .getByRole('heading', { level: 1, name: at.words('list.heading') })
        .waitFor();
      expect(await tab.button(at.words('shell.outdatedLoad')).count()).toBe(0);
      await tab.close();
    },
  );

  it('whose files are gone says so as well, loses nothing typed, and leads to the new one', async () => {
    const { tab, at, note } = await writing('en');
    await deployments.deploy();
    await deployments.deploy();
    await unit.bot.restart();
    await note.fill('');
    await tab.press(at.words('shell.report'));
    await tab.see(at.words('shell.pageMissing'));
    // Learned from the answer that the file is gone: nothing else was asked of the server.
    await tab.see(at.words('shell.outdated'));
    await tab.press(at.words('shell.cases'));
    const before = await build(tab);
    await tab.press(at.words('shell.outdatedLoad'));
    await otherBuild(tab, before);
    await tab.press(at.words('shell.report'));
    await tab.see(at.words('report.intro'));
    await tab.close();
  });

  it('leaves the question whether to leave where it was also when every file is gone', async () => {
    const { tab, at, note } = await writing('en');
    await deployments.deploy();
    await deployments.deploy();
    await unit.bot.restart();
    await tab.press(at.words('case.back'));
    await tab.see(at.words('leave.unsent'));
    await tab.press(at.words('leave.stay'));
    expect(await note.inputValue()).toBe(typed);
    await tab.close();
  });
});
