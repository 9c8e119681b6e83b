import { importedProjectPath } from '../support/imported-file.ts';

const named = (imports: () => Promise<object>) => importedProjectPath(imports, import.meta.url);

/**
 * A change that Stryker makes and that no test can notice: what the program tells stays the same. Each was looked at; one
 * that a test could notice gets the test instead.
 */
export interface EquivalentMutant {
  readonly file: string;
  /** The line of the source, and what is replaced in it. */
  readonly line: string;
  readonly original: string;
  readonly replacement: string;
  readonly why: string;
}

const roundedPart = {
  file: named(() => import('../../summary/disclosure-control/suppression.ts')),
  line: '...(published.shown !== undefined && { shown: Math.min(published.shown, total.shown) }),',
  why: 'A part never begins above its total and never ends above it, so its middle rounds to no more. The line is a guard.',
};
const blockWithoutLimit = {
  file: named(() => import('../../summary/disclosure-control/suppression.ts')),
  why: 'issueOver looks by itself whether each week tells of its part, and leaves the sum out if one does not.',
};

const roundedPartOfParts = {
  file: named(() => import('../../summary/disclosure-control/published-counts.ts')),
  line: 'published.push({ id, ...one, ...(one.shown !== undefined && { shown: Math.min(one.shown, total.shown) }) });',
  why: roundedPart.why,
};
const noneIsLeft = {
  file: named(() => import('../../summary/disclosure-control/published-counts.ts')),
  line: 'if (max <= 0) return [{ low: 0, high: 0 }];',
  original: 'max <= 0',
  why: 'The parts before never leave less than none; if they leave none, the bands below are joined to the same one.',
};

export const equivalentMutants: readonly EquivalentMutant[] = [
  {
    file: named(() => import('../../summary/disclosure-control/suppression.ts')),
    line: 'if (range.low > small) return mergeNarrowBands(roundedBands(range));',
    original: 'range.low > small',
    replacement: 'range.low >= small',
    why: 'A first band of one number is joined to the next, which ends where the rounded one does.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/suppression.ts')),
    line: 'if (range.high <= small) return [range];',
    original: 'range.high <= small',
    replacement: 'range.high < small',
    why: 'Nothing is left above the first band, which is the whole range.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/suppression.ts')),
    line: 'return joint && last ? [...bands.slice(0, place), mergeBands(joint, last)] : bands;',
    original: 'joint && last',
    replacement: 'joint || last',
    why: 'There are both, or, of no bands, neither.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/suppression.ts')),
    line: 'return first && joint ? [mergeBands(first, joint), ...bands.slice(place + 1)] : bands;',
    original: 'first && joint',
    replacement: 'first || joint',
    why: 'There are both, or, of no bands, neither.',
  },
  { ...noneIsLeft, replacement: 'false' },
  { ...noneIsLeft, replacement: 'max < 0' },
  {
    ...roundedPartOfParts,
    original: 'one.shown !== undefined && { shown: Math.min(one.shown, total.shown) }',
    replacement: 'true',
  },
  {
    ...roundedPartOfParts,
    original: 'one.shown !== undefined && { shown: Math.min(one.shown, total.shown) }',
    replacement: 'false',
  },
  { ...roundedPartOfParts, original: '{ shown: Math.min(one.shown, total.shown) }', replacement: '{}' },
  {
    file: named(() => import('../../summary/disclosure-control/published-counts.ts')),
    line: 'return { id, shown: band.high === 0 ? 0 : Math.min(getRoundedValue(band), total.shown), band };',
    original: 'band.high === 0',
    replacement: 'false',
    why: 'What stands for the band of none is 0.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/published-counts.ts')),
    line: "acknowledgement.target === 'days' ? acknowledgement.days : 'none';",
    original: "acknowledgement.target === 'days'",
    replacement: 'true',
    why: 'A week without a limit has no days, and the limit of weeks that have none is none.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/published-counts.ts')),
    line: "acknowledgement.target === 'days' ? acknowledgement.inTime : 0;",
    original: "acknowledgement.target === 'days'",
    replacement: 'true',
    why: 'Only weeks with a limit are asked, and a week that is counted again keeps its own.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/published-counts.ts')),
    line: 'const asAt = weeks.map(({ countedOn }) => countedOn).reduce((one, other) => (one < other ? other : one));',
    original: 'one < other',
    replacement: 'one <= other',
    why: 'If both are the same day, either is.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/published-counts.ts')),
    line: "limit: limits.size === 1 ? ([...limits][0] ?? 'none') : 'unlike',",
    original: "'none'",
    replacement: '""',
    why: 'A set of one has a first; the compiler does not know.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/published-counts.ts')),
    line: "const counts = { received, rule, ...(acknowledgement.target === 'days' && { inTime: acknowledgement.inTime }) };",
    original: "acknowledgement.target === 'days'",
    replacement: 'true',
    why: 'Without a limit there is no count in time, and issueWeek leaves out what is not there.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/published-counts.ts')),
    line: "if (publicationPeriod.level !== 'year' || all.length < children.length) return {};",
    original: "publicationPeriod.level !== 'year'",
    replacement: 'false',
    why: 'A block is the only other level that comes here, and its weeks tell of no parts.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/publication-record.ts')),
    line: 'if (publication?.number !== number) return undefined;',
    original: 'publication?.number',
    replacement: 'publication.number',
    why: 'What is thrown if there is no issue is caught, and the answer is undefined as well.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/publication-record.ts')),
    line: '} catch {',
    original: '{ return undefined; }',
    replacement: '{}',
    why: 'The end of a function gives undefined by itself.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/period-hierarchy.ts')),
    line: 'const by = to < last ? to : last;',
    original: 'to < last',
    replacement: 'to <= last',
    why: 'If both are the same week, either is.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/period-hierarchy.ts')),
    line: 'return weeks.length + asked.size - 2 * weeks.filter((week) => asked.has(week)).length;',
    original: 'weeks.length + asked.size',
    replacement: 'weeks.length - asked.size',
    why: 'What is asked for is the same for all that are compared.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/suppression.ts')),
    line: 'const range = { low: rule.smallCount, high: Math.ceil(count / 5) * 5 + 12 };',
    original: 'count / 5',
    replacement: 'count * 5',
    why: 'The range ends further away, which changes no band near the count: it takes longer.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/suppression.ts')),
    line: 'const band = findBand(createBands(range, rule.smallCount - 1), count);',
    original: 'rule.smallCount - 1',
    replacement: 'rule.smallCount + 1',
    why: 'The first band would end at smallCount + 1, is two wide and joined to the next: the same bands for 5 to 10.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/suppression.ts')),
    line: 'if (total.shown === undefined && range.high === 0) return { shown: 0, band: range, least: 0, gap };',
    original: 'total.shown === undefined',
    replacement: 'true',
    why: 'Where every part is none, the gaps add up to at least the most that the total can be: the end of the function says the same.',
  },
  {
    file: named(() => import('../../summary/disclosure-control/suppression.ts')),
    line: 'if (total.shown === undefined) return { band: range, least, gap };',
    original: 'total.shown === undefined',
    replacement: 'false',
    why: 'A hidden total begins at a small count, so all bands of its part are joined to one, which is hidden: the same.',
  },
  {
    ...roundedPart,
    original: 'published.shown !== undefined && { shown: Math.min(published.shown, total.shown) }',
    replacement: 'true',
  },
  {
    ...roundedPart,
    original: 'published.shown !== undefined && { shown: Math.min(published.shown, total.shown) }',
    replacement: 'false',
  },
  { ...roundedPart, original: '{ shown: Math.min(published.shown, total.shown) }', replacement: '{}' },
  {
    ...blockWithoutLimit,
    line: 'const parts = weeks.flatMap(({ inTime }) => (inTime === undefined ? [] : [inTime]));',
    original: 'inTime === undefined',
    replacement: 'false',
  },
  {
    ...blockWithoutLimit,
    line: 'const parts = weeks.flatMap(({ inTime }) => (inTime === undefined ? [] : [inTime]));',
    original: '[]',
    replacement: '["Stryker was here"]',
  },
  {
    ...blockWithoutLimit,
    line: '...(parts.length === weeks.length && { inTime: sum(parts) }),',
    original: 'parts.length === weeks.length',
    replacement: 'true',
  },
];
