import type { Mutant } from '../mutant.ts';

const byIndex = 'tests/storage/sqlite/asked-by-index.test.ts';
const inParts = 'tests/storage/sqlite/lets-others-in.test.ts';
const backup = 'tests/storage/sqlite/backup.test.ts';
const besideBackup = 'tests/storage/sqlite/erasure-beside-backup.test.ts';

export const atScale: readonly Mutant[] = [
  {
    name: 'the health of alerts goes through all that were ever posted',
    promise: 'alerted',
    file: 'storage/sqlite/alerts.ts',
    find: 'FROM alerts INDEXED BY alerts_open WHERE',
    put: 'FROM alerts WHERE',
    tests: [byIndex],
  },
  {
    name: 'a list looks up the row of each case that it walks over',
    promise: 'access',
    file: 'storage/sqlite/listed-query.ts',
    find: "found('received_on AS day, case_id', way)",
    put: "found('received_on AS day, case_id, clock, clock_since, referral_due_on', way)",
    tests: [byIndex],
  },
  {
    name: 'what is due soon is looked for among all that was received',
    promise: 'access',
    file: 'storage/sqlite/listed-query.ts',
    find: "orders === 'byDay' && notDue === undefined ? 'listed_by_clock'",
    put: "orders === 'byDay' ? 'listed_by_clock'",
    tests: [byIndex],
  },
  {
    name: 'a page of a list holds everybody up until all of its records are read',
    promise: 'access',
    file: 'storage/sqlite/case-lists.ts',
    find: 'const readAtOnce = 5;',
    put: 'const readAtOnce = 500;',
    tests: [inParts],
  },
  {
    name: 'the cases of a week are all parsed before anybody else is answered',
    promise: 'figures',
    file: 'storage/sqlite/in-steps.ts',
    find: '    if (page.length < atOnce) return found;\n    await setImmediate();',
    put: '    if (page.length < atOnce) return found;',
    tests: [inParts],
  },
  {
    name: 'a case of a week is counted with each part that is read',
    promise: 'figures',
    file: 'storage/sqlite/week-cases.ts',
    find: 'AND week = ? AND case_id > ?',
    put: 'AND week = ? AND case_id >= ?',
    tests: [inParts],
  },
  {
    name: 'a case that was open long ago is left out of the figures where the day of its closing begins a part',
    promise: 'figures',
    file: 'storage/sqlite/in-steps.ts',
    find: 'all.slice(at, at + atOnce)',
    put: 'all.slice(at, at + atOnce - 1)',
    tests: [inParts],
  },
  {
    name: 'a backup is made in one step',
    promise: 'durable',
    file: 'storage/sqlite/backup.ts',
    find: 'rate: pagesOfStep,',
    put: 'rate: -1,',
    tests: [backup],
  },
  {
    name: 'a backup begins anew whenever somebody writes',
    promise: 'durable',
    file: 'storage/sqlite/backup.ts',
    find: "    source.prepare('SELECT count(*) FROM sqlite_schema').get();\n",
    put: '',
    tests: [backup],
  },
  {
    name: 'whoever repeats an erasure is told that it is done while words of the case stand in the log',
    promise: 'truthful',
    file: 'concerns/casework/change-case.ts',
    find: "if (standing.erasedOn !== undefined && leaves.includes('erased')) await deps.cases.expectGone();",
    put: '',
    tests: [besideBackup],
  },
  {
    name: 'only the server that erased a draft empties the log at a repeat',
    promise: 'truthful',
    file: 'storage/sqlite/reporting-state.ts',
    find: "await file.transaction(() => file.write('DELETE FROM drafts WHERE id = ?', id));\n      await file.erase();",
    put: "if ((await file.transaction(() => file.write('DELETE FROM drafts WHERE id = ?', id))) > 0) await file.erase();",
    tests: [besideBackup],
  },
  {
    name: 'what could not be taken out of the log stays there until somebody repeats it',
    promise: 'sealed',
    file: 'storage/sqlite/sqlite-file.ts',
    find: 'if (database.isOpen) emptyLater();',
    put: '',
    tests: [besideBackup],
  },
];
