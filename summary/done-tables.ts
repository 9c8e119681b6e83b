import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { type Cell, changeCell, countCell } from './cell.ts';
import { addedCounts, countIn, daysWithin, mostDays } from './day-counts.ts';
import { type DoneFigure, doneFigures } from './done-rows.ts';
import { definitionText, type FigureId, lackedBy, laterFigureIds } from './figure-definitions.ts';
import type { FigureRow, FigureTable } from './summary.ts';
import { type WeekFigures, wholeWeek } from './week-figures.ts';

type Compared = Readonly<Record<'now' | 'before', readonly WeekFigures[]>>;

/** None if a week lacks the figure: the rest of a sum is no sum. */
function cellOver(figure: DoneFigure, weeks: readonly WeekFigures[]): Cell {
  if (figure.of === 'days') {
    const days = weeks.map((week) => figure.days(week));
    const known = days.filter((each) => each !== undefined);
    const within = known.length < weeks.length ? undefined : daysWithin(addedCounts(known), figure.percent);
    return within === undefined ? { kind: 'none' } : { kind: 'days', value: within };
  }
  const counts = (figure.of === 'stock' ? weeks.slice(-1) : weeks).map((week) => figure.count(week));
  const known = counts.filter((each) => each !== undefined);
  if (known.length < counts.length || known.length === 0) return { kind: 'none' };
  return countCell(known.reduce((sum, count) => sum + count, 0));
}

const change = (now: Cell, before: Cell): Cell =>
  'value' in now && 'value' in before ? changeCell(now.value - before.value) : { kind: 'none' };

function rowOf(figure: DoneFigure, { now, before }: Compared, language: Language): FigureRow {
  const cells = [cellOver(figure, now), cellOver(figure, before)] as const;
  const id = figure.id.slice(figure.table.length + 1);
  return { id, label: figure.row(language), cells: [...cells, change(...cells)] };
}

function lackingNotes(table: FigureId, { now, before }: Compared, language: Language): readonly string[] {
  const last = [...before, ...now].findLast((week) => lackedBy(week).includes(table));
  return last === undefined ? [] : [say(language, 'summary.lacks', { week: last.week })];
}

function notesOf(table: FigureId, compared: Compared, language: Language): readonly string[] {
  const whole = [...compared.before, ...compared.now].flatMap((week) => wholeWeek(week) ?? []);
  const isLong = doneFigures.some(
    (figure) =>
      figure.table === table &&
      figure.of === 'days' &&
      whole.some((week) => figure.days(week)?.[mostDays] !== undefined),
  );
  const notKnown = compared.now.reduce((sum, week) => sum + (wholeWeek(week)?.answerNotKnown ?? 0), 0);
  return [
    ...(isLong ? [say(language, 'summary.longest', { most: mostDays })] : []),
    ...(table === 'answeredDays' && notKnown > 0 ? [say(language, 'summary.answerNotKnown', { count: notKnown })] : []),
    ...lackingNotes(table, compared, language),
  ];
}

const tells = (figure: DoneFigure, weeks: readonly WeekFigures[]): boolean =>
  weeks.some((week) => (figure.of === 'days' ? countIn(figure.days(week) ?? {}) > 0 : (figure.count(week) ?? 0) > 0));

/**
 * The tables of what was done in some weeks, with the change on those before; a table and a row only if one of these
 * weeks has something to tell. Only for the handlers of these cases.
 */
export const doneTables = (
  compared: Compared,
  columns: FigureTable['columns'],
  language: Language,
): readonly FigureTable[] => {
  const lookedAt = [...compared.before, ...compared.now];
  return laterFigureIds.flatMap((table): readonly FigureTable[] => {
    const figures = doneFigures.filter((figure) => figure.table === table && tells(figure, lookedAt));
    const [first] = figures;
    if (first === undefined) return [];
    const definition = definitionText(table, language);
    return [
      {
        id: table,
        title: say(language, first.title),
        ...(definition !== undefined && { definition }),
        of: figures.some((figure) => figure.of === 'days') ? 'days' : first.of,
        columns,
        rows: figures.map((figure) => rowOf(figure, compared, language)),
        notes: notesOf(table, compared, language),
      },
    ];
  });
};
