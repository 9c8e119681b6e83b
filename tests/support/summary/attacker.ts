import type { Publication, PublishedPeriodCounts } from '../../../summary/disclosure-control/publication-record.ts';
import type { Week } from '../../../core/model/calendar.ts';
import {
  getChildPeriods,
  type PublicationPeriod,
  getPreviousPublicationPeriod,
  getPeriodKey,
  getWeekCount,
} from '../../../summary/disclosure-control/period-hierarchy.ts';
import { getTrailingWeeks } from '../../../summary/figures/periods.ts';
import type { ParsedFile, ParsedNumber } from './read-public-file.ts';
import type { PublicCount, PublicSummary } from '../../../summary/disclosure-control/publish-summary.ts';

/** The least and the most that somebody knows a count to be. */
interface Bounds {
  low: number;
  high: number;
}

/** The true counts of a stretch, by the same names as the attacker gives them. */
export type Truth = (name: string) => number;

const names = {
  received: (of: string): string => `received ${of}`,
  inTime: (of: string): string => `in time ${of}`,
  rest: (of: string): string => `late ${of}`,
  closed: (of: string): string => `closed ${of}`,
  kind: (of: string, id: string): string => `kind ${id} ${of}`,
  outcome: (of: string, id: string): string => `outcome ${id} ${of}`,
};

/**
 * Somebody who has all that was ever issued with every band that could be inferred of it, as if everything that it was
 * built on had been asked for, and narrows the bounds of all counts by all sums between them until nothing moves.
 */
export function createAttacker() {
  const known = new Map<string, Bounds>();
  const sums: { readonly total: string; readonly parts: readonly string[] }[] = [];
  const hidden = new Set<string>();
  const shown = new Map<string, number | undefined>();
  const inFiles: { readonly name: string; readonly value: number; readonly before?: string }[] = [];
  const odd: string[] = [];
  const totals: PublishedPeriodCounts[] = [];

  const boundsOf = (name: string): Bounds => {
    const bounds = known.get(name) ?? { low: 0, high: 1e9 };
    known.set(name, bounds);
    return bounds;
  };
  /** Whether something was learnt. */
  const learn = (name: string, low: number, high: number): boolean => {
    const bounds = boundsOf(name);
    const isNew = low > bounds.low || high < bounds.high;
    bounds.low = Math.max(bounds.low, low);
    bounds.high = Math.min(bounds.high, high);
    return isNew;
  };
  const count = (name: string, one: { readonly shown?: number | undefined; readonly band: Bounds }): void => {
    learn(name, one.band.low, one.band.high);
    shown.set(name, one.shown);
    if (one.shown === undefined) hidden.add(name);
  };
  const sum = (total: string, parts: readonly string[]): void => {
    sums.push({ total, parts });
  };

  function tell(told: PublishedPeriodCounts): void {
    const of = getPeriodKey(told);
    if (told.level !== 'week') totals.push(told);
    const children = getChildPeriods(told).map(getPeriodKey);
    const parts = (part: (of: string) => string): void => {
      if (children.length > 0) sum(part(of), children.map(part));
    };
    count(names.received(of), told.received);
    parts(names.received);
    if (told.inTime) {
      count(names.inTime(of), told.inTime);
      sum(names.received(of), [names.inTime(of), names.rest(of)]);
      if (told.received.shown !== 0) hidden.add(names.rest(of));
      parts(names.inTime);
      parts(names.rest);
    }
    for (const [name, table] of [
      ['kind', told.kind],
      ['outcome', told.outcome],
    ] as const) {
      if (!table) continue;
      for (const part of table) {
        count(names[name](of, part.id), part);
        if (told.level === 'year')
          sum(
            names[name](of, part.id),
            children.map((child) => names[name](child, part.id)),
          );
      }
      sum(
        name === 'kind' ? names.received(of) : names.closed(of),
        table.map(({ id }) => names[name](of, id)),
      );
    }
    if (told.closed) {
      count(names.closed(of), told.closed);
      if (told.level === 'year') sum(names.closed(of), children.map(names.closed));
    }
  }

  /** Adds what totals of more than a week have in common: each is the other, without its weeks and with the own ones. */
  function compare(): void {
    for (const [place, one] of totals.entries()) {
      for (const other of totals.slice(place + 1)) {
        const [own, its] = [one, other].map((told) => getTrailingWeeks(told.to, getWeekCount(told)));
        if (!own || !its || !own.some((week) => its.includes(week))) continue;
        const week = (each: Week): string => names.received(`${each}/${each}`);
        const both = `both ${getPeriodKey(one)} ${getPeriodKey(other)}`;
        sum(both, [names.received(getPeriodKey(one)), ...its.filter((each) => !own.includes(each)).map(week)]);
        sum(both, [names.received(getPeriodKey(other)), ...own.filter((each) => !its.includes(each)).map(week)]);
      }
    }
  }

  /** The count that a number of a file stands for; `undefined` where nothing of that name is ever issued. */
  function nameOf(of: string, { table, row, column }: ParsedNumber): string | undefined {
    if (column !== 'count') return undefined;
    const week = `${row}/${row}`;
    switch (table) {
      case 'head':
      case 'received':
        return { all: names.received(of), received: names.received(of), inTime: names.inTime(of) }[row];
      case 'kind':
        return row === 'all' ? names.received(of) : names.kind(of, row);
      case 'outcome':
        return row === 'all' ? names.closed(of) : names.outcome(of, row);
      case 'trend.received':
        return names.received(week);
      default:
        return table === 'trend.inTime' ? names.inTime(week) : undefined;
    }
  }

  /** Holds what files told against what was issued; what was not is known to whoever has the file. */
  function readFiles(): void {
    for (const { name, value, before } of inFiles) {
      const [is, was] = [shown.get(name), before === undefined ? 0 : shown.get(before)];
      if (is !== undefined && was !== undefined && is - was === value) continue;
      odd.push(
        `${name} is ${value} in a file${before === undefined ? '' : ` beside ${before}`}, and was issued as ${is}`,
      );
      if (before === undefined) learn(name, value, value);
    }
  }

  const learnShown = (name: string, { shown, within = 0 }: PublicCount): void => {
    if (shown !== undefined) learn(name, shown - within, shown + within);
  };

  function narrow(): void {
    for (let isNew = true; isNew; ) {
      isNew = false;
      for (const { total, parts } of sums) {
        const whole = boundsOf(total);
        const each = parts.map(boundsOf);
        const low = each.reduce((all, part) => all + part.low, 0);
        const high = each.reduce((all, part) => all + part.high, 0);
        if (learn(total, low, high)) isNew = true;
        for (const [place, part] of parts.entries()) {
          const own = each[place] ?? whole;
          // Nothing can be true any more: there is nothing to be narrowed.
          if (own.low > own.high || whole.low > whole.high) return;
          if (learn(part, whole.low - (high - own.high), whole.high - (low - own.low))) isNew = true;
        }
      }
    }
  }

  return {
    /** Takes in what was written down with an issue. */
    takeIssue: ({ told }: Pick<Publication, 'told'>): void => told.forEach(tell),
    /** Takes in what a reader was handed. */
    takeAnswer: ({ weeks, tables }: PublicSummary): void => {
      const of = `${weeks[0]}/${weeks.at(-1)}`;
      for (const { id, total, parts } of tables) {
        learnShown(id === 'outcome' ? names.closed(of) : names.received(of), total);
        for (const part of parts) {
          learnShown(id === 'received' ? names.inTime(of) : names[id](of, part.id), part);
        }
      }
    },
    /** Takes in a file that a reader was handed of a stretch. */
    takeFile: (stretch: PublicationPeriod, { numbers, text }: ParsedFile): void => {
      const of = getPeriodKey(stretch);
      if (/counted again|\bcount [2-9]\b/iu.test(text)) odd.push(`a file of ${of} tells of a later count`);
      for (const number of numbers) {
        if (number.table === 'head' && number.row === 'change') {
          const before = names.received(getPeriodKey(getPreviousPublicationPeriod(stretch)));
          inFiles.push({ name: names.received(of), value: number.value, before });
          continue;
        }
        const name = nameOf(of, number);
        if (name === undefined) odd.push(`a file of ${of} tells of ${number.table}, ${number.row}`);
        else inFiles.push({ name, value: number.value });
      }
    },
    /**
     * The hidden counts that are left fewer than three values, and what cannot be true: of the true counts where these
     * are given, and of any otherwise.
     */
    found: (truth?: Truth): readonly string[] => {
      readFiles();
      compare();
      narrow();
      const untrue = [...known].filter(([name, { low, high }]) =>
        truth && !name.startsWith('both') ? truth(name) < low || truth(name) > high : low > high,
      );
      const pinned = [...hidden].filter((name) => boundsOf(name).high - boundsOf(name).low < 2);
      return [
        ...odd,
        ...untrue.map(([name, { low, high }]) => `${name} is said to be ${low} to ${high}`),
        ...pinned.map((name) => `${name} is ${boundsOf(name).low} to ${boundsOf(name).high}`),
      ];
    },
  };
}
