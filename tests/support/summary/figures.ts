import { addDays, type Day, firstDayOfWeek, parseDay, parseWeek, type Week } from '../../../core/model/calendar.ts';
import type { WeekCase } from '../../../core/model/counted-cases.ts';
import { computeWeekFigures, type WeekCountInput } from '../../../summary/figures/compute-week-figures.ts';
import type { DisclosureRule, WeekFigures } from '../../../summary/figures/week-figures.ts';
import { createCase } from '../contracts/records.ts';

export const parseTestWeek = (text: string): Week => {
  const week = parseWeek(text);
  if (!week) throw new RangeError('not a week');
  return week;
};
export const parseTestDay = (text: string): Day => {
  const day = parseDay(text);
  if (!day) throw new RangeError('not a day');
  return day;
};

export const rule: DisclosureRule = { smallCount: 5, hideZero: false };

/** A week as it is counted on its next Monday with a target of three days, or one that differs from it. */
export const createCountInput = (week: Week, differences: Partial<WeekCountInput> = {}): WeekCountInput => ({
  week,
  handledBy: 'acu',
  cases: [],
  open: [],
  overdueReferrals: 0,
  countedOn: addDays(firstDayOfWeek(week), 7),
  limitDays: 3,
  rule,
  ...differences,
});

/** So many cases of a week's Monday, the first ones acknowledged on the same day. */
const cases = (week: Week, received: number, inTime: number): readonly WeekCase[] =>
  Array.from({ length: received }, (_, place) => {
    const receivedOn = firstDayOfWeek(week);
    return createCase({ receivedOn, ...(place < inTime && { acknowledgedOn: receivedOn }) });
  });

/** So many cases of a week's Monday that stand open, all with the same days. */
export const createOpenCases = (week: Week, count: number): WeekCountInput['open'] => [
  { receivedOn: firstDayOfWeek(week), handledBy: 'acu', cases: count },
];

/** The figures of a week with so many cases. */
export const createWeekFigures = (
  week: Week,
  received: number,
  inTime: number,
  differences: Partial<WeekCountInput> = {},
): WeekFigures => computeWeekFigures(createCountInput(week, { cases: cases(week, received, inTime), ...differences }));
