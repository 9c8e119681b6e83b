import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Counted } from '../metrics/event-counting.ts';
import type { EventLog } from '../running/event-log.ts';
import { type Asking, askingOf, sayTo } from './asking.ts';
import { closeWhatWasHandedTo } from './handed-on.ts';
import { endsInARow, pauseAfter } from './pause-between.ts';
import { toldSchema } from './talk.ts';

/** The outcome of a start: the port that all serve on, the code with which the first could not, or that a stop came first. */
export type Start =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'failed'; readonly code: number }
  | { readonly kind: 'stopped' };

/** Processes that serve on one port. */
export interface Workers {
  /** Starts one, and the others once that serves. Settles once each has served or ended. Never rejects. */
  start(): Promise<Start>;
  /** Those that serve now, to be asked. */
  readonly serving: () => readonly Asking[];
  /** Has all of them finish what is under way, and starts none any more. Again it is the same. */
  readonly stop: () => Promise<void>;
}

/** The end of one process. */
interface End {
  readonly by: string;
  readonly code: number;
  readonly livedMs: number;
  readonly port: number | undefined;
}

/** Past what the longest turn and its connections take, in milliseconds. */
const stopPatienceMs = 30_000;

/** Keeps so many processes serving: one that ends is followed by another, after a pause that grows while it happens again. */
export function createWorkers(deps: {
  readonly count: number;
  readonly log: EventLog;
  /** Says to whoever started the server why a process could not start. */
  readonly say: (sentence: string) => void;
  readonly onCounted: (counted: Counted) => void;
}): Workers {
  const { log } = deps;
  const living = new Set<Worker>();
  const serving = new Map<Worker, Asking>();
  const stopping = new AbortController();
  const lives: Promise<void>[] = [];
  let stopped: Promise<void> | undefined;
  let lastSaid: string | undefined;

  /** One process, from its start to its end. */
  async function life(onListening: (port: number) => void): Promise<End> {
    const began = performance.now();
    const worker = cluster.fork();
    closeWhatWasHandedTo(worker);
    living.add(worker);
    let port: number | undefined;
    worker.on('message', (message: unknown) => {
      const told = toldSchema.safeParse(message).data;
      if (told?.say === 'counted') told.counts.forEach(deps.onCounted);
      // The same trouble keeps each that is started meanwhile.
      if (told?.say === 'failed' && told.sentence !== lastSaid) deps.say(told.sentence);
      if (told?.say === 'failed') lastSaid = told.sentence;
      if (told?.say !== 'listening') return;
      lastSaid = undefined;
      port = told.port;
      serving.set(worker, askingOf(worker));
      onListening(port);
    });
    // Once what it told has been heard as well.
    const closed = once(worker.process, 'close');
    worker.once('exit', () => serving.delete(worker));
    const [code, signal] = await closed;
    living.delete(worker);
    const by = typeof signal === 'string' ? signal : `exit ${Number(code)}`;
    return { by, code: typeof code === 'number' ? code : 1, livedMs: performance.now() - began, port };
  }

  /** Follows one that ended by another, again and again. */
  async function keep(first: Promise<End>): Promise<void> {
    let ends = 0;
    for (let end = await first; !stopping.signal.aborted; ) {
      ends = endsInARow(ends, end.livedMs);
      const pauseMs = pauseAfter(ends);
      log({ event: 'workerEnded', by: end.by, pauseSeconds: pauseMs / 1_000 });
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      end = await life(() => stopping.signal.aborted || log({ event: 'workerStarted' }));
    }
  }

  /** Starts one of the first. Settles once it serves, or ended. */
  async function begin(): Promise<End | number> {
    const { promise, resolve } = Promise.withResolvers<number>();
    const end = life(resolve);
    const first = await Promise.race([promise, end]);
    // The first of all is followed by no other where it never served.
    if (typeof first === 'number' || lives.length > 0) lives.push(keep(end));
    return first;
  }

  async function stopAll(): Promise<void> {
    stopping.abort();
    for (const worker of living) sayTo(worker, { say: 'stop' });
    const impatient = setTimeout(() => {
      for (const worker of living) worker.process.kill('SIGKILL');
    }, stopPatienceMs);
    await Promise.all(lives);
    clearTimeout(impatient);
  }

  return {
    async start() {
      const first = await begin();
      if (typeof first !== 'number')
        return stopping.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', code: first.code };
      if (!stopping.signal.aborted) await Promise.all(Array.from({ length: deps.count - 1 }, begin));
      return { kind: 'listening', port: first };
    },
    serving: () => [...serving.values()],
    stop: () => (stopped ??= stopAll()),
  };
}
