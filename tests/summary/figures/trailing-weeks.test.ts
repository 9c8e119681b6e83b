import { expect, it } from '@jest/globals';
import { getTrailingWeeks } from '../../../summary/figures/periods.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';

it('the last four weeks run over the turn of a year with 53 weeks', () => {
  expect(getTrailingWeeks(parseTestWeek('2027-W02'), 4)).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
});
