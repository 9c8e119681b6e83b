import type { Mutant } from '../mutant.ts';

export const inTheLog: readonly Mutant[] = [
  {
    name: 'a task is given to somebody who is shut out of its case',
    promise: 'access',
    file: 'concerns/casework/decision-log.ts',
    find: 'if (person !== undefined && !(await handlersLeft(deps, record, actor)).includes(person)) {',
    put: 'if (person !== undefined && (await handlersLeft(deps, record, actor)).length === 0) {',
    tests: ['tests/concerns/casework/decision-log.test.ts'],
  },
  {
    name: 'a case goes on naming whoever was shut out of it beside a task',
    promise: 'access',
    file: 'concerns/casework/conflict.ts',
    find: 'tasks: tasksWithout(record.tasks, person),',
    put: 'tasks: record.tasks,',
    tests: ['tests/concerns/casework/decision-log.test.ts'],
  },
  {
    name: 'the reporter is told the day of a task',
    promise: 'sealed',
    file: 'concerns/desk/find-case.ts',
    find: 'detrimentCheck: _check, tasks: _tasks, ...figures }',
    put: 'detrimentCheck: _check, ...figures }',
    tests: ['tests/concerns/reporting/come-back.test.ts'],
  },
  {
    name: 'one part of a history is looked for on the page alone',
    promise: 'truthful',
    file: 'concerns/casework/view-case.ts',
    find: '...(part && { kinds: kindsOfPart[part] }),',
    put: '...(part && before < 0 && { kinds: kindsOfPart[part] }),',
    tests: ['tests/access/decision-log.test.ts'],
  },
  {
    name: 'an entry of the log is sealed to its writer alone',
    promise: 'access',
    file: 'contract/requests.ts',
    find: "const logWords = z.strictObject({ for: z.literal('handlers'), sealed });",
    put: 'const logWords = words;',
    tests: ['tests/access/decision-log.test.ts'],
  },
];
