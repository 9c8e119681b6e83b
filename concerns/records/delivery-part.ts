import { z } from 'zod';

/** How a run's identifier may look: it becomes part of the names under which stores keep it. */
export const runIdSchema = z.string().regex(/^[A-Za-z0-9:._~-]{1,120}$/u);

/** Why a message surely did not arrive, and will not. */
export const failureReasons = [
  /** The channel does not take it from us, or not as it is. */
  'refused',
  /** The channel asked for time, again and again. */
  'busy',
  /** Nothing got as far as the channel, again and again. */
  'unreachable',
  /** The row of this person cannot be read. */
  'unreadable',
] as const;
type FailureReason = (typeof failureReasons)[number];

/** The outcome of one attempt at one person. */
export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly activityId: string }
  /** It may have arrived: it is never tried again. */
  | { readonly kind: 'notKnown' }
  /** The person has the app no more, or has blocked it. */
  | { readonly kind: 'gone' }
  /** The person wants no messages, or none for now. */
  | { readonly kind: 'optedOut' }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  /** Surely not delivered: it can be tried again, so often and no oftener. */
  | { readonly kind: 'again'; readonly reason: Extract<FailureReason, 'busy' | 'unreachable'> }
  /** Nothing was sent, for a reason that has nothing to do with this person. */
  | { readonly kind: 'untried' };

/** How often a person is tried where each time it surely did not arrive. As a figure that says it needs one letter. */
export const mostTries = 8;
const aboutToSend = 'a';
const cancelledLetter = 'c';
const letters = { sent: 's', notKnown: 'n', gone: 'g', optedOut: 'o' } as const;
const failureLetters = { refused: 'r', busy: 'b', unreachable: 'x', unreadable: 'u' } as const satisfies Record<
  FailureReason,
  string
>;

/** The stages of a part: nobody is at it, a server is or was, everybody in it has an outcome. */
const partStages = ['planned', 'begun', 'closed'] as const;
export type PartStage = (typeof partStages)[number];

/**
 * Some of the people of a run, and how far each has come. It is small and written often: a letter a person, where a digit
 * says that somebody waits and how often they were tried.
 */
export const deliveryPartSchema = z
  .object({
    runId: runIdSchema,
    number: z.int().min(0),
    stage: z.enum(partStages),
    /** The ids of their rows. */
    people: z.array(z.string().min(1)).readonly(),
    states: z.string().regex(/^[0-7acsngorbxu]*$/u),
    /** By which the message of each can be withdrawn; empty where there is none. */
    activityIds: z.array(z.string()).readonly(),
    /** The server that wrote it last, by a mark that it draws when it starts: two that begin a part write the same otherwise. */
    writtenBy: z.string().optional(),
  })
  .refine(({ people, states, activityIds }) => people.length === states.length && people.length === activityIds.length);
export type DeliveryPart = z.infer<typeof deliveryPartSchema>;

/** Somebody who waits for a message: their place in the part, and how often they were tried. */
export interface WaitingPerson {
  readonly at: number;
  readonly id: string;
  /** The message that is to be withdrawn; empty where there is none. */
  readonly activityId: string;
  readonly tries: number;
}

/** A part of people whom nobody was sent anything yet. */
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

/** The part in the place of one that cannot be read: nobody in it is sent anything any more. */
export const lostPart = (runId: string, number: number): DeliveryPart => ({
  ...plannedPart(runId, number, []),
  stage: 'closed',
});

const isWaiting = (letter: string): boolean => letter >= '0' && letter <= '7';

/** Those who wait, at most so many: whoever was tried less often first, in the order of the part. */
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

/** The part as it is written down before these people are sent anything. */
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

/** The part after an attempt at these people, each with what came of it. */
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
 * The part as another server goes on with it. Whoever was about to be sent something may have been: nobody knows. A
 * withdrawal does the same twice as once, so there they wait again.
 */
export const takenOver = (part: DeliveryPart, isRepeatable: boolean): DeliveryPart => ({
  ...part,
  states: everyLetter(part.states, (letter) =>
    letter === aboutToSend ? (isRepeatable ? '0' : letters.notKnown) : letter,
  ),
});

/** The part put back, for whichever server takes it next. Nobody in it may be about to be sent anything. */
export const putBack = (part: DeliveryPart): DeliveryPart => ({ ...part, stage: 'planned' });

/** The part when its run was cancelled: whoever waited is sent nothing. */
export const cancelledPart = (part: DeliveryPart): DeliveryPart => ({
  ...part,
  stage: 'closed',
  states: everyLetter(takenOver(part, false).states, (letter) => (isWaiting(letter) ? cancelledLetter : letter)),
});

/** The part closed, `undefined` while somebody in it has no outcome. */
export const closedPart = (part: DeliveryPart): DeliveryPart | undefined =>
  Array.from(part.states).some((letter) => letter === aboutToSend || isWaiting(letter))
    ? undefined
    : { ...part, stage: 'closed' };

/** The people of the part who were sent something, with the message of each. */
export const sentMessages = ({ people, states, activityIds }: DeliveryPart) =>
  people.flatMap((id, at) => (states[at] === letters.sent ? [{ id, activityId: activityIds[at] ?? '' }] : []));

/** How many people have which outcome. */
export const deliveryTallySchema = z.object({
  sent: z.int().min(0),
  gone: z.int().min(0),
  optedOut: z.int().min(0),
  notKnown: z.int().min(0),
  cancelled: z.int().min(0),
  failed: z.partialRecord(z.enum(failureReasons), z.int().min(0)),
});
export type DeliveryTally = z.infer<typeof deliveryTallySchema>;

/** A tally of nobody. */
export const emptyTally: DeliveryTally = { sent: 0, gone: 0, optedOut: 0, notKnown: 0, cancelled: 0, failed: {} };

/** The outcomes in a part, those who wait left out. */
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

/** Two tallies of different people, as one. */
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

/** How many people a tally holds. */
export const peopleIn = ({ failed, ...rest }: DeliveryTally): number =>
  [...Object.values(rest), ...Object.values(failed)].reduce((sum, people) => sum + people, 0);
