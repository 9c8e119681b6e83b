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

/** In days, for withdrawing: a mistake in an item is noticed within days, not months. */
export const keptDays = 30;

const runStates = ['running', 'paused', 'cancelled', 'over'] as const;

export const deliveryRunSchema = z.object({
  id: runIdSchema,
  kind: z.enum(['send', 'withdraw']),
  of: runIdSchema.optional(),
  joined: z.object({ from: daySchema, to: daySchema }).optional(),
  state: z.enum(runStates),
  /** How far its parts are cut: up to a row, or to a part of the other run. */
  planned: z.object({
    people: z.int().min(0),
    parts: z.int().min(0),
    after: z.string().optional(),
    isWhole: z.boolean(),
  }),
  tally: deliveryTallySchema,
  stopped: stopReasonSchema.optional(),
  triedBefore: z.int().min(0).optional(),
  endedOn: daySchema.optional(),
  /** Its parts, and with them who was in it, are gone. */
  erased: z.literal(true).optional(),
});
export type DeliveryRun = z.infer<typeof deliveryRunSchema>;

export interface Run {
  readonly id: string;
  readonly kind: 'send' | 'withdraw';
  readonly joined?: DeliveryRun['joined'];
}

export const withdrawalOf = (runId: string): string => `${runId}~withdraw`;

export const newRun = ({ id, kind, joined }: Run, of?: string): DeliveryRun => ({
  id,
  kind,
  ...(of !== undefined && { of }),
  ...(joined && { joined }),
  state: 'running',
  planned: { people: 0, parts: 0, isWhole: false },
  tally: emptyTally,
});

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
 * The run paused if it reaches no one, or `undefined`. `open`: parts that servers are at. A withdrawal never pauses: a
 * wrong message is tried with everyone.
 */
export function stoppedRun(run: DeliveryRun, open: readonly DeliveryPart[]): DeliveryRun | undefined {
  if (run.kind !== 'send' || run.state !== 'running') return undefined;
  const why = stopFor(open.map(tallyOf).reduce(together, run.tally), run.triedBefore);
  if (why === undefined) return undefined;
  // All of the open parts are being tried: they alone must not stop it again when someone has it go on.
  const triedBefore = triedIn(run.tally) + open.reduce((sum, { people }) => sum + people.length, 0);
  return { ...run, state: 'paused', stopped: why, triedBefore };
}

export const resumedRun = ({ stopped: _stopped, ...run }: DeliveryRun): DeliveryRun => ({ ...run, state: 'running' });

const isDone = ({ planned, tally }: DeliveryRun): boolean => planned.isWhole && peopleIn(tally) >= planned.people;

export const endedIfDone = (run: DeliveryRun, today: Day): DeliveryRun =>
  (run.state === 'running' || run.state === 'paused') && isDone(run) ? { ...run, state: 'over', endedOn: today } : run;

export const withTally = (run: DeliveryRun, tally: DeliveryTally): DeliveryRun => ({
  ...run,
  tally: together(run.tally, tally),
});

/** No part is left: for those in no tally it is not known whether it arrived. */
export const withoutTheLost = (run: DeliveryRun): DeliveryRun =>
  withTally(run, { ...emptyTally, notKnown: Math.max(0, run.planned.people - peopleIn(run.tally)) });

export interface DeliveryCounts extends DeliveryTally {
  readonly state: DeliveryRun['state'];
  readonly waiting: number;
  readonly stopped?: StopReason;
}

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
