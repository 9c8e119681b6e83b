import { describe, expect, it } from '@jest/globals';
import { array, assert, constantFrom, property } from 'fast-check';
import { createTombstone } from '../../core/casework/erasure.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import { addDays, addWeeks, daysBetween, firstDayOfWeek } from '../../core/model/calendar.ts';
import { computeWeekFigures } from '../../summary/figures/compute-week-figures.ts';
import { mergeDayCounts, sumDayCounts, type DayCounts } from '../../summary/figures/day-counts.ts';
import { parseWeekFigures, type WeekFiguresV2, asWeekFiguresV2 } from '../../summary/figures/week-figures.ts';
import { createCase } from '../support/contracts/records.ts';
import { arbitraryWeekCase, selectOpenCases } from '../support/summary/arbitrary-week-case.ts';
import { parseTestDay, parseTestWeek, createCountInput } from '../support/summary/figures.ts';

const week = parseTestWeek('2026-W47');
const monday = firstDayOfWeek(week);
const sunday = addDays(monday, 6);
const longAgo = addDays(monday, -100);
const countOf = (...cases: readonly CaseRecord[]) => computeWeekFigures(createCountInput(week, { cases }));

/** Weeks around both changes of the clocks, and over the end of a year that has 53 of them. */
const beginnings = ['2026-W12', '2026-W42', '2026-W51'] as const;
const weeksCounted = 6;

const countedFrom = (first: string, cases: readonly CaseRecord[]): readonly WeekFiguresV2[] =>
  Array.from({ length: weeksCounted }, (_, later) => {
    const each = addWeeks(parseTestWeek(first), later);
    const end = addDays(firstDayOfWeek(each), 6);
    return computeWeekFigures(createCountInput(each, { cases, open: selectOpenCases(cases, end) }));
  });
const scene = constantFrom(...beginnings).chain((first) =>
  array(arbitraryWeekCase(addDays(firstDayOfWeek(parseTestWeek(first)), -14), 14 + weeksCounted * 7), {
    maxLength: 40,
  }).map((cases) => ({
    first,
    cases,
  })),
);

describe('what was done in a week', () => {
  it('is counted by the day on which it was done, from Monday to Sunday, whenever the case came in', () => {
    const days = [addDays(monday, -1), monday, sunday, addDays(sunday, 1)];
    const old = days.map((on) =>
      createCase({
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
    const told = createCase({
      ...triaged,
      nationalCategory: 'drugs',
      regime: 'general',
      towards: 'public',
      flags: ['apsp'],
    });
    const found = countOf(
      told,
      createCase(triaged),
      createTombstone({ ...told, outcome: 'misconduct', answeredOn: sunday }, sunday),
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
    expect(countOf(createCase({ triagedOn: monday, flags: ['apsp', 'apsp', 'discrimination'] })).flags).toMatchObject({
      apsp: 1,
      discrimination: 1,
    });
  });

  it('leaves what was open and not triaged by Sunday to be told by itself', () => {
    const open = [undefined, addDays(sunday, 1), sunday].map((triagedOn) =>
      createCase({ receivedOn: monday, triagedOn }),
    );
    const reserve = createCase({ receivedOn: monday, handledBy: 'reserve' });
    const each = [...open, reserve].map((record) => ({ ...record, cases: 1 }));
    expect(computeWeekFigures(createCountInput(week, { open: each })).notTriaged).toBe(2);
    const many = each.map((record) => ({ ...record, cases: 50 }));
    expect(computeWeekFigures(createCountInput(week, { open: many })).notTriaged).toBe(100);
  });

  it('tells of an acknowledgement after the count as of none, so that a later count finds the same', () => {
    const received = createCase({ receivedOn: monday, acknowledgedOn: addDays(sunday, 2) });
    expect(countOf(received).acknowledgement).toMatchObject({ overdue: 1, late: 0 });
    const later = computeWeekFigures(createCountInput(week, { cases: [received], countedOn: addDays(sunday, 2) }));
    expect(later.acknowledgement).toMatchObject({ overdue: 0, late: 1 });
  });

  it('comes back from a store as it was counted, and is refused where its parts do not add up', () => {
    const found = countOf(
      createCase({ triagedOn: monday, closedOn: sunday, referral: { decision: 'refer', on: monday } }),
    );
    expect(asWeekFiguresV2(parseWeekFigures(JSON.stringify(found)))).toEqual(found);
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
      expect(() => parseWeekFigures(JSON.stringify({ ...found, ...one }))).toThrow('figures: damaged');
    }
  });

  it('counted week by week is what it is counted at once, and what it is by looking at each case', () => {
    assert(
      property(scene, ({ first, cases }) => {
        const from = firstDayOfWeek(parseTestWeek(first));
        const to = addDays(from, weeksCounted * 7 - 1);
        const weeks = countedFrom(first, cases);
        const ours = cases.filter(({ handledBy }) => handledBy === 'acu');
        const isIn = (day: string | undefined) => day !== undefined && day >= from && day <= to;
        const took = (dayOf: (each: CaseRecord) => CaseRecord['closedOn']): DayCounts =>
          mergeDayCounts(
            ours.map((each) => {
              const day = dayOf(each);
              return day !== undefined && isIn(day) ? { [Math.min(366, daysBetween(each.receivedOn, day))]: 1 } : {};
            }),
          );
        const sum = (of: (one: WeekFiguresV2) => number) => weeks.reduce((all, one) => all + of(one), 0);
        const all = (of: (one: WeekFiguresV2) => DayCounts) => mergeDayCounts(weeks.map(of));
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
        const erased = countedFrom(first, [createTombstone(closed, parseTestDay('2028-01-01')), ...rest]);
        const days = (one: WeekFiguresV2) => [one.acknowledgedDays, one.triagedDays, one.answeredDays, one.closedDays];
        expect(erased.map((one) => [one.received, one.open, one.notTriaged, one.outcome, ...days(one)])).toEqual(
          before.map((one) => [one.received, one.open, one.notTriaged, one.outcome, ...days(one)]),
        );
        const moved = countedFrom(first, [{ ...closed, handledBy: 'reserve' }, ...rest]);
        expect(moved).toEqual(countedFrom(first, rest));
        const lost = before.reduce(
          (all, one, at) => all + sumDayCounts(one.triagedDays) - sumDayCounts(moved[at]?.triagedDays ?? {}),
          0,
        );
        expect(lost).toBeLessThanOrEqual(1);
      }),
    );
  });
});
