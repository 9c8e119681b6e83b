import { addDays, type Day, isWeekend, parseDay, weekdayOf } from './calendar.ts';

function dayIn(year: number, month: number, date: number): Day {
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = parseDay(`${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`);
  if (day === undefined) throw new RangeError('No such day');
  return day;
}

/**
 * Easter Sunday by the Gregorian calendar: the anonymous algorithm of 1876 (Meeus, "Astronomical Algorithms", chapter
 * 8).
 */
function easterSunday(year: number): Day {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const both = h + l - 7 * m + 114;
  return dayIn(year, Math.floor(both / 31), (both % 31) + 1);
}

const mondayFrom = (day: Day): Day => addDays(day, (7 - weekdayOf(day)) % 7);

function withSubstitutes(days: readonly Day[]): readonly Day[] {
  const off = new Set(days);
  for (const day of days.filter(isWeekend)) {
    let next = addDays(day, 1);
    while (isWeekend(next) || off.has(next)) next = addDays(next, 1);
    off.add(next);
  }
  return [...off];
}

/**
 * The bank and public holidays of England and Wales in a year: schedule 1 of the Banking and Financial Dealings Act
 * 1971, those proclaimed every year, and Good Friday and Christmas Day (https://www.gov.uk/bank-holidays). Christmas
 * Day, Boxing Day and New Year's Day count at a weekend too. A force sets a holiday that is proclaimed or moved once.
 */
export function bankHolidaysOf(year: number): readonly Day[] {
  const easter = easterSunday(year);
  return [
    ...withSubstitutes([dayIn(year, 1, 1)]),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(dayIn(year, 5, 1)),
    mondayFrom(dayIn(year, 5, 25)),
    mondayFrom(dayIn(year, 8, 25)),
    ...withSubstitutes([dayIn(year, 12, 25), dayIn(year, 12, 26)]),
  ];
}

export const isBankHoliday = (day: Day): boolean => bankHolidaysOf(Number(day.slice(0, 4))).includes(day);
