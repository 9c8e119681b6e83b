import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What a process used of the processor since its start, in milliseconds: by all its threads, and by the first alone. */
function processor() {
  const [all, first] = [process.cpuUsage(), process.threadCpuUsage()];
  return {
    said: 'processor',
    processorMs: (all.user + all.system) / 1_000,
    firstThreadMs: (first.user + first.system) / 1_000,
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
    if (message === 'processor') process.send?.(processor());
    else if (message === 'memory') void memory().then((said) => process.send?.(said));
    else asked(message);
  });
}
