import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether the long form was asked for: every pair, 200 reports. */
export const isLong = process.env['SLOW'] === '1';

/** Where the counts of one run are kept, for the command that prints them. */
export const countsFolder = join(import.meta.dirname, '../../test-results/faults');

/** Counts of what was tried and seen. */
export interface Tally {
  add(name: string, count?: number): void;
  readonly of: (name: string) => number;
  /** Keeps the counts under a title. */
  write(title: string): void;
}

export function createTally(): Tally {
  const counts = new Map<string, number>();
  return {
    add: (name, count = 1) => void counts.set(name, (counts.get(name) ?? 0) + count),
    of: (name) => counts.get(name) ?? 0,
    write(title) {
      mkdirSync(countsFolder, { recursive: true });
      const file = join(countsFolder, `${title.replaceAll(/\W+/gu, '-')}.json`);
      writeFileSync(file, `${JSON.stringify({ title, isLong, counts: Object.fromEntries(counts) }, undefined, 2)}\n`);
    },
  };
}
