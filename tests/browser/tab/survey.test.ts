import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { languages, otherLanguage } from '../../../core/model/language.ts';
import { translate as sayOnCard } from '../../../words/cards/translate.ts';
import { translate } from '../../../words/tab/translate.ts';
import { unexpectedErrors } from '../../support/browser/tab/unexpected-errors.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { saveSurvey } from '../../support/core/survey-weeks.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();
beforeAll(async () => {
  await saveSurvey(unit.bot.store());
});
// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

const asksForPulse = (tab: TabPage): number => tab.traffic.filter(({ url }) => url.endsWith('readPulse')).length;

describe.each(languages)('the answers before and after a campaign, in %s', (language) => {
  const at = (key: Parameters<typeof translate>[1]) => translate(language, key);
  const card = (key: Parameters<typeof sayOnCard>[1], values?: Parameters<typeof sayOnCard>[2]) =>
    sayOnCard(language, key, values);

  it('are asked for when they are opened, by the keyboard, and can be read in every theme and at every width', async () => {
    const tab = await unit.open(unitPeople.admin, { locale: localeByLanguage[language] });
    await tab.press(at('shell.campaigns'));
    await tab.press(/^Autumn: /u);
    await tab.see(at('campaigns.plan'));
    expect(asksForPulse(tab)).toBe(0);
    const head = tab.button(at('campaigns.pulseHeading'));
    await head.focus();
    await tab.page.keyboard.press('Enter');
    await tab.see(card('pulse.people'));
    await tab.see(card('pulse.mixed'));
    const table = tab.tab.getByRole('table', { name: card('pulse.gladly'), exact: true });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual([
      card('pulse.option'),
      card('pulse.before'),
      card('pulse.after'),
      card('summary.change'),
    ]);
    const share = card('pulse.share', { percent: 40, within: 10 });
    const after = card('pulse.share', { percent: 100, within: 10 });
    const row = table.getByRole('row', { name: `${card('pulse.report')} ${share} ${after} ${card('pulse.more')}` });
    await row.getByRole('rowheader', { name: card('pulse.report') }).waitFor();
    const trust = tab.tab.getByRole('table', { name: card('pulse.trust'), exact: true });
    await trust.getByText(card('pulse.tooFew', { least: 20 })).waitFor();
    expect(await trust.getByText(card('pulse.cannotTell'), { exact: true }).count()).toBe(4);
    // The first table is the next stop of the keyboard, so that it can be moved sideways.
    await tab.page.keyboard.press('Tab');
    expect(await tab.tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(card('pulse.gladly'));
    await checkEveryTheme(tab, `${language}-pulse`);
    await tab.page.emulateMedia({ forcedColors: 'active' });
    expect(await tab.violations()).toEqual([]);
    await tab.picture(`${language}-pulse-forced`, 'whole');
    await tab.page.emulateMedia({ forcedColors: 'none' });
    for (const width of [320, 640, 1_280]) {
      await tab.page.setViewportSize({ width, height: 900 });
      expect({ width, found: await tab.violations() }).toEqual({ width, found: [] });
      const isWide = await tab.tab.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect({ width, isWide }).toEqual({ width, isWide: false });
      await tab.picture(`${language}-pulse-${width}`, 'whole');
    }
    expect(asksForPulse(tab)).toBe(1);
    const other = otherLanguage(language);
    await tab.press(translate(other, 'shell.thisLanguage'));
    await tab.see(sayOnCard(other, 'pulse.people'));
    expect(await tab.tab.getByRole('table', { name: sayOnCard(other, 'pulse.trust'), exact: true }).count()).toBe(1);
    expect(await readBrowserStorage(tab)).not.toContain('%');
    expect(unexpectedErrors(tab)).toEqual([]);
    await tab.close();
  });
});

describe('the answers before and after a campaign', () => {
  it('are not shown while the clock of the server is in doubt, which is said, nor where they cannot be asked for', async () => {
    const tab = await unit.open(unitPeople.writer);
    await tab.press(translate('en', 'shell.campaigns'));
    await tab.press(/^Autumn: /u);
    await tab.see(translate('en', 'campaigns.plan'));
    const head = tab.button(translate('en', 'campaigns.pulseHeading'));
    unit.bot.clock.set(3 * 60_000);
    await head.click();
    await tab.see(translate('en', 'campaigns.pulseNotNow'));
    expect(await tab.violations()).toEqual([]);
    await head.click();
    await tab.page.context().setOffline(true);
    await tab.page.context().route('**/campaigns.readPulse', (route) => route.abort());
    await head.click();
    await tab.button(translate('en', 'campaigns.again')).waitFor();
    expect(await tab.tab.getByRole('table').count()).toBe(0);
    await tab.page.context().setOffline(false);
    await tab.page.context().unroute('**/campaigns.readPulse');
    unit.bot.clock.forward(11 * 60_000);
    await tab.press(translate('en', 'campaigns.again'));
    await tab.see(sayOnCard('en', 'pulse.people'));
    await tab.close();
  });
});
