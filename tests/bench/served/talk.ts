import cluster, { type Worker } from 'node:cluster';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { collectGarbage } from '../timed.ts';

/** What a process used of the processor since its start, in milliseconds: by all its threads, and by the first alone. */
const processorSchema = z.object({
  said: z.literal('processor'),
  processorMs: z.number(),
  firstThreadMs: z.number(),
});
type Processor = Omit<z.infer<typeof processorSchema>, 'said'>;

function processor(): Processor {
  const [all, first] = [process.cpuUsage(), process.threadCpuUsage()];
  return {
    processorMs: (all.user + all.system) / 1_000,
    firstThreadMs: (first.user + first.system) / 1_000,
  };
}

/** The same of a worker; nothing is known of one that ends meanwhile. */
function processorOf(worker: Worker): Promise<Processor> {
  return new Promise((resolve) => {
    const settle = (used: Processor): void => {
      worker.off('message', hear);
      worker.off('exit', ended);
      resolve(used);
    };
    const hear = (message: unknown): void => {
      const { data } = processorSchema.safeParse(message);
      if (data) settle(data);
    };
    const ended = (): void => settle({ processorMs: Number.NaN, firstThreadMs: Number.NaN });
    worker.on('message', hear);
    worker.once('exit', ended);
    worker.send('processor');
  });
}

async function processorOfAll(): Promise<Processor> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const all = [processor(), ...(await Promise.all(workers.map(processorOf)))];
  const sum = (of: (one: Processor) => number): number => all.reduce((so, one) => so + of(one), 0);
  return { processorMs: sum((one) => one.processorMs), firstThreadMs: sum((one) => one.firstThreadMs) };
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

/** Answers the process that started this one what this one and its workers use, and other questions by their names. */
export function answerQuestions(more: Answers = {}): void {
  const answers: Answers = { processor: processorOfAll, memory, ...more };
  process.on('message', (asked) => {
    const answer = typeof asked === 'string' && Object.hasOwn(answers, asked) ? answers[asked] : undefined;
    if (answer) void Promise.resolve(answer()).then((said) => process.send?.({ said: asked, ...said }));
  });
}

/** Says that this process is ready, answers questions, and ends it if it is asked to or left alone. */
export function talk(ready: object, stop: () => Promise<unknown>, answers: Answers = {}): void {
  const end = (): void => void stop().finally(() => process.exit(0));
  answerQuestions(answers);
  process.on('message', (asked) => {
    if (asked === 'stop') end();
  });
  process.once('disconnect', end);
  process.send?.({ said: 'ready', ...ready });
}
