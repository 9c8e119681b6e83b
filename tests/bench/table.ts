import type { Row } from './row.ts';

const number = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 10 ? 3 : 1 });

const valueOf = ({ value, unit }: Row): string => (Number.isNaN(value) ? 'no figure' : `${number(value)} ${unit}`);

const goalOf = ({ goal, unit }: Row): string =>
  goal === undefined ? '' : `${goal.is === 'atLeast' ? '≥' : '≤'} ${number(goal.value)} ${unit}`.trim();

const metOf = ({ met }: Row): string => (met === undefined ? '' : met ? 'met' : 'MISSED');

/** Rows as lines of text with their goals beside them, under the name of each group. */
export function renderTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => [row.name, valueOf(row), goalOf(row), metOf(row)] as const);
  const width = (column: 0 | 1 | 2): number => Math.max(0, ...cells.map((cell) => cell[column].length));
  const lines = cells.map(([name, value, goal, met]) =>
    [`  ${name.padEnd(width(0))}`, value.padStart(width(1)), goal.padEnd(width(2)), met].join('  ').trimEnd(),
  );
  return rows
    .flatMap((row, at) => [...(row.group === rows[at - 1]?.group ? [] : ['', row.group]), lines[at]])
    .join('\n');
}

const rounded = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });
/** A figure of a page, in bold if it missed its goal. */
const figureOf = ({ value, met }: Row): string => (met === false ? `**${rounded(value)}**` : rounded(value));

/**
 * Rows whose names end in `: ` and one of some figures, as a table for docs/performance.md: a line for what was measured, a
 * column for each group, and these figures in a cell. Empty if there are no such rows.
 */
export function renderPageTable(rows: readonly Row[], cells: readonly string[]): string {
  const split = ({ name }: Row): readonly [what: string, figure: string] => {
    const at = name.lastIndexOf(': ');
    return [name.slice(0, Math.max(0, at)), name.slice(at + 2)];
  };
  const found = rows.filter((row) => row.name.includes(': ') && cells.includes(split(row)[1]));
  const groups = [...new Set(found.map(({ group }) => group))];
  const lines = [...new Set(found.map((row) => split(row)[0]))].map((what) => {
    const cellOf = (group: string): string => {
      const byFigure = new Map(
        found.filter((row) => row.group === group && split(row)[0] === what).map((row) => [split(row)[1], row]),
      );
      return (
        cells
          .flatMap((cell) => byFigure.get(cell) ?? [])
          .map(figureOf)
          .join(', ') || '–'
      );
    };
    return `| ${[what, ...groups.map(cellOf)].join(' | ')} |`;
  });
  if (groups.length === 0) return '';
  return [`| | ${groups.join(' | ')} |`, `|${['', ...groups].map(() => '---').join('|')}|`, ...lines, ''].join('\n');
}
