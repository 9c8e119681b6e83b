import { readFileSync } from 'node:fs';
import { createSeededRandom } from '../support/seeded-random.ts';

/** A bug that was planted in the text of the product, before bugs were planted at exports. */
export interface DroppedBug {
  readonly area: string;
  readonly promise: string;
  readonly name: string;
  readonly tests: readonly string[];
}

/** The list of dropped bugs, whose header says where their text is. */
export const droppedBugs: readonly DroppedBug[] = readFileSync(new URL('dropped-bugs.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [area = '', promise = '', name = '', tests = ''] = line.split('\t');
    return { area, promise, name, tests: tests.split(' ') };
  });

/** Draws some of the dropped bugs by a seed: each as likely, the same ones for the same seed. */
export function sampleDroppedBugs(seed: number, count: number): readonly DroppedBug[] {
  const random = createSeededRandom(seed);
  const left = [...droppedBugs];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}
