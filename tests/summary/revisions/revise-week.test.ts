import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import { addDays, addWeeks, type Day, firstDayOfWeek } from '../../../core/model/calendar.ts';
import { reviseWeek } from '../../../summary/revisions/revise-week.ts';
import { readRevisions } from '../../../summary/revisions/revision-tables.ts';
import { parseWeekFigures } from '../../../summary/figures/week-figures.ts';
import { createRevisedStore, createReceivedCase } from '../../support/summary/revised-store.ts';
import { parseTestWeek } from '../../support/summary/figures.ts';
import { createEarlierWeek } from '../../support/summary/counted-weeks.ts';

const week = parseTestWeek('2026-W40');
const monday = firstDayOfWeek(week);

let world: ReturnType<typeof createRevisedStore>;
let later: Day;
beforeEach(() => {
  world = createRevisedStore(week);
  later = addDays(world.firstDay, 30);
});
afterEach(() => world.close());

const firstFigures = async () => {
  const standing = await world.store.weeks.read(week, 'acu');
  if (!standing) throw new Error('not counted');
  return parseWeekFigures(standing.figures);
};

describe('a week that is counted again', () => {
  it('has the later count beside the first, as at its own day, by the first one’s target', async () => {
    const slow = createReceivedCase(week);
    await world.save(slow, createReceivedCase(week, { acknowledgedOn: monday }));
    await world.freeze();
    const first = await firstFigures();
    await world.happens(slow, 'acknowledged', addDays(later, -2), { acknowledgedOn: addDays(later, -2) });
    await world.save(createReceivedCase(week));
    const strict = { ...world.deps(later), limitDays: 90, rule: { smallCount: 10, hideZero: true } };
    expect(await reviseWeek(strict, week, 'acu')).toEqual({ kind: 'amended', count: 2, countedOn: later });
    const [kept] = await world.counts();
    expect(parseWeekFigures(kept?.figures ?? '')).toMatchObject({
      received: 3,
      countedOn: later,
      acknowledgement: { target: 'days', days: 3, inTime: 1, late: 1, overdue: 1, notYetDue: 0 },
      rule: first.rule,
    });
    expect(await firstFigures()).toEqual(first);
  });

  it('is counted once a day, and only where something differs from the last count', async () => {
    await world.freeze();
    await world.save(createReceivedCase(week, { acknowledgedOn: monday }));
    expect((await world.amend(world.firstDay)).kind).toBe('today');
    expect((await world.amend(later)).kind).toBe('amended');
    expect((await world.amend(later)).kind).toBe('today');
    expect((await world.amend(addDays(later, -1))).kind).toBe('today');
    expect((await world.amend(addDays(later, 1))).kind).toBe('same');
    await world.save(createReceivedCase(week, { acknowledgedOn: monday }));
    expect(await world.amend(addDays(later, 2))).toMatchObject({ kind: 'amended', count: 3 });
    expect((await world.counts()).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('is written down once by those who count it at once', async () => {
    await world.freeze();
    await world.save(createReceivedCase(week));
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => world.amend(later)));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['amended', ...Array<string>(5).fill('today')]);
    expect(await world.counts()).toHaveLength(1);
  });

  it('is not counted before it was a first time, nor while the clock is in doubt', async () => {
    await world.save(createReceivedCase(week));
    expect((await world.amend(later)).kind).toBe('notFrozen');
    await world.freeze();
    await world.save(createReceivedCase(week));
    const doubted = { ...world.deps(later), isClockTrusted: () => false };
    expect((await reviseWeek(doubted, week, 'acu')).kind).toBe('notNow');
    expect(await world.counts()).toEqual([]);
  });

  it('was frozen before what was done was counted: the later count has that too', async () => {
    await world.save(
      createReceivedCase(week, { acknowledgedOn: monday, triagedOn: monday, nationalCategory: 'drugs' }),
    );
    await world.store.weeks.freeze({ week, handledBy: 'acu', figures: JSON.stringify(createEarlierWeek(week, 0)) });
    expect(await world.amend(later)).toMatchObject({ kind: 'amended', count: 2 });
    const [counted] = await readRevisions(world.store.weeks, { from: week, to: week, handledBy: 'acu' });
    expect(counted?.revisions[0]?.figures.category.drugs).toBe(1);
  });

  it.each(['{"not":"JSON', '{"v":3,"week":"2026-W40"}', ''])(
    'is not counted further where one of its counts cannot be read: %j',
    async (figures) => {
      await world.freeze();
      await world.save(createReceivedCase(week));
      await world.store.weeks.addRevision({ week, handledBy: 'acu', number: 1, figures });
      await expect(world.amend(later)).rejects.toMatchObject({ name: 'FiguresError', code: 'damaged' });
      expect(await world.counts()).toHaveLength(1);
      await world.freeze('reserve');
      await world.save(createReceivedCase(week, { handledBy: 'reserve' }));
      expect((await world.amend(later, 'reserve')).kind).toBe('amended');
    },
  );
});

/** All that a first count has of a case. */
const worked = {
  acknowledgedOn: monday,
  triagedOn: monday,
  status: 'closed',
  closedOn: addDays(monday, 2),
  outcome: 'misconduct',
  kind: 'crime',
} satisfies Partial<CaseRecord>;

describe('a week of which the difference could tell that a case has gone', () => {
  const inFuture = () => addDays(world.firstDay, 3);

  it.each([
    ['of a case that went to the reserve', 'movedToReserve', { handledBy: 'reserve' }],
    ['of a case that was erased', 'erased', { kind: undefined, erasedOn: addDays(monday, 10) }],
    ['of a case that was opened again', 'reopened', { status: 'reopened', closedOn: undefined, outcome: undefined }],
  ] as const)('is not counted again: %s', async (_name, kind, change) => {
    const record = createReceivedCase(week, worked);
    await world.save(record, createReceivedCase(week, worked));
    await world.freeze();
    await world.happens(record, kind, inFuture(), change);
    await world.save(createReceivedCase(week, { kind: 'bribery' }));
    expect(await world.amend(later)).toEqual({ kind: 'notSafe' });
    expect(await world.counts()).toEqual([]);
  });

  it.each([
    ['went to the reserve', 'movedToReserve', { handledBy: 'reserve' }],
    ['was erased', 'erased', { erasedOn: addDays(monday, 10) }],
  ] as const)('is not counted again where another makes up for one that %s', async (_name, kind, change) => {
    const record = createReceivedCase(week, worked);
    await world.save(record);
    await world.freeze();
    await world.happens(record, kind, inFuture(), change);
    await world.save(createReceivedCase(week, worked), createReceivedCase(week, worked));
    expect(await world.amend(later)).toEqual({ kind: 'notSafe' });
    expect(await world.counts()).toEqual([]);
  });

  it('is counted again for nobody where one went to the reserve, whose own week has one more', async () => {
    const record = createReceivedCase(week, worked);
    await world.save(record, createReceivedCase(week, { handledBy: 'reserve' }));
    await world.freeze();
    await world.freeze('reserve');
    await world.happens(record, 'movedToReserve', inFuture(), { handledBy: 'reserve' });
    expect(await world.amend(later)).toEqual({ kind: 'notSafe' });
    expect(await world.amend(later, 'reserve')).toEqual({ kind: 'notSafe' });
  });

  it('is not counted again where a case of before that stood open has gone', async () => {
    const record = createReceivedCase(addWeeks(week, -3));
    await world.save(record, createReceivedCase(week));
    await world.freeze();
    await world.happens(record, 'movedToReserve', world.firstDay, { handledBy: 'reserve' });
    await world.save(createReceivedCase(addWeeks(week, -3)), createReceivedCase(week));
    expect(await world.amend(later)).toEqual({ kind: 'notSafe' });
  });

  it('is not counted again where one makes up for the decision of another, of which nothing stayed once it was erased', async () => {
    const decided = {
      receivedOn: firstDayOfWeek(addWeeks(week, -2)),
      triagedOn: firstDayOfWeek(addWeeks(week, -2)),
      referral: { decision: 'referred', on: monday },
    } satisfies Partial<CaseRecord>;
    const record = createReceivedCase(week, decided);
    await world.save(record);
    await world.freeze();
    const gone = { status: 'closed', closedOn: inFuture(), referral: undefined, erasedOn: inFuture() } as const;
    await world.happens(record, 'erased', inFuture(), gone);
    await world.save(createReceivedCase(week, decided), createReceivedCase(week));
    expect(await world.amend(later)).toEqual({ kind: 'notSafe' });
  });

  it('tells of referrals overdue as they stood at the first count, whatever was erased or referred since', async () => {
    const overdue = {
      receivedOn: firstDayOfWeek(addWeeks(week, -9)),
      status: 'closed',
      closedOn: firstDayOfWeek(addWeeks(week, -8)),
      referral: {
        decision: 'refer',
        on: firstDayOfWeek(addWeeks(week, -8)),
        dueOn: firstDayOfWeek(addWeeks(week, -7)),
      },
    } satisfies Partial<CaseRecord>;
    const [erased, referred] = [createReceivedCase(week, overdue), createReceivedCase(week, overdue)];
    await world.save(erased, referred);
    await world.freeze();
    await world.happens(erased, 'erased', inFuture(), { referral: undefined, erasedOn: inFuture() });
    await world.happens(referred, 'referralDecided', inFuture(), {
      referral: { decision: 'referred', on: inFuture() },
    });
    await world.save(createReceivedCase(week));
    expect((await world.amend(later)).kind).toBe('amended');
    const [kept] = await world.counts();
    expect(parseWeekFigures(kept?.figures ?? '')).toMatchObject({ received: 1, referral: { overdue: 2 } });
  });

  it('is counted again where what has gone since cannot be of it', async () => {
    const after = createReceivedCase(addWeeks(week, 1));
    const longAgo = createReceivedCase(addWeeks(week, -30), {
      status: 'closed',
      closedOn: firstDayOfWeek(addWeeks(week, -20)),
    });
    await world.save(after, longAgo);
    await world.freeze();
    await world.happens(after, 'movedToReserve', inFuture(), { handledBy: 'reserve' });
    await world.happens(longAgo, 'erased', inFuture(), { erasedOn: inFuture() });
    await world.save(createReceivedCase(week));
    expect((await world.amend(later)).kind).toBe('amended');
  });

  const sunday = addDays(monday, 6);
  const atFirst = addDays(monday, -21);
  it.each([
    ['was received on its last day, and went to the reserve', 'notSafe', 'movedToReserve', { receivedOn: sunday }],
    [
      'was received on the day after, and went to the reserve',
      'amended',
      'movedToReserve',
      { receivedOn: addDays(sunday, 1) },
    ],
    ['was closed on its first day, and erased', 'notSafe', 'erased', { receivedOn: atFirst, closedOn: monday }],
    [
      'was closed the day before, and erased',
      'amended',
      'erased',
      { receivedOn: atFirst, closedOn: addDays(monday, -1) },
    ],
    [
      'was closed the day before, and went to the reserve',
      'notSafe',
      'movedToReserve',
      { receivedOn: atFirst, closedOn: addDays(monday, -1) },
    ],
  ] as const)(
    'asks whether one that has gone since can be of it: if it %s, the outcome is %s',
    async (_name, outcome, kind, of) => {
      const record = createReceivedCase(week, {
        ...('closedOn' in of && { status: 'closed', outcome: 'misconduct' }),
        ...of,
      });
      await world.save(record);
      await world.freeze();
      const change = kind === 'erased' ? { erasedOn: inFuture() } : ({ handledBy: 'reserve' } as const);
      await world.happens(record, kind, inFuture(), change);
      const instead = createReceivedCase(week, { ...record, caseId: createReceivedCase(week).caseId });
      await world.save(instead, createReceivedCase(week));
      expect((await world.amend(later)).kind).toBe(outcome);
    },
  );

  it('is counted again where all cases are there, graded anew, and with somebody at risk by what was added', async () => {
    const record = createReceivedCase(week, { triagedOn: monday, nationalCategory: 'drugs' });
    await world.save(record);
    await world.freeze();
    await world.happens(record, 'triaged', inFuture(), { urgency: 'urgent', nationalCategory: undefined });
    expect((await world.amend(later)).kind).toBe('amended');
    const [kept] = await world.counts();
    expect(parseWeekFigures(kept?.figures ?? '')).toMatchObject({
      urgency: { urgent: 1, standard: 0 },
      category: { drugs: 0 },
    });
  });

  it('is counted again where one had gone before the first count', async () => {
    const record = createReceivedCase(week);
    await world.save(record, createReceivedCase(week));
    await world.happens(record, 'movedToReserve', addDays(monday, 3), { handledBy: 'reserve' });
    await world.freeze();
    await world.save(createReceivedCase(week));
    expect((await world.amend(later)).kind).toBe('amended');
  });

  it('is not counted a third time where a later count would be told to be less', async () => {
    await world.freeze();
    const record = createReceivedCase(week, worked);
    await world.save(record);
    expect((await world.amend(later)).kind).toBe('amended');
    await world.happens(record, 'reopened', later, { status: 'reopened', closedOn: undefined, outcome: undefined });
    expect(await world.amend(addDays(later, 5))).toEqual({ kind: 'notSafe' });
    expect(await world.counts()).toHaveLength(1);
  });
});
