import { say, type WordKey } from '../words/cards/say.ts';
import { doneFigures } from './done-rows.ts';
import type { Figure } from './figure.ts';
import { fullSections } from './full-sections.ts';
import type { WeekFigures } from './week-figures.ts';

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
