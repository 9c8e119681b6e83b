import type { DeliveryBatchStore, DeliveryRunStore, SubscriberStore } from '../../../core/ports/campaign-stores.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import {
  cancelBatch,
  type DeliveryBatch,
  type DeliveryRun,
  emptyTally,
  endRunIfDone,
  tallyTotal,
  planBatch,
  sentMessages,
  withPlannedBatches,
  withTally,
} from '../../../core/model/delivery.ts';
import type { Subscriber } from '../../../core/model/subscriber.ts';
import type { Day } from '../../../core/model/calendar.ts';
import { deliveryBatchSize } from './send-rate.ts';
import type { BatchWriter } from './batch-sender.ts';

const maxBatches = 10;
const maxPages = 40;

type BatchPeople = readonly { readonly id: string; readonly activityId?: string }[];
interface PlanStep {
  readonly batches: readonly BatchPeople[];
  readonly after: string | undefined;
  readonly isWhole: boolean;
}

const isInAudience = (joined: DeliveryRun['joined'], { since }: Subscriber): boolean =>
  joined === undefined || (joined.from <= since && since <= joined.to);

/**
 * Writes each batch with its progress: another server goes on from there, and no one is in two batches. Memory holds a
 * few hundred people, never the audience.
 */
export function createRunPlanner(deps: {
  readonly runs: DeliveryRunStore;
  readonly parts: DeliveryBatchStore;
  readonly reach: Pick<SubscriberStore, 'page'>;
  readonly writer: BatchWriter;
  readonly today: () => Day;
  readonly isAbandoned: (runId: string, number: number, version: string) => boolean;
}) {
  const { runs, parts: batches, reach, writer, today, isAbandoned } = deps;

  async function planAudience({ planned, joined }: DeliveryRun): Promise<PlanStep> {
    const pieces: BatchPeople[] = [];
    let { after } = planned;
    for (let pages = 0; pieces.length < maxBatches && pages < maxPages; pages += 1) {
      const rows = (await reach.page(after, deliveryBatchSize)).map(({ value }) => value);
      after = rows.at(-1)?.id ?? after;
      const people = rows.filter((row) => isInAudience(joined, row)).map(({ id }) => ({ id }));
      if (people.length > 0) pieces.push(people);
      if (rows.length < deliveryBatchSize) return { batches: pieces, after, isWhole: true };
    }
    return { batches: pieces, after, isWhole: false };
  }

  /** `undefined` while a server may be at the batch of a cancelled run. */
  async function settleBatch(runId: string, number: number): Promise<DeliveryBatch | 'lost' | undefined> {
    const current = await batches.read(runId, number);
    if (current?.value === undefined) return 'lost';
    const { value, version } = current;
    if (value.stage === 'closed') return value;
    if (value.stage === 'planned' || isAbandoned(runId, number, version)) {
      await writer.close(cancelBatch(value), version);
    }
    const now = await batches.read(runId, number);
    return now?.value?.stage === 'closed' ? now.value : undefined;
  }

  async function planWithdrawal({ planned }: DeliveryRun, source: DeliveryRun): Promise<PlanStep> {
    const pieces: BatchPeople[] = [];
    let number = Number(planned.after ?? 0);
    for (; pieces.length < maxBatches && number < source.planned.parts; number += 1) {
      const batch = await settleBatch(source.id, number);
      if (batch === undefined) break;
      const messages = batch === 'lost' ? [] : sentMessages(batch);
      if (messages.length > 0) pieces.push(messages);
    }
    return { batches: pieces, after: String(number), isWhole: number >= source.planned.parts };
  }

  /** People who may or may not have a message count too: theirs stays. */
  async function withSourceUnknownOutcomes(run: DeliveryRun, sourceId: string): Promise<DeliveryRun> {
    const source = (await runs.read(sourceId))?.value;
    if (source === undefined) return run;
    const notKnown = source.tally.notKnown + Math.max(0, source.planned.people - tallyTotal(source.tally));
    const planned = { ...run.planned, people: run.planned.people + notKnown };
    return withTally({ ...run, planned }, { ...emptyTally, notKnown });
  }

  async function planNext({ value: run, version }: Versioned<DeliveryRun>): Promise<'goesOn' | 'waits'> {
    const source = run.of === undefined ? undefined : (await runs.read(run.of))?.value;
    // A withdrawal never falls back on everyone.
    if (run.kind === 'withdraw' && source === undefined) return 'waits';
    const cut = source === undefined ? await planAudience(run) : await planWithdrawal(run, source);
    const { batches: pieces, after, isWhole } = cut;
    if (pieces.length === 0 && !isWhole && after === run.planned.after) return 'waits';
    const people = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const next = withPlannedBatches(run, { people, parts: pieces.length, after, isWhole });
    const whole = isWhole && source !== undefined ? await withSourceUnknownOutcomes(next, source.id) : next;
    const value = endRunIfDone(whole, today());
    const plannedBatches = pieces.map((piece, at) => ({
      value: planBatch(run.id, run.planned.parts + at, piece),
      expectedVersion: undefined,
    }));
    if (plannedBatches.length > 0) await batches.write(plannedBatches, { value, expectedVersion: version });
    else await runs.write(value, version);
    return 'goesOn';
  }

  return async (runId: string, maySend: () => boolean): Promise<void> => {
    while (maySend()) {
      const run = await runs.read(runId);
      if (run === undefined || run.value.state !== 'running' || run.value.planned.isWhole) return;
      if ((await planNext(run)) === 'waits') return;
    }
  };
}
