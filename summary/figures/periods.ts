import {
  addDays,
  addMonths,
  addWeeks,
  type Day,
  daysBetween,
  firstDayOfWeek,
  parseDay,
  parseWeek,
  type Week,
  toWeek,
} from '../../core/model/calendar.ts';

/**
 * Whole ISO weeks. A week belongs to the quarter or year of its Thursday (ISO 8601): no week is in two, and no two
 * periods differ by some days. `rolling` includes `upTo`; `quarter` 1 is January to March; `yearToMarch` begins in
 * `begins`, as national returns do.
 */
export type Period =
  | { readonly kind: 'week'; readonly week: Week }
  | { readonly kind: 'rolling'; readonly weeks: 4 | 13; readonly upTo: Week }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }
  | { readonly kind: 'yearToMarch'; readonly begins: number }
  | { readonly kind: 'range'; readonly from: Week; readonly to: Week };

export const maxPeriodWeeks = 261;

const getFirstDayOfMonth = (year: number, month: number): Day => {
  const day = parseDay(`${year}-${String(month).padStart(2, '0')}-01`);
  if (day === undefined) throw new RangeError('not a month');
  return day;
};

const getThursday = (week: Week): Day => addDays(firstDayOfWeek(week), 3);

function getWeekRange(from: Day, before: Day): { readonly from: Week; readonly to: Week } {
  const first = toWeek(from);
  const last = toWeek(before);
  return {
    from: getThursday(first) < from ? addWeeks(first, 1) : first,
    to: getThursday(last) < before ? last : addWeeks(last, -1),
  };
}

export function getPeriodBounds(period: Period): { readonly from: Week; readonly to: Week } {
  switch (period.kind) {
    case 'week':
      return { from: period.week, to: period.week };
    case 'rolling':
      return { from: addWeeks(period.upTo, 1 - period.weeks), to: period.upTo };
    case 'quarter': {
      const first = getFirstDayOfMonth(period.year, period.quarter * 3 - 2);
      return getWeekRange(first, addMonths(first, 3));
    }
    case 'yearToMarch': {
      const first = getFirstDayOfMonth(period.begins, 4);
      return getWeekRange(first, addMonths(first, 12));
    }
    case 'range':
      return { from: period.from, to: period.to };
    default:
      return period satisfies never;
  }
}

export function getPeriodLength(period: Period): number {
  const { from, to } = getPeriodBounds(period);
  return daysBetween(firstDayOfWeek(from), firstDayOfWeek(to)) / 7 + 1;
}

export const getPeriodWeeks = (period: Period): readonly Week[] =>
  getTrailingWeeks(getPeriodBounds(period).to, getPeriodLength(period));

export function getPreviousPeriod(period: Period): Period {
  switch (period.kind) {
    case 'week':
      return { ...period, week: addWeeks(period.week, -1) };
    case 'rolling':
      return { ...period, upTo: addWeeks(period.upTo, -period.weeks) };
    case 'quarter':
      return period.quarter === 1
        ? { ...period, year: period.year - 1, quarter: 4 }
        : { ...period, quarter: toQuarter(period.quarter - 1) };
    case 'yearToMarch':
      return { ...period, begins: period.begins - 1 };
    case 'range':
      return { ...period, from: addWeeks(period.from, -getPeriodLength(period)), to: addWeeks(period.from, -1) };
    default:
      return period satisfies never;
  }
}

function toQuarter(number: number): 1 | 2 | 3 | 4 {
  if (number <= 1) return 1;
  return number === 2 ? 2 : number === 3 ? 3 : 4;
}

export function getContainingPeriods(week: Week): { readonly quarter: Period; readonly yearToMarch: Period } {
  const [year = 0, month = 1] = getThursday(week).split('-').map(Number);
  return {
    quarter: { kind: 'quarter', year, quarter: toQuarter(Math.ceil(month / 3)) },
    yearToMarch: { kind: 'yearToMarch', begins: month < 4 ? year - 1 : year },
  };
}

/**
 * `2026-W47`, `4-to-2026-W47`, `13-to-2026-W47`, `2026-Q4`, `2026-27` (the year to 31 March 2027),
 * `2026-W40-to-2026-W47`.
 */
export function formatPeriod(period: Period): string {
  switch (period.kind) {
    case 'week':
      return period.week;
    case 'rolling':
      return `${period.weeks}-to-${period.upTo}`;
    case 'quarter':
      return `${period.year}-Q${period.quarter}`;
    case 'yearToMarch':
      return `${period.begins}-${String((period.begins + 1) % 100).padStart(2, '0')}`;
    case 'range':
      return `${period.from}-to-${period.to}`;
    default:
      return period satisfies never;
  }
}

function parseRange(first: string, last: string): Period | undefined {
  const to = parseWeek(last);
  if (to === undefined) return undefined;
  if (first === '4') return { kind: 'rolling', weeks: 4, upTo: to };
  if (first === '13') return { kind: 'rolling', weeks: 13, upTo: to };
  const from = parseWeek(first);
  if (from === undefined || from > to) return undefined;
  const range: Period = { kind: 'range', from, to };
  return getPeriodLength(range) > maxPeriodWeeks ? undefined : range;
}

const isYear = (year: number): boolean => year >= 1970 && year <= 2100;
const getWeekYear = (week: Week): number => Number(week.slice(0, 4));

function parseUncheckedPeriod(text: string): Period | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/u.exec(text);
  if (quarter) return { kind: 'quarter', year: Number(quarter[1]), quarter: toQuarter(Number(quarter[2])) };
  const year = /^(\d{4})-(\d{2})$/u.exec(text);
  if (year) {
    const period: Period = { kind: 'yearToMarch', begins: Number(year[1]) };
    return formatPeriod(period) === text ? period : undefined;
  }
  const [first = '', last, ...others] = text.split('-to-');
  if (others.length > 0) return undefined;
  if (last !== undefined) return parseRange(first, last);
  const week = parseWeek(first);
  return week === undefined ? undefined : { kind: 'week', week };
}

/**
 * Reads what `formatPeriod` writes; `undefined` for other text, a range that ends before it begins or exceeds
 * `maxPeriodWeeks`, and outside 1970 to 2100.
 */
export function parsePeriod(text: string): Period | undefined {
  if (text.length > 24) return undefined;
  const period = parseUncheckedPeriod(text);
  if (period === undefined) return undefined;
  if (period.kind === 'quarter' && !isYear(period.year)) return undefined;
  if (period.kind === 'yearToMarch' && !isYear(period.begins)) return undefined;
  const { from, to } = getPeriodBounds(period);
  return isYear(getWeekYear(from)) && isYear(getWeekYear(to)) ? period : undefined;
}

/** Up to and with a week, the oldest first. */
export const getTrailingWeeks = (week: Week, weeks: number): readonly Week[] =>
  Array.from({ length: weeks }, (_, place) => addWeeks(week, place - weeks + 1));
