import { describe, expect, it } from '@jest/globals';
import { bankHolidays, isBankHoliday } from '../../../core/model/staffed-hours.ts';
import { isWeekend, parseDay } from '../../../core/model/calendar.ts';

describe('the bank holidays of England and Wales', () => {
  // As https://www.gov.uk/bank-holidays lists them.
  it.each([
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('are those of the government’s list in %d', (year, listed) => {
    const onWeekdays = bankHolidays(year).filter((day) => !isWeekend(day));
    expect(onWeekdays.toSorted()).toEqual(listed.split(' ').map((day) => `${year}-${day}`));
  });

  it('have eight weekdays in every year, and the days themselves where they are at a weekend', () => {
    for (let year = 1978; year < 2200; year += 1)
      expect(bankHolidays(year).filter((day) => !isWeekend(day))).toHaveLength(8);
    expect(['2027-12-25', '2027-12-26', '2027-12-29'].map((text) => isBankHoliday(parseDay(text) ?? never()))).toEqual([
      true,
      true,
      false,
    ]);
  });
});

const never = (): never => {
  throw new Error('no day');
};
