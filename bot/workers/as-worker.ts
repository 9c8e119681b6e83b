import cluster from 'node:cluster';
import type { Readiness } from '../http/health.ts';
import type { EventCounts } from '../metrics/event-counts.ts';
import type { EventLog, LogEvent } from '../running/event-log.ts';
import { createCountedAway } from './counted-away.ts';
import { askedSchema, type Question, type Told } from './talk.ts';

/** The answers of a process that serves, and its end. */
interface Serving {
  readonly port: number;
  readonly readiness: () => Promise<Readiness>;
  readonly numbers: (() => Promise<string>) | undefined;
  readonly stop: () => Promise<void>;
}

/** One of several processes that serve on one port, as it stands towards the first, which started it. */
export interface AsWorker {
  /** Whether no other was started before: it looks for all that is wrong, and speaks for all. */
  readonly isFirst: boolean;
  /** Counts events for the whole server. */
  readonly counts: EventCounts;
  /** The log of a server without what its first process says for all of them. */
  readonly ofWorker: (log: EventLog) => EventLog;
  /** Tells why it could not start, and ends with a code. */
  readonly failed: (sentence: string, code: number) => void;
  /** Tells that it serves. Until it is told to end, or nobody is there any more who would tell it. */
  readonly serves: (serving: Serving) => void;
}

const ofAll: ReadonlySet<LogEvent['event']> = new Set(['started', 'stopping', 'stopped']);
/** Events that each of them finds, and one says. */
const saidOnce: ReadonlySet<LogEvent['event']> = new Set(['storeUsedByNewer']);

function tell(told: Told, done: () => void = () => undefined): void {
  if (process.send === undefined || !process.connected) done();
  else process.send(told, undefined, undefined, done);
}

/** Stands as one of several processes, `undefined` where this is none. Ends it with the first process in any case. */
export function asWorker(): AsWorker | undefined {
  const { worker } = cluster;
  if (worker === undefined) return undefined;
  const isFirst = worker.id === 1;
  const counted = createCountedAway((counts) => tell({ say: 'counted', counts: [...counts] }));
  const served = Promise.withResolvers<Serving>();
  const isOwn = ({ event }: LogEvent) => !ofAll.has(event) && (isFirst || !saidOnce.has(event));
  let isServing = false;
  let isEnding = false;

  function leave(code: number): void {
    counted.flush();
    // What was told before has left when this has.
    tell({ say: 'counted', counts: [] }, () => process.exit(code));
  }
  async function end(): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    await (await served.promise).stop();
    leave(0);
  }
  async function answer(question: Question): Promise<unknown> {
    if (question === 'alive') return true;
    const { readiness, numbers } = await served.promise;
    return await (question === 'ready' ? readiness() : numbers?.());
  }

  process.on('message', (message) => {
    const asked = askedSchema.safeParse(message).data;
    if (asked?.say === 'stop') void end();
    if (asked?.say !== 'ask') return;
    const { number, question } = asked;
    void answer(question).then((said) => tell({ say: 'answer', number, answer: said }));
  });
  worker.once('disconnect', () => {
    // Node would end this process at once, in the middle of what it does.
    worker.exitedAfterDisconnect = true;
    if (isServing) void end();
    // Nothing is under way, and without the first process there is no port to listen on.
    else process.exit(1);
  });
  process.on('SIGTERM', () => void end());
  // A terminal tells all processes: the first one says when.
  process.on('SIGINT', () => undefined);

  return {
    isFirst,
    counts: {
      noticed: (event) => isOwn(event) && counted.noticed(event),
      totals: counted.totals,
    },
    ofWorker: (log) => (event) => isOwn(event) && log(event),
    failed: (sentence, code) => tell({ say: 'failed', sentence }, () => leave(code)),
    serves(serving) {
      isServing = true;
      served.resolve(serving);
      tell({ say: 'listening', port: serving.port });
    },
  };
}
