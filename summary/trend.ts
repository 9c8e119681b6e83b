import type { Audience } from '../concerns/records/permissions.ts';
import type { Language } from '../concerns/terms/language.ts';
import { say, type WordKey } from '../words/cards/say.ts';
import { type Cell, countCell, issuedCell } from './cell.ts';
import type { FigureSeries } from './summary.ts';
import type { WeekFigures } from './week-figures.ts';
import { issuedOf } from './wider-tables.ts';

/** How many weeks a trend has: a quarter of a year. */
export const trendWeeks = 13;

interface Series {
  readonly id: string;
  readonly title: WordKey;
  readonly cell: (week: WeekFigures) => Cell;
}

const inTimeOf = ({ acknowledgement }: WeekFigures): Cell =>
  acknowledgement.target === 'days' ? countCell(acknowledgement.inTime) : { kind: 'none' };

const full: readonly Series[] = [
  { id: 'received', title: 'summary.received', cell: (week) => countCell(week.received) },
  { id: 'urgent', title: 'summary.urgent', cell: (week) => countCell(week.urgency.urgent) },
  { id: 'inTime', title: 'summary.inTime', cell: inTimeOf },
  {
    id: 'open',
    title: 'summary.open',
    cell: ({ open }) => countCell(Object.values(open).reduce((sum, each) => sum + each, 0)),
  },
];
const wider: readonly Series[] = [
  { id: 'received', title: 'summary.received', cell: (week) => issuedCell(issuedOf([week]).received.shown) },
  {
    id: 'inTime',
    title: 'summary.inTime',
    cell: (week) => {
      const { inTime } = issuedOf([week]);
      return inTime ? issuedCell(inTime.shown) : { kind: 'none' };
    },
  },
];

/** The main figures of weeks, one after the other, as an audience may have them. */
export const trendOf = (
  weeks: readonly WeekFigures[],
  audience: Audience,
  language: Language,
): readonly FigureSeries[] =>
  (audience === 'wider' ? wider : full).map(({ id, title, cell }) => ({
    id,
    title: say(language, title),
    points: weeks.map((week) => ({ week: week.week, cell: cell(week) })),
  }));
