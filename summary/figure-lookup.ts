import { say, type WordKey } from '../words/cards/say.ts';
import { doneFigures } from './done-tables.ts';
import type { Figure } from './figure-definitions.ts';
import { fullSections } from './full-tables.ts';
import type { WeekFigures } from './week-figures.ts';
import type { Week } from '../concerns/terms/calendar.ts';
import { addedCounts, type DayCounts, daysWithin } from './day-counts.ts';

const standings = {
  inTime: 'summary.inTime',
  late: 'summary.late',
  overdue: 'summary.overdue',
  notYetDue: 'summary.notYetDue',
  acknowledged: 'summary.acknowledged',
  waiting: 'summary.waiting',
} as const satisfies Readonly<Record<string, WordKey>>;

function standingOf({ acknowledgement }: WeekFigures, standing: keyof typeof standings): number | undefined {
  if (acknowledgement.target === 'none') {
    return standing === 'acknowledged' || standing === 'waiting' ? acknowledgement[standing] : undefined;
  }
  const { inTime, late, overdue, notYetDue } = acknowledgement;
  return { inTime, late, overdue, notYetDue, acknowledged: inTime + late, waiting: overdue + notYetDue }[standing];
}

const rowsOf = (table: 'received' | 'kind' | 'urgency' | 'mode' | 'route' | 'language' | 'open'): readonly Figure[] =>
  fullSections
    .filter(({ id }) => id === table)
    .flatMap(({ title, of, rows }) =>
      rows.map(
        ({ id, label, count }): Figure => ({
          id: `${table}.${id}`,
          table,
          addsWith: table,
          of,
          count,
          label: (language) =>
            table === 'received' ? say(language, title) : `${say(language, title)}: ${say(language, label)}`,
        }),
      ),
    );

const acknowledgementRows = (['inTime', 'late', 'overdue', 'notYetDue', 'acknowledged', 'waiting'] as const).map(
  (standing): Figure => ({
    id: `acknowledgement.${standing}`,
    table: 'acknowledgement',
    of: 'flow',
    addsWith: standing === 'acknowledged' || standing === 'waiting' ? 'acknowledged' : 'acknowledgement',
    count: (week) => standingOf(week, standing),
    label: (language) => `${say(language, 'summary.acknowledgement')}: ${say(language, standings[standing])}`,
  }),
);

export const figures: readonly Figure[] = [
  ...(['received', 'kind', 'urgency', 'mode', 'route', 'language'] as const).flatMap(rowsOf),
  ...acknowledgementRows,
  ...rowsOf('open'),
  ...doneFigures,
];

const byId: ReadonlyMap<string, Figure> = new Map(figures.map((figure) => [figure.id, figure]));

export const figureNamed = (id: string): Figure | undefined => byId.get(id);

/**
 * `lacking`: these weeks do not have the figure, so that no one knows it for all of them; it is no zero. `noneDone`: it
 * is a number of days, and nothing was done that took any.
 */
export type FoundFigure =
  | { readonly kind: 'value'; readonly value: number }
  | { readonly kind: 'lacking'; readonly weeks: readonly Week[] }
  | { readonly kind: 'noneDone' };

function split<Value>(
  weeks: readonly WeekFigures[],
  read: (week: WeekFigures) => Value | undefined,
): { readonly values: readonly Value[]; readonly lacking: readonly Week[] } {
  const values: Value[] = [];
  const lacking: Week[] = [];
  for (const week of weeks) {
    const value = read(week);
    if (value === undefined) lacking.push(week.week);
    else values.push(value);
  }
  return { values, lacking };
}

/**
 * A figure over some weeks, the oldest first. Throws RangeError if there are no weeks, or if one is not of the unit's
 * own cases: the reserve's are never added to them.
 */
export function lookUp(figure: Figure, weeks: readonly WeekFigures[]): FoundFigure {
  const last = weeks.at(-1);
  if (last === undefined) throw new RangeError('no weeks');
  if (weeks.some(({ handledBy }) => handledBy !== 'acu')) throw new RangeError('not weeks of the unit');
  if (figure.of === 'days') {
    const { values, lacking } = split<DayCounts>(weeks, figure.days);
    if (lacking.length > 0) return { kind: 'lacking', weeks: lacking };
    const value = daysWithin(addedCounts(values), figure.percent);
    return value === undefined ? { kind: 'noneDone' } : { kind: 'value', value };
  }
  const { values, lacking } = split(figure.of === 'stock' ? [last] : weeks, figure.count);
  if (lacking.length > 0) return { kind: 'lacking', weeks: lacking };
  return { kind: 'value', value: values.reduce((sum, value) => sum + value, 0) };
}
