import { say } from '../../words/cards/translate.ts';
import { doneFigures } from './activity-tables.ts';
import { type Figure, figureOver, type FoundFigure } from './figure-definitions.ts';
import { acknowledgementWords, fullSections, standings } from './full-tables.ts';
import type { WeekFigures } from './week-figures.ts';

function standingOf({ acknowledgement }: WeekFigures, standing: (typeof standings)[number]): number | undefined {
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

const acknowledgementRows = standings.map(
  (standing): Figure => ({
    id: `acknowledgement.${standing}`,
    table: 'acknowledgement',
    of: 'flow',
    addsWith: standing === 'acknowledged' || standing === 'waiting' ? 'acknowledged' : 'acknowledgement',
    count: (week) => standingOf(week, standing),
    label: (language) =>
      `${say(language, 'summary.acknowledgement')}: ${say(language, acknowledgementWords[standing])}`,
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
 * A figure over some weeks, the oldest first. Throws RangeError if there are no weeks, or if one is not of the unit's
 * own cases: the reserve's are never added to them.
 */
export function lookUp(figure: Figure, weeks: readonly WeekFigures[]): FoundFigure {
  if (weeks.length === 0) throw new RangeError('no weeks');
  if (weeks.some(({ handledBy }) => handledBy !== 'acu')) throw new RangeError('not weeks of the unit');
  return figureOver(figure, weeks);
}
