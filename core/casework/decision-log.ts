import type { CaseRecord } from '../model/case-record.ts';
import type { EventKind, LogEntryKind } from '../model/event-record.ts';
import type { Day } from '../model/calendar.ts';
import type { PersonId } from '../model/roles.ts';
import { digestOfSeal } from '../model/digests.ts';
import { type EntryRequest, handlers, requirement, type SealedNote } from './case-action.ts';
import { createUseCase } from './use-case.ts';
import { remainingHandlers } from './four-eyes.ts';

export const maxOpenTasks = 20;

const logEventKinds = {
  decision: 'decided',
  reason: 'reasoned',
  contact: 'contacted',
} as const satisfies Record<LogEntryKind, EventKind>;

export interface LogEntryRequest extends EntryRequest {
  readonly as: LogEntryKind;
  readonly words: SealedNote;
}

/** Sealed for all handlers; author and time are in clear. */
export const addLogEntry = createUseCase<LogEntryRequest>({
  description: 'Record a decision, a reason or a contact',
  allowedActors: handlers,
  requirements: [],
  eventKinds: ['decided', 'reasoned', 'contacted'],
  apply: ({ record, input: { as, words } }) => ({
    steps: [{ record, event: { kind: logEventKinds[as], note: words } }],
  }),
});

export interface AddTaskRequest extends EntryRequest {
  readonly dueOn: Day;
  readonly person?: PersonId | undefined;
  readonly words: SealedNote;
}

export const addTask = createUseCase<AddTaskRequest>({
  description: 'Set a task',
  allowedActors: handlers,
  requirements: [
    requirement(
      'its day is not over, and the case has no task with these words',
      'state',
      ({ record, today, input }) =>
        input.dueOn >= today && record.tasks?.some(({ id }) => id === digestOfSeal(input.words.sealed)) !== true,
    ),
    requirement(
      'fewer tasks are open than a case has at once',
      'tooManyTasks',
      ({ record: { tasks = [] } }) => tasks.length < maxOpenTasks,
    ),
    requirement(
      'the person whom it is for is one of its handlers',
      'noSuchPerson',
      ({ record, holders, by, input: { person } }) =>
        person === undefined || remainingHandlers(holders, record, by).includes(person),
    ),
  ],
  eventKinds: ['taskAdded'],
  apply: ({ record, input: { dueOn, person, words } }) => {
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

export interface FinishTaskRequest extends EntryRequest {
  readonly task: string;
}

export const finishTask = createUseCase<FinishTaskRequest>({
  description: 'Mark a task as done',
  allowedActors: handlers,
  requirements: [
    requirement(
      'the task is open',
      'noSuchTask',
      ({ record, input }) => record.tasks?.some(({ id }) => id === input.task) === true,
    ),
  ],
  eventKinds: ['taskDone'],
  apply: ({ record, input: { task } }) => {
    const openTasks = record.tasks?.filter(({ id }) => id !== task) ?? [];
    return {
      steps: [
        {
          // As in records from before there were tasks.
          record: { ...record, tasks: openTasks.length === 0 ? undefined : openTasks },
          event: { kind: 'taskDone', detail: { of: task } },
        },
      ],
    };
  },
});

export const unassignTasks = (tasks: CaseRecord['tasks'], person?: PersonId): CaseRecord['tasks'] =>
  tasks?.map(({ for: whose, ...task }) =>
    whose === undefined || person === undefined || whose === person ? task : { ...task, for: whose },
  );
