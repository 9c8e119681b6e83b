import type { Mutant } from '../mutant.ts';

const done = 'tests/summary/count-done.test.ts';
const kept = 'tests/concerns/casework/days-kept.test.ts';
const tables = 'tests/summary/done-tables.test.ts';

export const inWeekFigures: readonly Mutant[] = [
  {
    name: 'what was done on a Monday is in the figures of no week',
    promise: 'figures',
    file: 'summary/count-week.ts',
    find: 'day >= monday && day <= sunday',
    put: 'day > monday && day <= sunday',
    tests: [done],
  },
  {
    name: 'a later count knows of an acknowledgement that the first one could not know of',
    promise: 'figures',
    file: 'summary/count-week.ts',
    find: 'acknowledgedOn === undefined || acknowledgedOn > countedOn ? undefined : acknowledgedOn',
    put: 'acknowledgedOn',
    tests: [done],
  },
  {
    name: 'a case that was triaged after the Sunday is told of as triaged by then',
    promise: 'figures',
    file: 'summary/count-week.ts',
    find: 'triagedOn === undefined || triagedOn > sunday',
    put: 'triagedOn === undefined',
    tests: [done],
  },
  {
    name: 'the cases of the reserve are in the figures of the unit',
    promise: 'access',
    file: 'summary/count-week.ts',
    find: 'toCount.cases.filter((each) => each.handledBy === handledBy)',
    put: 'toCount.cases',
    tests: [done, 'tests/summary/count-week.test.ts'],
  },
  {
    name: 'nine in ten are said to be done within the days of fewer',
    promise: 'figures',
    file: 'summary/day-counts.ts',
    find: 'Math.ceil((countIn(counts) * percent) / 100)',
    put: 'Math.floor((countIn(counts) * percent) / 100)',
    tests: ['tests/summary/day-counts.test.ts'],
  },
  {
    name: 'a week that lacks a figure counts as one that had none of it',
    promise: 'truthful',
    file: 'summary/done-tables.ts',
    find: 'known.length < counts.length || known.length === 0',
    put: 'known.length === 0',
    tests: [tables],
  },
  {
    name: 'a second message is taken for the first answer, where the day of the first was not kept',
    promise: 'figures',
    file: 'concerns/casework/first-answer.ts',
    find: "  if ((await count('messageToReporter')) > 0) return undefined;\n",
    put: '',
    tests: [kept],
  },
  {
    name: 'of two linked cases the earlier one is said to repeat the later',
    promise: 'figures',
    file: 'concerns/casework/link-case.ts',
    find: 'record.repeatOn === undefined && isLater(record, toCase)',
    put: 'record.repeatOn === undefined && !isLater(record, toCase)',
    tests: [kept],
  },
  {
    name: 'that it was done to whoever reported is kept in clear as done to the public',
    promise: 'truthful',
    file: 'concerns/terms/kinds.ts',
    find: "answer === 'me' ? 'colleague'",
    put: "answer === 'me' ? 'public'",
    tests: ['tests/tab/case/triage-draft.test.ts'],
  },
  {
    name: 'an erased case takes the day of its answer out of the figures of its week',
    promise: 'figures',
    file: 'concerns/casework/erasure.ts',
    find: '  answeredOn: record.answeredOn,\n',
    put: '',
    tests: [done],
  },
  {
    name: 'a case that went to the reserve stays in the weeks of the unit',
    promise: 'access',
    file: 'storage/sqlite/week-cases.ts',
    find: "  file.write('DELETE FROM week_cases WHERE case_id = ?', record.caseId);\n",
    put: '',
    tests: ['tests/storage/sqlite.test.ts'],
  },
];
