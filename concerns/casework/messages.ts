import { mostMessagesToReporter } from '../ports/case-bounds.ts';
import { deadlineSince } from '../records/deadlines.ts';
import type { Actor } from '../records/permissions.ts';
import type { AskedEntry, AskedChange, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';

export interface AskedMessage extends AskedEntry {
  /** Names this message, inside its seal as well; no request is named so, since histories are shown. */
  readonly id: string;
  /** The number of this message to the reporter, from 1: it stands inside the seal as well. */
  readonly number: number;
  /** Sealed to the mailbox of the report, and to those who handle it. */
  readonly sealed: string;
}

/**
 * Leaves a message for whoever reported, to be read when they come back. `number` where somebody else wrote one first:
 * it is sealed anew with the next number. Throws StoreError.
 */
export const messageReporter = (deps: CaseworkDependencies, by: Actor, asked: AskedMessage): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['messageToReporter'], async ({ record, count, today }) => {
    if (!deps.messages) return { why: 'notAgreed' };
    if (record.possibleChis) return { why: 'stopped' };
    const { id, number, sealed } = asked;
    const earlier = await count('messageToReporter');
    if (earlier >= mostMessagesToReporter) return { why: 'full' };
    if (number !== earlier + 1) return { why: 'number' };
    return {
      steps: [
        {
          record: { ...record, updatedOn: today },
          event: { kind: 'messageToReporter', message: { id, number, sealed } },
        },
      ],
    };
  });

export interface AskedStop extends AskedChange {
  readonly stopped: boolean;
  readonly words: SealedWords;
}

/**
 * Stops messages to a reporter who may be, or may become, a covert human intelligence source, or allows them again.
 * Throws StoreError.
 */
export const stopMessages = (deps: CaseworkDependencies, by: Actor, asked: AskedStop): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['messagesStopped'], ({ record }) => {
    const { stopped } = asked;
    if (record.possibleChis === stopped) return { why: 'state' };
    return {
      steps: [
        {
          record: { ...record, possibleChis: stopped },
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
