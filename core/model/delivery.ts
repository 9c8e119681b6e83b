import { z } from 'zod';
import type { Day } from './calendar.ts';
import { daySchema } from './case-record.ts';

/** It becomes part of the names under which stores keep the run. */
const runIdSchema = z.string().regex(/^[A-Za-z0-9:._~-]{1,120}$/u);

export const failureReasons = ['refused', 'busy', 'unreachable', 'unreadable'] as const;
type FailureReason = (typeof failureReasons)[number];

export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly activityId: string }
  | { readonly kind: 'notKnown' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'optedOut' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  | { readonly kind: 'again'; readonly reason: Extract<FailureReason, 'busy' | 'unreachable'> }
  | { readonly kind: 'untried' };

export const mostTries = 8;
const aboutToSend = 'a';
const cancelledLetter = 'c';
const letters = { sent: 's', notKnown: 'n', gone: 'g', optedOut: 'o' } as const;
const failureLetters = { refused: 'r', busy: 'b', unreachable: 'x', unreadable: 'u' } as const satisfies Record<
  FailureReason,
  string
>;

const partStages = ['planned', 'begun', 'closed'] as const;
export type PartStage = (typeof partStages)[number];

/**
 * Some people of a run. Written often, so it is small: a letter a person, where a digit is the tries of someone who
 * waits.
 */
export const deliveryPartSchema = z
  .object({
    runId: runIdSchema,
    number: z.int().min(0),
    stage: z.enum(partStages),
    people: z.array(z.string().min(1)).readonly(),
    states: z.string().regex(/^[0-7acsngorbxu]*$/u),
    /** For withdrawing; empty if there is none. */
    activityIds: z.array(z.string()).readonly(),
    writtenBy: z.string().optional(),
  })
  .refine(({ people, states, activityIds }) => people.length === states.length && people.length === activityIds.length);
export type DeliveryPart = z.infer<typeof deliveryPartSchema>;

export interface WaitingPerson {
  readonly at: number;
  readonly id: string;
  readonly activityId: string;
  readonly tries: number;
}

export const plannedPart = (
  runId: string,
  number: number,
  people: readonly { readonly id: string; readonly activityId?: string }[],
): DeliveryPart => ({
  runId,
  number,
  stage: 'planned',
  people: people.map(({ id }) => id),
  states: '0'.repeat(people.length),
  activityIds: people.map(({ activityId = '' }) => activityId),
});

/** Replaces an unreadable part: no one in it is sent anything more. */
export const lostPart = (runId: string, number: number): DeliveryPart => ({
  ...plannedPart(runId, number, []),
  stage: 'closed',
});

const isWaiting = (letter: string): boolean => letter >= '0' && letter <= '7';

export function nextPeople({ people, states, activityIds }: DeliveryPart, most: number): readonly WaitingPerson[] {
  const waiting = people.flatMap((id, at) => {
    const letter = states[at] ?? '';
    return isWaiting(letter) ? [{ at, id, activityId: activityIds[at] ?? '', tries: Number(letter) }] : [];
  });
  return waiting.toSorted((one, other) => one.tries - other.tries || one.at - other.at).slice(0, most);
}

const withLetters = (states: string, changed: ReadonlyMap<number, string>): string =>
  Array.from(states, (letter, at) => changed.get(at) ?? letter).join('');
const everyLetter = (states: string, letterFor: (letter: string) => string): string =>
  Array.from(states, letterFor).join('');

export const aboutToSendTo = (part: DeliveryPart, people: readonly WaitingPerson[]): DeliveryPart => ({
  ...part,
  stage: 'begun',
  states: withLetters(part.states, new Map(people.map(({ at }) => [at, aboutToSend]))),
});

function letterOf(outcome: DeliveryOutcome, tries: number): string {
  switch (outcome.kind) {
    case 'failed':
      return failureLetters[outcome.reason];
    case 'again':
      return tries + 1 < mostTries ? String(tries + 1) : failureLetters[outcome.reason];
    case 'untried':
      return String(tries);
    default:
      return letters[outcome.kind];
  }
}

export function noted(
  part: DeliveryPart,
  outcomes: readonly { readonly person: WaitingPerson; readonly outcome: DeliveryOutcome }[],
): DeliveryPart {
  const activityIds = [...part.activityIds];
  for (const { person, outcome } of outcomes) {
    if (outcome.kind === 'sent') activityIds[person.at] = outcome.activityId;
  }
  const changed = new Map(outcomes.map(({ person, outcome }) => [person.at, letterOf(outcome, person.tries)]));
  return { ...part, states: withLetters(part.states, changed), activityIds };
}

/**
 * People about to be sent something may have been: their outcome is not known. A withdrawal may be repeated, so there
 * they wait again.
 */
export const takenOver = (part: DeliveryPart, isRepeatable: boolean): DeliveryPart => ({
  ...part,
  states: everyLetter(part.states, (letter) =>
    letter === aboutToSend ? (isRepeatable ? '0' : letters.notKnown) : letter,
  ),
});

export const putBack = (part: DeliveryPart): DeliveryPart => ({ ...part, stage: 'planned' });

export const cancelledPart = (part: DeliveryPart): DeliveryPart => ({
  ...part,
  stage: 'closed',
  states: everyLetter(takenOver(part, false).states, (letter) => (isWaiting(letter) ? cancelledLetter : letter)),
});

/** `undefined` while someone in it has no outcome. */
export const closedPart = (part: DeliveryPart): DeliveryPart | undefined =>
  Array.from(part.states).some((letter) => letter === aboutToSend || isWaiting(letter))
    ? undefined
    : { ...part, stage: 'closed' };

export const sentMessages = ({ people, states, activityIds }: DeliveryPart) =>
  people.flatMap((id, at) => (states[at] === letters.sent ? [{ id, activityId: activityIds[at] ?? '' }] : []));

const deliveryTallySchema = z.object({
  sent: z.int().min(0),
  gone: z.int().min(0),
  optedOut: z.int().min(0),
  notKnown: z.int().min(0),
  cancelled: z.int().min(0),
  failed: z.partialRecord(z.enum(failureReasons), z.int().min(0)),
});
export type DeliveryTally = z.infer<typeof deliveryTallySchema>;

export const emptyTally: DeliveryTally = { sent: 0, gone: 0, optedOut: 0, notKnown: 0, cancelled: 0, failed: {} };

export function tallyOf({ states }: DeliveryPart): DeliveryTally {
  const count = (letter: string): number => states.split(letter).length - 1;
  const failed = failureReasons.map((reason) => [reason, count(failureLetters[reason])] as const);
  return {
    sent: count(letters.sent),
    gone: count(letters.gone),
    optedOut: count(letters.optedOut),
    notKnown: count(letters.notKnown),
    cancelled: count(cancelledLetter),
    failed: Object.fromEntries(failed.filter(([, people]) => people > 0)),
  };
}

export function together(one: DeliveryTally, other: DeliveryTally): DeliveryTally {
  const failed = failureReasons.map(
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

export const peopleIn = ({ failed, ...rest }: DeliveryTally): number =>
  [...Object.values(rest), ...Object.values(failed)].reduce((sum, people) => sum + people, 0);

export const stopReasons = [...failureReasons, 'gone', 'notKnown'] as const;
const stopReasonSchema = z.enum(stopReasons);
export type StopReason = z.infer<typeof stopReasonSchema>;

/** The people tried before a run stops by itself: one bad address or hour must not stop it. */
export const mostForNothing = 100;

const peopleBy = ({ failed, gone, notKnown }: DeliveryTally): Readonly<Record<StopReason, number>> => ({
  refused: failed.refused ?? 0,
  busy: failed.busy ?? 0,
  unreachable: failed.unreachable ?? 0,
  unreadable: failed.unreadable ?? 0,
  gone,
  notKnown,
});

function triedIn(tally: DeliveryTally): number {
  const people = peopleBy(tally);
  return stopReasons.reduce((sum, reason) => sum + people[reason], 0);
}

/** Why a run is to stop: a hundred people since it last went on, and not one known to have the message. */
export function stopFor(tally: DeliveryTally, triedBefore = 0): StopReason | undefined {
  if (tally.sent > 0) return undefined;
  if (triedIn(tally) - triedBefore < mostForNothing) return undefined;
  const people = peopleBy(tally);
  const [why] = stopReasons.toSorted((one, other) => people[other] - people[one]);
  return why;
}

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

export const laneCount = 5;

/** A server whose stamp stays the same for too long, timed by the observer, is dead. No two clocks are compared. */
export const sendingLanesSchema = z.object({
  servers: z
    .array(z.object({ id: z.string().min(1), stamp: z.string(), lanes: z.int().min(0).max(laneCount) }))
    .readonly(),
  pause: z.object({ id: z.string(), ms: z.number().min(0) }).optional(),
});
export type SendingLanes = z.infer<typeof sendingLanesSchema>;
export type Pause = NonNullable<SendingLanes['pause']>;

export const noLanes: SendingLanes = { servers: [] };

export const lanesOf = ({ servers }: SendingLanes, id: string): number =>
  servers.find((server) => server.id === id)?.lanes ?? 0;

const shareOf = (place: number, servers: number): number =>
  Math.floor(laneCount / servers) + (place < laneCount % servers ? 1 : 0);

/** The server takes its share of the free lanes and gives back its surplus; the total never exceeds `laneCount`. */
export function withServer(
  standing: SendingLanes,
  { id, stamp, isDead }: { readonly id: string; readonly stamp: string; readonly isDead: (id: string) => boolean },
): SendingLanes {
  const others = standing.servers.filter((server) => server.id !== id && !isDead(server.id));
  const inOrder = [...others.map((server) => server.id), id].sort();
  const free = Math.max(0, laneCount - others.reduce((sum, { lanes }) => sum + lanes, 0));
  const lanes = Math.min(shareOf(inOrder.indexOf(id), inOrder.length), free);
  return { ...standing, servers: [...others, { id, stamp, lanes }] };
}

export const withoutServer = (standing: SendingLanes, id: string): SendingLanes => ({
  ...standing,
  servers: standing.servers.filter((server) => server.id !== id),
});
