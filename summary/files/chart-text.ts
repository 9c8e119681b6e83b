import type { Audience } from '../../core/model/permissions.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import type { Language } from '../../core/model/language.ts';
import { type FigureSeries, type FigureTable, getCellValue } from '../figures/summary.ts';
import { cellText } from '../figures/text-tables.ts';
import { formatWeek } from '../../words/date-format.ts';

export const fileAudienceWords: Readonly<Record<Audience, WordKey>> = {
  acu: 'file.acu',
  reserve: 'file.reserve',
  wider: 'file.wider',
};

interface ChartText {
  readonly title: string;
  readonly alternative: string;
}

const createChartText = (
  title: string,
  parts: readonly (readonly [string, string])[],
  language: Language,
): ChartText => ({
  title,
  alternative: translate(language, 'file.alternative', {
    title,
    values: parts.map(([name, value]) => `${name}: ${value}`).join('; '),
  }),
});

/**
 * The chart of the first column. `undefined` for a single bar, a hidden figure, or rows that are not parts of one
 * whole.
 */
export function createTableChartText({ title, of, rows }: FigureTable, language: Language): ChartText | undefined {
  const firsts = rows.flatMap(({ label, cells: [cell] }) => (cell === undefined ? [] : [{ label, cell }]));
  const isWhole = firsts.every(({ cell }) => getCellValue(cell) !== undefined);
  if (of === 'days' || of === 'mixed' || firsts.length < 2 || !isWhole) return undefined;
  return createChartText(
    title,
    firsts.map(({ label, cell }) => [label, cellText(cell, language)] as const),
    language,
  );
}

export function createSeriesChartText({ title, points }: FigureSeries, language: Language): ChartText | undefined {
  if (points.every(({ cell }) => getCellValue(cell) === undefined)) return undefined;
  const named = translate(language, 'file.byWeek', { title });
  return createChartText(
    named,
    points.map(({ week, cell }) => [formatWeek(language, week), cellText(cell, language)] as const),
    language,
  );
}
