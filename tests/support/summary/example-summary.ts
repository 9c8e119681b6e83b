import type { Audience } from '../../../core/model/permissions.ts';
import { addDays, addWeeks, firstDayOfWeek } from '../../../core/model/calendar.ts';
import type { Language } from '../../../core/model/language.ts';
import {
  type FigureCell,
  changeCell,
  countCell,
  type FigureSeries,
  type FigureTable,
  publishedCell,
  type Summary,
} from '../../../summary/figures/summary.ts';
import { parseTestWeek } from './figures.ts';

/** The last week of the example. */
export const week = parseTestWeek('2026-W47');

const words = {
  en: {
    title: '16 to 22 November 2026',
    received: 'Reports received',
    receivedIs: 'Reports that came in the week. Source: the day of receipt.',
    all: 'All',
    kind: 'Kind of concern',
    sexual: 'A sexual relationship',
    none: 'No heading chosen',
    open: 'Open at the end of the week',
    young: 'Up to 7 days',
    old: 'Over 90 days',
    days: 'Days to acknowledge',
    median: 'Half of them within',
    inTime: 'Acknowledged within the target',
    count: 'Count',
    before: 'Week before',
    change: 'Change',
    frozen: 'Counted once, on 23 November 2026. The figures do not change.',
    hidden: 'Counts from 1 to 4, and counts that would reveal one of those, are not shown.',
    quiet: 'No reports were received in this week.',
  },
  cy: {
    title: '16 i 22 Tachwedd 2026',
    received: 'Adroddiadau a ddaeth i law',
    receivedIs: 'Adroddiadau a ddaeth yn yr wythnos. Ffynhonnell: y dyddiad y daethant i law.',
    all: 'Pob un',
    kind: 'Math o bryder',
    sexual: 'Perthynas rywiol, neu ŵr a ŷd',
    none: 'Dim pennawd wedi’i ddewis',
    open: 'Ar agor ar ddiwedd yr wythnos',
    young: 'Hyd at 7 diwrnod',
    old: 'Dros 90 diwrnod',
    days: 'Dyddiau i gydnabod',
    median: 'Hanner ohonynt o fewn',
    inTime: 'Wedi’u cydnabod o fewn y targed',
    count: 'Nifer',
    before: 'Wythnos flaenorol',
    change: 'Newid',
    frozen: 'Wedi’u cyfrif unwaith, ar 23 Tachwedd 2026. Nid yw’r ffigurau’n newid.',
    hidden: 'Nid yw niferoedd o 1 i 4, na niferoedd a fyddai’n datgelu un o’r rheini, yn cael eu dangos.',
    quiet: 'Ni ddaeth unrhyw adroddiad i law yn ystod yr wythnos hon.',
  },
} as const;

const series = (id: string, title: string, cells: readonly FigureCell[]): FigureSeries => ({
  id,
  title,
  points: cells.map((cell, place) => ({ week: addWeeks(week, place + 1 - cells.length), cell })),
});

const countRow = (id: string, label: string, count: number, before: number) => ({
  id,
  label,
  cells: [countCell(count), countCell(before), changeCell(count - before)],
});

function fullTables(language: Language): readonly FigureTable[] {
  const say = words[language];
  const columns = [
    { id: 'count', title: say.count },
    { id: 'before', title: say.before },
    { id: 'change', title: say.change },
  ] as const;
  return [
    {
      id: 'received',
      title: say.received,
      definition: say.receivedIs,
      of: 'flow',
      columns,
      rows: [countRow('all', say.all, 9, 12)],
      notes: [say.frozen],
    },
    {
      id: 'kind',
      title: say.kind,
      of: 'flow',
      columns,
      rows: [countRow('sexual', say.sexual, 6, 2), countRow('none', say.none, 3, 10)],
      notes: [],
    },
    {
      id: 'open',
      title: say.open,
      of: 'stock',
      columns,
      rows: [countRow('upTo7', say.young, 5, 4), countRow('over90', say.old, 0, 1)],
      notes: [],
    },
    {
      id: 'acknowledgedDays',
      title: say.days,
      of: 'days',
      columns: columns.slice(0, 1),
      rows: [
        { id: 'median', label: say.median, cells: [{ kind: 'days', value: 2 }] },
        { id: 'all', label: say.all, cells: [{ kind: 'none' }] },
      ],
      notes: [],
    },
  ];
}

function widerTables(language: Language): readonly FigureTable[] {
  const say = words[language];
  return [
    {
      id: 'received',
      title: say.received,
      definition: say.receivedIs,
      of: 'flow',
      columns: [{ id: 'count', title: say.count }],
      rows: [
        { id: 'all', label: say.received, cells: [publishedCell(10)] },
        { id: 'inTime', label: say.inTime, cells: [publishedCell(undefined)] },
      ],
      notes: [say.hidden],
    },
  ];
}

const counts = [7, 9, 0, 4, 12, 6, 8, 5, 11, 10, 3, 12, 9];

/** A summary with every kind of cell that its audience can have, the same whatever is counted in future. */
export function exampleSummary(audience: Audience, language: Language, differences: Partial<Summary> = {}): Summary {
  const say = words[language];
  const isWider = audience === 'wider';
  return {
    audience,
    language,
    period: { kind: 'week', week },
    weeks: [week],
    asAt: addDays(firstDayOfWeek(week), 7),
    title: say.title,
    head: isWider
      ? { received: publishedCell(10), inTime: publishedCell(undefined) }
      : { received: countCell(9), change: changeCell(-3), inTime: countCell(7), overdue: countCell(1) },
    tables: isWider ? widerTables(language) : fullTables(language),
    trend: [
      series(
        'received',
        say.received,
        counts.map((count) =>
          isWider ? publishedCell(count < 5 ? undefined : Math.round(count / 5) * 5) : countCell(count),
        ),
      ),
      series(
        'inTime',
        say.inTime,
        counts.map((count, place) =>
          place === 0 ? { kind: 'none' } : isWider ? publishedCell(undefined) : countCell(count),
        ),
      ),
    ],
    ...differences,
  };
}

/** A week in which nothing came: its one table has a sentence and no rows. */
export const quietSummary = (audience: Audience, language: Language): Summary => {
  const [received] = fullTables(language);
  return exampleSummary(audience, language, {
    head: { received: countCell(0) },
    tables: received ? [{ ...received, rows: [], notes: [words[language].quiet] }] : [],
    trend: [],
  });
};
