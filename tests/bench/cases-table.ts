import { distanceOf } from './cases.ts';
import type { Row } from './row.ts';

const p95 = ': p95';
const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 1 : 0 });
/** A figure, in bold where it missed its goal. */
const cell = (row: Row | undefined): string => {
  if (row === undefined) return '–';
  return row.met === false ? `**${number(row.value)}**` : number(row.value);
};

/**
 * The figures of lists as the table of docs/performance.md: what was asked, how many cases each store shows, its p95, and
 * the ratios that have a goal. Empty where no list was measured.
 */
export function casesTable(rows: readonly Row[]): string {
  const stores = [...new Set(rows.filter(({ name }) => name.endsWith(p95)).map(({ group }) => group))];
  const kinds = [...new Set(stores.map((store) => store.slice(0, store.indexOf(', '))))];
  const [first] = kinds;
  const of = (kind: string): readonly string[] => stores.filter((store) => store.startsWith(`${kind}, `));
  const find = (group: string, name: string): Row | undefined =>
    rows.find((row) => row.group === group && row.name === name);
  const whats = rows
    .filter(({ group, name }) => group === stores[0] && name.endsWith(p95))
    .map(({ name }) => name.slice(0, -p95.length));
  const ratioOf = (kind: string, what: string): Row | undefined =>
    rows.find(
      ({ group, name, goal }) => group.startsWith(`${kind}${distanceOf}`) && name === what && goal !== undefined,
    );
  if (first === undefined) return '';
  const heads = kinds.flatMap((kind) => [...of(kind), `${kind}: ratio`]);
  const lines = whats.map((what) => {
    const shown = of(first).map((store) => cell(find(store, `${what}: shown`)));
    const figures = kinds.flatMap((kind) => [
      ...of(kind).map((store) => cell(find(store, `${what}${p95}`))),
      cell(ratioOf(kind, what)),
    ]);
    return `| ${[what, shown.join(', '), ...figures].join(' | ')} |`;
  });
  const rule = ['', '', ...heads].map(() => '---').join('|');
  return [`| | shown | ${heads.join(' | ')} |`, `|${rule}|`, ...lines, ''].join('\n');
}
