import { Worker } from 'node:worker_threads';
import type { PersonId } from '../../core/model/roles.ts';
import { answerDeadlineMs } from '../../dialogs/answer-deadline.ts';
import type { TopicParseResult } from '../../guidance/parse-topic.ts';
import type { Topic } from '../../guidance/topic.ts';
import type { Contacts } from '../../words/contacts.ts';
import type { PrintRequest } from '../http/print-topic.ts';
import { type TextJobRequest, type CheckedText, type PrintedDraft, type TextJob } from './text-jobs.ts';

/**
 * Half of an answer's deadline, so that the next person still gets one. The longest text takes about a second on a slow
 * machine.
 */
const deadlineMs = answerDeadlineMs / 2;
/** For one person: the page asks for three at once at most. */
const maxQueued = 8;

export class TextQueueFullError extends Error {
  override readonly name = 'TextQueueFullError';
}
/** Holds no word of the text. */
class TextJobError extends Error {
  override readonly name = 'TextJobError';
}

type Countdown = (ms: number, fire: () => void) => () => void;

/**
 * Reads and renders texts one at a time, off the server's thread. `by`, the person who asks, has one text in the line
 * at a time; `undefined` is the server itself. `tooMuch`: a text took too long, or broke the worker. Rejects with
 * TextQueueFullError or TextJobError.
 */
export interface TextWorkerQueue {
  read(by: PersonId | undefined, asked: TextJobRequest<'read'>): Promise<TopicParseResult | 'tooMuch'>;
  check(by: PersonId, asked: TextJobRequest<'check'>): Promise<CheckedText | 'tooMuch'>;
  printDraft(by: PersonId, asked: TextJobRequest<'printDraft'>): Promise<PrintedDraft | 'tooMuch'>;
  printTopic(
    by: PersonId | undefined,
    asked: TextJobRequest<'printTopic'>,
  ): Promise<Uint8Array | 'tooMuch' | undefined>;
  stop(): Promise<void>;
}

export interface TextWorkerQueueOptions {
  readonly countdown?: Countdown;
  readonly workerUrl?: URL;
}

type WorkerMessage<Value> =
  | { readonly kind: 'ready' | 'failed' | 'ended' }
  | { readonly kind: 'done'; readonly value: Value };

interface RunningWorker {
  readonly worker: Worker;
  onAnswer: (answer: WorkerMessage<never>) => void;
}

const defaultCountdown: Countdown = (ms, fire) => {
  const running = setTimeout(fire, ms);
  return () => clearTimeout(running);
};

const nextMessage = <Value>(begun: RunningWorker): Promise<WorkerMessage<Value>> =>
  new Promise((resolve) => {
    begun.onAnswer = resolve;
  });

function startWorker(program: URL, onEnd: () => void): RunningWorker {
  // The settings hold secrets.
  const worker = new Worker(program, { env: {}, execArgv: [], stdout: true, stderr: true });
  const begun: RunningWorker = { worker, onAnswer: () => undefined };
  // Libraries could write a person's text there.
  worker.stdout.resume();
  worker.stderr.resume();
  worker.unref();
  worker.on('message', (answer: WorkerMessage<never>) => begun.onAnswer(answer));
  worker.on('error', () => undefined);
  worker.on('exit', () => {
    onEnd();
    begun.onAnswer({ kind: 'ended' });
  });
  return begun;
}

/** Only the next of a person's texts waits in the line with others'. */
function createQueue(): <Value>(by: PersonId | undefined, work: () => Promise<Value>) => Promise<Value> {
  const people = new Map<PersonId | undefined, { last: Promise<unknown>; waiting: number }>();
  let tail: Promise<unknown> = Promise.resolve();
  return async (by, work) => {
    const own = people.get(by) ?? { last: Promise.resolve(), waiting: 0 };
    if (by !== undefined && own.waiting >= maxQueued) throw new TextQueueFullError();
    people.set(by, own);
    own.waiting += 1;
    const done = own.last.then(() => {
      const next = tail.then(work);
      tail = next.catch(() => undefined);
      return next;
    });
    own.last = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      own.waiting -= 1;
      if (own.waiting === 0) people.delete(by);
    }
  };
}

export function createTextWorkerQueue({
  countdown = defaultCountdown,
  workerUrl: program,
}: TextWorkerQueueOptions = {}): TextWorkerQueue {
  const workerUrl = program ?? new URL('./text-worker.mjs', import.meta.url);
  const enqueue = createQueue();
  let runningWorker: RunningWorker | undefined;
  let isStopped = false;

  async function startReadyWorker(): Promise<RunningWorker> {
    const one = startWorker(workerUrl, () => {
      if (runningWorker === one) runningWorker = undefined;
    });
    runningWorker = one;
    if ((await nextMessage(one)).kind !== 'ready') throw new TextJobError();
    return one;
  }

  async function runInWorker<Value>(job: TextJob): Promise<Value | 'tooMuch'> {
    if (isStopped) throw new TextJobError();
    const one = runningWorker ?? (await startReadyWorker());
    const answered = nextMessage<Value>(one);
    one.worker.postMessage(job, []);
    const callOff = countdown(deadlineMs, () => {
      if (runningWorker === one) runningWorker = undefined;
      void one.worker.terminate();
    });
    const answer = await answered;
    callOff();
    if (answer.kind === 'done') return answer.value;
    if (answer.kind === 'ended') return 'tooMuch';
    throw new TextJobError();
  }

  const runJob = <Value>(by: PersonId | undefined, job: TextJob): Promise<Value | 'tooMuch'> =>
    enqueue(by, () => runInWorker<Value>(job));
  return {
    read: (by, request) => runJob(by, { name: 'read', request }),
    check: (by, request) => runJob(by, { name: 'check', request }),
    printDraft: (by, request) => runJob(by, { name: 'printDraft', request }),
    printTopic: (by, request) => runJob(by, { name: 'printTopic', request }),
    async stop() {
      isStopped = true;
      await runningWorker?.worker.terminate();
    },
  };
}

/** Rejects with TextJobError, also if a topic is too much to render. */
export const createTopicPrinter =
  (
    texts: Pick<TextWorkerQueue, 'printTopic'>,
    { contacts, publicHost }: { readonly contacts: Contacts; readonly publicHost: string | undefined },
  ) =>
  async (topic: Topic, wanted: PrintRequest): Promise<Uint8Array | undefined> => {
    const printed = await texts.printTopic(undefined, { topic, ...wanted, contacts, publicHost });
    if (printed === 'tooMuch') throw new TextJobError();
    return printed;
  };
