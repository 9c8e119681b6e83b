import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Language } from '../../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../../words/cards/translate.ts';
import { translate } from '../../../../words/tab/translate.ts';
import { getQuestionLabel, getOptionLabel } from '../../journeys/card-labels.ts';
import type { TabPage } from './tab-page.ts';
import { tabOrigin } from './teams-window.ts';
import { localeByLanguage, type Unit } from './unit.ts';
import { fetchThroughRestarts } from '../retry-restarts.ts';

/** Somebody at the page for reporting, at a server that takes files. */
export async function openReportPage(
  unit: Unit,
  language: Language,
  client: 'web' | 'android' = 'web',
): Promise<TabPage> {
  const tab = await unit.open(
    { objectId: randomUUID(), name: 'Somebody' },
    { locale: localeByLanguage[language], made: 'report', width: 360, client },
  );
  await tab.page.route(`${tabOrigin}/api/tab/report.begin`, async (route) => {
    const response = await fetchThroughRestarts(unit.bot, route, '/api/tab/report.begin');
    const begun: unknown = await response.json();
    await route.fulfill({ response, json: { ...Object(begun), files: true } });
  });
  return tab;
}

/** The page without what leads to the others. */
export const pageLocator = (tab: TabPage): Locator => tab.tab.getByRole('main');
/** Goes on to the card of the code, and is the code. */
export async function fillToCode(
  tab: TabPage,
  language: Language,
  mode: 'notKept' | 'named',
  canary: string,
): Promise<string> {
  const choose = (id: 'mode' | 'risk' | 'conflict', option: string): Promise<void> =>
    tab.tab
      .getByRole('radiogroup', { name: getQuestionLabel(language, id), exact: true })
      .getByRole('radio', { name: getOptionLabel(language, id, option), exact: true })
      .check();
  await tab.press(translate(language, 'report.startReport'), pageLocator(tab));
  await tab.see(sayOnCard(language, 'common.continue'));
  // Before there is a code there is nothing to which a file could belong.
  expect(await tab.tab.getByLabel(translate(language, 'files.choose')).count()).toBe(0);
  await tab.fill(getQuestionLabel(language, 'what'), `Somebody is visited at night. ${canary}`);
  await choose('risk', 'no');
  await choose('conflict', 'no');
  await tab.press(sayOnCard(language, 'common.continue'));
  await choose('mode', mode);
  await tab.press(sayOnCard(language, 'common.continue'));
  return tab.tab.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/u).innerText();
}

/** Chooses a file, as its person has it on their device. */
export async function chooseFile(tab: TabPage, language: Language, name: string, buffer: Buffer): Promise<void> {
  const mimeType = 'application/octet-stream';
  await tab.tab.getByLabel(translate(language, 'files.choose')).setInputFiles({ name, mimeType, buffer });
}

/** Expects what axe and a narrow screen ask for, in both themes, and takes pictures. */
export async function checkLightAndDark(tab: TabPage, name: string): Promise<void> {
  for (const theme of ['default', 'dark'] as const) {
    await tab.changeTheme(theme);
    expect({ name, theme, violations: await tab.violations() }).toEqual({ name, theme, violations: [] });
    await tab.picture(theme === 'default' ? name : `${name}-${theme}`, 'whole');
  }
  await tab.changeTheme('default');
  const width = await tab.tab.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  expect(width[0]).toBeLessThanOrEqual(width[1] ?? 0);
}
