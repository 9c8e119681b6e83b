import { mostMessagesOfOneADay, mostMessagesToReporter } from '../ports/case-limits.ts';
import { asSeenTo } from '../model/case-record.ts';
import { deadlineSince } from '../model/deadlines.ts';
import type { DetrimentMonths } from '../model/case-terms.ts';
import { withNextCheck } from '../model/detriment-check.ts';
import { type Day, dayOf } from '../model/calendar.ts';
import {
  type AskedChange,
  type AskedEntry,
  type Asking,
  handlers,
  need,
  type SealedWords,
  type Standing,
} from './acts.ts';
import { makeUseCase } from './change-case.ts';
import { hasOpenedAfter } from './four-eyes.ts';
import { checkedKinds, countSetAside, digestOf, isBySame } from './decrypted-report.ts';
import type { EventRecord } from '../model/event-record.ts';
import type { CaseStatus } from '../model/outcomes.ts';

interface AskedMessage extends AskedEntry {
  readonly id: string;
  readonly number: number;
  readonly sealed: string;
  /** On a hub's case: its writer confirmed that it keeps to the contact rules. */
  readonly confirmedContact?: true | undefined;
}

function hasReadContact(standing: Asking<AskedMessage>): boolean {
  const [added] = standing.entries({ kinds: ['messageFromReporter'], last: 1 });
  return hasOpenedAfter(standing, added?.sequence ?? 0);
}

function hasRoom({ count, entries }: Asking<AskedMessage>): boolean {
  const earlier = count('messageToReporter');
  if (earlier < mostMessagesToReporter) return true;
  return earlier - countSetAside(entries, ['messageToReporter']) < mostMessagesToReporter;
}
const hasRoomToday = ({ entries, by, today, rules }: Asking<AskedMessage>): boolean =>
  entries({ kinds: ['messageToReporter'], by: [by], last: mostMessagesOfOneADay }).filter(
    ({ at }) => dayOf(new Date(at), rules.timeZone) === today,
  ).length < mostMessagesOfOneADay;

const aMessage = [
  need<AskedMessage>('the force has agreed to messages', 'notAgreed', ({ rules }) => rules.messages),
  need<AskedMessage>('messages to this person are not stopped', 'stopped', ({ record }) => !record.possibleChis),
  need<AskedMessage>(
    'of a case of the hub, and of no other: it is confirmed that it keeps to how the person may be contacted',
    'contact',
    ({ record, asked }) => (record.route === 'hub') === (asked.confirmedContact === true),
  ),
  need<AskedMessage>(
    'and the person who writes has opened the case since that was last added to',
    'contact',
    (standing) => standing.record.route !== 'hub' || hasReadContact(standing),
  ),
  need<AskedMessage>('the conversation has room', 'full', hasRoom),
  need<AskedMessage>('and so has the day of the person who writes', 'fullToday', hasRoomToday),
  need<AskedMessage>(
    'its number is the next one',
    'number',
    ({ count, asked }) => asked.number === count('messageToReporter') + 1,
  ),
] as const;

const confirmedBy = ({ confirmedContact }: AskedMessage) => (confirmedContact ? { confirmedContact } : {});

/**
 * Leaves a message for the reporter. `number`: someone else wrote one first, so it must be sealed anew with the next
 * number.
 */
export const messageReporter = makeUseCase<AskedMessage>({
  says: 'Write to the person who reported',
  who: handlers,
  needs: aMessage,
  leaves: ['messageToReporter'],
  does: (standing) => {
    const { record, today, asked } = standing;
    const { id, number, sealed } = asked;
    return {
      steps: [
        {
          record: { ...asSeenTo(record), answeredOn: firstAnsweredOn(standing), updatedOn: today },
          event: {
            kind: 'messageToReporter',
            ...(asked.confirmedContact && { detail: confirmedBy(asked) }),
            message: { id, number, sealed },
          },
        },
      ],
    };
  },
});

interface AskedDetriment extends AskedMessage, AskedChange {
  readonly months: DetrimentMonths;
}

export const askDetriment = makeUseCase<AskedDetriment>({
  says: 'Ask the person who reported whether they were treated worse',
  who: handlers,
  needs: [
    need(
      'it is the check that the case waits for, and its day has come',
      'state',
      ({ record: { detrimentCheck }, asked, today }) =>
        detrimentCheck?.months === asked.months && detrimentCheck.dueOn <= today,
    ),
    ...aMessage,
  ],
  leaves: ['messageToReporter'],
  does: ({ record, today, asked }) => {
    const { id, number, sealed, months } = asked;
    return {
      steps: [
        {
          record: { ...asSeenTo(withNextCheck(record, today, months)), updatedOn: today },
          event: {
            kind: 'messageToReporter',
            detail: { months, ...confirmedBy(asked) },
            message: { id, number, sealed },
          },
        },
      ],
    };
  },
});

interface AskedNoDetriment extends AskedChange {
  readonly months: DetrimentMonths;
  readonly words: SealedWords;
}

/** The reporter was asked otherwise, or asking would put them at risk. The next check follows in its time. */
export const leaveDetriment = makeUseCase<AskedNoDetriment>({
  says: 'Leave out the question whether they were treated worse',
  who: handlers,
  needs: [
    need(
      'it is the check that the case waits for',
      'state',
      ({ record, asked }) => record.detrimentCheck?.months === asked.months,
    ),
  ],
  leaves: ['detrimentNotAsked'],
  does: ({ record, today, asked: { months, words } }) => ({
    steps: [
      {
        record: withNextCheck(record, today, months),
        event: { kind: 'detrimentNotAsked', detail: { months }, note: words },
      },
    ],
  }),
});

interface AskedStop extends AskedChange {
  readonly stopped: boolean;
  readonly words: SealedWords;
}

/** The reporter may be, or become, a covert human intelligence source. The checks of a closed case follow. */
export const stopMessages = makeUseCase<AskedStop>({
  says: 'Stop messages to the person who reported, or allow them again',
  who: handlers,
  needs: [need('it is not so already', 'state', ({ record, asked }) => record.possibleChis !== asked.stopped)],
  leaves: ['messagesStopped'],
  does: ({ record, today, rules, asked: { stopped, words } }) => {
    const { detrimentCheck: _check, ...rest } = record;
    const changed = { ...rest, possibleChis: stopped };
    return {
      steps: [
        {
          record: rules.messages ? withNextCheck(changed, today) : changed,
          event: { kind: 'messagesStopped', detail: { stopped }, note: words },
        },
      ],
    };
  },
});

export const confirmUpdate = makeUseCase<AskedChange>({
  says: 'Confirm that there is nothing new',
  who: handlers,
  needs: [
    need('an update is what it waits for', 'state', ({ record }) => deadlineSince(record)?.deadline === 'update'),
  ],
  leaves: ['updateConfirmed'],
  does: ({ record, today }) => ({
    steps: [{ record: { ...record, updatedOn: today }, event: { kind: 'updateConfirmed' } }],
  }),
});

interface AskedSetAside extends AskedEntry {
  readonly of: string;
  readonly words: SealedWords;
}

const lastWith = ({ entries, asked }: Asking<AskedSetAside>): EventRecord | undefined =>
  entries({ kinds: checkedKinds }).findLast((event) => digestOf(event) === asked.of);

/** Another person than its writer sets it aside, who has opened the case since. It stays in the history. */
export const setAsideMessage = makeUseCase<AskedSetAside>({
  says: 'Set a message aside that cannot be shown',
  who: handlers,
  needs: [
    need(
      'a message or a shared identity of the case has that seal',
      'noSuchText',
      (standing) => lastWith(standing) !== undefined,
    ),
    need('somebody else wrote it', 'ownWork', (standing) => {
      const last = lastWith(standing);
      return last === undefined || !isBySame(last, { objectId: standing.by });
    }),
    need('the person has opened the case since', 'notOpened', (standing) =>
      hasOpenedAfter(standing, lastWith(standing)?.sequence ?? 0),
    ),
    need('nobody has set it aside already', 'already', (standing) =>
      standing
        .entries({ kinds: ['doubted'], after: lastWith(standing)?.sequence ?? 0 })
        .every(({ detail }) => detail?.of !== standing.asked.of),
    ),
  ],
  leaves: ['doubted'],
  does: ({ record, asked: { of, words } }) => ({
    steps: [{ record: { ...record }, event: { kind: 'doubted', detail: { of }, note: words } }],
  }),
});

/** A closed case never comes back to these states. */
const beforeAnyEnd: readonly CaseStatus[] = ['received', 'acknowledged', 'triaged'];

/** Today, if this is the first answer to the reporter; `undefined` if an answer came before that day was kept. */
export function firstAnsweredOn({ record, entries, count, today }: Standing): Day | undefined {
  if (record.answeredOn !== undefined || record.closedOn !== undefined) return record.answeredOn;
  if (count('messageToReporter') > 0) return undefined;
  if (beforeAnyEnd.includes(record.status)) return today;
  const [closed] = entries({ kinds: ['closed'], first: 1 });
  return closed ? undefined : today;
}
