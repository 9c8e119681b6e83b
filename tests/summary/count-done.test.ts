import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, property } from 'fast-check';
import { tombstoneOf } from '../../core/casework/erasure.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { addDays, addWeeks, daysBetween, mondayOf } from '../../core/model/calendar.ts';
import { figuresOf } from '../../summary/figures/count-week.ts';
import { addedCounts, countIn, type DayCounts } from '../../summary/figures/day-counts.ts';
import { readFigures, type WholeWeek, wholeWeek } from '../../summary/figures/week-figures.ts';
import { aCase } from '../support/contracts/records.ts';
import { anyWeekCase, openOn } from '../support/summary/any-week-case.ts';
import { aDay, aWeek, toCount } from '../support/summary/figures.ts';

const week = aWeek('2026-W47');
const monday = mondayOf(week);
const sunday = addDays(monday, 6);
const longAgo = addDays(monday, -100);
const countOf = (...cases: readonly CaseRecord[]) => figuresOf(toCount(week, { cases }));

/** Weeks around both changes of the clocks, and over the end of a year that has 53 of them. */
const beginnings = ['2026-W12', '2026-W42', '2026-W51'] as const;
const weeksCounted = 6;

const countedFrom = (first: string, cases: readonly CaseRecord[]): readonly WholeWeek[] =>
  Array.from({ length: weeksCounted }, (_, later) => {
    const each = addWeeks(aWeek(first), later);
    const end = addDays(mondayOf(each), 6);
    return figuresOf(toCount(each, { cases, open: openOn(cases, end) }));
  });
const scene = constantFrom(...beginnings).chain((first) =>
  array(anyWeekCase(addDays(mondayOf(aWeek(first)), -14), 14 + weeksCounted * 7), { maxLength: 40 }).map((cases) => ({
    first,
    cases,
  })),
);

describe('what was done in a week', () => {
  it('is counted by the day on which it was done, from Monday to Sunday, whenever the case came in', () => {
    const days = [addDays(monday, -1), monday, sunday, addDays(sunday, 1)];
    const old = days.map((on) =>
      aCase({
        receivedOn: longAgo,
        acknowledgedOn: on,
        triagedOn: on,
        answeredOn: on,
        closedOn: on,
        cameBackOn: on,
        repeatOn: on,
        nationalCategory: 'drugs',
        outcome: 'misconduct',
        referral: { decision: 'referred', on },
      }),
    );
    const found = countOf(...old);
    const both = { 100: 1, 106: 1 };
    expect(found.received).toBe(0);
    expect([found.acknowledgedDays, found.triagedDays, found.answeredDays, found.closedDays]).toEqual(
      Array.from({ length: 4 }, () => both),
    );
    expect(found.referral).toEqual({ decision: { refer: 0, doNotRefer: 0, referred: 2 }, days: both, overdue: 0 });
    expect([found.category.drugs, found.outcome.misconduct, found.cameBack, found.repeatSubjects]).toEqual([
      2, 2, 2, 2,
    ]);
  });

  it('is not known where its case does not say it, or says it no more', () => {
    const triaged = { receivedOn: longAgo, triagedOn: monday, closedOn: sunday, status: 'closed' } as const;
    const told = aCase({
      ...triaged,
      nationalCategory: 'drugs',
      regime: 'general',
      towards: 'public',
      flags: ['apsp'],
    });
    const found = countOf(
      told,
      aCase(triaged),
      tombstoneOf({ ...told, outcome: 'misconduct', answeredOn: sunday }, sunday),
    );
    expect(found.category).toMatchObject({ drugs: 1, notKnown: 2 });
    expect(found.regime).toEqual({ lawEnforcement: 0, general: 1, notKnown: 2 });
    expect(found.towards).toMatchObject({ public: 1, notKnown: 2 });
    expect(found.flags.apsp).toBe(1);
    // How a case ended, and when it was answered, outlasts its erasure.
    expect(found.outcome).toMatchObject({ misconduct: 1, notKnown: 2 });
    expect(found.answerNotKnown).toBe(2);
  });

  it('has each flag once, however often a case names it', () => {
    expect(countOf(aCase({ triagedOn: monday, flags: ['apsp', 'apsp', 'discrimination'] })).flags).toMatchObject({
      apsp: 1,
      discrimination: 1,
    });
  });

  it('leaves what was open and not triaged by Sunday to be told by itself', () => {
    const open = [undefined, addDays(sunday, 1), sunday].map((triagedOn) => aCase({ receivedOn: monday, triagedOn }));
    const reserve = aCase({ receivedOn: monday, handledBy: 'reserve' });
    const each = [...open, reserve].map((record) => ({ ...record, cases: 1 }));
    expect(figuresOf(toCount(week, { open: each })).notTriaged).toBe(2);
    const many = each.map((record) => ({ ...record, cases: 50 }));
    expect(figuresOf(toCount(week, { open: many })).notTriaged).toBe(100);
  });

  it('tells of an acknowledgement after the count as of none, so that a later count finds the same', () => {
    const received = aCase({ receivedOn: monday, acknowledgedOn: addDays(sunday, 2) });
    expect(countOf(received).acknowledgement).toMatchObject({ overdue: 1, late: 0 });
    const later = figuresOf(toCount(week, { cases: [received], countedOn: addDays(sunday, 2) }));
    expect(later.acknowledgement).toMatchObject({ overdue: 0, late: 1 });
  });

  it('comes back from a store as it was counted, and is refused where its parts do not add up', () => {
    const found = countOf(aCase({ triagedOn: monday, closedOn: sunday, referral: { decision: 'refer', on: monday } }));
    expect(wholeWeek(readFigures(JSON.stringify(found)))).toEqual(found);
    const wrong = [
      { category: { ...found.category, drugs: 1 } },
      { regime: { ...found.regime, general: 1 } },
      { towards: { ...found.towards, both: 1 } },
      { flags: { ...found.flags, apsp: 2 } },
      { outcome: { ...found.outcome, criminal: 1 } },
      { answerNotKnown: 2 },
      { referral: { ...found.referral, days: {} } },
      { closedDays: { 400: 1 } },
    ];
    for (const one of wrong) {
      expect(() => readFigures(JSON.stringify({ ...found, ...one }))).toThrow('figures: damaged');
    }
  });

  it('counted week by week is what it is counted at once, and what it is by looking at each case', () => {
    assert(
      property(scene, ({ first, cases }) => {
        const from = mondayOf(aWeek(first));
        const to = addDays(from, weeksCounted * 7 - 1);
        const weeks = countedFrom(first, cases);
        const ours = cases.filter(({ handledBy }) => handledBy === 'acu');
        const isIn = (day: string | undefined) => day !== undefined && day >= from && day <= to;
        const took = (dayOf: (each: CaseRecord) => CaseRecord['closedOn']): DayCounts =>
          addedCounts(
            ours.map((each) => {
              const day = dayOf(each);
              return day !== undefined && isIn(day) ? { [Math.min(366, daysBetween(each.receivedOn, day))]: 1 } : {};
            }),
          );
        const sum = (of: (one: WholeWeek) => number) => weeks.reduce((all, one) => all + of(one), 0);
        const all = (of: (one: WholeWeek) => DayCounts) => addedCounts(weeks.map(of));
        expect(sum(({ received }) => received)).toBe(ours.filter(({ receivedOn }) => isIn(receivedOn)).length);
        expect(all((one) => one.acknowledgedDays)).toEqual(took(({ acknowledgedOn }) => acknowledgedOn));
        expect(all((one) => one.triagedDays)).toEqual(took(({ triagedOn }) => triagedOn));
        expect(all((one) => one.answeredDays)).toEqual(took(({ answeredOn }) => answeredOn));
        expect(all((one) => one.closedDays)).toEqual(took(({ closedOn }) => closedOn));
        expect(all((one) => one.referral.days)).toEqual(took(({ referral }) => referral?.on));
        expect(sum(({ cameBack }) => cameBack)).toBe(ours.filter(({ cameBackOn }) => isIn(cameBackOn)).length);
        expect(sum(({ repeatSubjects }) => repeatSubjects)).toBe(ours.filter(({ repeatOn }) => isIn(repeatOn)).length);
        expect(sum(({ category }) => category.drugs)).toBe(
          ours.filter((each) => isIn(each.triagedOn) && each.nationalCategory === 'drugs').length,
        );
        expect(sum(({ outcome }) => outcome.criminal)).toBe(
          ours.filter((each) => isIn(each.closedOn) && each.outcome === 'criminal').length,
        );
      }),
    );
  });

  it('loses no day to a case that is erased, and no more than its own to one that goes to the reserve', () => {
    assert(
      property(scene, ({ first, cases }) => {
        const [gone, ...rest] = cases;
        if (gone === undefined) return;
        const closed = { ...gone, closedOn: gone.closedOn ?? addDays(gone.receivedOn, 600), handledBy: 'acu' } as const;
        const before = countedFrom(first, [closed, ...rest]);
        const erased = countedFrom(first, [tombstoneOf(closed, aDay('2028-01-01')), ...rest]);
        const days = (one: WholeWeek) => [one.acknowledgedDays, one.triagedDays, one.answeredDays, one.closedDays];
        expect(erased.map((one) => [one.received, one.open, one.notTriaged, one.outcome, ...days(one)])).toEqual(
          before.map((one) => [one.received, one.open, one.notTriaged, one.outcome, ...days(one)]),
        );
        const moved = countedFrom(first, [{ ...closed, handledBy: 'reserve' }, ...rest]);
        expect(moved).toEqual(countedFrom(first, rest));
        const lost = before.reduce(
          (all, one, at) => all + countIn(one.triagedDays) - countIn(moved[at]?.triagedDays ?? {}),
          0,
        );
        expect(lost).toBeLessThanOrEqual(1);
      }),
    );
  });
});
