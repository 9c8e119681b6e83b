import { z } from 'zod';
import type { Day } from '../terms/calendar.ts';
import { daySchema } from './case-record.ts';
import {
  deliveryTallySchema,
  emptyTally,
  type DeliveryPart,
  type DeliveryTally,
  peopleIn,
  runIdSchema,
  tallyOf,
  together,
} from './delivery-part.ts';
import { type StopReason, stopFor, stopReasonSchema, triedIn } from './stopped-run.ts';

/** How long the ids of messages are kept after a run, in days: a mistake in an item is noticed within days, not months. */
export const keptDays = 30;

/** The states of a run. `over`: everybody has an outcome. What is cancelled can be withdrawn, and does not go on. */
const runStates = ['running', 'paused', 'cancelled', 'over'] as const;

/** One message to one audience, and how far it has come. Who is in it stands in its parts. */
export const deliveryRunSchema = z.object({
  id: runIdSchema,
  kind: z.enum(['send', 'withdraw']),
  /** The run whose messages are withdrawn. */
  of: runIdSchema.optional(),
  /** Those who joined between two days, both included; everybody where it is missing. */
  joined: z.object({ from: daySchema, to: daySchema }).optional(),
  state: z.enum(runStates),
  /** How far its parts have been cut: so many people in so many parts, up to a row or a part of the other run. */
  planned: z.object({
    people: z.int().min(0),
    parts: z.int().min(0),
    after: z.string().optional(),
    isWhole: z.boolean(),
  }),
  /** The outcomes of the parts that are closed. */
  tally: deliveryTallySchema,
  /** Why it was paused by itself, until it goes on; and how many count as tried since then. */
  stopped: stopReasonSchema.optional(),
  triedBefore: z.int().min(0).optional(),
  endedOn: daySchema.optional(),
  /** Its parts are gone, and with them who was in it: only counts are left. */
  erased: z.literal(true).optional(),
});
export type DeliveryRun = z.infer<typeof deliveryRunSchema>;

/** A run to be started: one item to everybody, or to those who joined between two days. */
export interface Run {
  readonly id: string;
  readonly kind: 'send' | 'withdraw';
  readonly joined?: DeliveryRun['joined'];
}

/** The name of the run that withdraws the messages of another. */
export const withdrawalOf = (runId: string): string => `${runId}~withdraw`;

/** A run at its beginning: nobody is in it yet. */
export const newRun = ({ id, kind, joined }: Run, of?: string): DeliveryRun => ({
  id,
  kind,
  ...(of !== undefined && { of }),
  ...(joined && { joined }),
  state: 'running',
  planned: { people: 0, parts: 0, isWhole: false },
  tally: emptyTally,
});

/** The run with more parts cut, up to a place. */
export const withPlanned = (
  run: DeliveryRun,
  cut: {
    readonly people: number;
    readonly parts: number;
    readonly after: string | undefined;
    readonly isWhole: boolean;
  },
): DeliveryRun => ({
  ...run,
  planned: {
    people: run.planned.people + cut.people,
    parts: run.planned.parts + cut.parts,
    ...(cut.after !== undefined && { after: cut.after }),
    isWhole: cut.isWhole,
  },
});

/**
 * The run paused, where what it sends reaches nobody; `undefined` where it goes on. `open` are the parts that servers are
 * at. A withdrawal never is: what stands wrong is tried with everybody.
 */
export function stoppedRun(run: DeliveryRun, open: readonly DeliveryPart[]): DeliveryRun | undefined {
  if (run.kind !== 'send' || run.state !== 'running') return undefined;
  const why = stopFor(open.map(tallyOf).reduce(together, run.tally), run.triedBefore);
  if (why === undefined) return undefined;
  // All of an open part, since some of it is being tried: by that alone it would stop again when somebody has it go on.
  const triedBefore = triedIn(run.tally) + open.reduce((sum, { people }) => sum + people.length, 0);
  return { ...run, state: 'paused', stopped: why, triedBefore };
}

/** The run as somebody has it go on. */
export const resumedRun = ({ stopped: _stopped, ...run }: DeliveryRun): DeliveryRun => ({ ...run, state: 'running' });

const isDone = ({ planned, tally }: DeliveryRun): boolean => planned.isWhole && peopleIn(tally) >= planned.people;

/** The run over, where everybody has an outcome and nobody cancelled it; itself otherwise. */
export const endedIfDone = (run: DeliveryRun, today: Day): DeliveryRun =>
  (run.state === 'running' || run.state === 'paused') && isDone(run) ? { ...run, state: 'over', endedOn: today } : run;

/** The run with the outcomes of people whose part was closed. */
export const withTally = (run: DeliveryRun, tally: DeliveryTally): DeliveryRun => ({
  ...run,
  tally: together(run.tally, tally),
});

/** The run when no part of it is open any more: of whoever is in no tally nobody knows whether it arrived. */
export const withoutTheLost = (run: DeliveryRun): DeliveryRun =>
  withTally(run, { ...emptyTally, notKnown: Math.max(0, run.planned.people - peopleIn(run.tally)) });

/** How a run stands, in people. */
export interface DeliveryCounts extends DeliveryTally {
  readonly state: DeliveryRun['state'];
  readonly waiting: number;
  /** Why it was paused by itself. */
  readonly stopped?: StopReason;
}

/** The counts of a run, with the outcomes in parts that are not closed. Whoever waits in what was cancelled is cancelled. */
export function countsOf(run: DeliveryRun, open: readonly DeliveryTally[]): DeliveryCounts {
  const tally = open.reduce(together, run.tally);
  const left = Math.max(0, run.planned.people - peopleIn(tally));
  const isCancelled = run.state === 'cancelled';
  return {
    ...tally,
    state: run.state,
    ...(run.state === 'paused' && run.stopped && { stopped: run.stopped }),
    waiting: isCancelled ? 0 : left,
    cancelled: tally.cancelled + (isCancelled ? left : 0),
  };
}
