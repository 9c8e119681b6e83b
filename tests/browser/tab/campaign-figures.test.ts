import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { addDays, toDay } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { loadBuiltInPlan } from '../../../guidance/node/built-in-texts.ts';
import { translate } from '../../../words/tab/translate.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { newRequestId } from '../../support/journeys/tab-client.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';
import { trueFigures } from '../../support/summary/publication-fixture.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const weeks = {
  '2026-W30': { kind: { boundaries: 20, bribery: 3 }, outcome: { misconduct: 11, duplicate: 2 }, inTime: 0.5 },
  '2026-W33': { kind: { boundaries: 19 }, outcome: { noFurtherAction: 24 }, inTime: 1 },
} as const;
const found = loadBuiltInPlan().find(({ figures }) => figures !== undefined);
if (!found) throw new Error('no item of figures');
const { title } = found;

const unit = setUpUnit({ ACKNOWLEDGE_TARGET_DAYS: '3' });
beforeAll(async () => {
  for (const [name, counts] of Object.entries(weeks)) {
    const week = parseTestWeek(name);
    const figures = JSON.stringify(trueFigures(week, counts));
    await unit.bot.store().weeks.freeze({ week, handledBy: 'acu', figures });
  }
});
beforeEach(() => unit.bot.clock.forward(60_000));

describe.each(languages)('the item "You said, we did", in %s', (language) => {
  const locale = localeByLanguage[language];
  const at = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);
  const textIn = (item: Locator, of: 'en' | 'cy') =>
    item.getByLabel(`${at('campaignItem.body')} (${at(of === 'en' ? 'campaignItem.english' : 'campaignItem.welsh')})`);

  it('is filled in by one press in both languages, and whoever approves sees a digit that was typed wrong', async () => {
    const name = `Figures ${language}`;
    const startsOn = addDays(toDay(unit.bot.clock.now(), 'Europe/London'), 7);
    await unit.bot
      .tab({ objectId: unitPeople.writer.objectId, roles: ['communications'] })
      .call('campaigns.create', { name, startsOn, request: newRequestId() });

    const tab = await unit.open(unitPeople.writer, { locale });
    await tab.press(at('shell.campaigns'));
    await tab.press(new RegExp(`^${name}`, 'u'));
    await tab.see(at('campaigns.plan'));
    const item = await tab.panel(title[language]);
    await tab.press(at('campaignItem.edit'), item);
    await tab.press(at('campaigns.save'), item);
    await item.getByText(at('campaignItem.needFigures')).first().waitFor();
    // Without an answer, and where the figures cannot be told, nothing is put in.
    const asked = '**/api/tab/campaigns.figures';
    await tab.page.context().route(asked, (route) => route.abort('internetdisconnected'));
    await tab.press(at('campaignItem.figuresPut'), item);
    await item.getByRole('button', { name: at('summaries.tryAgain') }).waitFor();
    await tab.page.context().unroute(asked);
    const quarter = { name: '2026-Q3', title: { en: 'Quarter', cy: 'Chwarter' } };
    await tab.page.context().route(asked, (route) => route.fulfill({ json: { kind: 'notSafe', quarter } }));
    await tab.press(at('summaries.tryAgain'), item);
    await item.getByText(at('campaignItem.figuresNotSafe', { quarter: quarter.title[language] })).waitFor();
    await tab.page.context().unroute(asked);
    expect(await textIn(item, 'cy').inputValue()).toContain('{{figures}}');
    // By the keyboard alone.
    await item.getByRole('button', { name: at('campaignItem.figuresPut') }).focus();
    await tab.page.keyboard.press('Enter');
    await item.getByText(at('campaignItem.figuresReword')).waitFor();
    await item.getByText(at('campaignItem.figuresHidden')).waitFor();
    await item.getByText(at('campaignItem.figuresClean')).waitFor();
    const english = textIn(item, 'en');
    const welsh = textIn(item, 'cy');
    expect(await english.inputValue()).toContain('July to September 2026:\n\n- About 45 reports were received.\n');
    expect(await welsh.inputValue()).toContain('Gorffennaf i Fedi 2026:\n\n- Daeth tua 45 o adroddiadau i law.\n');
    expect(`${await english.inputValue()}${await welsh.inputValue()}`).not.toContain('{{');
    await checkEveryTheme(tab, `${language}-campaign-figures`);

    await welsh.fill((await welsh.inputValue()).replace('tua 45', 'tua 54'));
    const strange = at('campaignItem.figuresStrange', { language: at('campaignItem.welsh'), numbers: '54' });
    await item.getByText(strange).waitFor();
    await item.getByText(at('campaignItem.figuresUnlike')).waitFor();
    expect(await item.getByText(at('campaignItem.needFigures')).count()).toBe(0);
    // Their own words hold numbers now: nothing is put over them.
    await tab.press(at('campaignItem.figuresPut'), item);
    await item.getByText(at('campaignItem.figuresNoPlace', { place: '{{figures}}' })).waitFor();
    expect(await welsh.inputValue()).toContain('tua 54');
    await tab.press(at('campaigns.save'), item);
    await tab.see(at('campaigns.saved'));
    await tab.close();

    unit.bot.clock.forward(60_000);
    const other = await unit.open(unitPeople.secondWriter, { locale });
    await other.press(at('shell.campaigns'));
    await other.press(new RegExp(`^${name}`, 'u'));
    await other.see(at('campaigns.plan'));
    const read = await other.panel(title[language]);
    const figures = read.getByRole('region', { name: at('campaignItem.figuresHeading') });
    await figures.getByText('About 45 reports were received.').first().waitFor();
    await figures.getByText('tua 54 o adroddiadau').waitFor();
    await figures.getByText(strange).waitFor();
    expect(await figures.locator('[lang=cy]').count()).toBe(2);
    for (const width of [320, 1_280]) {
      await other.page.setViewportSize({ width, height: 900 });
      await other.settle();
      const isWide = await other.tab.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      expect({ width, isWide, found: await other.violations() }).toEqual({ width, isWide: false, found: [] });
    }
    await other.picture(`${language}-campaign-figures-approved`, 'whole');
    // Approved by hand, by a person who was told.
    await other.press(at('campaignItem.approve'), read);
    await other.see(at('campaignItem.isApproved'));
    await other.close();
  });
});
