import { mostMessagesOfOneADay, mostMessagesToReporter } from '../ports/case-bounds.ts';
import { asSeenTo } from '../records/awaited.ts';
import { deadlineSince } from '../records/deadlines.ts';
import type { DetrimentMonths } from '../records/case-terms.ts';
import { withNextCheck } from '../records/detriment-check.ts';
import type { Actor } from '../records/permissions.ts';
import { dayOf } from '../terms/calendar.ts';
import type {
  AskedEntry,
  AskedChange,
  CaseOutcome,
  CaseworkDependencies,
  NotAllowed,
  SealedWords,
  Standing,
} from './casework.ts';
import { changeCase } from './change-case.ts';
import { firstAnsweredOn } from './first-answer.ts';
import { countSetAside } from './set-aside.ts';

export interface AskedMessage extends AskedEntry {
  /** Names this message, inside its seal as well; no request is named so, since histories are shown. */
  readonly id: string;
  /** The number of this message to the reporter, from 1: it stands inside the seal as well. */
  readonly number: number;
  /** Sealed to the mailbox of the report, and to those who handle it. */
  readonly sealed: string;
  /** On a hub's case alone: its writer confirmed that it keeps to how the person may be contacted. */
  readonly confirmedContact?: true | undefined;
}

/**
 * Whether somebody had the report handed out since its reporter last wrote: how the person may be contacted stands in the
 * report, and what was added since may take it back.
 */
async function hasReadContact({ entries, by }: Pick<Standing, 'entries' | 'by'>): Promise<boolean> {
  const [opened] = await entries({ kinds: ['consulted'], by: [by], last: 1 });
  if (opened === undefined) return false;
  const [added] = await entries({ kinds: ['messageFromReporter'], last: 1 });
  return opened.sequence > (added?.sequence ?? 0);
}

/** Whether one more message fits: into the conversation, and into what this person writes on a day. Throws StoreError. */
async function roomForMessage(
  { timeZone }: Pick<CaseworkDependencies, 'timeZone'>,
  { entries, by, today }: Pick<Standing, 'entries' | 'by' | 'today'>,
  earlier: number,
): Promise<'room' | 'full' | 'fullToday'> {
  const kinds = ['messageToReporter'] as const;
  if (earlier >= mostMessagesToReporter && earlier - (await countSetAside(entries, kinds)) >= mostMessagesToReporter) {
    return 'full';
  }
  const lastOnes = await entries({ kinds, by: [by], last: mostMessagesOfOneADay });
  const ofToday = lastOnes.filter(({ at }) => dayOf(new Date(at), timeZone) === today);
  return ofToday.length < mostMessagesOfOneADay ? 'room' : 'fullToday';
}

/** Why a message may not be left for whoever reported, `undefined` where it may. */
async function whyNoMessage(
  deps: Pick<CaseworkDependencies, 'messages' | 'timeZone'>,
  standing: Pick<Standing, 'record' | 'count' | 'entries' | 'by' | 'today'>,
  { number, confirmedContact }: Pick<AskedMessage, 'number' | 'confirmedContact'>,
): Promise<NotAllowed | undefined> {
  const { record, count } = standing;
  if (!deps.messages) return 'notAgreed';
  if (record.possibleChis) return 'stopped';
  // A page that confirms what its case has no rules for takes it for another case.
  if ((record.route === 'hub') !== (confirmedContact === true)) return 'contact';
  if (record.route === 'hub' && !(await hasReadContact(standing))) return 'contact';
  const earlier = await count('messageToReporter');
  const room = await roomForMessage(deps, standing, earlier);
  if (room !== 'room') return room;
  return number === earlier + 1 ? undefined : 'number';
}

const confirmedBy = ({ confirmedContact }: AskedMessage) => (confirmedContact ? { confirmedContact } : {});

/**
 * Leaves a message for whoever reported, to be read when they come back. `number` where somebody else wrote one first:
 * it is sealed anew with the next number. Throws StoreError.
 */
export const messageReporter = (deps: CaseworkDependencies, by: Actor, asked: AskedMessage): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['messageToReporter'], async (standing) => {
    const { id, number, sealed } = asked;
    const why = await whyNoMessage(deps, standing, asked);
    if (why !== undefined) return { why };
    const { record, today } = standing;
    return {
      steps: [
        {
          record: { ...asSeenTo(record), answeredOn: await firstAnsweredOn(standing), updatedOn: today },
          event: {
            kind: 'messageToReporter',
            ...(asked.confirmedContact && { detail: confirmedBy(asked) }),
            message: { id, number, sealed },
          },
        },
      ],
    };
  });

export interface AskedDetriment extends AskedMessage, AskedChange {
  /** Which of the checks it is, as the page showed it. */
  readonly months: DetrimentMonths;
}

/**
 * Asks whoever reported, by a message like any other, whether they were treated worse because of it. It is the check
 * that the case waits for, and not before its day. Throws StoreError.
 */
export const askDetriment = (deps: CaseworkDependencies, by: Actor, asked: AskedDetriment): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['messageToReporter'], async (standing) => {
    const { record, today } = standing;
    const { id, number, sealed, months } = asked;
    const { detrimentCheck } = record;
    if (detrimentCheck?.months !== months || detrimentCheck.dueOn > today) return { why: 'state' };
    const why = await whyNoMessage(deps, standing, asked);
    if (why !== undefined) return { why };
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
  });

export interface AskedNoDetriment extends AskedChange {
  readonly months: DetrimentMonths;
  readonly words: SealedWords;
}

/**
 * Leaves a check out, with a reason: the person was spoken to in another way, or asking would put them at risk. The next
 * one follows in its time. Throws StoreError.
 */
export const leaveDetriment = (deps: CaseworkDependencies, by: Actor, asked: AskedNoDetriment): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['detrimentNotAsked'], ({ record, today }) => {
    const { months, words } = asked;
    if (record.detrimentCheck?.months !== months) return { why: 'state' };
    return {
      steps: [
        {
          record: withNextCheck(record, today, months),
          event: { kind: 'detrimentNotAsked', detail: { months }, note: words },
        },
      ],
    };
  });

export interface AskedStop extends AskedChange {
  readonly stopped: boolean;
  readonly words: SealedWords;
}

/**
 * Stops messages to a reporter who may be, or may become, a covert human intelligence source, or allows them again. The
 * checks of a closed case stop and go on with them. Throws StoreError.
 */
export const stopMessages = (deps: CaseworkDependencies, by: Actor, asked: AskedStop): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['messagesStopped'], ({ record, today }) => {
    const { stopped } = asked;
    if (record.possibleChis === stopped) return { why: 'state' };
    const { detrimentCheck: _check, ...rest } = record;
    const changed = { ...rest, possibleChis: stopped };
    return {
      steps: [
        {
          record: deps.messages ? withNextCheck(changed, today) : changed,
          event: { kind: 'messagesStopped', detail: { stopped }, note: asked.words },
        },
      ],
    };
  });

/** Notes that a case was looked at and there is nothing new to tell: the next update counts from today. Throws StoreError. */
export const confirmUpdate = (deps: CaseworkDependencies, by: Actor, asked: AskedChange): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['updateConfirmed'], ({ record, today }) =>
    deadlineSince(record)?.deadline === 'update'
      ? { steps: [{ record: { ...record, updatedOn: today }, event: { kind: 'updateConfirmed' } }] }
      : { why: 'state' },
  );
