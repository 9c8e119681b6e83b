import * as fc from 'fast-check';
import { addWeeks, type Week } from '../../../core/model/calendar.ts';
import {
  figureKinds,
  figureOutcomes,
  type WeekFigures,
  type WeekFiguresV2,
  asWeekFiguresV2,
} from '../../../summary/figures/week-figures.ts';
import { parseTestWeek } from './figures.ts';
import type { Truth } from './attacker.ts';
import { type Frozen, trueFigures, type TrueWeek } from './publication-fixture.ts';

/** The weeks that made-up reports come in: those of the year to March 2027, and the quarter before it. */
const first = parseTestWeek('2026-W01');
const weeks = 65;

const rules = [
  { smallCount: 5, hideZero: false },
  { smallCount: 5, hideZero: true },
  { smallCount: 7, hideZero: false },
  { smallCount: 10, hideZero: false },
];

/** Few and many reports, mostly of a few kinds. */
const counts = (names: readonly string[]) =>
  fc
    .array(fc.tuple(fc.nat({ max: names.length - 1 }), fc.integer({ min: 1, max: 9 })), { maxLength: 3 })
    .map((found) => Object.fromEntries(found.map(([name, count]) => [names[name] ?? '', count])));
const share = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
const trueWeek = fc.record({
  kind: counts(figureKinds),
  outcome: counts(figureOutcomes),
  inTime: share,
}) satisfies fc.Arbitrary<TrueWeek>;

/** What came in each week. The rule and the limit can change once. */
export const arbitraryPopulation = fc.record({
  each: fc.array(trueWeek, { minLength: weeks, maxLength: weeks }),
  rule: fc.constantFrom(...rules),
  later: fc.constantFrom(...rules),
  changesAt: fc.integer({ min: 0, max: weeks * 3 }),
  limitChanges: fc.boolean(),
});
export type Population = typeof arbitraryPopulation extends fc.Arbitrary<infer Made> ? Made : never;

/** The figures that were frozen of a population. */
export const createFrozenWeeks = ({ each, rule, later, changesAt, limitChanges }: Population): Frozen =>
  new Map(
    each.map((week, place) => {
      const is = addWeeks(first, place);
      const isLater = place >= changesAt;
      const limitDays = isLater && limitChanges ? 5 : 3;
      return [is, trueFigures(is, { ...week, rule: isLater ? later : rule, limitDays })];
    }),
  );

/** The files of which somebody reads the numbers. */
type FileFormat = 'csv' | 'json' | 'xlsx';

/**
 * Something that somebody asks for, with a file of it; a week that is counted again for those who handle its cases; or one
 * of which the first count is another by now, as it never is.
 */
export type Step =
  | { readonly kind: 'asks'; readonly period: string; readonly file?: FileFormat }
  | { readonly kind: 'amends'; readonly place: number; readonly anew: TrueWeek }
  | { readonly kind: 'recount'; readonly place: number; readonly anew: TrueWeek };

const aPlace = fc.nat({ max: weeks - 1 });
const asked = fc.oneof(
  { weight: 4, arbitrary: aPlace.map((place) => addWeeks(first, place)) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.nat({ max: 25 }), fc.integer({ min: 1, max: 5 }))
      .map(([place, more]) => `${addWeeks(first, 13 + place)}-to-${addWeeks(first, 13 + place + more)}`),
  },
  {
    weight: 2,
    arbitrary: aPlace.map(
      (place) => `${addWeeks(first, place - (place % 4))}-to-${addWeeks(first, place - (place % 4) + 3)}`,
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('4', '13')
      .chain((length) => aPlace.map((place) => `${length}-to-${addWeeks(first, place)}`)),
  },
  { weight: 3, arbitrary: fc.constantFrom('2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1') },
  { weight: 1, arbitrary: fc.constantFrom('2026-27', '2025-26') },
);

const aFile = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom<FileFormat>('csv', 'json') },
  { weight: 1, arbitrary: fc.constant<FileFormat>('xlsx') },
);
const asks = fc.tuple(asked, aFile).map(([period, file]): Step => ({ kind: 'asks', period, file }));
const amends = fc.tuple(aPlace, trueWeek).map(([place, anew]): Step => ({ kind: 'amends', place, anew }));
const recounts = fc.tuple(aPlace, trueWeek).map(([place, anew]): Step => ({ kind: 'recount', place, anew }));
const some = { minLength: 4, maxLength: 20 };

/** Questions in any order, with weeks between them that are counted again for those who handle their cases. */
export const arbitraryQuestions: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: asks }, { weight: 1, arbitrary: amends }),
  some,
);

/** The same, with weeks of which the first count is replaced. */
export const arbitraryCourses: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: asks }, { weight: 1, arbitrary: recounts }, { weight: 1, arbitrary: amends }),
  some,
);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** The true counts of what was frozen first, by the names that an attacker gives them. */
export function createTruth(frozen: ReadonlyMap<Week, WeekFigures>): Truth {
  const within = (from: string, to: string) =>
    [...frozen].filter(([week]) => from <= week && week <= to).map(([, each]) => each);
  const inTime = ({ acknowledgement }: WeekFigures) => (acknowledgement.target === 'days' ? acknowledgement.inTime : 0);
  const closed = (each: WeekFigures, id: string) =>
    sum(
      Object.entries(asWeekFiguresV2(each)?.outcome ?? {}).flatMap(([name, count]) =>
        id === '' || id === name ? [count] : [],
      ),
    );
  return (name) => {
    const [what = '', ...others] = name.split(' ');
    const [from = '', to = ''] = (others.at(-1) ?? '').split('/');
    const found = within(from, to);
    switch (what) {
      case 'received':
        return sum(found.map(({ received }) => received));
      case 'in':
        return sum(found.map(inTime));
      case 'late':
        return sum(found.map((each) => each.received - inTime(each)));
      case 'closed':
        return sum(found.map((each) => closed(each, '')));
      case 'kind':
        return sum(
          found.flatMap(({ kind }) => Object.entries(kind).flatMap(([id, count]) => (id === others[0] ? [count] : []))),
        );
      default:
        return sum(found.map((each) => closed(each, others[0] ?? '')));
    }
  };
}

/** A population with a week that is counted anew. */
export function replaceWeek(frozen: Frozen, { place, anew }: Extract<Step, { kind: 'recount' }>): void {
  const week = addWeeks(first, place);
  frozen.set(week, trueFigures(week, anew));
}

/** What a week that is counted again has, by its name. */
export const createRevisionFixture = ({ place, anew }: Extract<Step, { kind: 'amends' }>): WeekFiguresV2 =>
  trueFigures(addWeeks(first, place), anew);
