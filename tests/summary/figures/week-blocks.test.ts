import { expect, it } from '@jest/globals';
import { weeksUpTo } from '../../../summary/figures/periods.ts';
import { aWeek } from '../../support/summary/figures.ts';

it('the last four weeks run over the turn of a year with 53 weeks', () => {
  expect(weeksUpTo(aWeek('2027-W02'), 4)).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02']);
});
