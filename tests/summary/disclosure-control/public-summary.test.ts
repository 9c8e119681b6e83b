import { describe, expect, it } from '@jest/globals';
import { getPublicationPeriod } from '../../../summary/disclosure-control/period-hierarchy.ts';
import type { PublishedPeriodCounts } from '../../../summary/disclosure-control/publication-record.ts';
import { createPublicSummary, type PublicSummary } from '../../../summary/disclosure-control/publish-summary.ts';
import { parseTestDay, parseTestWeek } from '../../support/summary/figures.ts';

const stretch = getPublicationPeriod(parseTestWeek('2026-W27'), 'week');
const issuedOn = parseTestDay('2026-09-01');
const summaryWith = (counts: Partial<PublishedPeriodCounts>): PublicSummary => {
  const told: PublishedPeriodCounts = {
    ...stretch,
    asAt: issuedOn,
    smallCount: 7,
    hideZero: true,
    limit: 3,
    received: { shown: 10, band: { low: 8, high: 13 } },
    ...counts,
  };
  return createPublicSummary({
    period: stretch,
    current: { counts: told, number: 1, issuedOn },
    before: undefined,
    trend: [],
  });
};
const totalOf = (received: PublishedPeriodCounts['received']) => summaryWith({ received }).tables[0]?.total;

describe('what wider readers are told', () => {
  it('says by how much a count can differ at most, nothing of that if it is exact, and nothing of a hidden one', () => {
    expect(totalOf({ shown: 10, band: { low: 8, high: 13 } })).toEqual({ shown: 10, within: 3 });
    expect(totalOf({ shown: 10, band: { low: 6, high: 12 } })).toEqual({ shown: 10, within: 4 });
    expect(Object.keys(totalOf({ shown: 0, band: { low: 0, high: 0 } }) ?? {})).toEqual(['shown']);
    expect(Object.keys(totalOf({ band: { low: 1, high: 4 } }) ?? {})).toEqual([]);
  });

  it('names the rule that it was told by', () => {
    expect(summaryWith({}).rule).toEqual({ smallCount: 7, hideZero: true });
  });

  it('has a table of outcomes only with its total', () => {
    const total = { shown: 10, band: { low: 8, high: 12 } };
    const outcome = [{ id: 'misconduct', ...total }];
    const tablesOf = (counts: Partial<PublishedPeriodCounts>) => summaryWith(counts).tables.map(({ id }) => id);
    expect(tablesOf({ closed: total, outcome })).toEqual(['received', 'outcome']);
    expect(tablesOf({ closed: total })).toEqual(['received']);
    expect(tablesOf({ outcome })).toEqual(['received']);
  });
});
