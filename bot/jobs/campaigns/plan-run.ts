import type { DeliveryParts, DeliveryRuns, ReachStore } from '../../../core/ports/campaign-store.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import {
  cancelledPart,
  type DeliveryPart,
  type DeliveryRun,
  emptyTally,
  endedIfDone,
  peopleIn,
  plannedPart,
  sentMessages,
  withPlanned,
  withTally,
} from '../../../core/model/delivery.ts';
import type { ReachRow } from '../../../core/model/subscriber.ts';
import type { Day } from '../../../core/model/calendar.ts';
import { partSize } from './send-rate.ts';
import type { PartWriter } from './send-batch.ts';

const partsAtOnce = 10;
const pagesAtOnce = 40;

type Piece = readonly { readonly id: string; readonly activityId?: string }[];
interface Cut {
  readonly pieces: readonly Piece[];
  readonly after: string | undefined;
  readonly isWhole: boolean;
}

const isIn = (joined: DeliveryRun['joined'], { since }: ReachRow): boolean =>
  joined === undefined || (joined.from <= since && since <= joined.to);

/**
 * Cuts runs into parts, each write with how far it has come: another server goes on from there, and no one is in two
 * parts. Memory holds a few hundred people, never the audience.
 */
export function createPlanner(deps: {
  readonly runs: DeliveryRuns;
  readonly parts: DeliveryParts;
  readonly reach: Pick<ReachStore, 'page'>;
  readonly writer: PartWriter;
  readonly today: () => Day;
  readonly isAbandoned: (runId: string, number: number, version: string) => boolean;
}) {
  const { runs, parts, reach, writer, today, isAbandoned } = deps;

  async function cutAudience({ planned, joined }: DeliveryRun): Promise<Cut> {
    const pieces: Piece[] = [];
    let { after } = planned;
    for (let pages = 0; pieces.length < partsAtOnce && pages < pagesAtOnce; pages += 1) {
      const rows = (await reach.page(after, partSize)).map(({ value }) => value);
      after = rows.at(-1)?.id ?? after;
      const people = rows.filter((row) => isIn(joined, row)).map(({ id }) => ({ id }));
      if (people.length > 0) pieces.push(people);
      if (rows.length < partSize) return { pieces, after, isWhole: true };
    }
    return { pieces, after, isWhole: false };
  }

  /** `undefined` while a server may be at the part of a cancelled run. */
  async function settled(runId: string, number: number): Promise<DeliveryPart | 'lost' | undefined> {
    const standing = await parts.read(runId, number);
    if (standing?.value === undefined) return 'lost';
    const { value, version } = standing;
    if (value.stage === 'closed') return value;
    if (value.stage === 'planned' || isAbandoned(runId, number, version)) {
      await writer.close(cancelledPart(value), version);
    }
    const now = await parts.read(runId, number);
    return now?.value?.stage === 'closed' ? now.value : undefined;
  }

  async function cutMessages({ planned }: DeliveryRun, source: DeliveryRun): Promise<Cut> {
    const pieces: Piece[] = [];
    let number = Number(planned.after ?? 0);
    for (; pieces.length < partsAtOnce && number < source.planned.parts; number += 1) {
      const part = await settled(source.id, number);
      if (part === undefined) break;
      const messages = part === 'lost' ? [] : sentMessages(part);
      if (messages.length > 0) pieces.push(messages);
    }
    return { pieces, after: String(number), isWhole: number >= source.planned.parts };
  }

  /** The withdrawal counts as well people who may or may not have a message: theirs stays. */
  async function withTheUnknown(run: DeliveryRun, sourceId: string): Promise<DeliveryRun> {
    const source = (await runs.read(sourceId))?.value;
    if (source === undefined) return run;
    const notKnown = source.tally.notKnown + Math.max(0, source.planned.people - peopleIn(source.tally));
    const planned = { ...run.planned, people: run.planned.people + notKnown };
    return withTally({ ...run, planned }, { ...emptyTally, notKnown });
  }

  async function cutNext({ value: run, version }: Versioned<DeliveryRun>): Promise<'goesOn' | 'waits'> {
    const source = run.of === undefined ? undefined : (await runs.read(run.of))?.value;
    // A withdrawal never falls back on everyone.
    if (run.kind === 'withdraw' && source === undefined) return 'waits';
    const cut = source === undefined ? await cutAudience(run) : await cutMessages(run, source);
    const { pieces, after, isWhole } = cut;
    if (pieces.length === 0 && !isWhole && after === run.planned.after) return 'waits';
    const people = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const next = withPlanned(run, { people, parts: pieces.length, after, isWhole });
    const whole = isWhole && source !== undefined ? await withTheUnknown(next, source.id) : next;
    const value = endedIfDone(whole, today());
    const made = pieces.map((piece, at) => ({
      value: plannedPart(run.id, run.planned.parts + at, piece),
      over: undefined,
    }));
    if (made.length > 0) await parts.write(made, { value, over: version });
    else await runs.write(value, version);
    return 'goesOn';
  }

  return async (runId: string, maySend: () => boolean): Promise<void> => {
    while (maySend()) {
      const run = await runs.read(runId);
      if (run === undefined || run.value.state !== 'running' || run.value.planned.isWhole) return;
      if ((await cutNext(run)) === 'waits') return;
    }
  };
}
