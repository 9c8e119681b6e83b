import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { languages } from '../../core/model/language.ts';
import { lastDayOfWeek, type Week } from '../../core/model/calendar.ts';
import { findPublicationPeriod } from '../../summary/disclosure-control/period-hierarchy.ts';
import { type Period, getPeriodWeeks } from '../../summary/figures/periods.ts';
import type { PublishedPart } from '../../summary/disclosure-control/published-counts.ts';
import { suppressPartnerTypes } from '../../summary/partner-type-table.ts';
import { querySummary } from '../../summary/query-summary.ts';
import { findFigureDifferences } from '../../summary/revisions/week-differences.ts';
import type { Summary } from '../../summary/figures/summary.ts';
import {
  figurePartnerTypes,
  type WeekFigures,
  type WeekFiguresV2,
  asWeekFiguresV2,
} from '../../summary/figures/week-figures.ts';
import { formatDay } from '../../words/date-format.ts';
import { translate } from '../../words/cards/translate.ts';
import { partnerTypeWordKeys } from '../../words/terms/term-word-keys.ts';
import { createEarlierWeek } from '../support/summary/counted-weeks.ts';
import { parseTestWeek } from '../support/summary/figures.ts';
import {
  renderFiles,
  partnerWeek,
  type PartnerTypeCounts,
  queryPartnerSummary,
} from '../support/summary/partner-weeks.ts';
import {
  parseTestPeriod,
  type Frozen,
  createMemoryLedger,
  createPublicSummaries,
} from '../support/summary/publication-fixture.ts';

const quarter = parseTestPeriod('2026-Q2');
const year = parseTestPeriod('2026-27');
const week = parseTestWeek('2026-W17');
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const frozenOf = (weeks: readonly WeekFigures[]): Frozen => new Map(weeks.map((each) => [each.week, each]));
const tableOf = ({ tables }: Summary, id = 'partnerType') => tables.find((table) => table.id === id);

/** The weeks of a quarter, all its reports of the hub in the fourth. */
const quarterWith = (types: PartnerTypeCounts): readonly WeekFigures[] =>
  getPeriodWeeks(quarter).map((each) => partnerWeek(each, each === week ? types : {}));

function toldOf(period: Period, weeks: readonly WeekFigures[]) {
  const stretch = findPublicationPeriod(period);
  if (stretch === undefined) throw new RangeError('no stretch');
  return suppressPartnerTypes(stretch, weeks);
}

const countOf = (figures: WeekFigures, id: string): number =>
  Object.entries(asWeekFiguresV2(figures)?.partnerType ?? {}).find(([name]) => name === id)?.[1] ?? 0;

function hubFigures(of: Week, types: PartnerTypeCounts): WeekFiguresV2 {
  const figures = asWeekFiguresV2(partnerWeek(of, types));
  if (figures === undefined) throw new Error('counted as before');
  return figures;
}

/** Every way to make up a total of so many parts. */
function waysTo(total: number, parts: number): readonly (readonly number[])[] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, first) =>
    waysTo(total - first, parts - 1).map((rest) => [first, ...rest]),
  ).flat();
}
const named = (counts: readonly number[]): PartnerTypeCounts =>
  Object.fromEntries(figurePartnerTypes.map((id, place) => [id, counts[place] ?? 0]));

/** The least and the most that a kind can be for whoever knows all bands, and the total. */
function left(
  told: readonly PublishedPart[],
  id: string,
  total: number,
): { readonly low: number; readonly high: number } {
  const others = told.filter((part) => part.id !== id).map(({ band }) => band);
  const band = told.find((part) => part.id === id)?.band ?? { low: 0, high: 0 };
  return {
    low: Math.max(band.low, total - sum(others.map(({ high }) => high))),
    high: Math.min(band.high, total - sum(others.map(({ low }) => low))),
  };
}

/** The kinds of organisation that all worlds with the same table and the same total leave fewer than three values of. */
function workedOut(worlds: readonly PartnerTypeCounts[], smallCount: number): readonly string[] {
  const values = new Map<string, Set<number>>();
  for (const types of worlds) {
    const weeks = [{ ...partnerWeek(week, types), rule: { smallCount, hideZero: false } }];
    const parts = toldOf(quarter, weeks);
    const seen = [sum(Object.values(types)), ...parts.map(({ shown }) => shown ?? '-')].join(' ');
    for (const [place, { id }] of parts.entries()) {
      const key = `${seen}: ${id}`;
      values.set(key, (values.get(key) ?? new Set()).add(Object.values(types)[place] ?? 0));
    }
  }
  return [...values].filter(([, { size }]) => size < 3).map(([key]) => key);
}

describe('whoever knows exactly how many reports the hub sent', () => {
  it('is left three values of every kind of organisation by what is shown', () => {
    const worlds = [5, 6, 8].flatMap((total) => waysTo(total, figurePartnerTypes.length).map(named));
    expect(workedOut(worlds, 5)).toEqual([]);
  });

  it.each([
    [4, 4, 4, 4, 4, 4, 4],
    [4, 4, 4, 4, 4, 4, 3],
    [3, 4, 4, 4, 4, 4, 4],
    [4, 4, 4, 9, 4, 4, 4],
    [0, 0, 0, 0, 0, 0, 5],
  ])(
    'is left three values where nearly every kind is as many as a hidden one can be: %s %s %s %s %s %s %s',
    (...counts) => {
      const told = toldOf(quarter, quarterWith(named(counts)));
      const narrow = told.filter(({ id }) => {
        const { low, high } = left(told, id, sum(counts));
        return high - low < 2;
      });
      expect(narrow).toEqual([]);
    },
  );

  it('is left three values by all bands of a quarter, whatever came, and by a year nothing new', () => {
    const all = getPeriodWeeks(year);
    const counts = fc.tuple(...figurePartnerTypes.map(() => fc.oneof(fc.constant(0), fc.nat({ max: 3 }))));
    const rules = fc.record({ smallCount: fc.integer({ min: 5, max: 10 }), hideZero: fc.boolean() });
    fc.assert(
      fc.property(fc.array(counts, { minLength: all.length, maxLength: all.length }), rules, (each, rule) => {
        const weeks = all.map((one, place) => ({ ...partnerWeek(one, named(each[place] ?? [])), rule }));
        const quarters = (['2026-Q2', '2026-Q3', '2026-Q4', '2027-Q1'] as const).map((name) => {
          const names = new Set<Week>(getPeriodWeeks(parseTestPeriod(name)));
          const of = weeks.filter((one) => names.has(one.week));
          const hub = sum(of.map(({ route }) => route.hub));
          const told = toldOf(parseTestPeriod(name), of);
          for (const { id, shown } of told) {
            const { low, high } = left(told, id, hub);
            const count = sum(of.map((one) => countOf(one, id)));
            expect(low <= count && count <= high).toBe(true);
            if (hub >= rule.smallCount) expect(high - low).toBeGreaterThanOrEqual(2);
            else expect(shown).toBeUndefined();
          }
          return told;
        });
        const ofYear = toldOf(year, weeks);
        expect(ofYear).toHaveLength(figurePartnerTypes.length);
        for (const { id, band } of ofYear) {
          const parts = quarters.flatMap((told) => told.filter((part) => part.id === id));
          expect(band).toEqual({
            low: sum(parts.map((part) => part.band.low)),
            high: sum(parts.map((part) => part.band.high)),
          });
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('which kinds of organisation passed reports on', () => {
  const busy: PartnerTypeCounts = { victims: 21, domesticAbuse: 3, health: 9 };

  it('stands after who reported, of a quarter that is over, rounded and with small counts hidden', async () => {
    const summary = await queryPartnerSummary(frozenOf(quarterWith(busy)), 'acu', '2026-Q2');
    const ids = summary.tables.map(({ id }) => id);
    expect(ids[ids.indexOf('partnerType') - 1]).toBe('route');
    const rows = tableOf(summary)?.rows ?? [];
    expect(rows.map(({ id }) => id)).toEqual(figurePartnerTypes);
    expect(rows.slice(0, 4).map(({ cells }) => cells)).toEqual([
      [{ kind: 'rounded', value: 20 }],
      [{ kind: 'hidden' }],
      [{ kind: 'hidden' }],
      [{ kind: 'rounded', value: 10 }],
    ]);
  });

  it('is told under another name of the same weeks, and of no other weeks, which say when it is', async () => {
    const later = parseTestWeek('2027-W15');
    const frozen = frozenOf([...quarterWith(busy), partnerWeek(later, busy)]);
    const first = await queryPartnerSummary(frozen, 'acu', '2026-Q2');
    const same = await queryPartnerSummary(frozen, 'acu', '2026-W14-to-2026-W26');
    expect(tableOf(same)).toEqual(tableOf(first));
    for (const period of [
      '2026-W17',
      '4-to-2026-W20',
      '13-to-2026-W20',
      '2026-W14-to-2026-W25',
      '2027-28',
      '2027-28',
    ]) {
      const summary = await queryPartnerSummary(frozen, 'acu', period);
      expect(tableOf(summary)).toBeUndefined();
      const text = await renderFiles(summary);
      expect(text).not.toContain('partnerType');
      const notes = tableOf(summary, 'route')?.notes ?? [translate('en', 'summary.partnerTypeWhen')];
      expect(notes).toContain(translate('en', 'summary.partnerTypeWhen'));
    }
    const unfinished = await queryPartnerSummary(frozen, 'acu', '2026-W14-to-2026-W25');
    const without = await queryPartnerSummary(frozenOf(quarterWith({})), 'acu', '2026-W14-to-2026-W25');
    expect(tableOf(unfinished, 'route')?.notes).toEqual([
      ...(tableOf(without, 'route')?.notes ?? []),
      translate('en', 'summary.partnerTypeWhen'),
    ]);
  });

  it('is told of a year that is over, by what its quarters told', async () => {
    const frozen = frozenOf(getPeriodWeeks(year).map((each) => partnerWeek(each, busy)));
    const table = tableOf(await queryPartnerSummary(frozen, 'acu', '2026-27'));
    expect(table?.rows.map(({ id }) => id)).toEqual(figurePartnerTypes);
    expect(table?.rows[0]?.cells).toEqual([{ kind: 'rounded', value: 1095 }]);
  });

  it.each(languages)('has its words and its definition in %s', async (language) => {
    const summary = await queryPartnerSummary(frozenOf(quarterWith(busy)), 'acu', '2026-Q2', language);
    const table = tableOf(summary);
    expect(table?.title).toBe(translate(language, 'summary.partnerType'));
    expect(table?.columns).toEqual([{ id: 'count', title: translate(language, 'summary.count') }]);
    expect(table?.notes).toEqual([
      translate(language, 'summary.hiddenWithZero', { most: 4 }),
      translate(language, 'summary.roundedSum'),
    ]);
    expect(table?.definition).toContain(translate(language, 'definition.partnerType'));
    expect(table?.definition).toContain(translate(language, 'definition.fromSession'));
    expect(new Set(table?.rows.map(({ label }) => label)).size).toBe(figurePartnerTypes.length);
    expect(Object.keys(partnerTypeWordKeys)).toHaveLength(figurePartnerTypes.length - 1);
  });

  it('is not told where there were few, and where there were none has no table', async () => {
    const few = await queryPartnerSummary(frozenOf(quarterWith({ charity: 4 })), 'acu', '2026-Q2');
    expect(tableOf(few)).toMatchObject({ rows: [], notes: [translate('en', 'summary.partnerTypeFew')] });
    expect(tableOf(await queryPartnerSummary(frozenOf(quarterWith({})), 'acu', '2026-Q2'))).toBeUndefined();
  });

  it('is few by the strictest rule of its weeks, one below it', async () => {
    const weeks = (charity: number, strictest: number) =>
      quarterWith({ charity }).map((each, place) =>
        place === 2 ? { ...each, rule: { smallCount: strictest, hideZero: false } } : each,
      );
    const rowsOf = async (charity: number, strictest: number) =>
      tableOf(await queryPartnerSummary(frozenOf(weeks(charity, strictest)), 'acu', '2026-Q2'))?.rows.length;
    expect(await rowsOf(5, 5)).toBe(figurePartnerTypes.length);
    expect(await rowsOf(6, 7)).toBe(0);
    expect(await rowsOf(7, 7)).toBe(figurePartnerTypes.length);
    for (const charity of [0, 4]) {
      const told = toldOf(quarter, quarterWith({ charity }));
      expect(told).toEqual(figurePartnerTypes.map((id) => ({ id, band: { low: 0, high: charity } })));
    }
  });

  it('is not told of weeks that were frozen before it was counted, which read as they did', async () => {
    const weeks = quarterWith(busy);
    const { partnerType: _none, ...before } = hubFigures(week, busy);
    for (const old of [before, createEarlierWeek(week, 8, { route: { staff: 4, hub: 4 } })]) {
      const frozen = new Map([...frozenOf(weeks), [week, old]]);
      const summary = await queryPartnerSummary(frozen, 'acu', '2026-Q2');
      expect(tableOf(summary)).toMatchObject({
        rows: [],
        notes: [translate('en', 'summary.lacks', { day: formatDay('en', lastDayOfWeek(week)) })],
      });
      expect(tableOf(summary, 'route')?.rows).toHaveLength(2);
    }
  });

  it('is in nothing that wider readers are handed', async () => {
    const frozen = frozenOf(getPeriodWeeks(year).map((each) => partnerWeek(each, busy)));
    for (const period of ['2026-W17', '2026-W14-to-2026-W17', '2026-Q2', '2026-27']) {
      const summary = await queryPartnerSummary(frozen, 'wider', period);
      const text = await renderFiles(summary);
      expect(text).not.toContain('partnerType');
      expect(text).not.toContain(translate('en', 'summary.partnerType'));
      expect(summary.tables.map(({ id }) => id)).not.toContain('route');
    }
  });

  it('stays what it was where a week is counted again, and is no difference that is said', async () => {
    const frozen = frozenOf(quarterWith(busy));
    const { deps, amend } = createPublicSummaries(frozen, createMemoryLedger());
    const anew = hubFigures(week, { ...busy, charity: 1 });
    const first = hubFigures(week, busy);
    const pull = () => querySummary(deps, { audience: 'acu', period: quarter, language: 'en' });
    const before = await pull();
    amend(anew);
    const after = await pull();
    const told = [before, after].map((outcome) => outcome.kind === 'summary' && tableOf(outcome.summary));
    expect(told[1]).toEqual(told[0]);
    expect(findFigureDifferences(first, anew).map(({ figure }) => figure)).toContain('route.hub');
    expect(findFigureDifferences(first, anew).filter(({ figure }) => figure.includes('partner'))).toEqual([]);
    const ofWeek = await querySummary(deps, { audience: 'acu', period: { kind: 'week', week }, language: 'en' });
    expect(JSON.stringify(ofWeek)).not.toContain('partnerType');
  });
});
