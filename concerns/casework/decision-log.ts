import type { CaseRecord } from '../records/case-record.ts';
import { digestOfSeal } from '../terms/seal-digest.ts';
import type { EventKind } from '../records/event-record.ts';
import type { Actor } from '../records/permissions.ts';
import type { Day } from '../terms/calendar.ts';
import type { LogTerm } from '../terms/history-terms.ts';
import type { PersonId } from '../terms/person-id.ts';
import type { AskedEntry, CaseOutcome, CaseworkDependencies, SealedWords } from './casework.ts';
import { changeCase } from './change-case.ts';
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
export const logEntry = (deps: CaseworkDependencies, by: Actor, asked: AskedLogEntry): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, [kindOf[asked.as]], ({ record }) => ({
    steps: [{ record, event: { kind: kindOf[asked.as], note: asked.words } }],
  }));

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
export const addTask = (deps: CaseworkDependencies, by: Actor, asked: AskedTask): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['taskAdded'], async ({ record, by: actor, today }) => {
    const { dueOn, person, words } = asked;
    const tasks = record.tasks ?? [];
    const id = digestOfSeal(words.sealed);
    if (dueOn < today || tasks.some((task) => task.id === id)) return { why: 'state' };
    if (tasks.length >= mostOpenTasks) return { why: 'tooManyTasks' };
    if (person !== undefined && !(await handlersLeft(deps, record, actor)).includes(person)) {
      return { why: 'noSuchPerson' };
    }
    const whose = person === undefined ? {} : { person };
    const task = { id, dueOn, ...(person !== undefined && { for: person }) };
    return {
      steps: [
        {
          record: { ...record, tasks: [...tasks, task] },
          event: { kind: 'taskAdded', detail: { dueOn, ...whose }, note: words },
        },
      ],
    };
  });

export interface AskedFinish extends AskedEntry {
  /** The digest of the task's sealed words. */
  readonly task: string;
}

/** Marks a task as done; no deadline runs for it any more. Throws StoreError. */
export const finishTask = (deps: CaseworkDependencies, by: Actor, asked: AskedFinish): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['taskDone'], ({ record }) => {
    const { tasks = [] } = record;
    const left = tasks.filter(({ id }) => id !== asked.task);
    if (left.length === tasks.length) return { why: 'noSuchTask' };
    return {
      steps: [
        {
          // None is written as before there were any.
          record: { ...record, tasks: left.length === 0 ? undefined : left },
          event: { kind: 'taskDone', detail: { of: asked.task } },
        },
      ],
    };
  });

/** The open tasks of a case once those of somebody, or of everybody, are nobody's in particular. */
export const tasksWithout = (tasks: CaseRecord['tasks'], person?: PersonId): CaseRecord['tasks'] =>
  tasks?.map(({ for: whose, ...task }) =>
    whose === undefined || person === undefined || whose === person ? task : { ...task, for: whose },
  );
