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
  file: 'summary/suppression.ts',
  line: '...(told.shown !== undefined && { shown: Math.min(told.shown, total.shown) }),',
  why: 'A part never begins above its total and never ends above it, so its middle rounds to no more. The line is a guard.',
};
const blockWithoutLimit = {
  file: 'summary/suppression.ts',
  why: 'issueOver looks by itself whether each week tells of its part, and leaves the sum out if one does not.',
};

export const equivalentMutants: readonly EquivalentMutant[] = [
  {
    file: 'summary/suppression.ts',
    line: 'const range = { low: rule.smallCount, high: Math.ceil(count / 5) * 5 + 12 };',
    original: 'count / 5',
    replacement: 'count * 5',
    why: 'The range ends further away, which changes no band near the count: it takes longer.',
  },
  {
    file: 'summary/suppression.ts',
    line: 'const band = bandWith(bandsOf(range, rule.smallCount - 1), count);',
    original: 'rule.smallCount - 1',
    replacement: 'rule.smallCount + 1',
    why: 'The first band would end at smallCount + 1, is two wide and joined to the next: the same bands for 5 to 10.',
  },
  {
    file: 'summary/suppression.ts',
    line: 'if (total.shown === undefined && range.high === 0) return { shown: 0, band: range, least: 0, gap };',
    original: 'total.shown === undefined',
    replacement: 'true',
    why: 'Where every part is none, the gaps add up to at least the most that the total can be: the end of the function says the same.',
  },
  {
    file: 'summary/suppression.ts',
    line: 'if (total.shown === undefined) return { band: range, least, gap };',
    original: 'total.shown === undefined',
    replacement: 'false',
    why: 'A hidden total begins at a small count, so all bands of its part are joined to one, which is hidden: the same.',
  },
  {
    ...roundedPart,
    original: 'told.shown !== undefined && { shown: Math.min(told.shown, total.shown) }',
    replacement: 'true',
  },
  {
    ...roundedPart,
    original: 'told.shown !== undefined && { shown: Math.min(told.shown, total.shown) }',
    replacement: 'false',
  },
  { ...roundedPart, original: '{ shown: Math.min(told.shown, total.shown) }', replacement: '{}' },
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
