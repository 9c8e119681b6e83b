import type { Audience } from '../../core/model/permissions.ts';
import { say, type WordKey } from '../../words/cards/translate.ts';
import type { Language } from '../../core/model/language.ts';
import { type FigureSeries, type FigureTable, numberOf } from '../figures/summary.ts';
import { cellText } from '../figures/text-tables.ts';

export const audienceWords: Readonly<Record<Audience, WordKey>> = {
  acu: 'file.acu',
  reserve: 'file.reserve',
  wider: 'file.wider',
};

interface ChartWords {
  readonly title: string;
  readonly alternative: string;
}

const spoken = (title: string, parts: readonly (readonly [string, string])[], language: Language): ChartWords => ({
  title,
  alternative: say(language, 'file.alternative', {
    title,
    values: parts.map(([name, value]) => `${name}: ${value}`).join('; '),
  }),
});

/**
 * The chart of a table's first column. `undefined` if it would have one bar alone, if a figure is hidden, and if its
 * rows are not parts of one whole.
 */
export function chartOfTable({ title, of, rows }: FigureTable, language: Language): ChartWords | undefined {
  const firsts = rows.flatMap(({ label, cells: [cell] }) => (cell === undefined ? [] : [{ label, cell }]));
  const isWhole = firsts.every(({ cell }) => numberOf(cell) !== undefined);
  if (of === 'days' || of === 'mixed' || firsts.length < 2 || !isWhole) return undefined;
  return spoken(
    title,
    firsts.map(({ label, cell }) => [label, cellText(cell, language)] as const),
    language,
  );
}

export function chartOfSeries({ title, points }: FigureSeries, language: Language): ChartWords | undefined {
  if (points.every(({ cell }) => numberOf(cell) === undefined)) return undefined;
  const named = say(language, 'file.byWeek', { title });
  return spoken(
    named,
    points.map(({ week, cell }) => [week, cellText(cell, language)] as const),
    language,
  );
}
