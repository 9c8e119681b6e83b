import { randomUUID } from 'node:crypto';
import type { DeliveryParts, DeliveryRuns, ReachStore } from '../../../core/ports/campaign-store.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import {
  aboutToSendTo,
  cancelledPart,
  closedPart,
  type DeliveryOutcome,
  type DeliveryPart,
  type DeliveryRun,
  endedIfDone,
  lostPart,
  nextPeople,
  noted,
  putBack,
  takenOver,
  tallyOf,
  type WaitingPerson,
  withTally,
} from '../../../core/model/delivery.ts';
import { choiceOn, type ReachRow } from '../../../core/model/subscriber.ts';
import type { Day } from '../../../core/model/calendar.ts';
import type { Language } from '../../../core/model/language.ts';
import type { ChannelConnection } from '../../teams/channel-connection.ts';
import type { MessageOf } from './item-messages.ts';
import { type Attempted, sendingFailed, withdrawingFailed } from './delivery-outcome.ts';
import type { Pace, Timing } from './send-rate.ts';

const mostStoreTroubles = 30;
const longestRestMs = 30_000;

interface PartOfARun {
  readonly number: number;
  readonly run: () => DeliveryRun | undefined;
  readonly messages: Messages;
  readonly isAbandoned: boolean;
}

/**
 * Sends to the people of one part, until each has an outcome, the run ends, or another server has taken the part.
 * People are written down before they are sent anything, with the outcomes of those before them. Throws StoreError if
 * the store does not answer for long.
 */
export function createSendPart(deps: {
  readonly parts: DeliveryParts;
  readonly reach: Pick<ReachStore, 'page' | 'read'>;
  readonly writer: PartWriter;
  readonly pace: Pace;
  readonly sendToPerson: SendToPerson;
  readonly maySend: () => boolean;
  readonly wait: (ms: number) => Promise<void>;
  readonly timing: Timing;
}) {
  const { parts, reach, writer, pace, sendToPerson, maySend, wait, timing } = deps;

  const rowsWhenRead = async (people: Parameters<typeof rowsOf>[1]) => {
    for (let tries = 0; ; tries += 1) {
      try {
        return await rowsOf(reach, people);
      } catch (error) {
        if (!(error instanceof StoreError) || tries >= mostStoreTroubles) throw error;
        await wait(timing.breathMs * 2 ** Math.min(tries, 6));
      }
    }
  };

  async function go(first: DeliveryPart, over: string, { run: runNow, messages }: PartOfARun): Promise<void> {
    let [part, version, isNoted, rested] = [first, over, true, 0];
    const note = async (value: DeliveryPart): Promise<boolean> => {
      const next = await writer.put(value, version);
      if (next === undefined) return false;
      [part, version, isNoted] = [value, next, true];
      return true;
    };
    for (;;) {
      const run = runNow();
      if (run?.state === 'cancelled') return writer.close(cancelledPart(part), version);
      const whole = closedPart(part);
      if (whole) return writer.close(whole, version);
      if (run?.state !== 'running' || !maySend()) {
        await note(putBack(part));
        return;
      }
      const [next, ...more] = nextPeople(part, pace.window());
      const isTooSoon = next !== undefined && next.tries > rested;
      if (next === undefined || isTooSoon) {
        if (!isNoted && !(await note(part))) return;
        rested = next?.tries ?? rested;
        await wait(isTooSoon ? Math.min(longestRestMs, timing.againMs * 2 ** (rested - 1)) : timing.breathMs);
        continue;
      }
      const people = [next, ...more.filter(({ tries }) => tries === next.tries)];
      const rowOf = await rowsWhenRead(people);
      if (!(await note(aboutToSendTo(part, people)))) return;
      const outcomes = await Promise.all(
        people.map(async (person) => ({
          person,
          outcome: await sendToPerson(run.kind, person, rowOf(person.id), messages),
        })),
      );
      [part, isNoted] = [noted(part, outcomes), false];
      if (outcomes.some(({ outcome }) => outcome.kind === 'untried')) await wait(timing.breathMs);
    }
  }

  return async (asked: PartOfARun): Promise<void> => {
    const run = asked.run();
    if (run === undefined) return;
    const standing = await parts.read(run.id, asked.number);
    if (standing === undefined || standing.value?.stage === 'closed') return;
    if (standing.value === undefined) {
      // Its people are lost; the run counts them at its end.
      await parts.write([{ value: lostPart(run.id, asked.number), over: standing.version }]);
      return;
    }
    if (standing.value.stage === 'begun' && !asked.isAbandoned) return;
    await go(takenOver(standing.value, run.kind === 'withdraw'), standing.version, asked);
  };
}

export type Messages = Readonly<Record<Language, Awaited<ReturnType<MessageOf>>>>;

const delivered = (activityId: string): Attempted => ({
  outcome: { kind: 'sent', activityId },
  says: { isTroubled: false },
});

export function createSendToPerson(deps: {
  readonly connectionTo: (serviceUrl: string) => Pick<ChannelConnection, 'say' | 'update'>;
  readonly today: () => Day;
  readonly pace: Pace;
  readonly pauseAll: (ms: number) => void;
}) {
  const { connectionTo, today, pace, pauseAll } = deps;

  async function attempted(
    kind: DeliveryRun['kind'],
    { conversationId, serviceUrl, language }: Exclude<FoundRow, string>,
    person: WaitingPerson,
    messages: Messages,
  ): Promise<Attempted> {
    const message = messages[language];
    if (message === undefined) return { outcome: { kind: 'untried' }, says: { isTroubled: false } };
    try {
      const connection = connectionTo(serviceUrl);
      if (kind === 'withdraw') {
        await connection.update(conversationId, person.activityId, message);
        return delivered(person.activityId);
      }
      const { activityId } = await connection.say(conversationId, message);
      // Something other than a channel answered that it was done.
      return activityId === undefined ? sendingFailed(undefined) : delivered(activityId);
    } catch (error) {
      return kind === 'withdraw' ? withdrawingFailed(error) : sendingFailed(error);
    }
  }

  return async (
    kind: DeliveryRun['kind'],
    person: WaitingPerson,
    row: FoundRow,
    messages: Messages,
  ): Promise<DeliveryOutcome> => {
    if (row === 'gone') return { kind: 'gone' };
    if (row === 'unreadable') return { kind: 'failed', reason: 'unreadable' };
    // Someone who wants no messages has one less when theirs is withdrawn.
    if (kind === 'send' && choiceOn(row, today()) !== 'receive') return { kind: 'optedOut' };
    if (!(await pace.turn())) return { kind: 'untried' };
    const { outcome, says } = await attempted(kind, row, person, messages);
    const pauseMs = pace.heard(says, row.conversationId);
    if (pauseMs !== undefined) pauseAll(pauseMs);
    return outcome;
  };
}
type SendToPerson = ReturnType<typeof createSendToPerson>;

const mostWalked = 60;

type FoundRow = ReachRow | 'gone' | 'unreadable';

/**
 * Read now, so that someone who opted out a moment ago is sent nothing. People are neighbours, so one look finds nearly
 * all. Throws StoreError.
 */
export async function rowsOf(
  reach: Pick<ReachStore, 'page' | 'read'>,
  people: readonly WaitingPerson[],
): Promise<(id: string) => FoundRow> {
  const ids = people.map(({ id }) => id).toSorted();
  const [first, last] = [ids.at(0), ids.at(-1)];
  const found = new Map<string, FoundRow>();
  if (first === undefined || last === undefined) return () => 'gone';
  const alone = async (id: string): Promise<void> => {
    const row = await reach.read(id);
    found.set(id, row === undefined ? 'gone' : (row.value ?? 'unreadable'));
  };
  await alone(first);
  if (ids.length > 1) {
    for (const { value } of await reach.page(first, Math.min(mostWalked, 2 * ids.length))) found.set(value.id, value);
  }
  for (const id of ids) if (!found.has(id)) await alone(id);
  return (id) => found.get(id) ?? 'gone';
}

/** The outcomes are in this server's memory alone until they are noted. */
const mostTries = 30;

/** Each throws StoreError if the store does not answer for long. */
export interface PartWriter {
  /** Returns the next version; `undefined` if another server has taken the part. */
  put(part: DeliveryPart, over: string): Promise<string | undefined>;
  /** Does nothing if another server has taken the part. */
  close(part: DeliveryPart, over: string): Promise<void>;
}

const isSame = (one: DeliveryPart, other: DeliveryPart | undefined): boolean =>
  one.writtenBy === other?.writtenBy &&
  one.stage === other?.stage &&
  one.states === other.states &&
  one.activityIds.join() === other.activityIds.join();

export function createPartWriter(deps: {
  readonly runs: DeliveryRuns;
  readonly parts: DeliveryParts;
  readonly today: () => Day;
  readonly ended: (run: DeliveryRun) => void;
  /** Later each time, and never at once for several servers. */
  readonly rest: (tries: number) => Promise<void>;
}): PartWriter {
  const { runs, parts, today, ended, rest } = deps;
  const writtenBy = randomUUID();

  async function insisted<T>(work: (tries: number) => Promise<T | 'again'>): Promise<T | undefined> {
    for (let tries = 0; ; tries += 1) {
      try {
        const result = await work(tries);
        if (result !== 'again') return result;
      } catch (error) {
        if (!(error instanceof StoreError) || tries >= mostTries) throw error;
      }
      if (tries >= mostTries) return undefined;
      await rest(tries);
    }
  }

  return {
    put: (part, over) =>
      insisted(async (tries) => {
        const value = { ...part, writtenBy };
        const written = await parts.write([{ value, over }]);
        if (written) return written[0];
        if (tries === 0) return undefined;
        // It may be an earlier write of this server, whose answer was lost.
        const standing = await parts.read(part.runId, part.number);
        return isSame(value, standing?.value) ? standing?.version : undefined;
      }),

    close: async (part, over) => {
      await insisted(async () => {
        const run = await runs.read(part.runId);
        if (run === undefined) return undefined;
        const value = endedIfDone(withTally(run.value, tallyOf(part)), today());
        if (await parts.write([{ value: part, over }], { value, over: run.version })) {
          if (value.state === 'over') ended(value);
          return undefined;
        }
        const standing = await parts.read(part.runId, part.number);
        // Another part of the run was closed meanwhile, or this one is no longer ours to close.
        return standing?.version === over ? 'again' : undefined;
      });
    },
  };
}
