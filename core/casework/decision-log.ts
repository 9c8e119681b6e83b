import type { CaseRecord } from '../model/case-record.ts';
import type { EventKind, LogTerm } from '../model/event-record.ts';
import type { Day } from '../model/calendar.ts';
import type { PersonId } from '../model/directory.ts';
import { digestOfSeal } from '../model/digests.ts';
import { type AskedEntry, handlers, need, type SealedWords } from './acts.ts';
import { makeUseCase } from './change-case.ts';
import { handlersLeft } from './four-eyes.ts';

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

/** Writes a decision, reason or contact in the log, sealed for all handlers; author and time are in clear. */
export const logEntry = makeUseCase<AskedLogEntry>({
  says: 'Write a decision, a reason or a contact down',
  who: handlers,
  needs: [],
  leaves: ['decided', 'reasoned', 'contacted'],
  does: ({ record, asked: { as, words } }) => ({ steps: [{ record, event: { kind: kindOf[as], note: words } }] }),
});

export interface AskedTask extends AskedEntry {
  readonly dueOn: Day;
  readonly person?: PersonId | undefined;
  readonly words: SealedWords;
}

/** Sets a task, sealed for all handlers, with a due day. Its person must be able to see the case. */
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
  readonly task: string;
}

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
          // An empty list is left out, as before there were tasks.
          record: { ...record, tasks: left.length === 0 ? undefined : left },
          event: { kind: 'taskDone', detail: { of: task } },
        },
      ],
    };
  },
});

/** The open tasks, no longer assigned to a person, or to anyone. */
export const tasksWithout = (tasks: CaseRecord['tasks'], person?: PersonId): CaseRecord['tasks'] =>
  tasks?.map(({ for: whose, ...task }) =>
    whose === undefined || person === undefined || whose === person ? task : { ...task, for: whose },
  );
