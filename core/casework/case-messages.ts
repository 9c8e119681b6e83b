import { maxDailyMessagesPerPerson, maxMessagesToReporter } from '../ports/case-limits.ts';
import { markRead } from '../model/case-record.ts';
import { stageDeadline } from '../model/deadlines.ts';
import type { DetrimentMonths } from '../model/base-schemas.ts';
import { withNextDetrimentCheck } from '../model/detriment-check.ts';
import { type Day, toDay } from '../model/calendar.ts';
import {
  type ChangeRequest,
  type EntryRequest,
  type ActionContext,
  handlers,
  requirement,
  type SealedNote,
  type DecisionContext,
} from './case-action.ts';
import { createUseCase } from './use-case.ts';
import { hasOpenedAfter } from './four-eyes.ts';
import { authenticatedEventKinds, countSetAsideEvents, eventSealDigest, isSameAuthor } from './decrypt-report.ts';
import type { EventRecord } from '../model/event-record.ts';
import type { CaseStatus } from '../model/case-terms.ts';

interface MessageRequest extends EntryRequest {
  readonly id: string;
  readonly number: number;
  readonly sealed: string;
  readonly confirmedContact?: true | undefined;
}

function hasOpenedSinceLastMessage(context: ActionContext<MessageRequest>): boolean {
  const [added] = context.entries({ kinds: ['messageFromReporter'], last: 1 });
  return hasOpenedAfter(context, added?.sequence ?? 0);
}

function isBelowMessageLimit({ count, entries }: ActionContext<MessageRequest>): boolean {
  const earlier = count('messageToReporter');
  if (earlier < maxMessagesToReporter) return true;
  return earlier - countSetAsideEvents(entries, ['messageToReporter']) < maxMessagesToReporter;
}
const isBelowDailyMessageLimit = ({ entries, by, today, rules }: ActionContext<MessageRequest>): boolean =>
  entries({ kinds: ['messageToReporter'], by: [by], last: maxDailyMessagesPerPerson }).filter(
    ({ at }) => toDay(new Date(at), rules.timeZone) === today,
  ).length < maxDailyMessagesPerPerson;

const messageRequirements = [
  requirement<MessageRequest>('the force has agreed to messages', 'notAgreed', ({ rules }) => rules.messages),
  requirement<MessageRequest>(
    'messages to this person are not stopped',
    'stopped',
    ({ record }) => !record.possibleChis,
  ),
  requirement<MessageRequest>(
    'for the hub’s cases only: a confirmation that the contact rules are kept',
    'contact',
    ({ record, input }) => (record.route === 'hub') === (input.confirmedContact === true),
  ),
  requirement<MessageRequest>(
    'and the person who writes has opened the case since that was last added to',
    'contact',
    (context) => context.record.route !== 'hub' || hasOpenedSinceLastMessage(context),
  ),
  requirement<MessageRequest>('the conversation has room', 'full', isBelowMessageLimit),
  requirement<MessageRequest>('and so has the day of the person who writes', 'fullToday', isBelowDailyMessageLimit),
  requirement<MessageRequest>(
    'its number is the next one',
    'number',
    ({ count, input }) => input.number === count('messageToReporter') + 1,
  ),
] as const;

const confirmationDetail = ({ confirmedContact }: MessageRequest) => (confirmedContact ? { confirmedContact } : {});

/** `number`: someone else wrote one first, so it must be sealed anew with the next number. */
export const sendMessageToReporter = createUseCase<MessageRequest>({
  description: 'Write to the person who reported',
  allowedActors: handlers,
  requirements: messageRequirements,
  eventKinds: ['messageToReporter'],
  apply: (context) => {
    const { record, today, input } = context;
    const { id, number, sealed } = input;
    return {
      steps: [
        {
          record: { ...markRead(record), answeredOn: firstAnswerDay(context), updatedOn: today },
          event: {
            kind: 'messageToReporter',
            ...(input.confirmedContact && { detail: confirmationDetail(input) }),
            message: { id, number, sealed },
          },
        },
      ],
    };
  },
});

interface DetrimentQuestionRequest extends MessageRequest, ChangeRequest {
  readonly months: DetrimentMonths;
}

export const sendDetrimentQuestion = createUseCase<DetrimentQuestionRequest>({
  description: 'Ask the person who reported whether they were treated worse',
  allowedActors: handlers,
  requirements: [
    requirement(
      'it is the check that the case waits for, and its day has come',
      'state',
      ({ record: { detrimentCheck }, input, today }) =>
        detrimentCheck?.months === input.months && detrimentCheck.dueOn <= today,
    ),
    ...messageRequirements,
  ],
  eventKinds: ['messageToReporter'],
  apply: ({ record, today, input }) => {
    const { id, number, sealed, months } = input;
    return {
      steps: [
        {
          record: { ...markRead(withNextDetrimentCheck(record, today, months)), updatedOn: today },
          event: {
            kind: 'messageToReporter',
            detail: { months, ...confirmationDetail(input) },
            message: { id, number, sealed },
          },
        },
      ],
    };
  },
});

interface SkipDetrimentRequest extends ChangeRequest {
  readonly months: DetrimentMonths;
  readonly words: SealedNote;
}

/** The reporter was asked otherwise, or asking would put them at risk. The next check follows in its time. */
export const skipDetrimentQuestion = createUseCase<SkipDetrimentRequest>({
  description: 'Skip the question whether they were treated worse',
  allowedActors: handlers,
  requirements: [
    requirement(
      'it is the check that the case waits for',
      'state',
      ({ record, input }) => record.detrimentCheck?.months === input.months,
    ),
  ],
  eventKinds: ['detrimentNotAsked'],
  apply: ({ record, today, input: { months, words } }) => ({
    steps: [
      {
        record: withNextDetrimentCheck(record, today, months),
        event: { kind: 'detrimentNotAsked', detail: { months }, note: words },
      },
    ],
  }),
});

interface StopMessagesRequest extends ChangeRequest {
  readonly stopped: boolean;
  readonly words: SealedNote;
}

/** The reporter may be, or become, a covert human intelligence source. The checks of a closed case follow. */
export const setMessagesStopped = createUseCase<StopMessagesRequest>({
  description: 'Stop messages to the person who reported, or allow them again',
  allowedActors: handlers,
  requirements: [
    requirement('it is not so already', 'state', ({ record, input }) => record.possibleChis !== input.stopped),
  ],
  eventKinds: ['messagesStopped'],
  apply: ({ record, today, rules, input: { stopped, words } }) => {
    const { detrimentCheck: _check, ...rest } = record;
    const changed = { ...rest, possibleChis: stopped };
    return {
      steps: [
        {
          record: rules.messages ? withNextDetrimentCheck(changed, today) : changed,
          event: { kind: 'messagesStopped', detail: { stopped }, note: words },
        },
      ],
    };
  },
});

export const confirmUpdate = createUseCase<ChangeRequest>({
  description: 'Confirm that there is nothing new',
  allowedActors: handlers,
  requirements: [
    requirement(
      'an update is what it waits for',
      'state',
      ({ record }) => stageDeadline(record)?.deadline === 'update',
    ),
  ],
  eventKinds: ['updateConfirmed'],
  apply: ({ record, today }) => ({
    steps: [{ record: { ...record, updatedOn: today }, event: { kind: 'updateConfirmed' } }],
  }),
});

interface SetAsideRequest extends EntryRequest {
  readonly of: string;
  readonly words: SealedNote;
}

const findSealEntry = ({ entries, input }: ActionContext<SetAsideRequest>): EventRecord | undefined =>
  entries({ kinds: authenticatedEventKinds }).findLast((event) => eventSealDigest(event) === input.of);

/** It stays in the history. */
export const setAsideMessage = createUseCase<SetAsideRequest>({
  description: 'Set aside a message that cannot be shown',
  allowedActors: handlers,
  requirements: [
    requirement(
      'a message or a shared identity of the case has that seal',
      'noSuchText',
      (context) => findSealEntry(context) !== undefined,
    ),
    requirement('someone else wrote it', 'ownWork', (context) => {
      const last = findSealEntry(context);
      return last === undefined || !isSameAuthor(last, { objectId: context.by });
    }),
    requirement('the person has opened the case since', 'notOpened', (context) =>
      hasOpenedAfter(context, findSealEntry(context)?.sequence ?? 0),
    ),
    requirement('no one has set it aside already', 'already', (context) =>
      context
        .entries({ kinds: ['doubted'], after: findSealEntry(context)?.sequence ?? 0 })
        .every(({ detail }) => detail?.of !== context.input.of),
    ),
  ],
  eventKinds: ['doubted'],
  apply: ({ record, input: { of, words } }) => ({
    steps: [{ record: { ...record }, event: { kind: 'doubted', detail: { of }, note: words } }],
  }),
});

const neverClosedStatuses: readonly CaseStatus[] = ['received', 'acknowledged', 'triaged'];

/** `undefined` if an answer came before Candour stored that day. */
export function firstAnswerDay({ record, entries, count, today }: DecisionContext): Day | undefined {
  if (record.answeredOn !== undefined || record.closedOn !== undefined) return record.answeredOn;
  if (count('messageToReporter') > 0) return undefined;
  if (neverClosedStatuses.includes(record.status)) return today;
  const [closed] = entries({ kinds: ['closed'], first: 1 });
  return closed ? undefined : today;
}
