import { describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, firstDayOfWeek } from '../../../core/model/calendar.ts';
import type { CaseRecord } from '../../../core/model/case-record.ts';
import type { Store } from '../../../core/ports/store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import {
  type WeekCountDependencies,
  countWeek,
  getLastClosedWeek,
} from '../../../summary/figures/count-closed-weeks.ts';
import { createCase, createAlert, firstEvent } from '../../support/contracts/records.ts';
import { parseTestWeek, rule } from '../../support/summary/figures.ts';

const london = 'Europe/London';

const withStore = (test: (store: Store) => Promise<void>) => async () => {
  const folder = await mkdtemp(join(tmpdir(), 'candour-weeks-'));
  const store = openSqliteStore(join(folder, 'candour.db'));
  try {
    await test(store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
};
const depsAt = (store: Store, instant: string): WeekCountDependencies => ({
  queries: store.queries,
  weeks: store.weeks,
  clock: () => new Date(instant),
  timeZone: london,
  limitDays: 3,
  rule,
});
const save = async (store: Store, record: CaseRecord) =>
  await store.cases.create(record, createAlert(record.caseId, { handledBy: record.handledBy }), [
    firstEvent(record.caseId),
  ]);

describe('the last closed week', () => {
  it.each([
    ['an ordinary Monday, just before one', '2026-11-23T00:59:59Z', '2026-W46'],
    ['an ordinary Monday, at one', '2026-11-23T01:00:00Z', '2026-W47'],
    ['after the clocks went forward, just before one in London', '2026-03-29T23:59:59Z', '2026-W12'],
    ['after the clocks went forward, at one in London', '2026-03-30T00:00:00Z', '2026-W13'],
    ['after the clocks went back, just before one', '2026-10-26T00:59:59Z', '2026-W42'],
    ['after the clocks went back, at one', '2026-10-26T01:00:00Z', '2026-W43'],
    ['within the 53rd week', '2027-01-03T23:00:00Z', '2026-W52'],
    ['after the 53rd week', '2027-01-04T01:00:00Z', '2026-W53'],
    ['after the last week of a year with 52', '2025-12-29T01:00:00Z', '2025-W52'],
  ])('is known on %s', (_name, instant, week) => {
    expect(getLastClosedWeek(new Date(instant), london)).toBe(week);
  });
});

describe('counting a week', () => {
  const week = parseTestWeek('2026-W47');

  it(
    'is refused calmly until it is closed, and nothing is frozen',
    withStore(async (store) => {
      const outcome = await countWeek(depsAt(store, '2026-11-23T00:30:00Z'), week, 'acu');
      expect(outcome).toEqual({ kind: 'notClosed', week, closesOn: '2026-11-23' });
      expect(await store.weeks.read(week, 'acu')).toBeUndefined();
    }),
  );

  it(
    'happens once: what comes to light later changes nothing',
    withStore(async (store) => {
      await save(store, createCase({ receivedOn: firstDayOfWeek(week) }));
      const first = await countWeek(depsAt(store, '2026-11-23T01:00:00Z'), week, 'acu');
      await save(store, createCase({ receivedOn: firstDayOfWeek(week) }));
      const later = {
        ...depsAt(store, '2026-12-24T01:00:00Z'),
        limitDays: 9,
        rule: { smallCount: 9, hideZero: true },
      };
      expect(await countWeek(later, week, 'acu')).toEqual(first);
      expect(first).toMatchObject({ kind: 'counted', figures: { received: 1, countedOn: '2026-11-23', rule } });
    }),
  );

  it(
    'gives two who ask at once the same figures',
    withStore(async (store) => {
      await save(store, createCase({ receivedOn: firstDayOfWeek(week) }));
      const [one, other] = await Promise.all([
        countWeek(depsAt(store, '2026-11-23T01:00:00Z'), week, 'acu'),
        countWeek({ ...depsAt(store, '2026-11-30T01:00:00Z'), limitDays: undefined }, week, 'acu'),
      ]);
      expect(one).toEqual(other);
    }),
  );

  it(
    'keeps the cases of the reserve out of the figures of the unit, and the other way round',
    withStore(async (store) => {
      await save(store, createCase({ receivedOn: firstDayOfWeek(week), handledBy: 'reserve' }));
      const deps = depsAt(store, '2026-11-23T01:00:00Z');
      expect(await countWeek(deps, week, 'acu')).toMatchObject({ figures: { received: 0, open: { upTo7: 0 } } });
      expect(await countWeek(deps, week, 'reserve')).toMatchObject({ figures: { received: 1, open: { upTo7: 1 } } });
    }),
  );

  it(
    'counts as open what was closed only after the Sunday',
    withStore(async (store) => {
      const sunday = addDays(firstDayOfWeek(week), 6);
      const old = { receivedOn: addDays(sunday, -100), status: 'closed' } as const;
      await save(store, createCase({ ...old, closedOn: sunday }));
      await save(store, createCase({ ...old, closedOn: addDays(sunday, 1) }));
      const counted = await countWeek(depsAt(store, '2026-11-25T01:00:00Z'), week, 'acu');
      expect(counted).toMatchObject({ figures: { open: { over90: 1 } } });
    }),
  );

  it(
    'says with a code that frozen figures are damaged',
    withStore(async (store) => {
      await store.weeks.freeze({ week, handledBy: 'acu', figures: '{}' });
      const counting = countWeek(depsAt(store, '2026-11-23T01:00:00Z'), week, 'acu');
      await expect(counting).rejects.toMatchObject({ name: 'FiguresError', code: 'damaged' });
    }),
  );
});
