import type { Mutant } from '../mutant.ts';

const queue = 'storage/sqlite/write-queue.ts';
const ofTheQueue = 'tests/storage/sqlite/write-queue.test.ts';
const onAFile = 'tests/storage/sqlite/shared-commit.test.ts';

/** Bugs in what reports that share a commit have each to themselves. */
export const inAGroupCommit: readonly Mutant[] = [
  {
    name: 'what a write left when it failed is committed with the others',
    promise: 'durable',
    file: 'storage/sqlite/sqlite-file.ts',
    find: 'if (database.isTransaction) undo();',
    put: '',
    tests: [onAFile],
  },
  {
    name: 'a report is told of before its commit',
    promise: 'truthful',
    file: queue,
    find: '        file.commit();\n',
    put: '        for (const tell of done.values()) tell();\n        file.commit();\n',
    tests: [ofTheQueue, onAFile],
  },
  {
    name: 'a commit that failed is told as one that stands',
    promise: 'truthful',
    file: queue,
    find: 'refuse([...done.keys()], error);',
    put: 'for (const tell of done.values()) tell();',
    tests: [ofTheQueue, onAFile],
  },
  {
    name: 'one that finds the file full fails for all who were undone with it',
    promise: 'durable',
    file: queue,
    find: 'if (file.stands()) {',
    put: 'if (done.size > 0) {',
    tests: [ofTheQueue, onAFile],
  },
  {
    name: 'after the whole transaction was undone, the next ones are written outside of any',
    promise: 'truthful',
    file: queue,
    find: 'if (!file.stands()) break;',
    put: '',
    tests: [ofTheQueue, onAFile],
  },
  {
    name: 'any number shares a commit',
    promise: 'durable',
    file: queue,
    find: 'waiting.slice(0, mostTogether)',
    put: 'waiting.slice()',
    tests: [ofTheQueue],
  },
  {
    name: 'those who share a commit hold up everybody else for as long as they like',
    promise: 'durable',
    file: queue,
    find: 'if (now() - began >= longestTogetherMs) break;',
    put: '',
    tests: [ofTheQueue],
  },
  {
    name: 'whoever came last is written first',
    promise: 'truthful',
    file: queue,
    find: 'waiting.push(asked);',
    put: 'waiting.unshift(asked);',
    tests: [ofTheQueue],
  },
  {
    name: 'a disk that failed in the midst of a commit is told as nothing saved',
    promise: 'truthful',
    file: 'storage/sqlite/sqlite-file.ts',
    find: 'throw commitFailure(error);',
    put: 'throw sqliteFailure(error);',
    tests: [onAFile],
  },
  {
    name: 'each report has a commit of its own',
    promise: 'durable',
    file: queue,
    find: 'for (const waiter of waiting.slice(0, mostTogether)) {',
    put: 'for (const waiter of waiting.slice(0, 1)) {',
    tests: [ofTheQueue, onAFile],
  },
];
