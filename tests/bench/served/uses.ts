import cluster, { type Worker } from 'node:cluster';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';

/** What a process used of the processor since its start, in milliseconds: by all its threads, and by the first alone. */
const processorSchema = z.object({
  said: z.literal('processor'),
  processorMs: z.number(),
  firstThreadMs: z.number(),
});
type Processor = z.infer<typeof processorSchema>;

function processor(): Processor {
  const [all, first] = [process.cpuUsage(), process.threadCpuUsage()];
  return {
    said: 'processor',
    processorMs: (all.user + all.system) / 1_000,
    firstThreadMs: (first.user + first.system) / 1_000,
  };
}

/** The same of a process that this one looks after; nothing is known of one that ends meanwhile. */
function processorOf(worker: Worker): Promise<Processor> {
  return new Promise((resolve) => {
    const settle = (said: Processor): void => {
      worker.off('message', hear);
      worker.off('exit', ended);
      resolve(said);
    };
    const hear = (message: unknown): void => {
      const { data } = processorSchema.safeParse(message);
      if (data) settle(data);
    };
    const ended = (): void => settle({ said: 'processor', processorMs: Number.NaN, firstThreadMs: Number.NaN });
    worker.on('message', hear);
    worker.once('exit', ended);
    worker.send('processor');
  });
}

/** The same of this process and those that it looks after. */
async function processorOfAll(): Promise<Processor> {
  const workers = Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
  const all = [processor(), ...(await Promise.all(workers.map(processorOf)))];
  const sum = (of: (one: Processor) => number): number => all.reduce((so, one) => so + of(one), 0);
  return {
    said: 'processor',
    processorMs: sum(({ processorMs }) => processorMs),
    firstThreadMs: sum(({ firstThreadMs }) => firstThreadMs),
  };
}

/** One collection frees what the next frees more after: buffers outside the heap go in turns of the loop between them. */
const collections = 6;

/** What a process holds of memory, in bytes: as it is, and once nothing more is collected. */
async function memory() {
  const residentBefore = process.memoryUsage.rss();
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('this process cannot be told to collect');
  for (let turn = 0; turn < collections; turn += 1) {
    collect();
    await setImmediate();
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { said: 'memory', heap: heapUsed, outside: external, resident: rss, residentBefore };
}

/** Answers whoever started this process what it uses, as often as it is asked; `asked` is told of all else. */
export function answerUses(asked: (message: unknown) => void = () => undefined): void {
  process.on('message', (message) => {
    if (message === 'processor') void processorOfAll().then((said) => process.send?.(said));
    else if (message === 'memory') void memory().then((said) => process.send?.(said));
    else asked(message);
  });
}
