import type { DeliveryParts, ReachStore } from '../../concerns/ports/campaign-store.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import {
  aboutToSendTo,
  cancelledPart,
  closedPart,
  type DeliveryPart,
  type DeliveryRun,
  lostPart,
  nextPeople,
  noted,
  putBack,
  takenOver,
} from '../../concerns/records/delivery.ts';
import type { Pace } from './pace.ts';
import { rowsOf } from './rows-of.ts';
import type { Messages, SendToPerson } from './send-to-person.ts';
import type { Timing } from './timing.ts';
import type { PartWriter } from './write-part.ts';

const mostStoreTroubles = 30;
const longestRestMs = 30_000;

export interface PartOfARun {
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
    /** False if another server has taken the part. */
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
