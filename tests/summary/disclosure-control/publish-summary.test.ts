import { describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PublicationLedger } from '../../../core/ports/store.ts';
import { addWeeks, firstDayOfWeek, type Week } from '../../../core/model/calendar.ts';
import { getPeriodWeeks } from '../../../summary/figures/periods.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { saveCases } from '../../support/contracts/listed-cases.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { createCase } from '../../support/contracts/records.ts';
import { weekFiguresSchema } from '../../../summary/figures/week-figures.ts';
import { publishSummary, createPublishDependencies } from '../../../summary/disclosure-control/publish-summary.ts';
import {
  parseTestPeriod,
  type Frozen,
  createMemoryLedger,
  trueFigures,
  createPublisher,
} from '../../support/summary/publication-fixture.ts';
import { parseTestWeek, rule } from '../../support/summary/figures.ts';

const first = parseTestWeek('2026-W27');
/** A quarter of weeks, each with so many reports of a kind, all in time, and one closed. */
const quarterOf = (counts: readonly number[]): Frozen =>
  new Map(
    counts.map((boundaries, place) => {
      const week = addWeeks(first, place);
      return [week, trueFigures(week, { kind: { boundaries }, outcome: { misconduct: 1 }, inTime: 1 })];
    }),
  );
const quarter = quarterOf([4, 12, 3, 1, 0, 0, 0, 0, 9, 9, 9, 9, 9]);

/** What a version before the ledger froze. */
function frozenBefore(week: Week): Frozen {
  const {
    week: is,
    handledBy,
    countedOn,
    received,
    kind,
    urgency,
    mode,
    route,
    language,
    acknowledgement,
    open,
  } = trueFigures(week, { kind: { bribery: 7 }, outcome: {}, inTime: 1 });
  const of = { week: is, handledBy, countedOn, received, kind, urgency, mode, route, language, acknowledgement, open };
  return new Map([[week, weekFiguresSchema.parse({ v: 1, ...of, rule })]]);
}

describe('a period for wider readers', () => {
  it.each([
    ['2026-W47', 'week'],
    ['2026-W40-to-2026-W43', 'block'],
    ['2026-Q3', 'quarter'],
    ['2026-W27-to-2026-W39', 'quarter'],
    ['2025-26', 'year'],
  ])('%s is issued, and the same when it is asked for again', async (text, level) => {
    const ledger = createMemoryLedger();
    const one = await createPublisher(new Map(), ledger)(text);
    expect(one).toMatchObject({ kind: 'issued', level, number: 1, quiet: true, change: { received: 0 } });
    expect(await createPublisher(new Map(), ledger, '2028-01-26T12:00:00Z')(text)).toEqual(one);
    expect(await ledger.all()).toHaveLength(1);
  });

  it('has its totals, and of a quarter kinds and outcomes, each as far as it can be told', async () => {
    const ask = createPublisher(quarter, createMemoryLedger());
    expect(await ask('2026-W27')).toMatchObject({ tables: [{ id: 'received', total: {}, parts: [{ id: 'inTime' }] }] });
    expect(await ask('2026-W28')).toMatchObject({
      tables: [{ id: 'received', total: { shown: 10, within: 2 }, parts: [{ id: 'inTime', shown: 10 }] }],
    });
    expect(await ask('2026-W27-to-2026-W30')).toMatchObject({ tables: [{ id: 'received', total: { shown: 20 } }] });
    const told = await ask('2026-Q3');
    if (told.kind !== 'issued') throw new Error(told.kind);
    expect(told.tables.map(({ id }) => id)).toEqual(['received', 'kind', 'outcome']);
    expect(told.tables[0]?.total.shown).toBe(65);
    expect(told.tables[1]?.parts[0]).toMatchObject({ id: 'boundaries', shown: 65 });
    expect(told.tables[2]).toMatchObject({ total: { shown: 15 } });
    expect(told.trend.map(({ received }) => received.shown ?? '-').join(' ')).toBe('- 10 - - 0 0 0 0 10 10 10 10 10');
  });

  it('is told with a change where both numbers are shown, and without one where one is hidden', async () => {
    const ask = createPublisher(quarter, createMemoryLedger());
    expect(await ask('2026-W35')).toMatchObject({ change: { before: parseTestPeriod('2026-W34'), received: 10 } });
    expect(await ask('2026-W29')).not.toHaveProperty('change');
    expect(await ask('2026-W30')).not.toHaveProperty('change');
  });

  it.each(['4-to-2026-W30', '4-to-2026-W29', '13-to-2026-W38', '2026-W27-to-2026-W28', '2026-W27-to-2026-W31'])(
    '%s is issued where it overlaps no other, and refused with what can be had where it does',
    async (text) => {
      const ledger = createMemoryLedger();
      const ask = createPublisher(quarter, ledger);
      const told = await ask(text);
      if (text === '4-to-2026-W30') return expect(told).toMatchObject({ level: 'block' });
      if (told.kind !== 'notSafe') throw new Error(told.kind);
      expect(await ledger.all()).toEqual([]);
      expect(told.nearest.length).toBeGreaterThan(2);
      for (const period of told.nearest) expect(period).not.toEqual(parseTestPeriod(text));
    },
  );

  it('is not issued before it is over, and nothing is written down', async () => {
    const ledger = createMemoryLedger();
    const ask = createPublisher(quarter, ledger, '2026-09-01T12:00:00Z');
    expect(await ask('2026-Q3')).toMatchObject({ kind: 'notClosed', week: '2026-W39', closesOn: '2026-09-28' });
    expect(await ask('2026-W35')).toMatchObject({ kind: 'issued' });
    expect(await ask('2026-W36')).toMatchObject({ kind: 'notClosed' });
  });

  it('that a version without a ledger counted is issued week by week alone', async () => {
    const ledger = createMemoryLedger();
    const ask = createPublisher(new Map([...quarter, ...frozenBefore(parseTestWeek('2026-W30'))]), ledger);
    expect(await ask('2026-W30')).toMatchObject({ kind: 'issued', tables: [{ total: { shown: 5 } }] });
    for (const text of ['2026-W27-to-2026-W30', '2026-Q3', '2026-27']) {
      const told = await ask(text);
      if (told.kind !== 'notSafe') throw new Error(told.kind);
      for (const period of told.nearest)
        expect(period.kind === 'week' || !getPeriodWeeks(period).includes(parseTestWeek('2026-W30'))).toBe(true);
    }
    expect(await ask('2026-W31-to-2026-W34')).toMatchObject({ kind: 'issued', level: 'block' });
    expect(await ask('2026-W31-to-2026-W34')).not.toHaveProperty('change');
  });

  it('holds nothing that the reserve handles', async () => {
    const folder = createTemporaryFolder();
    const store = openSqliteStore(join(folder, 'store.db'));
    const week = parseTestWeek('2026-W46');
    await saveCases(
      store,
      ...Array.from({ length: 9 }, () => createCase({ handledBy: 'reserve', receivedOn: firstDayOfWeek(week), week })),
    );
    const deps = createPublishDependencies({
      ...store,
      clock: () => new Date('2026-11-26T12:00:00Z'),
      timeZone: 'Europe/London',
      limitDays: 3,
      rule,
    });
    expect(await publishSummary(deps, parseTestPeriod(week))).toMatchObject({ kind: 'issued', quiet: true });
    expect(await store.weeks.read(week, 'reserve')).toBeUndefined();
    await store.close();
    rmSync(folder, { recursive: true });
  });
});

describe('what was issued', () => {
  it('stands, whatever is counted anew and whatever the rule is by then', async () => {
    const ledger = createMemoryLedger();
    const frozen = new Map(quarter);
    const before = await createPublisher(frozen, ledger)('2026-W28');
    const strict = { smallCount: 10, hideZero: true };
    frozen.set(
      parseTestWeek('2026-W28'),
      trueFigures(parseTestWeek('2026-W28'), { kind: {}, outcome: {}, inTime: 0, rule: strict }),
    );
    expect(await createPublisher(frozen, ledger)('2026-W28')).toEqual(before);
  });

  it('lets nothing else be issued that holds a week of which the counts are others by now', async () => {
    const ledger = createMemoryLedger();
    const frozen = new Map(quarter);
    const ask = createPublisher(frozen, ledger);
    await ask('2026-W28');
    frozen.set(
      parseTestWeek('2026-W28'),
      trueFigures(parseTestWeek('2026-W28'), { kind: { crime: 14 }, outcome: {}, inTime: 0 }),
    );
    await expect(ask('2026-W27-to-2026-W30')).rejects.toMatchObject({ name: 'FiguresError', code: 'differs' });
    expect(await ledger.all()).toHaveLength(1);
  });

  it('is told alike to all who ask at once, and written down once', async () => {
    const ledger = createMemoryLedger();
    const told = await Promise.all(
      ['2026-Q3', '2026-W28', '2026-Q3', '2026-W27-to-2026-W30', '2026-Q3'].map(createPublisher(quarter, ledger)),
    );
    expect(told[2]).toEqual(told[0]);
    expect(told[4]).toEqual(told[0]);
    const stretches = (await ledger.all()).flatMap(({ record }) => record.match(/"from":"[^"]+","to":"[^"]+"/gu) ?? []);
    expect(new Set(stretches).size).toBe(stretches.length);
  });

  const damages: readonly (readonly [
    string,
    (rows: readonly { number: number; record: string }[]) => readonly { number: number; record: string }[],
  ])[] = [
    ['cannot be read', (rows) => rows.map((row) => (row.number === 1 ? { ...row, record: '{' } : row))],
    [
      'was changed',
      (rows) =>
        rows.map((row) =>
          row.number === 1 ? { ...row, record: row.record.replace('"shown":10', '"shown":15') } : row,
        ),
    ],
    ['is missing', (rows) => rows.slice(1)],
  ];
  it.each(damages)('is told again, and nothing new is issued, where an issue %s', async (_name, damage) => {
    const ledger = createMemoryLedger();
    const ask = createPublisher(quarter, ledger);
    await ask('2026-W28');
    const stands = await ask('2026-W37');
    const damaged: PublicationLedger = { ...ledger, all: async () => damage(await ledger.all()) };
    const askNow = createPublisher(quarter, damaged);
    expect(await askNow('2026-W37')).toMatchObject({
      kind: 'issued',
      tables: stands.kind === 'issued' ? stands.tables : [],
    });
    for (const text of ['2026-W12', '2026-Q3', '2026-27']) {
      await expect(askNow(text)).rejects.toMatchObject({ name: 'FiguresError', code: 'damaged' });
    }
    expect(await ledger.all()).toHaveLength(2);
  });
});
