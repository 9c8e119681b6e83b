import type { Mutant } from '../mutant.ts';

const amends = ['tests/summary/amendments/amend-week.test.ts'];
const pooled = ['tests/summary/amendments/pooled.test.ts'];
const shown = ['tests/summary/amendments/shown.test.ts'];
const contracts = ['tests/storage/sqlite.test.ts'];

/** Bugs in what a week that is counted again may tell, and to whom. */
export const inAmendments: readonly Mutant[] = [
  {
    name: 'a later count reaches wider readers',
    promise: 'figures',
    file: 'summary/issues/issue-wider.ts',
    find: "count: (week) => countWeek(deps, week, 'acu'),",
    put: `count: async (week) => {
    const outcome = await countWeek(deps, week, 'acu');
    const last = (await deps.weeks.amendments(week, week, 'acu')).at(-1);
    return outcome.kind === 'counted' && last ? { ...outcome, figures: readFigures(last.figures) } : outcome;
  },`,
    tests: shown,
  },
  {
    name: 'a later count is added up in a longer period',
    promise: 'figures',
    file: 'summary/pull/pull-summary.ts',
    find: '  const now = figuresOf(weeks);',
    put: `  const kept = await readAmendments(deps.weeks, { from: weeks[0] ?? lastTold, to: lastTold, handledBy: audience });
  const now = figuresOf(weeks).map(
    (each) => kept.find(({ week }) => week === each.week)?.counts.at(-1)?.figures ?? each,
  );`,
    tests: shown,
  },
  {
    name: 'the reserve is shown the later counts of the unit',
    promise: 'access',
    file: 'summary/pull/pull-summary.ts',
    find: 'to: lastTold, handledBy: audience });',
    put: "to: lastTold, handledBy: 'acu' });",
    tests: shown,
  },
  {
    name: 'a week is counted again although a count is less',
    promise: 'figures',
    file: 'summary/amendments/amend-week.ts',
    find: "if (all.some((before) => isLess(before, now))) return { kind: 'notSafe' };",
    put: '',
    tests: amends,
  },
  {
    name: 'a week is counted again although a case went, where another makes up for it',
    promise: 'figures',
    file: 'summary/amendments/amend-week.ts',
    find: "if (await hasLeft(queries, week, handledBy, first.countedOn)) return { kind: 'notSafe' };",
    put: '',
    tests: [...amends, ...pooled],
  },
  {
    name: 'referrals overdue are counted again, as if nothing were ever erased',
    promise: 'figures',
    file: 'summary/amendments/amend-week.ts',
    find: 'const now = withFirstOverdue(counted, all);',
    put: 'const now = counted;',
    tests: amends,
  },
  {
    name: 'a case that was erased is not looked for',
    promise: 'figures',
    file: 'summary/amendments/amend-week.ts',
    find: "return how === 'movedToReserve' || closedOn === undefined || closedOn >= mondayOf(week);",
    put: "return how === 'movedToReserve';",
    tests: amends,
  },
  {
    name: 'a case that stood open and went to the reserve is not looked for',
    promise: 'figures',
    file: 'summary/amendments/amend-week.ts',
    find: 'if (receivedOn > addDays(mondayOf(week), 6)) return false;',
    put: 'if (receivedOn > addDays(mondayOf(week), 6) || receivedOn < mondayOf(week)) return false;',
    tests: amends,
  },
  {
    name: 'a week is counted twice in one day',
    promise: 'figures',
    file: 'summary/amendments/amend-week.ts',
    find: 'if ((lastCountedOn(all) ?? countedOn) >= countedOn)',
    put: 'if (first.countedOn >= countedOn)',
    tests: amends,
  },
  {
    name: 'a refusal says which of its reasons it has',
    promise: 'figures',
    file: 'summary/amendments/amend-week.ts',
    find: "if (all.some((before) => isLess(before, now))) return { kind: 'notSafe' };",
    put: "if (all.some((before) => isLess(before, now))) return { kind: 'same' };",
    tests: ['tests/commands/amend-week.test.ts'],
  },
  {
    name: 'a later count that cannot be read keeps the week from being shown',
    promise: 'durable',
    file: 'summary/amendments/read-amendments.ts',
    find: 'if (error instanceof FiguresError) return undefined;',
    put: '',
    tests: shown,
  },
  {
    name: 'a later count can be written over',
    promise: 'durable',
    file: 'storage/sqlite/force-records.ts',
    find: `        \`INSERT INTO amendments (handled_by, week, number, figures) VALUES (?, ?, ?, ?)
           ON CONFLICT (handled_by, week, number) DO NOTHING\`,`,
    put: "        'INSERT OR REPLACE INTO amendments (handled_by, week, number, figures) VALUES (?, ?, ?, ?)',",
    tests: contracts,
  },
];
