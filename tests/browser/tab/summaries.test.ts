import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addDays, addWeeks, firstDayOfWeek, lastDayOfWeek } from '../../../core/model/calendar.ts';
import { languages } from '../../../core/model/language.ts';
import { formatDay, formatDayRange, formatWeek, formatWeekLabel } from '../../../words/date-format.ts';
import { translate } from '../../../words/tab/translate.ts';
import { checkEveryTheme } from '../../support/browser/tab/theme-pictures.ts';
import { readBrowserStorage } from '../../support/browser/tab/browser-storage.ts';
import { lastClosedWeek, receivedByWeek, saveWeeks } from '../../support/browser/tab/summary-weeks.ts';
import type { TabPage } from '../../support/browser/tab/tab-page.ts';
import { localeByLanguage, unitPeople } from '../../support/browser/tab/unit.ts';
import { tabOrigin } from '../../support/browser/tab/teams-window.ts';
import { setUpUnit } from '../../support/browser/tab/set-up-unit.ts';

const unit = setUpUnit();
beforeAll(async () => {
  await saveWeeks(unit.bot);
});

// The server's clock stands still, and by it nobody could ask again after a while.
beforeEach(() => unit.bot.clock.forward(60_000));

/** Somebody who may have two of the summaries. */
const reader = { ...unitPeople.nobody, roles: ['summaryAcu', 'summaryWider'] };
const words = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
  translate('en', key, values);

const chart = (tab: TabPage, id: string) => tab.tab.locator(`[data-chart="${id}"]`);
const heading = (tab: TabPage, name: string) => tab.tab.getByRole('heading', { name, exact: true });
/** How many bars a chart by weeks draws, once it knows its width: a browser draws none that has no length. */
async function barsOf(tab: TabPage, id: string): Promise<number> {
  const bars = chart(tab, id).locator('svg rect[role="option"]');
  await bars.first().waitFor();
  return bars.count();
}

describe.each(languages)('the page "Summaries", in %s', (language) => {
  const locale = localeByLanguage[language];
  const at = (key: Parameters<typeof translate>[1], values?: Parameters<typeof translate>[2]) =>
    translate(language, key, values);

  it('shows the last week that is over, as charts that a text and a table stand for, in every theme', async () => {
    const tab = await unit.open(reader, { made: 'summaries', locale });
    await tab.see(at('summaries.compare'));
    const last = lastClosedWeek(unit.bot);
    expect(await tab.tab.locator('[data-head="received"] dd').innerText()).toBe('11');
    expect(await tab.tab.locator('[data-head="change"] dd').innerText()).toBe('+5');
    const received = chart(tab, 'received');
    await received
      .getByText(at('summaries.between', { least: 0, most: 12, day: formatWeekLabel(language, last), last: 11 }))
      .waitFor();
    expect(await barsOf(tab, 'received')).toBe(receivedByWeek.filter((count) => count > 0).length);
    await tab.press(at('summaries.asTable'), received);
    const cells = await received.getByRole('row').allInnerTexts();
    expect(cells.slice(1).map((row) => Number(row.split('\t')[1]))).toEqual(receivedByWeek);
    await checkEveryTheme(tab, `${language}-summaries`);
    await tab.tab.getByRole('switch').check();
    await tab.see(at('summaries.beforeKey'));
    await tab.choose(at('summaries.view'), at('summaries.tables'));
    await heading(tab, at('summaries.trend', { weeks: 13, day: formatDay(language, lastDayOfWeek(last)) })).waitFor();
    await checkEveryTheme(tab, `${language}-summaries-tables`);
    await tab.close();
  });

  it('says of counts that are kept back that they are, draws none, and offers what is safe in the place of what is not', async () => {
    const tab = await unit.open(reader, { made: 'summaries', locale });
    await tab.see(at('summaries.compare'));
    await tab.choose(at('summaries.audience'), at('summaries.forWider'));
    const said = chart(tab, 'received').getByText(/\*/u).filter({ visible: true });
    const last = lastClosedWeek(unit.bot);
    const kept = receivedByWeek.flatMap((count, place) =>
      count > 0 && count < 5 ? [formatWeekLabel(language, addWeeks(last, place - 12))] : [],
    );
    await tab.see(at('summaries.keptBack', { labels: kept.join(', ') }));
    expect(await said.count()).toBeGreaterThan(0);
    expect(await barsOf(tab, 'received')).toBe(receivedByWeek.filter((count) => count >= 5).length);
    await tab.press(at('summaries.asTable'), chart(tab, 'received'));
    const rows = await chart(tab, 'received').getByRole('row').allInnerTexts();
    expect(rows.filter((row) => row.endsWith(at('summaries.hidden')))).toHaveLength(kept.length);
    expect(await tab.violations()).toEqual([]);

    await tab.choose(at('summaries.kind'), at('summaries.thirteenWeeks'));
    await tab.see(at('summaries.notSafe'));
    expect(await tab.violations()).toEqual([]);
    const safe = tab.tab.locator('main').getByRole('status').getByRole('button');
    await safe.last().click();
    await tab.see(at('summaries.print'));
    // What was pressed is gone: whoever goes on by the keyboard goes on from the figures.
    expect(await tab.tab.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await tab.close();
  });
});

describe('the page "Summaries"', () => {
  it('is led through by the keyboard, and keeps how it is looked at from one period to the next', async () => {
    const tab = await unit.open(reader, { made: 'summaries' });
    await tab.see(words('summaries.compare'));
    const press = async (name: string) => {
      await tab.button(name).first().focus();
      await tab.page.keyboard.press('Enter');
    };
    await tab.tab.getByRole('switch').focus();
    await tab.page.keyboard.press('Space');
    await tab.see(words('summaries.beforeKey'));
    const last = lastClosedWeek(unit.bot);
    await press(words('summaries.previous'));
    await heading(tab, formatWeek('en', addWeeks(last, -1))).waitFor();
    await tab.see(words('summaries.beforeKey'));
    await press(words('summaries.asTable'));
    expect(await tab.tab.getByRole('table').count()).toBe(1);
    await press(words('summaries.next'));
    await heading(tab, formatWeek('en', last)).waitFor();
    // There is no further one, and the button says so without letting go of whoever stands on it.
    await press(words('summaries.next'));
    expect(await tab.button(words('summaries.next')).getAttribute('aria-disabled')).toBe('true');
    await tab.fill(words('summaries.week'), firstDayOfWeek(addWeeks(last, 1)));
    await press(words('summaries.show'));
    await tab.see(
      words('summaries.notClosed', {
        week: formatWeek('en', addWeeks(last, 1)),
        day: formatDay('en', firstDayOfWeek(addWeeks(last, 2))),
      }),
    );
    await press(words('summaries.showWeek'));
    await heading(tab, formatWeek('en', last)).waitFor();
    await tab.choose(words('summaries.kind'), words('summaries.otherWeeks'));
    await tab.fill(words('summaries.from'), firstDayOfWeek(last));
    await tab.fill(words('summaries.to'), addDays(firstDayOfWeek(addWeeks(last, -3)), 3));
    await press(words('summaries.show'));
    await tab.see(words('summaries.badRange', { most: 261 }));
    expect(await tab.violations()).toEqual([]);
    await tab.fill(words('summaries.from'), lastDayOfWeek(addWeeks(last, -5)));
    await press(words('summaries.show'));
    await heading(
      tab,
      formatDayRange('en', firstDayOfWeek(addWeeks(last, -5)), lastDayOfWeek(addWeeks(last, -3))),
    ).waitFor();
    for (const kind of ['summaries.quarter', 'summaries.year', 'summaries.thirteenWeeks'] as const) {
      await tab.choose(words('summaries.kind'), words(kind));
      await tab.see(words('summaries.print'));
    }
    const { search, hash } = new URL(tab.tab.url());
    expect({ search, hash: hash.includes('W') }).toEqual({ search: '?page=summaries', hash: false });
    expect(await readBrowserStorage(tab)).not.toContain(last);
    await tab.close();
  });

  it('opens at the period that a link asks for, and calmly where that is none', async () => {
    const before = addWeeks(lastClosedWeek(unit.bot), -3);
    const tab = await unit.open(reader, { made: 'cases', subPage: `summaries:${before}` });
    await heading(tab, formatWeek('en', before)).waitFor();
    await tab.close();
    const odd = await unit.open(reader, { made: 'cases', subPage: 'summaries:2026-W99' });
    await heading(odd, formatWeek('en', lastClosedWeek(unit.bot))).waitFor();
    await odd.close();
  });

  it('hands out files of the figures that it shows, and leads to them whoever asked for one', async () => {
    const before = addWeeks(lastClosedWeek(unit.bot), -2);
    const tab = await unit.open(reader, { made: 'cases', subPage: `files:${before}` });
    await heading(tab, formatWeek('en', before)).waitFor();
    await tab.settle();
    expect(await tab.tab.evaluate(() => document.activeElement?.textContent)).toBe('CSV');
    for (const [format, begins] of [
      ['CSV', '\uFEFF'],
      ['Excel', 'PK'],
      ['PDF', '%PDF'],
      ['JSON', '{'],
    ] as const) {
      const [download] = await Promise.all([tab.page.waitForEvent('download'), tab.press(format)]);
      const name = download.suggestedFilename();
      expect(name).toContain(before);
      expect(readFileSync(await download.path(), 'utf8').startsWith(begins)).toBe(true);
      await tab.see(words('summaries.made', { name }));
    }
    expect(await tab.violations()).toEqual([]);
    await tab.page.route(`${tabOrigin}/api/tab/summaries.file`, (route) => route.abort());
    await tab.press('PDF');
    await tab.see(translate('en', 'refusal.unavailable'));
    await tab.close();
  });

  it('shows the answer to the last question alone, however late an earlier one comes', async () => {
    const tab = await unit.open(reader, { made: 'summaries' });
    await tab.see(words('summaries.compare'));
    const last = lastClosedWeek(unit.bot);
    const held: (() => void)[] = [];
    await tab.page.route(`${tabOrigin}/api/tab/summaries.read`, async (route) => {
      if (held.length === 0) await new Promise<void>((go) => held.push(go));
      await route.fallback();
    });
    await tab.press(words('summaries.previous'));
    await tab.see(words('summaries.loading'));
    await tab.press(words('summaries.previous'));
    await heading(tab, formatWeek('en', addWeeks(last, -2))).waitFor();
    const late = tab.page.waitForResponse(`${tabOrigin}/api/tab/summaries.read`);
    held[0]?.();
    await (await late).finished();
    await tab.settle();
    expect(await heading(tab, formatWeek('en', addWeeks(last, -2))).count()).toBe(1);
    expect(await tab.tab.locator('[data-head="received"] dd').innerText()).toBe('12');
    await tab.close();
  });

  it.each([
    ['offline', 'summaries.tryAgain', undefined],
    ['a page of another build', 'summaries.old', { status: 400, body: '{"code":"odd"}' }],
    ['a role that was taken away', 'summaries.noAccess', { status: 403, body: '{"code":"refused"}' }],
    ['a count that is not done in time', 'summaries.slow', { status: 503, body: '{"code":"unconfirmed"}' }],
    ['damaged figures', 'summaries.damaged', { status: 200, body: '{"latest":"2026-W47","told":{"kind":"damaged"}}' }],
    ['a clock in doubt', 'summaries.notNow', { status: 200, body: '{"latest":"2026-W47","told":{"kind":"notNow"}}' }],
  ] as const)('says calmly why there is nothing to see: %s', async (_, key, answer) => {
    const tab = await unit.open(reader, { made: 'report' });
    await tab.page.route(`${tabOrigin}/api/tab/summaries.read`, (route) =>
      answer ? route.fulfill({ ...answer, contentType: 'application/json' }) : route.abort(),
    );
    await tab.press(words('shell.summaries'));
    await tab.see(words(key));
    expect(await tab.violations()).toEqual([]);
    await tab.page.unroute(`${tabOrigin}/api/tab/summaries.read`);
    await tab.press(words('summaries.tryAgain'));
    await tab.see(words('summaries.compare'));
    await tab.close();
  });

  it('is there for those alone who may have a summary', async () => {
    for (const somebody of [unitPeople.nobody, unitPeople.second, unitPeople.custodian]) {
      const tab = await unit.open(somebody, { made: 'summaries' });
      await tab.button(words('shell.guidance')).waitFor();
      expect(await tab.button(words('shell.summaries')).count()).toBe(0);
      expect(tab.traffic.filter(({ url }) => url.includes('summaries.read'))).toEqual([]);
      await tab.close();
    }
  });

  it('prints charts and tables in dark ink on a sheet, without what is around them', async () => {
    const tab = await unit.open(reader, { made: 'summaries', theme: 'dark' });
    await tab.see(words('summaries.compare'));
    await tab.page.emulateMedia({ media: 'print' });
    await tab.tab.evaluate(() => {
      window.dispatchEvent(new Event('beforeprint'));
    });
    await tab.settle();
    expect(await chart(tab, 'received').isVisible()).toBe(true);
    expect(await tab.tab.getByRole('table').count()).toBeGreaterThan(3);
    for (const name of ['summaries.print', 'summaries.previous', 'summaries.asTable', 'shell.keys'] as const) {
      expect(await tab.button(words(name)).filter({ visible: true }).count()).toBe(0);
    }
    const ink = await tab.tab
      .locator('.summary h2')
      .first()
      .evaluate((title) => getComputedStyle(title).color);
    expect(ink.match(/\d+/gu)?.every((part) => Number(part) < 80)).toBe(true);
    expect(await tab.tab.locator('.summary').evaluate((sheet) => sheet.scrollWidth <= 700)).toBe(true);
    await tab.picture('summaries-printed', 'whole');
    await tab.tab.evaluate(() => {
      window.dispatchEvent(new Event('afterprint'));
    });
    await tab.page.emulateMedia({ media: 'screen' });
    await tab.see(words('summaries.print'));
    expect(await tab.tab.getByRole('table').count()).toBe(0);
    await tab.close();
  });
});
