import type { Week } from '../../core/model/calendar.ts';
import type { Language } from '../../core/model/language.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import { type FigureCell, countCell, type FigureSeries } from './summary.ts';
import type { WeekFigures } from './week-figures.ts';

export const trendWeekCount = 13;

interface Series {
  readonly id: string;
  readonly title: WordKey;
  readonly cell: (week: WeekFigures) => FigureCell;
}

const createInTimeCell = ({ acknowledgement }: WeekFigures): FigureCell =>
  acknowledgement.target === 'days' ? countCell(acknowledgement.inTime) : { kind: 'none' };

const trendSeries: readonly Series[] = [
  { id: 'received', title: 'summary.received', cell: (week) => countCell(week.received) },
  { id: 'urgent', title: 'summary.urgent', cell: (week) => countCell(week.urgency.urgent) },
  { id: 'inTime', title: 'summary.inTime', cell: createInTimeCell },
  {
    id: 'open',
    title: 'summary.open',
    cell: ({ open }) => countCell(Object.values(open).reduce((sum, each) => sum + each, 0)),
  },
];
export const createTrend = (
  weeks: readonly Week[],
  counted: readonly WeekFigures[],
  language: Language,
): readonly FigureSeries[] =>
  trendSeries.map(({ id, title, cell }) => ({
    id,
    title: translate(language, title),
    points: weeks.map((week) => {
      const figures = counted.find((each) => each.week === week);
      return { week, cell: figures ? cell(figures) : ({ kind: 'none' } as const) };
    }),
  }));
