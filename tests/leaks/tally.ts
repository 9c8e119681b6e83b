import { afterAll } from '@jest/globals';

/** What a test file looked through, printed when it ends: a look that saw nothing proves nothing. */
export interface Tally {
  add(what: string, count?: number): void;
}

/** A tally of the test file that makes it. */
export function createTally(name: string): Tally {
  const counts = new Map<string, number>();
  afterAll(() => {
    const lines = [...counts].map(([what, count]) => `${count.toLocaleString('en-GB')} ${what}`);
    process.stdout.write(`${name}: ${lines.join(', ')}\n`);
  });
  return {
    add: (what, count = 1) => {
      counts.set(what, (counts.get(what) ?? 0) + count);
    },
  };
}

/** Whether the long form was asked for (`npm run test:leaks`); `npm test` runs the short one. */
export const isLong = process.env['LEAKS'] === 'long';
