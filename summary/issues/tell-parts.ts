import { type Band, bandsBeginningBy, bandsEndingFrom, bandsOf, roundedValueOf } from '../band.ts';
import { bandWith, type IssuedCount, toldBy } from '../suppression.ts';
import type { DisclosureRule } from '../week-figures.ts';

export type Parts = readonly { readonly id: string; readonly count: number }[];
export interface ToldPart extends IssuedCount {
  readonly id: string;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/** No count is a band of its own unless it is hidden. */
function bandsUpTo(most: number, { smallCount, hideZero }: DisclosureRule): readonly Band[] {
  if (most <= 0) return [{ low: 0, high: 0 }];
  if (hideZero) return bandsOf({ low: 0, high: most }, smallCount - 1);
  return [{ low: 0, high: 0 }, ...bandsOf({ low: 1, high: most }, smallCount - 1)];
}

/**
 * The parts of a total that was issued, each in its own band. Each in turn takes from what the total leaves: the least
 * that they add up to is never more than the total can be, and the most never less, so that the bands say nothing about
 * the total, and of each hidden part no more than its band. The last part is told the least exactly. Parts are hidden
 * with their total. Throws FiguresError if a count is in no band.
 */
export function tellParts(total: IssuedCount, parts: Parts, rule: DisclosureRule): readonly ToldPart[] {
  if (total.shown === undefined) return parts.map(({ id }) => ({ id, band: { low: 0, high: total.band.high } }));
  const told: ToldPart[] = [];
  for (const [place, { id, count }] of parts.entries()) {
    const least = sum(told.map(({ band }) => band.low));
    const most = sum(told.map(({ band }) => band.high));
    const open = bandsBeginningBy(bandsUpTo(total.band.high - least, rule), total.band.low - least);
    const bands = place === parts.length - 1 ? bandsEndingFrom(open, total.band.high - most) : open;
    const one = toldBy(bandWith(bands, count), rule.smallCount - 1);
    told.push({ id, ...one, ...(one.shown !== undefined && { shown: Math.min(one.shown, total.shown) }) });
  }
  return told;
}

/**
 * The parts of several totals together, from what was issued of each and nothing else, so that they say nothing new. A
 * sum is shown if it is no small count and can be no more than twice its least.
 */
export function addParts(
  children: readonly (readonly ToldPart[])[],
  total: IssuedCount,
  small: number,
): readonly ToldPart[] {
  const ids = children[0]?.map(({ id }) => id) ?? [];
  return ids.map((id) => {
    const each = children.flatMap((parts) => parts.filter((part) => part.id === id));
    const band = { low: sum(each.map((part) => part.band.low)), high: sum(each.map((part) => part.band.high)) };
    if (total.shown === undefined || (band.high > 0 && (band.low <= small || band.high > 2 * band.low)))
      return { id, band };
    return { id, shown: band.high === 0 ? 0 : Math.min(roundedValueOf(band), total.shown), band };
  });
}
