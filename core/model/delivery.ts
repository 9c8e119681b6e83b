import { z } from 'zod';
import type { Day } from './calendar.ts';
import { daySchema } from './case-record.ts';

/** A part of stores' names for the run. */
const runIdSchema = z.string().regex(/^[A-Za-z0-9:._~-]{1,120}$/u);

export const deliveryFailureReasons = ['refused', 'busy', 'unreachable', 'unreadable'] as const;
type FailureReason = (typeof deliveryFailureReasons)[number];

export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly activityId: string }
  | { readonly kind: 'notKnown' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'optedOut' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  | { readonly kind: 'again'; readonly reason: Extract<FailureReason, 'busy' | 'unreachable'> }
  | { readonly kind: 'untried' };

export const maxDeliveryAttempts = 8;
const sendingCode = 'a';
const cancelledCode = 'c';
const outcomeCodes = { sent: 's', notKnown: 'n', gone: 'g', optedOut: 'o' } as const;
const failureCodes = { refused: 'r', busy: 'b', unreachable: 'x', unreadable: 'u' } as const satisfies Record<
  FailureReason,
  string
>;

const batchStages = ['planned', 'begun', 'closed'] as const;
export type BatchStage = (typeof batchStages)[number];

/** Written often, so it is small: a letter a person, or for someone who waits a digit, the number of tries. */
export const deliveryBatchSchema = z
  .object({
    runId: runIdSchema,
    number: z.int().min(0),
    stage: z.enum(batchStages),
    people: z.array(z.string().min(1)).readonly(),
    states: z.string().regex(/^[0-7acsngorbxu]*$/u),
    /** For withdrawing; empty if there is none. */
    activityIds: z.array(z.string()).readonly(),
    writtenBy: z.string().optional(),
  })
  .refine(({ people, states, activityIds }) => people.length === states.length && people.length === activityIds.length);
export type DeliveryBatch = z.infer<typeof deliveryBatchSchema>;

export interface PendingDelivery {
  readonly index: number;
  readonly id: string;
  readonly activityId: string;
  readonly attempts: number;
}

export const planBatch = (
  runId: string,
  number: number,
  people: readonly { readonly id: string; readonly activityId?: string }[],
): DeliveryBatch => ({
  runId,
  number,
  stage: 'planned',
  people: people.map(({ id }) => id),
  states: '0'.repeat(people.length),
  activityIds: people.map(({ activityId = '' }) => activityId),
});

/** Replaces an unreadable batch: no one in it is sent anything more. */
export const createClosedBatch = (runId: string, number: number): DeliveryBatch => ({
  ...planBatch(runId, number, []),
  stage: 'closed',
});

const isPendingCode = (letter: string): boolean => letter >= '0' && letter <= '7';

export function nextDeliveries(
  { people, states, activityIds }: DeliveryBatch,
  max: number,
): readonly PendingDelivery[] {
  const waiting = people.flatMap((id, at) => {
    const letter = states[at] ?? '';
    return isPendingCode(letter)
      ? [{ index: at, id, activityId: activityIds[at] ?? '', attempts: Number(letter) }]
      : [];
  });
  return waiting.toSorted((one, other) => one.attempts - other.attempts || one.index - other.index).slice(0, max);
}

const replaceCodes = (states: string, changed: ReadonlyMap<number, string>): string =>
  Array.from(states, (letter, at) => changed.get(at) ?? letter).join('');
const mapCodes = (states: string, letterFor: (letter: string) => string): string =>
  Array.from(states, letterFor).join('');

export const markSending = (batch: DeliveryBatch, people: readonly PendingDelivery[]): DeliveryBatch => ({
  ...batch,
  stage: 'begun',
  states: replaceCodes(batch.states, new Map(people.map(({ index }) => [index, sendingCode]))),
});

function outcomeCode(outcome: DeliveryOutcome, attempts: number): string {
  switch (outcome.kind) {
    case 'failed':
      return failureCodes[outcome.reason];
    case 'again':
      return attempts + 1 < maxDeliveryAttempts ? String(attempts + 1) : failureCodes[outcome.reason];
    case 'untried':
      return String(attempts);
    default:
      return outcomeCodes[outcome.kind];
  }
}

export function recordOutcomes(
  batch: DeliveryBatch,
  outcomes: readonly { readonly person: PendingDelivery; readonly outcome: DeliveryOutcome }[],
): DeliveryBatch {
  const activityIds = [...batch.activityIds];
  for (const { person, outcome } of outcomes) {
    if (outcome.kind === 'sent') activityIds[person.index] = outcome.activityId;
  }
  const changed = new Map(outcomes.map(({ person, outcome }) => [person.index, outcomeCode(outcome, person.attempts)]));
  return { ...batch, states: replaceCodes(batch.states, changed), activityIds };
}

/** A message that was about to leave has an unknown outcome. A withdrawal may be repeated, so it waits again. */
export const takeOverBatch = (batch: DeliveryBatch, isRepeatable: boolean): DeliveryBatch => ({
  ...batch,
  states: mapCodes(batch.states, (letter) =>
    letter === sendingCode ? (isRepeatable ? '0' : outcomeCodes.notKnown) : letter,
  ),
});

export const requeueBatch = (batch: DeliveryBatch): DeliveryBatch => ({ ...batch, stage: 'planned' });

export const cancelBatch = (batch: DeliveryBatch): DeliveryBatch => ({
  ...batch,
  stage: 'closed',
  states: mapCodes(takeOverBatch(batch, false).states, (letter) => (isPendingCode(letter) ? cancelledCode : letter)),
});

/** `undefined` while someone in it has no outcome. */
export const closeBatchIfDone = (batch: DeliveryBatch): DeliveryBatch | undefined =>
  Array.from(batch.states).some((letter) => letter === sendingCode || isPendingCode(letter))
    ? undefined
    : { ...batch, stage: 'closed' };

export const sentMessages = ({ people, states, activityIds }: DeliveryBatch) =>
  people.flatMap((id, at) => (states[at] === outcomeCodes.sent ? [{ id, activityId: activityIds[at] ?? '' }] : []));

const deliveryTallySchema = z.object({
  sent: z.int().min(0),
  gone: z.int().min(0),
  optedOut: z.int().min(0),
  notKnown: z.int().min(0),
  cancelled: z.int().min(0),
  failed: z.partialRecord(z.enum(deliveryFailureReasons), z.int().min(0)),
});
export type DeliveryTally = z.infer<typeof deliveryTallySchema>;

export const emptyTally: DeliveryTally = { sent: 0, gone: 0, optedOut: 0, notKnown: 0, cancelled: 0, failed: {} };

export function batchTally({ states }: DeliveryBatch): DeliveryTally {
  const count = (letter: string): number => states.split(letter).length - 1;
  const failed = deliveryFailureReasons.map((reason) => [reason, count(failureCodes[reason])] as const);
  return {
    sent: count(outcomeCodes.sent),
    gone: count(outcomeCodes.gone),
    optedOut: count(outcomeCodes.optedOut),
    notKnown: count(outcomeCodes.notKnown),
    cancelled: count(cancelledCode),
    failed: Object.fromEntries(failed.filter(([, people]) => people > 0)),
  };
}

export function addTallies(one: DeliveryTally, other: DeliveryTally): DeliveryTally {
  const failed = deliveryFailureReasons.map(
    (reason) => [reason, (one.failed[reason] ?? 0) + (other.failed[reason] ?? 0)] as const,
  );
  return {
    ...one,
    sent: one.sent + other.sent,
    gone: one.gone + other.gone,
    optedOut: one.optedOut + other.optedOut,
    notKnown: one.notKnown + other.notKnown,
    cancelled: one.cancelled + other.cancelled,
    failed: Object.fromEntries(failed.filter(([, people]) => people > 0)),
  };
}

export const tallyTotal = ({ failed, ...rest }: DeliveryTally): number =>
  [...Object.values(rest), ...Object.values(failed)].reduce((sum, people) => sum + people, 0);

export const pauseReasons = [...deliveryFailureReasons, 'gone', 'notKnown'] as const;
const pauseReasonSchema = z.enum(pauseReasons);
export type PauseReason = z.infer<typeof pauseReasonSchema>;

/** One bad address or hour must not stop a run. */
export const maxUndelivered = 100;

const countByReason = ({ failed, gone, notKnown }: DeliveryTally): Readonly<Record<PauseReason, number>> => ({
  refused: failed.refused ?? 0,
  busy: failed.busy ?? 0,
  unreachable: failed.unreachable ?? 0,
  unreadable: failed.unreadable ?? 0,
  gone,
  notKnown,
});

function undeliveredCount(tally: DeliveryTally): number {
  const people = countByReason(tally);
  return pauseReasons.reduce((sum, reason) => sum + people[reason], 0);
}

/** `undefined` unless a hundred people were tried since it last went on, and no one is known to have the message. */
export function pauseReason(tally: DeliveryTally, triedBefore = 0): PauseReason | undefined {
  if (tally.sent > 0) return undefined;
  if (undeliveredCount(tally) - triedBefore < maxUndelivered) return undefined;
  const people = countByReason(tally);
  const [why] = pauseReasons.toSorted((one, other) => people[other] - people[one]);
  return why;
}

/** In days, for withdrawing: someone notices a wrong item within days, not months. */
export const deliveryRetentionDays = 30;

const runStates = ['running', 'paused', 'cancelled', 'over'] as const;

export const deliveryRunSchema = z.object({
  id: runIdSchema,
  kind: z.enum(['send', 'withdraw']),
  of: runIdSchema.optional(),
  joined: z.object({ from: daySchema, to: daySchema }).optional(),
  state: z.enum(runStates),
  /** How far it is cut into batches; `after`: a row, or a batch of the other run. */
  planned: z.object({
    people: z.int().min(0),
    parts: z.int().min(0),
    after: z.string().optional(),
    isWhole: z.boolean(),
  }),
  tally: deliveryTallySchema,
  stopped: pauseReasonSchema.optional(),
  triedBefore: z.int().min(0).optional(),
  endedOn: daySchema.optional(),
  /** Its batches, and with them who was in it, are gone. */
  erased: z.literal(true).optional(),
});
export type DeliveryRun = z.infer<typeof deliveryRunSchema>;

export interface RunSpec {
  readonly id: string;
  readonly kind: 'send' | 'withdraw';
  readonly joined?: DeliveryRun['joined'];
}

export const withdrawalRunId = (runId: string): string => `${runId}~withdraw`;

export const newDeliveryRun = ({ id, kind, joined }: RunSpec, of?: string): DeliveryRun => ({
  id,
  kind,
  ...(of !== undefined && { of }),
  ...(joined && { joined }),
  state: 'running',
  planned: { people: 0, parts: 0, isWhole: false },
  tally: emptyTally,
});

export const withPlannedBatches = (
  run: DeliveryRun,
  added: {
    readonly people: number;
    readonly parts: number;
    readonly after: string | undefined;
    readonly isWhole: boolean;
  },
): DeliveryRun => ({
  ...run,
  planned: {
    people: run.planned.people + added.people,
    parts: run.planned.parts + added.parts,
    ...(added.after !== undefined && { after: added.after }),
    isWhole: added.isWhole,
  },
});

/**
 * The paused run, if it reaches no one. `open`: batches that servers have. A withdrawal never pauses: a wrong message
 * is tried with everyone.
 */
export function autoPauseRun(run: DeliveryRun, open: readonly DeliveryBatch[]): DeliveryRun | undefined {
  if (run.kind !== 'send' || run.state !== 'running') return undefined;
  const why = pauseReason(open.map(batchTally).reduce(addTallies, run.tally), run.triedBefore);
  if (why === undefined) return undefined;
  // All open batches are being tried: they alone must not stop it again when someone resumes it.
  const triedBefore = undeliveredCount(run.tally) + open.reduce((sum, { people }) => sum + people.length, 0);
  return { ...run, state: 'paused', stopped: why, triedBefore };
}

export const resumeRun = ({ stopped: _stopped, ...run }: DeliveryRun): DeliveryRun => ({ ...run, state: 'running' });

const isDone = ({ planned, tally }: DeliveryRun): boolean => planned.isWhole && tallyTotal(tally) >= planned.people;

export const endRunIfDone = (run: DeliveryRun, today: Day): DeliveryRun =>
  (run.state === 'running' || run.state === 'paused') && isDone(run) ? { ...run, state: 'over', endedOn: today } : run;

export const withTally = (run: DeliveryRun, tally: DeliveryTally): DeliveryRun => ({
  ...run,
  tally: addTallies(run.tally, tally),
});

/** No batch is left: for those in no tally the outcome is unknown. */
export const withUnknownOutcomes = (run: DeliveryRun): DeliveryRun =>
  withTally(run, { ...emptyTally, notKnown: Math.max(0, run.planned.people - tallyTotal(run.tally)) });

export interface DeliveryCounts extends DeliveryTally {
  readonly state: DeliveryRun['state'];
  readonly waiting: number;
  readonly stopped?: PauseReason;
}

export function deliveryCounts(run: DeliveryRun, open: readonly DeliveryTally[]): DeliveryCounts {
  const tally = open.reduce(addTallies, run.tally);
  const left = Math.max(0, run.planned.people - tallyTotal(tally));
  const isCancelled = run.state === 'cancelled';
  return {
    ...tally,
    state: run.state,
    ...(run.state === 'paused' && run.stopped && { stopped: run.stopped }),
    waiting: isCancelled ? 0 : left,
    cancelled: tally.cancelled + (isCancelled ? left : 0),
  };
}

export const quotaShareCount = 5;

/** A server whose stamp stays the same for too long, timed by the observer, is dead. No two clocks are compared. */
export const sendQuotaSchema = z.object({
  servers: z
    .array(z.object({ id: z.string().min(1), stamp: z.string(), lanes: z.int().min(0).max(quotaShareCount) }))
    .readonly(),
  pause: z.object({ id: z.string(), ms: z.number().min(0) }).optional(),
});
export type SendQuota = z.infer<typeof sendQuotaSchema>;
export type SendPause = NonNullable<SendQuota['pause']>;

export const emptyQuota: SendQuota = { servers: [] };

export const quotaShares = ({ servers }: SendQuota, id: string): number =>
  servers.find((server) => server.id === id)?.lanes ?? 0;

const fairShare = (place: number, servers: number): number =>
  Math.floor(quotaShareCount / servers) + (place < quotaShareCount % servers ? 1 : 0);

/** The server takes its share of the free quota and returns its surplus; the total never exceeds `quotaShareCount`. */
export function withServerQuota(
  current: SendQuota,
  { id, stamp, isDead }: { readonly id: string; readonly stamp: string; readonly isDead: (id: string) => boolean },
): SendQuota {
  const others = current.servers.filter((server) => server.id !== id && !isDead(server.id));
  const inOrder = [...others.map((server) => server.id), id].sort();
  const free = Math.max(0, quotaShareCount - others.reduce((sum, { lanes }) => sum + lanes, 0));
  const shares = Math.min(fairShare(inOrder.indexOf(id), inOrder.length), free);
  return { ...current, servers: [...others, { id, stamp, lanes: shares }] };
}

export const withoutServerQuota = (current: SendQuota, id: string): SendQuota => ({
  ...current,
  servers: current.servers.filter((server) => server.id !== id),
});
