import { describe, expect, it } from '@jest/globals';
import { languages } from '../../../core/model/language.ts';
import type { FigureCell, FigureSeries, FigureTable, Summary } from '../../../summary/figures/summary.ts';
import { cellLabel, chartSentence, tableCharts, trendTable, toWeeksChart } from '../../../tab/summaries/chart-data.ts';
import { parseTestDay, parseTestWeek } from '../../support/summary/figures.ts';
import { createTab } from '../../support/tab/create-tab.ts';

const tab = createTab('en');
const { translate: say } = tab;
const hidden: FigureCell = { kind: 'hidden' };
const none: FigureCell = { kind: 'none' };
const rounded = (value: number): FigureCell => ({ kind: 'rounded', value });
const count = (value: number): FigureCell => ({ kind: 'count', value });

const seriesOf = (...cells: readonly FigureCell[]): FigureSeries => ({
  id: 'received',
  title: 'Reports received',
  points: cells.map((cell, place) => ({ week: parseTestWeek(`2026-W${40 + place}`), cell })),
});
const tableOf = (id: string, ...rows: readonly (readonly FigureCell[])[]): FigureTable => ({
  id,
  title: 'A table',
  of: 'flow',
  columns: [
    { id: 'count', title: 'Count' },
    { id: 'before', title: 'Week before' },
    { id: 'change', title: 'Change' },
  ],
  rows: rows.map((cells, place) => ({ id: `row${place}`, label: `Row ${place}`, cells })),
  notes: [],
});
const summaryOf = (...tables: readonly FigureTable[]): Summary => ({
  audience: 'acu',
  language: 'en',
  period: { kind: 'week', week: parseTestWeek('2026-W47') },
  weeks: [parseTestWeek('2026-W47')],
  asAt: parseTestDay('2026-11-23'),
  title: '16 to 22 November 2026',
  head: { received: count(0) },
  tables,
  trend: [],
});

describe('a count that is kept back', () => {
  it('has no length in a chart, as a figure that there is not; a nought has one', () => {
    const { bars } = toWeeksChart(tab, seriesOf(rounded(5), hidden, none, count(0)));
    expect(bars).toEqual([
      { id: '2026-W40', label: '28 Sept', words: '5', value: 5 },
      { id: '2026-W41', label: '5 Oct', words: 'not shown', gap: 'hidden' },
      { id: '2026-W42', label: '12 Oct', words: 'no figure', gap: 'none' },
      { id: '2026-W43', label: '19 Oct', words: '0', value: 0 },
    ]);
  });

  it('is said by name in the text that stands for the chart, and in no other figure of it', () => {
    const chart = toWeeksChart(tab, seriesOf(rounded(5), hidden, rounded(10), none, rounded(10)));
    expect(chartSentence(say, chart, true)).toBe(
      'Between 5 and 10 a week. Week beginning 26 Oct: 10. Figures not shown (an * or an empty bar in the chart): 5 Oct. No figure for: 19 Oct.',
    );
    const [first] = tableCharts(say, summaryOf(tableOf('kind', [hidden], [rounded(5)])), false);
    expect(first && chartSentence(say, first, false)).toBe(
      'The highest: Row 1, 5. Figures not shown (an * or an empty bar in the chart): Row 0.',
    );
  });

  it.each(languages)('is never a number in words, in %s', (language) => {
    const words = createTab(language).translate;
    for (const cell of [hidden, none]) expect(cellLabel(words, cell)).not.toMatch(/\d/u);
    const all = toWeeksChart(createTab(language), seriesOf(hidden, hidden));
    expect(chartSentence(words, all, true)).toBe(words('summaries.allKeptBack'));
  });
});

describe('the text that stands for a chart', () => {
  it('says of weeks between what they lie and how the last one was, or that they are alike', () => {
    const said = (...cells: readonly FigureCell[]) => chartSentence(say, toWeeksChart(tab, seriesOf(...cells)), true);
    expect(said(count(3), count(0), count(7), count(4))).toBe('Between 0 and 7 a week. Week beginning 19 Oct: 4.');
    expect(said(count(3), count(3))).toBe('3 in each week.');
    expect(said(count(0), count(0))).toBe('All are 0.');
    expect(said()).toBe('');
  });

  it('names two of the highest at most, and says how many are level', () => {
    const said = (...cells: readonly FigureCell[]) => {
      const [chart] = tableCharts(say, summaryOf(tableOf('kind', ...cells.map((cell) => [cell]))), false);
      return chart && chartSentence(say, chart, false);
    };
    expect(said(count(2), count(5), count(5))).toBe('The highest: Row 1, Row 2, 5.');
    expect(said(count(5), count(2), count(5), count(5), count(5))).toBe(
      'The highest, 5 each: Row 0, Row 2. In all, 4 have this value.',
    );
  });
});

describe('the charts of a summary', () => {
  it('are those of the tables that are looked at, where there is more than one row', () => {
    const shown = tableCharts(
      say,
      summaryOf(
        tableOf('received', [count(1)], [count(2)]),
        tableOf('open', [count(1)], [count(2)]),
        tableOf('kind', [count(1)], [count(2)]),
        tableOf('acknowledgement', [count(1)]),
      ),
      false,
    );
    expect(shown.map(({ id }) => id)).toEqual(['kind', 'open']);
  });

  it('compare with the period before where that is wanted, and say both figures', () => {
    const summary = summaryOf(tableOf('kind', [count(4), count(3), { kind: 'change', value: 1 }], [count(1), hidden]));
    expect(tableCharts(say, summary, true)[0]?.bars).toEqual([
      { id: 'row0', label: 'Row 0', words: '4 (3 before)', value: 4, before: 3 },
      { id: 'row1', label: 'Row 1', words: '1 (not shown before)', value: 1 },
    ]);
    expect(tableCharts(say, summary, false)[0]?.bars[0]).toEqual({ id: 'row0', label: 'Row 0', words: '4', value: 4 });
  });

  it('have a table of their weeks with the same figures', () => {
    const series = seriesOf(rounded(5), hidden);
    expect(trendTable(tab, [series, { ...series, id: 'inTime', title: 'In time' }])).toMatchObject({
      columns: [{ title: 'Reports received' }, { title: 'In time' }],
      rows: [
        { label: '28 September to 4 October 2026', cells: [rounded(5), rounded(5)] },
        { label: '5 to 11 October 2026', cells: [hidden, hidden] },
      ],
    });
    expect(trendTable(tab, [])).toBeUndefined();
  });
});
