import type { CaseRecord } from '../records/case-record.ts';
import type { EventKind } from '../records/event-record.ts';
import type { Day } from '../terms/calendar.ts';
import type { LogTerm } from '../terms/history-terms.ts';
import type { PersonId } from '../terms/person-id.ts';
import { digestOfSeal } from '../terms/seal-digest.ts';
import { handlers, need } from './act.ts';
import type { AskedEntry, SealedWords } from './casework.ts';
import { makeUseCase } from './use-case.ts';
import { handlersLeft } from './second-person.ts';

/** How many tasks of a case are open at once: a list to be read, and a record that stays small. */
export const mostOpenTasks = 20;

const kindOf = {
  decision: 'decided',
  reason: 'reasoned',
  contact: 'contacted',
} as const satisfies Record<LogTerm, EventKind>;

export interface AskedLogEntry extends AskedEntry {
  readonly as: LogTerm;
  readonly words: SealedWords;
}

/**
 * Writes a decision, a reason or a contact down in a case's log, sealed for all who handle it: who wrote it, and when,
 * stands in the clear. Throws StoreError.
 */
export const logEntry = makeUseCase<AskedLogEntry>({
  says: 'Write a decision, a reason or a contact down',
  who: handlers,
  needs: [],
  leaves: ['decided', 'reasoned', 'contacted'],
  does: ({ record, asked: { as, words } }) => ({ steps: [{ record, event: { kind: kindOf[as], note: words } }] }),
});

export interface AskedTask extends AskedEntry {
  readonly dueOn: Day;
  /** Somebody who handles the case; a task of all who do where it is missing. */
  readonly person?: PersonId | undefined;
  readonly words: SealedWords;
}

/**
 * Sets a task, sealed for all who handle the case, with the day by which it should be done, which runs as a deadline. It
 * is for those only who can see the case. Throws StoreError.
 */
export const addTask = makeUseCase<AskedTask>({
  says: 'Set a task',
  who: handlers,
  needs: [
    need(
      'its day is not over, and the case has no task with these words',
      'state',
      ({ record, today, asked }) =>
        asked.dueOn >= today && record.tasks?.some(({ id }) => id === digestOfSeal(asked.words.sealed)) !== true,
    ),
    need(
      'fewer tasks are open than a case has at once',
      'tooManyTasks',
      ({ record: { tasks = [] } }) => tasks.length < mostOpenTasks,
    ),
    need(
      'the person whom it is for handles such cases and is not shut out of it',
      'noSuchPerson',
      ({ record, holders, by, asked: { person } }) =>
        person === undefined || handlersLeft(holders, record, by).includes(person),
    ),
  ],
  leaves: ['taskAdded'],
  does: ({ record, asked: { dueOn, person, words } }) => {
    const whose = person === undefined ? {} : { person };
    const task = { id: digestOfSeal(words.sealed), dueOn, ...(person !== undefined && { for: person }) };
    return {
      steps: [
        {
          record: { ...record, tasks: [...(record.tasks ?? []), task] },
          event: { kind: 'taskAdded', detail: { dueOn, ...whose }, note: words },
        },
      ],
    };
  },
});

export interface AskedFinish extends AskedEntry {
  /** The digest of the task's sealed words. */
  readonly task: string;
}

/** Marks a task as done; no deadline runs for it any more. Throws StoreError. */
export const finishTask = makeUseCase<AskedFinish>({
  says: 'Mark a task as done',
  who: handlers,
  needs: [
    need(
      'the task is open',
      'noSuchTask',
      ({ record, asked }) => record.tasks?.some(({ id }) => id === asked.task) === true,
    ),
  ],
  leaves: ['taskDone'],
  does: ({ record, asked: { task } }) => {
    const left = record.tasks?.filter(({ id }) => id !== task) ?? [];
    return {
      steps: [
        {
          // None is written as before there were any.
          record: { ...record, tasks: left.length === 0 ? undefined : left },
          event: { kind: 'taskDone', detail: { of: task } },
        },
      ],
    };
  },
});

/** The open tasks of a case once those of somebody, or of everybody, are nobody's in particular. */
export const tasksWithout = (tasks: CaseRecord['tasks'], person?: PersonId): CaseRecord['tasks'] =>
  tasks?.map(({ for: whose, ...task }) =>
    whose === undefined || person === undefined || whose === person ? task : { ...task, for: whose },
  );
