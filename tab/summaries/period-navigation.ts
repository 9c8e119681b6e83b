import { addWeeks, type Week } from '../../core/model/calendar.ts';
import {
  getPeriodBounds,
  getPeriodLength,
  type Period,
  getPreviousPeriod,
  getContainingPeriods,
} from '../../summary/figures/periods.ts';

export const periodOptions = ['week', 'four', 'thirteen', 'quarter', 'yearToMarch', 'range'] as const;
export type PeriodOption = (typeof periodOptions)[number];

export function toPeriodOption(period: Period): PeriodOption {
  if (period.kind !== 'rolling') return period.kind;
  return period.weeks === 4 ? 'four' : 'thirteen';
}

export function periodForWeek(kind: PeriodOption, week: Week): Period {
  switch (kind) {
    case 'week':
      return { kind, week };
    case 'four':
      return { kind: 'rolling', weeks: 4, upTo: week };
    case 'thirteen':
      return { kind: 'rolling', weeks: 13, upTo: week };
    case 'quarter':
    case 'yearToMarch':
      return getContainingPeriods(week)[kind];
    case 'range':
      return { kind, from: addWeeks(week, -1), to: week };
    default:
      return kind satisfies never;
  }
}

export function nextPeriod(period: Period): Period {
  switch (period.kind) {
    case 'week':
      return { ...period, week: addWeeks(period.week, 1) };
    case 'rolling':
      return { ...period, upTo: addWeeks(period.upTo, period.weeks) };
    case 'quarter':
    case 'yearToMarch':
      return getContainingPeriods(addWeeks(getPeriodBounds(period).to, 1))[period.kind];
    case 'range':
      return { ...period, from: addWeeks(period.to, 1), to: addWeeks(period.to, getPeriodLength(period)) };
    default:
      return period satisfies never;
  }
}

export function adjacentPeriods(period: Period, latest: Week): { readonly before: Period; readonly after?: Period } {
  const after = nextPeriod(period);
  return { before: getPreviousPeriod(period), ...(getPeriodBounds(after).from <= latest && { after }) };
}
