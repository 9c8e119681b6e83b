import { randomUUID } from 'node:crypto';
import type { DeliveryBatchStore, DeliveryRunStore, SubscriberStore } from '../../../core/ports/campaign-stores.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import {
  markSending,
  cancelBatch,
  closeBatchIfDone,
  type DeliveryOutcome,
  type DeliveryBatch,
  type DeliveryRun,
  endRunIfDone,
  createClosedBatch,
  nextDeliveries,
  recordOutcomes,
  requeueBatch,
  takeOverBatch,
  batchTally,
  type PendingDelivery,
  withTally,
} from '../../../core/model/delivery.ts';
import { effectiveSubscriptionPreference, type Subscriber } from '../../../core/model/subscriber.ts';
import type { Day } from '../../../core/model/calendar.ts';
import type { Language } from '../../../core/model/language.ts';
import type { ChannelConnection } from '../../teams/channel-connection.ts';
import type { RunMessageFactory } from './item-messages.ts';
import { type DeliveryAttempt, classifySendError, classifyWithdrawError } from './classify-delivery-error.ts';
import type { SendRateLimiter, SendTiming } from './send-rate.ts';

const maxStoreErrors = 30;
const maxBackoffMs = 30_000;

interface RunBatch {
  readonly number: number;
  readonly run: () => DeliveryRun | undefined;
  readonly messages: RunMessages;
  readonly isAbandoned: boolean;
}

/**
 * Sends until each person has an outcome, the run ends, or another server has taken the batch. People are written down
 * before they are sent anything, with the outcomes of those before them. Throws StoreError if the store does not answer
 * for long.
 */
export function createBatchSender(deps: {
  readonly parts: DeliveryBatchStore;
  readonly reach: Pick<SubscriberStore, 'page' | 'read'>;
  readonly writer: BatchWriter;
  readonly pace: SendRateLimiter;
  readonly sendToPerson: PersonSender;
  readonly maySend: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
  readonly timing: SendTiming;
}) {
  const { parts: batches, reach, writer, pace: sendRate, sendToPerson, maySend, wait, timing } = deps;

  const readRowsWithRetry = async (people: Parameters<typeof lookUpSubscribers>[1]) => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await lookUpSubscribers(reach, people);
      } catch (error) {
        if (!(error instanceof StoreError) || tries >= maxStoreErrors) throw error;
        await wait(timing.pollMs * 2 ** Math.min(tries, 6));
      }
    }
  };

  async function sendBatch(first: DeliveryBatch, over: string, { run: runNow, messages }: RunBatch): Promise<void> {
    let [batch, version, isNoted, waitedTries] = [first, over, true, 0];
    const note = async (value: DeliveryBatch): Promise<boolean> => {
      const next = await writer.save(value, version);
      if (next === undefined) return false;
      [batch, version, isNoted] = [value, next, true];
      return true;
    };
    for (;;) {
      const run = runNow();
      if (run?.state === 'cancelled') return writer.close(cancelBatch(batch), version);
      const whole = closeBatchIfDone(batch);
      if (whole) return writer.close(whole, version);
      if (run?.state !== 'running' || !maySend()) {
        await note(requeueBatch(batch));
        return;
      }
      const [next, ...more] = nextDeliveries(batch, sendRate.window());
      const isTooSoon = next !== undefined && next.attempts > waitedTries;
      if (next === undefined || isTooSoon) {
        if (!isNoted && !(await note(batch))) return;
        waitedTries = next?.attempts ?? waitedTries;
        await wait(isTooSoon ? Math.min(maxBackoffMs, timing.retryMs * 2 ** (waitedTries - 1)) : timing.pollMs);
        continue;
      }
      const people = [next, ...more.filter(({ attempts }) => attempts === next.attempts)];
      const findRow = await readRowsWithRetry(people);
      if (!(await note(markSending(batch, people)))) return;
      const outcomes = await Promise.all(
        people.map(async (person) => ({
          person,
          outcome: await sendToPerson(run.kind, person, findRow(person.id), messages),
        })),
      );
      [batch, isNoted] = [recordOutcomes(batch, outcomes), false];
      if (outcomes.some(({ outcome }) => outcome.kind === 'untried')) await wait(timing.pollMs);
    }
  }

  return async (request: RunBatch): Promise<void> => {
    const run = request.run();
    if (run === undefined) return;
    const current = await batches.read(run.id, request.number);
    if (current === undefined || current.value?.stage === 'closed') return;
    if (current.value === undefined) {
      // Its people are lost; the run counts them at its end.
      await batches.write([{ value: createClosedBatch(run.id, request.number), expectedVersion: current.version }]);
      return;
    }
    if (current.value.stage === 'begun' && !request.isAbandoned) return;
    await sendBatch(takeOverBatch(current.value, run.kind === 'withdraw'), current.version, request);
  };
}

export type RunMessages = Readonly<Record<Language, Awaited<ReturnType<RunMessageFactory>>>>;

const sentAttempt = (activityId: string): DeliveryAttempt => ({
  outcome: { kind: 'sent', activityId },
  feedback: { isFailing: false },
});

export function createPersonSender(deps: {
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'sendToChat' | 'update'>;
  readonly today: () => Day;
  readonly pace: SendRateLimiter;
  readonly pauseAll: (ms: number) => void;
}) {
  const { connectionTo, today, pace: sendRate, pauseAll } = deps;

  async function attemptDelivery(
    kind: DeliveryRun['kind'],
    { conversationId, serviceUrl, language }: Exclude<SubscriberLookup, string>,
    person: PendingDelivery,
    messages: RunMessages,
  ): Promise<DeliveryAttempt> {
    const message = messages[language];
    if (message === undefined) return { outcome: { kind: 'untried' }, feedback: { isFailing: false } };
    try {
      const connection = connectionTo(serviceUrl);
      if (kind === 'withdraw') {
        await connection.update(conversationId, person.activityId, message);
        return sentAttempt(person.activityId);
      }
      const { activityId } = await connection.sendToChat(conversationId, message);
      // Something other than a channel answered that it was done.
      return activityId === undefined ? classifySendError(undefined) : sentAttempt(activityId);
    } catch (error) {
      return kind === 'withdraw' ? classifyWithdrawError(error) : classifySendError(error);
    }
  }

  return async (
    kind: DeliveryRun['kind'],
    person: PendingDelivery,
    row: SubscriberLookup,
    messages: RunMessages,
  ): Promise<DeliveryOutcome> => {
    if (row === 'gone') return { kind: 'gone' };
    if (row === 'unreadable') return { kind: 'failed', reason: 'unreadable' };
    // Someone who wants no messages has one less if theirs is withdrawn.
    if (kind === 'send' && effectiveSubscriptionPreference(row, today()) !== 'receive') return { kind: 'optedOut' };
    if (!(await sendRate.acquire())) return { kind: 'untried' };
    const { outcome, feedback } = await attemptDelivery(kind, row, person, messages);
    const pauseMs = sendRate.recordFeedback(feedback, row.conversationId);
    if (pauseMs !== undefined) pauseAll(pauseMs);
    return outcome;
  };
}
type PersonSender = ReturnType<typeof createPersonSender>;

const maxScanned = 60;

type SubscriberLookup = Subscriber | 'gone' | 'unreadable';

/**
 * Read now, so that someone who just opted out gets nothing. People are neighbours, so one look finds nearly all.
 * Throws StoreError.
 */
export async function lookUpSubscribers(
  reach: Pick<SubscriberStore, 'page' | 'read'>,
  people: readonly PendingDelivery[],
): Promise<(id: string) => SubscriberLookup> {
  const ids = people.map(({ id }) => id).toSorted();
  const [first, last] = [ids.at(0), ids.at(-1)];
  const found = new Map<string, SubscriberLookup>();
  if (first === undefined || last === undefined) return () => 'gone';
  const readRow = async (id: string): Promise<void> => {
    const row = await reach.read(id);
    found.set(id, row === undefined ? 'gone' : (row.value ?? 'unreadable'));
  };
  await readRow(first);
  if (ids.length > 1) {
    for (const { value } of await reach.page(first, Math.min(maxScanned, 2 * ids.length))) found.set(value.id, value);
  }
  for (const id of ids) if (!found.has(id)) await readRow(id);
  return (id) => found.get(id) ?? 'gone';
}

/** Until they are noted, only this server's memory has the outcomes. */
const maxTries = 30;

/** Each throws StoreError if the store does not answer for long. */
export interface BatchWriter {
  /** Returns the next version; `undefined` if another server has taken the batch. */
  save(part: DeliveryBatch, over: string): Promise<string | undefined>;
  /** Does nothing if another server has taken the batch. */
  close(part: DeliveryBatch, over: string): Promise<void>;
}

const isSameBatch = (one: DeliveryBatch, other: DeliveryBatch | undefined): boolean =>
  one.writtenBy === other?.writtenBy &&
  one.stage === other?.stage &&
  one.states === other.states &&
  one.activityIds.join() === other.activityIds.join();

export function createBatchWriter(deps: {
  readonly runs: DeliveryRunStore;
  readonly parts: DeliveryBatchStore;
  readonly today: () => Day;
  readonly ended: (run: DeliveryRun) => void;
  /** Later each time, and never at once for several servers. */
  readonly rest: (tries: number) => Promise<void>;
}): BatchWriter {
  const { runs, parts: batches, today, ended: onRunEnded, rest: backOff } = deps;
  const writtenBy = randomUUID();

  async function retry<T>(work: (tries: number) => Promise<T | 'again'>): Promise<T | undefined> {
    for (let tries = 0; ; tries += 1) {
      try {
        const result = await work(tries);
        if (result !== 'again') return result;
      } catch (error) {
        if (!(error instanceof StoreError) || tries >= maxTries) throw error;
      }
      if (tries >= maxTries) return undefined;
      await backOff(tries);
    }
  }

  return {
    save: (part, over) =>
      retry(async (tries) => {
        const value = { ...part, writtenBy };
        const written = await batches.write([{ value, expectedVersion: over }]);
        if (written) return written[0];
        if (tries === 0) return undefined;
        // An earlier write of this server may have lost its answer.
        const current = await batches.read(part.runId, part.number);
        return isSameBatch(value, current?.value) ? current?.version : undefined;
      }),

    close: async (part, over) => {
      await retry(async () => {
        const run = await runs.read(part.runId);
        if (run === undefined) return undefined;
        const value = endRunIfDone(withTally(run.value, batchTally(part)), today());
        if (await batches.write([{ value: part, expectedVersion: over }], { value, expectedVersion: run.version })) {
          if (value.state === 'over') onRunEnded(value);
          return undefined;
        }
        const current = await batches.read(part.runId, part.number);
        // Another batch of the run was closed, or this one is no longer ours to close.
        return current?.version === over ? 'again' : undefined;
      });
    },
  };
}
