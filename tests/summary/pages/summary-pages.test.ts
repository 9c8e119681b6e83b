import { describe, expect, it } from '@jest/globals';
import type { Action } from '../../../cards/page.ts';
import { renderPage } from '../../../cards/render-page.ts';
import type { Page } from '../../../cards/page.ts';
import type { Audience } from '../../../core/model/permissions.ts';
import { languages } from '../../../core/model/language.ts';
import { findPublicationPeriod } from '../../../summary/disclosure-control/period-hierarchy.ts';
import {
  sparklineGap,
  unsafePeriodPage,
  summaryOverviewPage,
  summaryPeriodPage,
  postedSummaryOverviewPage,
  summaryTablePage,
  summaryTableListPage,
} from '../../../summary/summary-pages.ts';
import { parsePeriod } from '../../../summary/figures/periods.ts';
import { listButtons, listElements, listTexts } from '../../support/cards/example-views.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';
import { exampleLinks, exampleSummary, exampleWeek } from '../../support/cards/summary-pages.ts';

const audiences: readonly Audience[] = ['acu', 'reserve', 'wider'];
const titlesOf = (actions: readonly Action[]) => actions.map(({ title }) => title);
const sentBy = (page: Page) =>
  [...page.actions, ...(page.links ?? []), ...(page.sections ?? []).flatMap(({ links = [] }) => links)].flatMap(
    (action) => ('sends' in action ? [action.sends] : []),
  );
const textOf = (page: Page) => listTexts(renderPage(page), 'TextBlock').join('\n');

describe('the first card of a summary', () => {
  it('says how many, the change, how many in time and how many are overdue, and the thirteen weeks before', () => {
    const { figures, trends, heading } = summaryOverviewPage(exampleSummary('acu', 'en'), exampleLinks);
    expect(heading).toBe('16 to 22 November 2026');
    expect(figures).toEqual([
      { value: '12', label: 'received' },
      { value: '+3', label: 'change from the period before' },
      { value: '9', label: 'acknowledged in time' },
      { value: '3', label: 'not acknowledged, overdue' },
    ]);
    expect(trends).toEqual([
      {
        sentence: 'Reports received in each of 13 weeks, oldest first: 7, 4, 0, 2, 6, 3, 9, 5, 1, 0, 6, 9, 12.',
        bars: '▅▃▁▂▃▂▅▃▂▁▃▅▇',
      },
    ]);
  });

  it('offers what leads further, and no table of its own', () => {
    const page = summaryOverviewPage(exampleSummary('acu', 'en'), exampleLinks);
    expect(titlesOf(page.links ?? [])).toEqual(['By kind', 'By method of reporting', 'By time open', 'More figures']);
    expect(titlesOf(page.actions)).toEqual([
      'Another period',
      'Download',
      'Open in Candour',
      'Back to the start',
      'Cymraeg',
    ]);
    expect(listElements(renderPage(page)).filter(({ type }) => type === 'Table')).toEqual([]);
    const withoutTab = summaryOverviewPage(exampleSummary('acu', 'en'), {});
    expect(titlesOf(withoutTab.actions)).toEqual(['Another period', 'Back to the start', 'Cymraeg']);
  });

  it('leaves a gap in the trend for a week that its readers may not have, and says so', () => {
    const { trends = [] } = summaryOverviewPage(exampleSummary('wider', 'en'), exampleLinks);
    expect(trends).toHaveLength(1);
    expect(trends[0]?.bars).toBe(`▃${sparklineGap}▁${sparklineGap}▃${sparklineGap}▇▃${sparklineGap}▁▃▇▇`);
    expect(trends[0]?.sentence).toContain(': 5, not shown, 0, not shown, 5,');
    expect(trends[0]?.sentence).toContain(`${sparklineGap}: a week that is not shown.`);
  });

  it('tells wider readers that counts are rounded, and nobody else', () => {
    const told = audiences.map((audience) =>
      textOf(summaryOverviewPage(exampleSummary(audience, 'en'), {})).includes('Counts are rounded'),
    );
    expect(told).toEqual([false, false, true]);
  });

  it('warns readers of restricted figures, and no others', () => {
    const warned = audiences.map((audience) => summaryOverviewPage(exampleSummary(audience, 'en'), {}).warnings);
    expect(warned).toEqual([
      ['For the Anti-Corruption Unit only. Do not share.'],
      ['For the reserve officers only. Do not share.'],
      [],
    ]);
  });

  it('says that a week was quiet, and how much of a period is over', () => {
    expect(textOf(summaryOverviewPage(exampleSummary('reserve', 'en', true), {}))).toContain(
      'No reports were received',
    );
    const quarter = { kind: 'quarter', year: 2026, quarter: 4 } as const;
    expect(textOf(summaryOverviewPage({ ...exampleSummary('acu', 'en'), period: quarter }, {}))).toContain(
      'Weeks that are over: 1 of 14.',
    );
  });

  it('posted into a channel says the same and has nothing to press but links to the tab', () => {
    for (const language of languages) {
      const summary = exampleSummary('acu', language);
      const posted = postedSummaryOverviewPage(summary, exampleLinks);
      expect(listButtons(renderPage(posted)).map(({ type }) => type)).toEqual(['Action.OpenUrl', 'Action.OpenUrl']);
      const { figures, trends, warnings } = summaryOverviewPage(summary, exampleLinks);
      expect(posted).toMatchObject({ figures, trends, warnings });
    }
  });
});

describe('a table of a summary', () => {
  const summary = exampleSummary('acu', 'en');
  const [table] = summary.tables.filter(({ id }) => id === 'kind');
  if (table === undefined) throw new Error('the example has no such table');

  it('stands alone, with how it is counted, and leads back', () => {
    const page = summaryTablePage(summary, { ...table, definition: 'By the first heading that was chosen.' });
    expect(page.tables).toHaveLength(1);
    expect(page.tables?.[0]?.columns).toEqual(['What is counted', 'Count', 'Change']);
    expect(page.tables?.[0]?.rows[0]?.slice(1)).toEqual(['2', '+1']);
    expect(textOf(page)).toContain('By the first heading that was chosen.');
    expect(page.warnings).toEqual(['For the Anti-Corruption Unit only. Do not share.']);
    expect(titlesOf(page.actions)).toEqual(['Back to the summary', 'More figures', 'Back to the start', 'Cymraeg']);
  });

  it('keeps the period before where nothing tells the change', () => {
    const columns = table.columns.filter(({ id }) => id !== 'change');
    const rows = table.rows.map((row) => ({ ...row, cells: row.cells.slice(0, 2) }));
    const [drawn] = summaryTablePage(summary, { ...table, columns, rows }).tables ?? [];
    expect(drawn?.columns).toEqual(['What is counted', 'Count', 'Week before']);
  });

  it('is chosen from all that the summary has, by name', () => {
    const [field] = summaryTableListPage(summary, false).fields ?? [];
    expect(field?.input).toMatchObject({ choices: summary.tables.map(({ id, title }) => ({ title, value: id })) });
    expect(field?.problems).toEqual([]);
    expect(summaryTableListPage(summary, true).fields?.[0]?.problems).toHaveLength(1);
  });
});

describe('the choice of a period', () => {
  const choicesFor = (...readers: readonly Audience[]) =>
    (summaryPeriodPage({ language: 'en', last: exampleWeek, audiences: readers }).fields ?? []).flatMap(({ input }) =>
      input.kind === 'choice' ? input.choices : [],
    );
  const titlesFor = (...readers: readonly Audience[]) => choicesFor(...readers).map(({ title }) => title);

  it('offers weeks by their days, four and thirteen weeks, quarters and years to March', () => {
    const titles = titlesFor('acu', 'wider');
    expect(titles.slice(0, 10)).toEqual([
      '16 to 22 November 2026',
      'Four weeks to 22 November 2026',
      '13 weeks to 22 November 2026',
      'October to December 2026',
      'July to September 2026',
      'April to June 2026',
      'January to March 2026',
      'Year to 31 March 2027',
      'Year to 31 March 2026',
      '9 to 15 November 2026',
    ]);
    expect(titles.slice(-3)).toEqual(['24 to 30 August 2026', 'Anti-Corruption Unit', 'Wider readers']);
  });

  it('offers wider readers nothing that would be refused to them', () => {
    expect(titlesFor('wider').slice(0, 9)).toEqual([
      '16 to 22 November 2026',
      '26 October to 22 November 2026',
      'July to September 2026',
      'April to June 2026',
      'January to March 2026',
      'October to December 2025',
      'Year to 31 March 2026',
      'Year to 31 March 2025',
      '9 to 15 November 2026',
    ]);
    for (const { value } of choicesFor('wider').slice(0, -1)) {
      const period = parsePeriod(value);
      expect(period && findPublicationPeriod(period)).toBeDefined();
    }
  });

  it.each(audiences)('sends nothing that cannot be read as a period, to %s', (audience) => {
    for (const { value } of choicesFor(audience).slice(0, -1)) expect(parsePeriod(value)).toBeDefined();
  });

  it('keeps what was chosen before', () => {
    const chosen = { audience: 'acu', period: { kind: 'yearToMarch', begins: 2025 } } as const;
    const [period, audience] =
      summaryPeriodPage({ language: 'en', last: exampleWeek, audiences: ['acu', 'wider'], chosen }).fields ?? [];
    expect([period?.value, audience?.value]).toEqual(['2025-26', 'acu']);
    const gone = { audience: 'acu', period: { kind: 'week', week: parseTestWeek('1999-W01') } } as const;
    expect(
      summaryPeriodPage({ language: 'en', last: exampleWeek, audiences: ['acu'], chosen: gone }).fields?.[0]?.value,
    ).toBe(exampleWeek);
  });
});

describe('a period that is not safe', () => {
  it('leads to the nearest that are, for the same readers', () => {
    const asked = { kind: 'quarter', year: 2026, quarter: 3 } as const;
    const nearest = { kind: 'week', week: exampleWeek } as const;
    const page = unsafePeriodPage({ audience: 'wider', language: 'en', period: asked }, [nearest]);
    expect(sentBy(page)).toContainEqual({
      verb: 'summary',
      view: 'overview',
      audience: 'wider',
      period: '2026-W47',
      language: 'en',
    });
    expect(page.tables ?? []).toEqual([]);
  });
});

it.each(languages)('every button of a summary names figures and holds none, in %s', (language) => {
  const summary = exampleSummary('acu', language);
  const pages = [
    summaryOverviewPage(summary, {}),
    summaryTableListPage(summary, false),
    ...summary.tables.map((one) => summaryTablePage(summary, one)),
  ];
  for (const page of pages) {
    for (const sends of sentBy(page)) {
      expect(
        Object.keys(sends).filter(
          (key) => !['verb', 'view', 'audience', 'period', 'table', 'language', 'card'].includes(key),
        ),
      ).toEqual([]);
    }
  }
});
