import type { Row } from './row.ts';

const number = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 10 ? 3 : 1 });

const goalOf = ({ goal, unit }: Row): string =>
  goal === undefined ? '' : `${goal.is === 'atLeast' ? '≥' : '≤'} ${number(goal.value)} ${unit}`.trim();

const metOf = ({ met }: Row): string => (met === undefined ? '' : met ? 'met' : 'MISSED');

/** Rows as lines of text with their goals beside them, under the name of each group. */
export function tableOf(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.name, `${number(row.value)} ${row.unit}`, goalOf(row), metOf(row)] as const);
  const width = (column: 0 | 1 | 2): number => Math.max(0, ...cells.map((cell) => cell[column].length));
  const lines = cells.map(([name, value, goal, met]) =>
    [`  ${name.padEnd(width(0))}`, value.padStart(width(1)), goal.padEnd(width(2)), met].join('  ').trimEnd(),
  );
  return rows
    .flatMap((row, at) => [...(row.group === rows[at - 1]?.group ? [] : ['', row.group]), lines[at]])
    .join('\n');
}
