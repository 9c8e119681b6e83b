import type { Row } from '../row.ts';

const told = [': p50', ': p95', ': longest', ': held up everybody for'] as const;
const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });
/** A figure, in bold where it missed its goal. */
const shown = (row: Row | undefined): string => {
  if (row === undefined) return '–';
  return row.met === false ? `**${number(row.value)}**` : number(row.value);
};

/**
 * What was asked of stores and done in them as the table of docs/performance.md: in each store p50, p95, the longest, and
 * how long it held everybody up, in milliseconds. Empty where nothing was measured.
 */
export function scaleTable(rows: readonly Row[]): string {
  const held = told[told.length - 1] ?? '';
  const stores = [...new Set(rows.filter(({ name }) => name.endsWith(held)).map(({ group }) => group))];
  const whats = [
    ...new Set(rows.filter(({ name }) => name.endsWith(held)).map(({ name }) => name.slice(0, -held.length))),
  ];
  if (stores.length === 0) return '';
  const find = (group: string, name: string): Row | undefined =>
    rows.find((row) => row.group === group && row.name === name);
  const lines = whats.map((what) => {
    const cells = stores.map((store) => told.map((figure) => shown(find(store, `${what}${figure}`))).join(', '));
    return `| ${[what, ...cells].join(' | ')} |`;
  });
  return [`| | ${stores.join(' | ')} |`, `|${['', ...stores].map(() => '---').join('|')}|`, ...lines, ''].join('\n');
}
