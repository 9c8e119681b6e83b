import { z } from 'zod';
import type { Day } from '../terms/calendar.ts';
import { daySchema } from './case-record.ts';
import {
  deliveryTallySchema,
  emptyTally,
  type DeliveryTally,
  peopleIn,
  runIdSchema,
  together,
} from './delivery-part.ts';

/** How long the ids of messages are kept after a run, in days: a mistake in an item is noticed within days, not months. */
export const keptDays = 30;

/** The states of a run. `over`: everybody has an outcome. What is cancelled can be withdrawn, and does not go on. */
export const runStates = ['running', 'paused', 'cancelled', 'over'] as const;

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
}

/** The counts of a run, with the outcomes in parts that are not closed. Whoever waits in what was cancelled is cancelled. */
export function countsOf(run: DeliveryRun, open: readonly DeliveryTally[]): DeliveryCounts {
  const tally = open.reduce(together, run.tally);
  const left = Math.max(0, run.planned.people - peopleIn(tally));
  const isCancelled = run.state === 'cancelled';
  return {
    ...tally,
    state: run.state,
    waiting: isCancelled ? 0 : left,
    cancelled: tally.cancelled + (isCancelled ? left : 0),
  };
}
