import type { IssuedCount } from '../suppression.ts';
import type { Told } from './issue-record.ts';

/** A count as wider readers have it: `shown` is missing where it is hidden. */
export interface WiderCount {
  readonly shown?: number;
  /** By how much the true count can differ from what is shown; missing where that is exact, or hidden. */
  readonly within?: number;
}

/** A total with parts of it. */
export interface WiderTable {
  readonly id: 'received' | 'kind' | 'outcome';
  readonly total: WiderCount;
  /** `inTime` of those received; kinds; outcomes. In an order that never depends on the counts. */
  readonly parts: readonly (WiderCount & { readonly id: string })[];
}

function countOf({ shown, band }: IssuedCount): WiderCount {
  if (shown === undefined) return {};
  const within = Math.max(shown - band.low, band.high - shown);
  return within === 0 ? { shown } : { shown, within };
}

/** The tables of what was told: received with those in time; of quarters and years also by kind, and closed by outcome. */
export function widerTables({ received, inTime, kind, closed, outcome }: Told): readonly WiderTable[] {
  const named = (parts: readonly (IssuedCount & { readonly id: string })[]) =>
    parts.map((part) => ({ id: part.id, ...countOf(part) }));
  const total = countOf(received);
  return [
    { id: 'received', total, parts: inTime ? [{ id: 'inTime', ...countOf(inTime) }] : [] },
    ...(kind ? [{ id: 'kind', total, parts: named(kind) } as const] : []),
    ...(closed && outcome ? [{ id: 'outcome', total: countOf(closed), parts: named(outcome) } as const] : []),
  ];
}
