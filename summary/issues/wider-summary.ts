import type { Day, Week } from '../../concerns/terms/calendar.ts';
import { type Period, weeksOf } from '../periods.ts';
import type { IssuedCount } from '../suppression.ts';
import type { DisclosureRule } from '../week-figures.ts';
import { periodOf, type Stretch, stretchBefore } from './hierarchy.ts';
import type { Standing, Told } from './issue-record.ts';

export interface WiderCount {
  readonly shown?: number;
  readonly within?: number;
}

export interface WiderTable {
  readonly id: 'received' | 'kind' | 'outcome';
  readonly total: WiderCount;
  /** In an order that never depends on the counts. */
  readonly parts: readonly (WiderCount & { readonly id: string })[];
}

export interface WiderWeek {
  readonly week: Week;
  readonly limit: Told['limit'];
  readonly received: WiderCount;
  readonly inTime?: WiderCount;
}

/** A period as wider readers are told of it: the same for ever once it was told. */
export interface WiderSummary {
  readonly kind: 'issued';
  readonly period: Period;
  readonly level: Stretch['level'];
  readonly weeks: readonly Week[];
  readonly asAt: Day;
  readonly issuedOn: Day;
  readonly number: number;
  readonly rule: DisclosureRule;
  readonly limit: Told['limit'];
  /** Whether nothing was received, and that can be said. */
  readonly quiet: boolean;
  readonly tables: readonly WiderTable[];
  readonly change?: { readonly before: Period; readonly received: number };
  readonly trend: readonly WiderWeek[];
}

export interface AllStanding {
  readonly stretch: Stretch;
  readonly stands: Standing;
  readonly before: Standing | undefined;
  readonly trend: readonly Standing[];
}

function countOf({ shown, band }: IssuedCount): WiderCount {
  if (shown === undefined) return {};
  const within = Math.max(shown - band.low, band.high - shown);
  return within === 0 ? { shown } : { shown, within };
}

function tablesOf({ received, inTime, kind, closed, outcome }: Told): readonly WiderTable[] {
  const named = (parts: readonly (IssuedCount & { readonly id: string })[]) =>
    parts.map((part) => ({ id: part.id, ...countOf(part) }));
  const total = countOf(received);
  return [
    { id: 'received', total, parts: inTime ? [{ id: 'inTime', ...countOf(inTime) }] : [] },
    ...(kind ? [{ id: 'kind', total, parts: named(kind) } as const] : []),
    ...(closed && outcome ? [{ id: 'outcome', total: countOf(closed), parts: named(outcome) } as const] : []),
  ];
}

const weekOf = ({ told: { from, limit, received, inTime } }: Standing): WiderWeek => ({
  week: from,
  limit,
  received: countOf(received),
  ...(inTime && { inTime: countOf(inTime) }),
});

/** A summary of what was issued: of each stretch what was told first, and nothing else. */
export function summaryOf({ stretch, stands, before, trend }: AllStanding): WiderSummary {
  const { told, number, issuedOn } = stands;
  const was = before?.told.received.shown;
  const is = told.received.shown;
  return {
    kind: 'issued',
    period: periodOf(stretch),
    level: stretch.level,
    weeks: weeksOf(periodOf(stretch)),
    asAt: told.asAt,
    issuedOn,
    number,
    rule: { smallCount: told.smallCount, hideZero: told.hideZero },
    limit: told.limit,
    quiet: is === 0,
    tables: tablesOf(told),
    ...(is !== undefined &&
      was !== undefined && { change: { before: periodOf(stretchBefore(stretch)), received: is - was } }),
    trend: trend.map(weekOf),
  };
}
