import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';

/**
 * What a served bot says to the one who started it: where it listens, then what it uses each time it is asked: the processor
 * since its start, and bytes of memory.
 */
export const saidSchema = z.discriminatedUnion('said', [
  z.object({ said: z.literal('ready'), port: z.int() }),
  z.object({
    said: z.literal('use'),
    processorMs: z.number(),
    heap: z.number(),
    outside: z.number(),
    resident: z.number(),
    residentBefore: z.number(),
  }),
]);
export type Said = z.infer<typeof saidSchema>;

setFlagsFromString('--expose-gc');
const collect = z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'));

function use(): Said {
  const { user, system } = process.cpuUsage();
  const processorMs = (user + system) / 1_000;
  const residentBefore = process.memoryUsage.rss();
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { said: 'use', processorMs, heap: heapUsed, outside: external, resident: rss, residentBefore };
}

const say = (said: Said): void => {
  process.send?.(said);
};

/** Says that the bot listens, answers questions about what it uses, and ends it when asked to or left alone. */
export function talk(port: number, stop: () => Promise<void>): void {
  const end = (): void => void stop().finally(() => process.exit(0));
  process.on('message', (asked) => {
    if (asked === 'use') say(use());
    if (asked === 'stop') end();
  });
  process.once('disconnect', end);
  say({ said: 'ready', port });
}
