import { z } from 'zod';

/** It becomes part of the names under which stores keep the run. */
export const runIdSchema = z.string().regex(/^[A-Za-z0-9:._~-]{1,120}$/u);

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

export const deliveryTallySchema = z.object({
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
