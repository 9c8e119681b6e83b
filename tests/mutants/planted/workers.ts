import type { Mutant } from '../mutant.ts';

const served = 'tests/bot/workers/served-by-two.test.ts';
const health = 'tests/bot/workers/health-of-all.test.ts';

/** Bugs in several processes on one port. */
export const byWorkers: readonly Mutant[] = [
  {
    name: 'a process that ended is followed by no other',
    promise: 'durable',
    file: 'bot/workers/workers.ts',
    find: "end = await life(() => stopping.signal.aborted || log({ event: 'workerStarted' }));",
    put: 'return;',
    tests: [served],
  },
  {
    name: 'a server that cannot start keeps to itself why',
    promise: 'truthful',
    file: 'bot/workers/workers.ts',
    find: 'told.sentence !== lastSaid) deps.say(told.sentence);',
    put: 'told.sentence === lastSaid) deps.say(told.sentence);',
    tests: [served],
  },
  {
    name: 'a server that could not start ends as one that was told to',
    promise: 'truthful',
    file: 'bot/workers/lead-server.ts',
    find: "if (start.kind === 'failed') process.exitCode = start.code;",
    put: '',
    tests: [served],
  },
  {
    name: 'processes go on without the one that looks after them',
    promise: 'durable',
    file: 'bot/workers/as-worker.ts',
    find: '    if (isServing) void end();',
    put: '    if (isServing) return;',
    tests: [served],
  },
  {
    name: 'a server is ready although one of its processes can save nothing',
    promise: 'durable',
    file: 'bot/workers/health-of-all.ts',
    find: 'ready.length === 0 || ready.length < answers.length',
    put: 'ready.length === 0',
    tests: [health],
  },
  {
    name: 'a server is alive although one of its processes hangs',
    promise: 'alerted',
    file: 'bot/workers/health-of-all.ts',
    find: 'answers.every((answer) => answer === true)',
    put: 'answers.some((answer) => answer === true)',
    tests: [health],
  },
  {
    name: 'a store that one process cannot reach is told as one that all reach',
    promise: 'alerted',
    file: 'bot/metrics/taken-together.ts',
    find: '  least: Math.min,',
    put: '  least: Math.max,',
    tests: ['tests/bot/metrics/taken-together.test.ts'],
  },
  {
    name: 'what failed once in each process is counted once',
    promise: 'alerted',
    file: 'bot/workers/counted-away.ts',
    find: 'times: (waiting.get(key)?.times ?? 0) + 1',
    put: 'times: 1',
    tests: ['tests/bot/workers/counted-away.test.ts'],
  },
  {
    name: 'a process that ends again and again is started again at once',
    promise: 'durable',
    file: 'bot/workers/pause-between.ts',
    find: 'Math.min(longestMs, firstMs * 2 ** Math.max(0, ends - 1))',
    put: 'Math.min(longestMs, firstMs * 2 ** Math.max(0, 1 - ends))',
    tests: ['tests/bot/workers/pause-between.test.ts'],
  },
  {
    name: 'who came to a process that ended waits for ever',
    promise: 'truthful',
    file: 'bot/workers/workers.ts',
    find: '    closeWhatWasHandedTo(worker);\n',
    put: '',
    tests: [served],
  },
];
