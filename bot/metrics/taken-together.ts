import type { EventTotal } from './event-counts.ts';
import { type Metric, metricTable } from './metric-table.ts';

/** One metric of a text in the format of Prometheus: the lines that describe it, and each sample by its name and labels. */
interface Block {
  readonly described: readonly string[];
  readonly samples: Map<string, number>;
}

const events = 'candour_events_total';
const table = new Map<string, Metric>(Object.entries(metricTable));
const ways: Readonly<Record<Metric['together'], (one: number, other: number) => number>> = {
  sum: (one, other) => one + other,
  most: Math.max,
  least: Math.min,
};

/** The name of a metric in a line, with or without what a histogram adds to it; `undefined` where it is none of ours. */
function metricOf(line: string): string | undefined {
  const [, name = ''] = /^(?:# (?:HELP|TYPE) )?(\w+)/u.exec(line) ?? [];
  return [name, name.replace(/_(?:bucket|count|sum)$/u, '')].find((one) => table.has(one));
}

function addText(blocks: Map<string, Block>, text: string): void {
  const described = new Map<string, string[]>();
  for (const line of text.split('\n')) {
    const name = metricOf(line);
    if (name === undefined || name === events) continue;
    if (line.startsWith('#')) {
      described.set(name, [...(described.get(name) ?? []), line]);
      continue;
    }
    const block = blocks.get(name) ?? { described: described.get(name) ?? [], samples: new Map() };
    blocks.set(name, block);
    const at = line.lastIndexOf(' ');
    const [sample, value] = [line.slice(0, at), Number(line.slice(at + 1))];
    const before = block.samples.get(sample);
    const together = ways[table.get(name)?.together ?? 'most'];
    block.samples.set(sample, before === undefined ? value : together(before, value));
  }
}

const eventLines = (totals: readonly EventTotal[]): readonly string[] => [
  `# HELP ${events} ${metricTable[events].help}`,
  `# TYPE ${events} counter`,
  ...totals.map(
    ({ event, reason, count }) => `${events}{event="${event}"${reason === '' ? '' : `,reason="${reason}"`}} ${count}`,
  ),
];

/**
 * The numbers of a server whose processes have numbers each, as texts in the format of Prometheus: each as `metricTable`
 * says, and the events that were counted for all of them. What a process says beside that is left out.
 */
export function takenTogether(texts: readonly string[], totals: readonly EventTotal[]): string {
  const blocks = new Map<string, Block>();
  for (const text of texts) addText(blocks, text);
  const lines = [...blocks.values()].flatMap(({ described, samples }) => [
    ...described,
    ...[...samples].map(([sample, value]) => `${sample} ${value}`),
  ]);
  return [...lines, ...eventLines(totals), ''].join('\n');
}
