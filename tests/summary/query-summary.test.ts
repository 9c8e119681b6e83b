import { describe, expect, it } from '@jest/globals';
import { addDays, addWeeks, firstDayOfWeek, type Week } from '../../core/model/calendar.ts';
import { getCellValue } from '../../summary/figures/summary.ts';
import { type Period, formatPeriod } from '../../summary/figures/periods.ts';
import { type SummaryDependencies, querySummary } from '../../summary/query-summary.ts';
import type { FrozenWeek } from '../../core/ports/store.ts';
import { createMemoryLedger, noCases } from '../support/summary/publication-fixture.ts';
import { parseTestWeek, createWeekFigures, rule } from '../support/summary/figures.ts';

const week = parseTestWeek('2026-W47');

/** A store of frozen weeks in which week N of 2026 had N reports, two of them acknowledged in time, and all others none. */
function frozenWeeks(damaged?: Week) {
  const asked: Week[] = [];
  const deps: SummaryDependencies = {
    publications: createMemoryLedger(),
    queries: noCases,
    weeks: {
      freeze: async (frozen) => frozen,
      addRevision: async () => 'added',
      listRevisions: async () => [],
      read: async (of, handledBy): Promise<FrozenWeek> => {
        asked.push(of);
        if (of === damaged) return { week: of, handledBy, figures: '{' };
        const number = of.startsWith('2026') ? Number(of.slice(6)) : 0;
        return { week: of, handledBy, figures: JSON.stringify(createWeekFigures(of, number, Math.min(number, 2))) };
      },
    },
    clock: () => new Date(`${addDays(firstDayOfWeek(week), 8)}T12:00:00Z`),
    timeZone: 'Europe/London',
    limitDays: 3,
    rule,
  };
  return { deps, asked };
}

async function pulled(audience: 'acu' | 'wider', period: Period) {
  const outcome = await querySummary(frozenWeeks().deps, { audience, period, language: 'en' });
  if (outcome.kind !== 'summary') throw new Error(outcome.kind);
  return outcome.summary;
}

describe('the summary of a period', () => {
  it('tells first how many reports there were, the change, and how many were acknowledged in time', async () => {
    const { head, title, asAt } = await pulled('acu', { kind: 'rolling', weeks: 4, upTo: week });
    expect({ title, asAt }).toEqual({ title: 'Four weeks to 22 November 2026', asAt: '2026-11-23' });
    expect(head).toEqual({
      received: { kind: 'count', value: 44 + 45 + 46 + 47 },
      change: { kind: 'change', value: 16 },
      inTime: { kind: 'count', value: 8 },
      overdue: { kind: 'count', value: 44 + 45 + 46 + 47 - 8 },
    });
  });

  it('compares a period that is not over with as much of the one before', async () => {
    const { weeks, head } = await pulled('acu', { kind: 'yearToMarch', begins: 2026 });
    expect([weeks[0], weeks.at(-1)]).toEqual(['2026-W14', '2026-W47']);
    expect(head.change).toEqual(head.received.kind === 'count' ? { kind: 'change', value: head.received.value } : 0);
    const quarter = await pulled('acu', { kind: 'quarter', year: 2026, quarter: 4 });
    expect(quarter.weeks).toHaveLength(8);
    const [first] = quarter.tables;
    expect(first?.rows[0]?.cells.map(getCellValue)).toEqual([348, 244, 104]);
  });

  it('shows the main figures of thirteen weeks up to the last, whatever the period', async () => {
    for (const period of [{ kind: 'week', week } as const, { kind: 'quarter', year: 2026, quarter: 3 } as const]) {
      const { trend, weeks } = await pulled('acu', period);
      for (const { points } of trend) {
        expect(points).toHaveLength(13);
        expect(points.at(-1)?.week).toBe(weeks.at(-1));
      }
      expect(trend.map(({ id }) => id)).toEqual(['received', 'urgent', 'inTime', 'open']);
    }
  });

  it('shows wider readers a trend of what each week issued, and nothing of what is restricted', async () => {
    const { trend, tables, head } = await pulled('wider', { kind: 'week', week });
    expect(trend.map(({ id }) => id)).toEqual(['received', 'inTime']);
    expect(trend[0]?.points.at(-1)?.cell).toEqual({ kind: 'rounded', value: 45 });
    expect(trend[1]?.points.at(-1)?.cell).toEqual({ kind: 'hidden' });
    expect(tables).toHaveLength(1);
    expect(head).toEqual({
      received: { kind: 'rounded', value: 45 },
      change: { kind: 'change', value: 0 },
      inTime: { kind: 'hidden' },
    });
  });

  it('refuses wider readers whatever overlaps what they may be issued, and names what they may have', async () => {
    const { deps } = frozenWeeks();
    const periods: readonly Period[] = [
      { kind: 'rolling', weeks: 4, upTo: addWeeks(week, -1) },
      { kind: 'rolling', weeks: 13, upTo: week },
      { kind: 'range', from: addWeeks(week, -1), to: week },
    ];
    for (const period of periods) {
      const outcome = await querySummary(deps, { audience: 'wider', period, language: 'cy' });
      if (outcome.kind !== 'notSafe') throw new Error(outcome.kind);
      expect(outcome.nearest.map(formatPeriod)).toContain('2026-Q3');
      for (const near of outcome.nearest) {
        expect((await querySummary(deps, { audience: 'wider', period: near, language: 'cy' })).kind).toBe('summary');
      }
    }
  });

  it('has the same rows for wider readers in every quarter, also where all are 0', async () => {
    const { deps } = frozenWeeks();
    const rowsOf = async (year: number) => {
      const period = { kind: 'quarter', year, quarter: 3 } as const;
      const outcome = await querySummary(deps, { audience: 'wider', period, language: 'en' });
      if (outcome.kind !== 'summary') throw new Error(outcome.kind);
      return outcome.summary.tables.map(({ id, rows }) => ({ id, rows: rows.map((row) => row.id) }));
    };
    const rows = await rowsOf(2026);
    expect(await rowsOf(2025)).toEqual(rows);
    expect(rows.map(({ id }) => id)).toEqual(['received', 'kind', 'outcome']);
  });

  it('tells wider readers of a quarter by kind and by outcome, and the same for ever', async () => {
    const { deps } = frozenWeeks();
    const asked = { audience: 'wider', period: { kind: 'quarter', year: 2026, quarter: 3 }, language: 'en' } as const;
    const outcome = await querySummary(deps, asked);
    if (outcome.kind !== 'summary') throw new Error(outcome.kind);
    expect(outcome.summary.tables.map(({ id }) => id)).toEqual(['received', 'kind', 'outcome']);
    expect(await querySummary({ ...deps, weeks: { ...deps.weeks, read: async () => undefined } }, asked)).toEqual(
      outcome,
    );
    const open = await querySummary(deps, { ...asked, period: { kind: 'quarter', year: 2026, quarter: 4 } });
    expect(open).toEqual({ kind: 'notClosed', week: '2026-W53', closesOn: '2027-01-04' });
  });

  it('counts nothing of a period of which no week is over, and says when one is', async () => {
    const { deps, asked } = frozenWeeks();
    const period: Period = { kind: 'range', from: addWeeks(week, 1), to: addWeeks(week, 3) };
    expect(await querySummary(deps, { audience: 'acu', period, language: 'en' })).toEqual({
      kind: 'notClosed',
      week: '2026-W48',
      closesOn: '2026-11-30',
    });
    expect(asked).toEqual([]);
  });

  it.each(['acu', 'wider'] as const)(
    'leaves a gap where a week of the trend is damaged, to %s readers',
    async (audience) => {
      const damaged = addWeeks(week, -5);
      const { deps } = frozenWeeks(damaged);
      const pull = (of: Week) => querySummary(deps, { audience, period: { kind: 'week', week: of }, language: 'en' });
      for (const _again of [1, 2]) {
        const outcome = await pull(week);
        if (outcome.kind !== 'summary') throw new Error(outcome.kind);
        const [received] = outcome.summary.trend;
        expect(received?.points.find((point) => point.week === damaged)?.cell).toEqual({ kind: 'none' });
        expect(received?.points.filter(({ cell }) => cell.kind !== 'none')).toHaveLength(12);
      }
      await expect(pull(damaged)).rejects.toMatchObject({ name: 'FiguresError', code: 'damaged' });
      // The one after it is told by itself; those who compare it with the damaged one are told that it is.
      if (audience === 'wider') expect((await pull(addWeeks(damaged, 1))).kind).toBe('summary');
      else await expect(pull(addWeeks(damaged, 1))).rejects.toMatchObject({ code: 'damaged' });
    },
  );
});
