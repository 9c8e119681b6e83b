import type { Week } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { say, type WordKey } from '../../words/cards/translate.ts';
import { type Cell, countCell, type FigureSeries } from './summary.ts';
import type { WeekFigures } from './week-figures.ts';

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
export const trendOf = (
  weeks: readonly Week[],
  counted: readonly WeekFigures[],
  language: Language,
): readonly FigureSeries[] =>
  full.map(({ id, title, cell }) => ({
    id,
    title: say(language, title),
    points: weeks.map((week) => {
      const figures = counted.find((each) => each.week === week);
      return { week, cell: figures ? cell(figures) : ({ kind: 'none' } as const) };
    }),
  }));
