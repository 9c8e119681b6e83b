import type { Mutant } from '../mutant.ts';

const attacker = ['tests/summary/issues/attacker.test.ts'];
const searched = ['tests/summary/suppression.test.ts'];
const parts = ['tests/summary/issues/tell-parts.test.ts'];
const issued = ['tests/summary/issues/issue-wider.test.ts'];

/** Bugs in what keeps wider readers from working out a hidden count. */
export const inDisclosure: readonly Mutant[] = [
  {
    name: 'counts are told without rounding',
    promise: 'figures',
    file: 'summary/suppression.ts',
    find: 'return { shown: roundedValueOf(band), band };',
    put: 'return { shown: count, band: exactly(count) };',
    tests: attacker,
  },
  {
    name: 'sums are told without rounding',
    promise: 'figures',
    file: 'summary/suppression.ts',
    find: 'return toldBy(bandWith(bandsOf(range, small), count), small);',
    put: 'return range.high === 0 || count <= small ? toldBy(bandWith(bandsOf(range, small), count), small) : { shown: count, band: exactly(count) };',
    tests: attacker,
  },
  {
    name: 'small counts are shown',
    promise: 'figures',
    file: 'summary/suppression.ts',
    find: 'if (count < rule.smallCount) return { band: hiddenBand(rule) };',
    put: 'if (count < 2) return { band: hiddenBand(rule) };',
    tests: issued,
  },
  {
    name: 'bands at the ends of what is possible are as narrow as they come',
    promise: 'figures',
    file: 'summary/band.ts',
    find: 'const leastWidth = 3;',
    put: 'const leastWidth = 1;',
    tests: attacker,
  },
  {
    name: 'a part of a hidden total is told',
    promise: 'figures',
    file: 'summary/suppression.ts',
    find: 'if (total.shown === undefined) return { band: { low: 0, high: total.band.high }, least: total.band.low, gap: 0 };',
    put: '',
    tests: searched,
  },
  {
    name: 'those in time of several weeks say how many there were',
    promise: 'figures',
    file: 'summary/suppression.ts',
    find: 'bandsBeginningBy(bandsOf(range, small), least)',
    put: 'bandsOf(range, small)',
    tests: searched,
  },
  {
    name: 'the least of all parts together gives a hidden one away',
    promise: 'figures',
    file: 'summary/issues/tell-parts.ts',
    find: 'bandsBeginningBy(bandsUpTo(total.band.high - least, rule), total.band.low - least)',
    put: 'bandsUpTo(total.band.high - least, rule)',
    tests: parts,
  },
  {
    name: 'the last part is what the others leave',
    promise: 'figures',
    file: 'summary/issues/tell-parts.ts',
    find: 'place === parts.length - 1 ? bandsEndingFrom(open, total.band.high - most) : open',
    put: 'open',
    tests: parts,
  },
  {
    name: 'the parts of a hidden total are told',
    promise: 'figures',
    file: 'summary/issues/tell-parts.ts',
    find: 'if (total.shown === undefined) return parts.map(({ id }) => ({ id, band: { low: 0, high: total.band.high } }));',
    put: '',
    tests: parts,
  },
  {
    name: 'any range is issued, whatever it overlaps',
    promise: 'figures',
    file: 'summary/issues/hierarchy.ts',
    find: '.find((one) => sameWeeks(one, { from, to }));',
    put: ".find((one) => sameWeeks(one, { from, to })) ?? { level: 'block', from, to };",
    tests: attacker,
  },
  {
    name: 'blocks run on over the end of a quarter',
    promise: 'figures',
    file: 'summary/issues/hierarchy.ts',
    find: 'return { level, from, to: place === blocksInQuarter - 1 ? quarter.to : addWeeks(from, weeksInBlock - 1) };',
    put: 'return { level, from, to: addWeeks(from, place === blocksInQuarter - 1 ? 5 : weeksInBlock - 1) };',
    tests: ['tests/summary/issues/hierarchy.test.ts'],
  },
  {
    name: 'what was issued of a week is not looked at by what holds it',
    promise: 'figures',
    file: 'summary/issues/issue-wider.ts',
    find: 'const stands = issued.standing.get(name)?.told;',
    put: "const stands = stretch.level === 'week' ? undefined : issued.standing.get(name)?.told;",
    tests: attacker,
  },
  {
    name: 'a week is issued as it is counted by now',
    promise: 'figures',
    file: 'summary/issues/issue-wider.ts',
    find: '  const stands = standing(stretch);',
    put: `  const found = standing(stretch);
  const now = await deps.standing(stretch.to);
  const stands = found && now && stretch.level === 'week' ? { ...found, told: tell(stretch, [], [now]) } : found;`,
    tests: [...attacker, ...issued],
  },
  {
    name: 'an amendment reaches a total',
    promise: 'figures',
    file: 'summary/issues/issue-wider.ts',
    find: 'if (stands) expectCounted(stands, weeks);',
    put: '',
    tests: issued,
  },
  {
    name: 'wider readers are handed the unit’s numbers in their files',
    promise: 'figures',
    file: 'summary/pull/pull-summary.ts',
    find: 'tables: widerTables(outcome, language),',
    put: `tables: await countWeeks(deps, weeks, 'acu').then((found) =>
        found.kind === 'counted' ? fullTables({ now: found.figures, before: [] }, language) : [],
      ),`,
    tests: attacker,
  },
  {
    name: 'a hidden count is a nought in a file',
    promise: 'figures',
    file: 'summary/files/figure-records.ts',
    find: "String(numberOf(cell) ?? ''),",
    put: 'String(numberOf(cell) ?? 0),',
    tests: attacker,
  },
  {
    name: 'a later count stands beside what wider readers are handed',
    promise: 'figures',
    file: 'summary/pull/pull-summary.ts',
    find: 'tables: widerTables(outcome, language),',
    put: `tables: await countWeeks(deps, weeks, 'acu').then(async (found) =>
        withAmended(
          widerTables(outcome, language),
          found.kind === 'counted' ? found.figures : [],
          await readAmendments(deps.weeks, { from: weeks[0] ?? asAt, to: weeks.at(-1) ?? asAt, handledBy: 'acu' }),
          language,
        ),
      ),`,
    tests: attacker,
  },
  {
    name: 'a later count is issued to wider readers',
    promise: 'figures',
    file: 'summary/issues/issue-wider.ts',
    find: "count: (week) => countWeek(deps, week, 'acu'),",
    put: `count: async (week) => {
    const outcome = await countWeek(deps, week, 'acu');
    const last = (await deps.weeks.amendments(week, week, 'acu')).at(-1);
    return outcome.kind === 'counted' && last ? { ...outcome, figures: readFigures(last.figures) } : outcome;
  },`,
    tests: attacker,
  },
  {
    name: 'an issue that was changed is believed',
    promise: 'figures',
    file: 'summary/issues/issue-record.ts',
    find: 'return digestOf(said) === digest ? issue : undefined;',
    put: 'return said && digest ? issue : undefined;',
    tests: issued,
  },
  {
    name: 'a removed issue is not missed, and is issued anew',
    promise: 'figures',
    file: 'summary/issues/issue-record.ts',
    find: 'if (number !== last.number + 1 || issue.previous !== last.digest) brokenAt ??= number;',
    put: '',
    tests: issued,
  },
  {
    name: 'weeks of a version without a ledger are issued in blocks that cross theirs',
    promise: 'figures',
    file: 'summary/issues/issue-wider.ts',
    find: "stretch.level === 'week' || weeks.every((week) => week === undefined || wholeWeek(week) !== undefined);",
    put: 'stretch.from <= stretch.to && weeks.every((week) => week === undefined || wholeWeek(week) !== null);',
    tests: issued,
  },
  {
    name: 'an issue can be changed in the file',
    promise: 'durable',
    file: 'storage/sqlite/force-records.ts',
    find: "'INSERT INTO issues (number, record) VALUES (?, ?) ON CONFLICT (number) DO NOTHING',",
    put: "'INSERT OR REPLACE INTO issues (number, record) VALUES (?, ?)',",
    tests: ['tests/storage/sqlite.test.ts'],
  },
  {
    name: 'admins are given the unit’s figures',
    promise: 'access',
    file: 'concerns/records/permissions.ts',
    find: "...(roles.has('summaryAcu') ? (['acu'] as const) : []),",
    put: "...(roles.has('summaryAcu') || roles.has('admin') ? (['acu'] as const) : []),",
    tests: ['tests/concerns/records/permissions.test.ts'],
  },
];
