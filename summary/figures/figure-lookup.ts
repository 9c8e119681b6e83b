import { translate } from '../../words/cards/translate.ts';
import { activityFigures } from './activity-tables.ts';
import { type Figure, computeFigure, type FigureResult } from './figure-definitions.ts';
import { acknowledgementWords, fullSections, acknowledgementStates } from './full-tables.ts';
import type { WeekFigures } from './week-figures.ts';

function getAcknowledgementCount(
  { acknowledgement }: WeekFigures,
  state: (typeof acknowledgementStates)[number],
): number | undefined {
  if (acknowledgement.target === 'none') {
    return state === 'acknowledged' || state === 'waiting' ? acknowledgement[state] : undefined;
  }
  const { inTime, late, overdue, notYetDue } = acknowledgement;
  return { inTime, late, overdue, notYetDue, acknowledged: inTime + late, waiting: overdue + notYetDue }[state];
}

const createSectionFigures = (
  table: 'received' | 'kind' | 'urgency' | 'mode' | 'route' | 'language' | 'open',
): readonly Figure[] =>
  fullSections
    .filter(({ id }) => id === table)
    .flatMap(({ title, of, rows }) =>
      rows.map(
        ({ id, label, count }): Figure => ({
          id: `${table}.${id}`,
          table,
          additiveGroup: table,
          of,
          count,
          label: (language) =>
            table === 'received'
              ? translate(language, title)
              : `${translate(language, title)}: ${translate(language, label)}`,
        }),
      ),
    );

const acknowledgementFigures = acknowledgementStates.map(
  (state): Figure => ({
    id: `acknowledgement.${state}`,
    table: 'acknowledgement',
    of: 'flow',
    additiveGroup: state === 'acknowledged' || state === 'waiting' ? 'acknowledged' : 'acknowledgement',
    count: (week) => getAcknowledgementCount(week, state),
    label: (language) =>
      `${translate(language, 'summary.acknowledgement')}: ${translate(language, acknowledgementWords[state])}`,
  }),
);

export const allFigures: readonly Figure[] = [
  ...(['received', 'kind', 'urgency', 'mode', 'route', 'language'] as const).flatMap(createSectionFigures),
  ...acknowledgementFigures,
  ...createSectionFigures('open'),
  ...activityFigures,
];

const figuresById: ReadonlyMap<string, Figure> = new Map(allFigures.map((figure) => [figure.id, figure]));

export const findFigure = (id: string): Figure | undefined => figuresById.get(id);

/**
 * Weeks come the oldest first. Throws RangeError if there are none, or one is not of the unit's own cases: the
 * reserve's are never added.
 */
export function computeUnitFigure(figure: Figure, weeks: readonly WeekFigures[]): FigureResult {
  if (weeks.length === 0) throw new RangeError('no weeks');
  if (weeks.some(({ handledBy }) => handledBy !== 'acu')) throw new RangeError('not weeks of the unit');
  return computeFigure(figure, weeks);
}
