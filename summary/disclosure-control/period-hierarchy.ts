import { addWeeks, daysBetween, mondayOf, type Week } from '../../core/model/calendar.ts';
import { boundsOf, type Period, periodsWith, weeksOf } from '../figures/periods.ts';

export const levels = ['week', 'block', 'quarter', 'year'] as const;
export type Level = (typeof levels)[number];

export interface Stretch {
  readonly level: Level;
  readonly from: Week;
  readonly to: Week;
}

/** The last block of a quarter has what is left, four to six weeks. */
const weeksInBlock = 4;
const blocksInQuarter = 3;

const weeksFrom = (from: Week, to: Week): number => daysBetween(mondayOf(from), mondayOf(to)) / 7;
const sameWeeks = (one: Stretch, other: { readonly from: Week; readonly to: Week }): boolean =>
  one.from === other.from && one.to === other.to;

/** The name of a stretch in what was issued; no two are the same. */
export const stretchName = ({ from, to }: { readonly from: Week; readonly to: Week }): string => `${from}/${to}`;

export const weeksIn = ({ from, to }: Stretch): number => weeksFrom(from, to) + 1;

export function stretchWith(week: Week, level: Level): Stretch {
  if (level === 'week') return { level, from: week, to: week };
  if (level === 'year') return { level, ...boundsOf(periodsWith(week).yearToMarch) };
  const quarter = boundsOf(periodsWith(week).quarter);
  if (level === 'quarter') return { level, ...quarter };
  const place = Math.min(blocksInQuarter - 1, Math.floor(weeksFrom(quarter.from, week) / weeksInBlock));
  const from = addWeeks(quarter.from, place * weeksInBlock);
  return { level, from, to: place === blocksInQuarter - 1 ? quarter.to : addWeeks(from, weeksInBlock - 1) };
}

export const stretchBefore = ({ level, from }: Stretch): Stretch => stretchWith(addWeeks(from, -1), level);

export function childrenOf({ level, from, to }: Stretch): readonly Stretch[] {
  const below = levels[levels.indexOf(level) - 1];
  if (below === undefined) return [];
  const children: Stretch[] = [];
  for (let week = from; week <= to; ) {
    const child = stretchWith(week, below);
    children.push(child);
    week = addWeeks(child.to, 1);
  }
  return children;
}

/** A stretch with all its parts, each after its own parts. */
export const wholeOf = (stretch: Stretch): readonly Stretch[] => [...childrenOf(stretch).flatMap(wholeOf), stretch];

export function stretchOf(period: Period): Stretch | undefined {
  const { from, to } = boundsOf(period);
  return levels.map((level) => stretchWith(from, level)).find((one) => sameWeeks(one, { from, to }));
}

export function periodOf({ level, from, to }: Stretch): Period {
  if (level === 'week') return { kind: 'week', week: from };
  if (level === 'block') return { kind: 'range', from, to };
  return level === 'quarter' ? periodsWith(from).quarter : periodsWith(from).yearToMarch;
}

export function lastBy(week: Week, level: Level): Stretch {
  const one = stretchWith(week, level);
  return one.to <= week ? one : stretchBefore(one);
}

/**
 * The stretches nearest to a period that is none: the last of each level that is over by its end, the nearest first.
 * `last`: the newest week that is over.
 */
export function nearestTo(period: Period, last: Week): readonly Stretch[] {
  const asked = new Set(weeksOf(period));
  const { to } = boundsOf(period);
  const by = to < last ? to : last;
  const unlike = (stretch: Stretch): number => {
    const weeks = weeksOf(periodOf(stretch));
    return weeks.length + asked.size - 2 * weeks.filter((week) => asked.has(week)).length;
  };
  return levels
    .map((level) => lastBy(by, level))
    .map((stretch) => ({ stretch, far: unlike(stretch) }))
    .sort((one, other) => one.far - other.far)
    .map(({ stretch }) => stretch);
}
