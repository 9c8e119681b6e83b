import { addWeeks, daysBetween, firstDayOfWeek, type Week } from '../../core/model/calendar.ts';
import { getPeriodBounds, type Period, getContainingPeriods, getPeriodWeeks } from '../figures/periods.ts';

export const periodLevels = ['week', 'block', 'quarter', 'year'] as const;
export type PeriodLevel = (typeof periodLevels)[number];

export interface PublicationPeriod {
  readonly level: PeriodLevel;
  readonly from: Week;
  readonly to: Week;
}

/** A quarter's last block has four to six weeks. */
const weeksInBlock = 4;
const blocksInQuarter = 3;

const countWeeksBetween = (from: Week, to: Week): number => daysBetween(firstDayOfWeek(from), firstDayOfWeek(to)) / 7;
const hasSameWeeks = (one: PublicationPeriod, other: { readonly from: Week; readonly to: Week }): boolean =>
  one.from === other.from && one.to === other.to;

/** Its name in what was published; no two are the same. */
export const getPeriodKey = ({ from, to }: { readonly from: Week; readonly to: Week }): string => `${from}/${to}`;

export const getWeekCount = ({ from, to }: PublicationPeriod): number => countWeeksBetween(from, to) + 1;

export function getPublicationPeriod(week: Week, level: PeriodLevel): PublicationPeriod {
  if (level === 'week') return { level, from: week, to: week };
  if (level === 'year') return { level, ...getPeriodBounds(getContainingPeriods(week).yearToMarch) };
  const quarter = getPeriodBounds(getContainingPeriods(week).quarter);
  if (level === 'quarter') return { level, ...quarter };
  const place = Math.min(blocksInQuarter - 1, Math.floor(countWeeksBetween(quarter.from, week) / weeksInBlock));
  const from = addWeeks(quarter.from, place * weeksInBlock);
  return { level, from, to: place === blocksInQuarter - 1 ? quarter.to : addWeeks(from, weeksInBlock - 1) };
}

export const getPreviousPublicationPeriod = ({ level, from }: PublicationPeriod): PublicationPeriod =>
  getPublicationPeriod(addWeeks(from, -1), level);

export function getChildPeriods({ level, from, to }: PublicationPeriod): readonly PublicationPeriod[] {
  const below = periodLevels[periodLevels.indexOf(level) - 1];
  if (below === undefined) return [];
  const children: PublicationPeriod[] = [];
  for (let week = from; week <= to; ) {
    const child = getPublicationPeriod(week, below);
    children.push(child);
    week = addWeeks(child.to, 1);
  }
  return children;
}

/** A period with all its parts, each after its own parts. */
export const getPeriodWithDescendants = (publicationPeriod: PublicationPeriod): readonly PublicationPeriod[] => [
  ...getChildPeriods(publicationPeriod).flatMap(getPeriodWithDescendants),
  publicationPeriod,
];

export function findPublicationPeriod(period: Period): PublicationPeriod | undefined {
  const { from, to } = getPeriodBounds(period);
  return periodLevels.map((level) => getPublicationPeriod(from, level)).find((one) => hasSameWeeks(one, { from, to }));
}

export function toPeriod({ level, from, to }: PublicationPeriod): Period {
  if (level === 'week') return { kind: 'week', week: from };
  if (level === 'block') return { kind: 'range', from, to };
  return level === 'quarter' ? getContainingPeriods(from).quarter : getContainingPeriods(from).yearToMarch;
}

export function getLastClosedPeriod(week: Week, level: PeriodLevel): PublicationPeriod {
  const one = getPublicationPeriod(week, level);
  return one.to <= week ? one : getPreviousPublicationPeriod(one);
}

/**
 * The last publication period of each level that is over by the period's end, the nearest first. `last`: the newest
 * week that is over.
 */
export function findNearestPeriods(period: Period, last: Week): readonly PublicationPeriod[] {
  const asked = new Set(getPeriodWeeks(period));
  const { to } = getPeriodBounds(period);
  const by = to < last ? to : last;
  const measureDifference = (publicationPeriod: PublicationPeriod): number => {
    const weeks = getPeriodWeeks(toPeriod(publicationPeriod));
    return weeks.length + asked.size - 2 * weeks.filter((week) => asked.has(week)).length;
  };
  return periodLevels
    .map((level) => getLastClosedPeriod(by, level))
    .map((publicationPeriod) => ({ stretch: publicationPeriod, far: measureDifference(publicationPeriod) }))
    .sort((one, other) => one.far - other.far)
    .map(({ stretch: publicationPeriod }) => publicationPeriod);
}
