import { setImmediate } from 'node:timers/promises';
import { collectGarbage } from '../timing.ts';

/** What this process used of the processor since its start, in milliseconds: by all its threads, and by the first alone. */
function processor() {
  const [all, first] = [process.cpuUsage(), process.threadCpuUsage()];
  return {
    processorMs: (all.user + all.system) / 1_000,
    firstThreadMs: (first.user + first.system) / 1_000,
  };
}

/** One collection frees what the next frees more after: buffers outside the heap go in turns of the loop between them. */
const collections = 6;

/** What a process holds of memory, in bytes: as it is, and once nothing more is collected. */
async function memory() {
  const residentBefore = process.memoryUsage.rss();
  for (let turn = 0; turn < collections; turn += 1) {
    collectGarbage();
    await setImmediate();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: heapUsed, outside: external, resident: rss, residentBefore };
}

type Answers = Readonly<Record<string, () => object | Promise<object>>>;

/** Answers the process that started this one what this one uses, and other questions by their names. */
export function answerRequests(more: Answers = {}): void {
  const answers: Answers = { processor, memory, ...more };
  process.on('message', (asked) => {
    const answer = typeof asked === 'string' && Object.hasOwn(answers, asked) ? answers[asked] : undefined;
    if (answer) void Promise.resolve(answer()).then((said) => process.send?.({ said: asked, ...said }));
  });
}

/** Says that this process is ready, answers questions, and ends it if it is asked to or left alone. */
export function startIpc(ready: object, stop: () => Promise<unknown>, answers: Answers = {}): void {
  const end = (): void => void stop().finally(() => process.exit(0));
  answerRequests(answers);
  process.on('message', (asked) => {
    if (asked === 'stop') end();
  });
  process.once('disconnect', end);
  process.send?.({ said: 'ready', ...ready });
}
