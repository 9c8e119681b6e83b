import {
  suppressBlockTotals,
  suppressWeekTotals,
  type PublishedTotals,
  type WeekTotals,
} from '../../../summary/disclosure-control/suppression.ts';

/** What a reader of every issued table sees of one, and of a hidden count nothing but that it is hidden. */
const seen = ({ received, inTime }: PublishedTotals): string => `${received.shown ?? '-'}/${inTime?.shown ?? '-'}`;
const issuedOf = (weeks: readonly WeekTotals[]): readonly PublishedTotals[] => [
  ...weeks.map(suppressWeekTotals),
  suppressBlockTotals(weeks),
];
/** What a reader of the tables of some weeks and of their block sees, in that order. */
export const formatPublishedTotals = (weeks: readonly WeekTotals[]): string => issuedOf(weeks).map(seen).join(' ');

interface Secret {
  readonly name: string;
  readonly count: number;
  /** A count of its own table that is large enough to be told is no secret, whatever can be worked out. */
  readonly small: boolean;
}

/** The counts that must not be worked out: hidden ones of weeks and of the block, and rests, which are never issued. */
function secretsOf(weeks: readonly WeekTotals[], issued: readonly PublishedTotals[]): readonly Secret[] {
  const whole: WeekTotals = {
    received: weeks.reduce((sum, week) => sum + week.received, 0),
    ...(weeks[0]?.inTime !== undefined && { inTime: weeks.reduce((sum, week) => sum + (week.inTime ?? 0), 0) }),
    rule: weeks[0]?.rule ?? { smallCount: 5, hideZero: false },
  };
  return issued.flatMap((table, place) => {
    const counts = weeks[place] ?? whole;
    const { received, inTime, rule } = counts;
    const secret = (name: string, count: number): Secret => ({
      name: `${name} ${place}`,
      count,
      small: count < rule.smallCount && (count > 0 || rule.hideZero),
    });
    return [
      ...(table.received.shown === undefined ? [secret('received', received)] : []),
      ...(inTime !== undefined && table.inTime?.shown === undefined ? [secret('in time', inTime)] : []),
      ...(inTime === undefined || table.received.shown === 0 ? [] : [secret('rest', received - inTime)]),
    ];
  });
}

/** Every way to choose one of the options for each of some weeks. */
export function combinations<T>(options: readonly T[], weeks: number): readonly (readonly T[])[] {
  if (weeks === 0) return [[]];
  return combinations(options, weeks - 1).flatMap((before) => options.map((option) => [...before, option]));
}

/** The small secrets of some worlds that fit with what is issued by one value only, in all of these worlds. */
export function findInferences(worlds: readonly (readonly WeekTotals[])[]): readonly string[] {
  const values = new Map<string, { readonly first: Secret; several: boolean }>();
  for (const weeks of worlds) {
    const tables = issuedOf(weeks);
    const issued = tables.map(seen).join(' ');
    for (const secret of secretsOf(weeks, tables)) {
      const key = `${issued} | ${secret.name}`;
      const known = values.get(key);
      if (!known) values.set(key, { first: secret, several: false });
      else if (known.first.count !== secret.count) known.several = true;
    }
  }
  return [...values].filter(([, { first, several }]) => first.small && !several).map(([key]) => key);
}
