import { availableParallelism } from 'node:os';
import { median } from '../figures.ts';
import { installArtefact } from '../installed-artefact.ts';
import { newProduction, type Production } from '../production.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { type Account, serveArguments, startProgram, today } from '../server-process.ts';

const megabyte = 1024 * 1024;

/** A way to begin the same server. */
interface Way {
  readonly name: string;
  readonly args: readonly string[];
  readonly production: Production;
  readonly account?: Account | undefined;
  readonly processes: number;
  /** Whether it is what a force runs, of which the most is asked. */
  readonly isAsked: boolean;
}

const startOf = async ({ args, production, account, processes }: Way) =>
  await startProgram(args, production.folder, { ...production.environment, WORKERS: String(processes) }, account);

/** One start: milliseconds to its first yes at `/readyz`, those of the processor until then, and megabytes. */
interface Started {
  readonly ready: number;
  readonly processor: number;
  readonly resident: number;
  readonly heap: number;
}

async function started(way: Way): Promise<Started> {
  const began = performance.now();
  const bot = await startOf(way);
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

/**
 * How soon a server is ready, and what it takes up then: out of the artefact, as a force has it, with its code compiled
 * before and without, and from the sources; by one process, and by as many as there are cores.
 */
export async function measureStart(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('Start');
  const cores = availableParallelism();
  const sources = { args: serveArguments(today), production: await newProduction(), isAsked: false };
  const artefact = scale.fromArtefact ? await installArtefact() : undefined;
  const theirs = artefact && { production: await newProduction(), account: artefact.account };
  if (theirs) artefact?.give(theirs.production);
  const ways: readonly Way[] = [
    ...(artefact && theirs
      ? [
          { name: 'the artefact', ...theirs, args: artefact.compiled, processes: 1, isAsked: true },
          { name: 'the artefact, not compiled before', ...theirs, args: artefact.plain, processes: 1, isAsked: false },
          {
            name: `the artefact by ${cores} processes`,
            ...theirs,
            args: artefact.compiled,
            processes: cores,
            isAsked: false,
          },
        ]
      : []),
    { name: 'the sources', ...sources, processes: 1 },
    { name: `the sources by ${cores} processes`, ...sources, processes: cores },
  ];
  const starts = new Map(ways.map((way) => [way, new Array<Started>()]));
  for (let start = 0; start < scale.starts; start += 1) {
    for (const way of ways) starts.get(way)?.push(await started(way));
  }
  const rows = ways.flatMap((way) => {
    const middle = (figure: keyof Started) => median(starts.get(way)?.map((one) => one[figure]) ?? []);
    const asked = (most: number) => (way.isAsked ? atMost(most) : undefined);
    const ready = row(`from the start to ready: ${way.name}`, middle('ready'), 'ms', asked(700));
    // Of several processes the first, which serves nobody, is the one that tells.
    if (way.processes > 1) return [ready];
    return [
      ready,
      row(`processor until ready: ${way.name}`, middle('processor'), 'ms'),
      row(`resident when ready: ${way.name}`, middle('resident'), 'MB', asked(250)),
      row(`heap when ready, after collections: ${way.name}`, middle('heap'), 'MB'),
    ];
  });
  await artefact?.remove();
  for (const production of new Set(ways.map((way) => way.production))) await production.remove();
  return rows;
}
