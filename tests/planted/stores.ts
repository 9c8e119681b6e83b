import { definePlantedBug } from './planted-bug.ts';

/** What a store answers, and what someone changed in it. */
export const storeBugs = [
  definePlantedBug({
    name: 'a trigger that someone planted in the file runs',
    promise: 'start-refuses-a-bad-store',
    module: () => import('../../storage/sqlite/schema-check.ts'),
    put: () => ({ assertSchema: () => undefined }),
    tests: [() => import('../storage/sqlite/schema-check.test.ts')],
  }),
];
