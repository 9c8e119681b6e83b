import { median } from '../statistics.ts';
import type { Group } from '../group.ts';
import { installArtefact } from '../installed-artefact.ts';
import { type ServerOptions as Begun, startServer } from '../child-process.ts';
import { atMost, createRows } from '../row.ts';
import { createProductionEnvironment } from '../environment.ts';

const megabyte = 1024 * 1024;

/** A way to begin the same server. */
interface Way {
  readonly name: string;
  readonly server: Begun;
  /** Whether it is what a force runs, of which the most is asked. */
  readonly isAsked?: boolean;
}

/** One start: milliseconds to its first yes at `/readyz`, those of the processor until then, and megabytes. */
interface Started {
  readonly ready: number;
  readonly processor: number;
  readonly resident: number;
  readonly heap: number;
}

async function started({ server }: Way): Promise<Started> {
  const began = performance.now();
  const bot = await startServer(server);
  const { ok } = await fetch(new URL('/readyz', bot.endpoint));
  const took = performance.now() - began;
  const { processorMs } = await bot.processor();
  const { residentBefore, heap } = await bot.memory();
  await bot.stop();
  return {
    ready: ok ? took : Number.NaN,
    processor: processorMs,
    resident: residentBefore / megabyte,
    heap: heap / megabyte,
  };
}

export const start: Group = {
  name: 'start',
  title:
    'how soon a server is ready, and what it takes up then: out of the artefact, as a force has it, and from the sources',
  takes: 'two minutes',
  async *measure(scale) {
    const row = createRows('Start');
    const artefact = scale.isQuick ? undefined : await installArtefact();
    const productions = [await createProductionEnvironment(), await createProductionEnvironment()] as const;
    artefact?.give(productions[0]);
    const ways: readonly Way[] = [
      ...(artefact
        ? [
            {
              name: 'the artefact',
              server: { ...productions[0], account: artefact.account, args: artefact.args },
              isAsked: true,
            },
          ]
        : []),
      { name: 'the sources', server: productions[1] },
    ];
    const starts = new Map(ways.map((way) => [way, new Array<Started>()]));
    for (let start = 0; start < scale.starts; start += 1) {
      for (const way of ways) starts.get(way)?.push(await started(way));
    }
    await artefact?.remove();
    for (const production of productions) await production.remove();
    for (const way of ways) {
      const middle = (figure: keyof Started) => median(starts.get(way)?.map((one) => one[figure]) ?? []);
      const asked = (most: number) => (way.isAsked ? atMost(most) : undefined);
      yield [
        row(`from the start to ready: ${way.name}`, middle('ready'), 'ms', asked(700)),
        row(`processor until ready: ${way.name}`, middle('processor'), 'ms'),
        row(`resident when ready: ${way.name}`, middle('resident'), 'MB', asked(250)),
        row(`heap when ready, after collections: ${way.name}`, middle('heap'), 'MB'),
      ];
    }
  },
};
