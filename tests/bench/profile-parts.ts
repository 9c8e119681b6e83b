import type { Bar } from './cpu-profile.ts';

/** The parts of a step and of a report, by what their functions and packages are called. The first that fits counts. */
const parts: readonly (readonly [part: string, is: RegExp])[] = [
  ['garbage collection', /^garbage collection$/u],
  ['node:net: read and write', /^node:(?:net|stream_base_commons)$/u],
  ['node:http: read a request, answer it', /^node:_?http/u],
  ['restify, and our server around it', /^(?:restify|find-my-way|.*\(bot\/http\/.*)$/u],
  ['check the token', /\(bot\/teams\/(?:.*token.*|.*authentication|connector-keys)\.ts\)$/u],
  ['parse the activity', /\(bot\/teams\/incoming-activity\.ts\)$/u],
  ['Bot Framework', /^(?:botbuilder.*|botframework.*|.*\(dialogs\/dialog-runner\.ts\))$/u],
  ['open the carried state', /^(?:open|unpack|parseJson|partsOf|bytesOf) \(dialogs\/carried-state\.ts\)$/u],
  ['seal the carried state', /\(dialogs\/(?:carried-state|day-key-ring)\.ts\)$/u],
  ['draw the card', /\(cards\/(?:draw.*|fill-template|mark-keys|page-data|card)\.ts\)$/u],
  ['put the page into words', /\((?:cards|words)\/.*\)$/u],
  ['seal the report', /\(seals\/.*\)$/u],
  ['SQLite', /\(storage\/.*\)$/u],
  ['make the move, keep what is kept', /\((?:conversations|concerns|dialogs)\/.*\)$/u],
  ['doors, alerts, log, schedule', /\(bot\/.*\)$/u],
];

/**
 * The share of each part: what a function takes by itself goes to the part that it belongs to, and where it belongs to
 * none, as a library or a part of Node does that anybody may use, to that of whoever called it.
 */
export function sharesOfParts(bars: readonly Bar[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  const add = ({ name, self, inside }: Bar, caller: string): void => {
    const part = parts.find(([, is]) => is.test(name))?.[0] ?? caller;
    shares.set(part, (shares.get(part) ?? 0) + self);
    for (const inner of inside) add(inner, part);
  };
  for (const bar of bars) add(bar, 'Node and all else');
  return shares;
}

/** A column of a table, with its name and the share of each part. */
export interface Column {
  readonly name: string;
  readonly shares: ReadonlyMap<string, number>;
}

/** The parts as a table of docs/performance.md, the widest of the first column first; none that is under a hundredth in all. */
export function tableOfParts(columns: readonly Column[]): string {
  const shareIn = ({ shares }: Column, part: string): number => shares.get(part) ?? 0;
  const found = [...new Set(columns.flatMap(({ shares }) => [...shares.keys()]))]
    .filter((part) => columns.some((column) => shareIn(column, part) >= 0.005))
    .sort((a, b) => (columns[0] ? shareIn(columns[0], b) - shareIn(columns[0], a) : 0));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...columns.map(({ name }) => name)]),
    line(['---', ...columns.map(() => '---')]),
    ...found.map((part) => line([part, ...columns.map((column) => `${(100 * shareIn(column, part)).toFixed(0)}%`)])),
  ].join('\n');
}
