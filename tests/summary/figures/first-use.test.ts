import { describe, expect, it } from '@jest/globals';
import { addDays, type Day, firstDayOfWeek, type Week } from '../../../core/model/calendar.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { type FigureCell, getCellValue } from '../../../summary/figures/summary.ts';
import { parsePublicationHistory } from '../../../summary/disclosure-control/publication-record.ts';
import { summaryOverviewPage } from '../../../summary/summary-pages.ts';
import type { Period } from '../../../summary/figures/periods.ts';
import { type SummaryDependencies, querySummary } from '../../../summary/query-summary.ts';
import { createWeekNotes } from '../../../summary/returns/query-return.ts';
import { countUnitWeeks } from '../../../summary/figures/count-closed-weeks.ts';
import { formatDay } from '../../../words/date-format.ts';
import { translate } from '../../../words/cards/translate.ts';
import { parseTestDay, parseTestWeek, createWeekFigures, rule } from '../../support/summary/figures.ts';
import { createMemoryLedger, noCases } from '../../support/summary/publication-fixture.ts';

const last = parseTestWeek('2026-W47');
/** A Wednesday: its week, W41, is the first in which anybody could report. */
const since = parseTestDay('2026-10-07');
const begun = parseTestWeek('2026-W41');

/** A store in which twelve reports came in each week from the first one on, and `pilot` before. */
function world(day: Day | 'notSet' = since, pilot = 0) {
  const received = (week: Week): number => (week < begun ? pilot : 12);
  const deps: SummaryDependencies = {
    publications: createMemoryLedger(),
    queries: noCases,
    weeks: {
      freeze: async (frozen) => frozen,
      addRevision: async () => 'added',
      listRevisions: async () => [],
      read: async (week, handledBy) => ({
        week,
        handledBy,
        figures: JSON.stringify(createWeekFigures(week, received(week), received(week))),
      }),
    },
    clock: () => new Date(`${addDays(firstDayOfWeek(last), 8)}T12:00:00Z`),
    timeZone: 'Europe/London',
    limitDays: 3,
    rule,
    ...(day !== 'notSet' && { since: day }),
  };
  return deps;
}
async function pulled(deps: SummaryDependencies, audience: 'acu' | 'wider', period: Period, language: Language = 'en') {
  const outcome = await querySummary(deps, { audience, period, language });
  if (outcome.kind !== 'summary') throw new Error(outcome.kind);
  return outcome.summary;
}
const both = ['acu', 'wider'] as const;
const week = (text: string): Period => ({ kind: 'week', week: parseTestWeek(text) });
const quarter = (number: 3 | 4): Period => ({ kind: 'quarter', year: 2026, quarter: number });
const receivedNotes = ({ tables }: Awaited<ReturnType<typeof pulled>>) =>
  tables.find(({ id }) => id === 'received')?.notes ?? [];
const shown = (cells: readonly FigureCell[] = []) => cells.map(({ kind }) => kind);

describe.each(both)('what readers (%s) are told of weeks before Candour was in use', (audience) => {
  it('is that it was not, and not that they were quiet, on the card as in every table', async () => {
    for (const language of languages) {
      for (const period of [week('2026-W40'), quarter(3)]) {
        const summary = await pulled(world(), audience, period, language);
        const said = translate(language, 'summary.notInUse', { day: formatDay(language, since) });
        const quiet = ['summary.quietWeek', 'summary.quietWeeks'] as const;
        expect(receivedNotes(summary)[0]).toBe(said);
        const card = JSON.stringify(summaryOverviewPage(summary, {}));
        expect(card).toContain(said);
        for (const key of quiet) expect(card + receivedNotes(summary).join()).not.toContain(translate(language, key));
      }
    }
  });

  it('is since when it is, where some of the weeks or of those beside them are, and nothing compares with none', async () => {
    const said = translate('en', 'summary.inUseSince', { day: formatDay('en', since) });
    const whole = await pulled(world(), audience, week('2026-W41'));
    expect(receivedNotes(whole)).toContain(said);
    expect(JSON.stringify(summaryOverviewPage(whole, {}))).toContain(said);
    expect(whole.head.change).toBeUndefined();
    const changes = whole.tables.flatMap(({ columns, rows }) =>
      columns.flatMap(({ id }, place) => (id === 'change' ? rows.map(({ cells }) => cells[place]?.kind) : [])),
    );
    expect(new Set(changes)).toEqual(new Set(audience === 'acu' ? ['none'] : []));
    const later = await pulled(world(), audience, week('2026-W42'));
    expect(later.head.change).toEqual({ kind: 'change', value: 0 });
  });

  it('is a gap in the trend, and what follows is as before', async () => {
    const { trend } = await pulled(world(), audience, week('2026-W47'));
    for (const { points } of trend) {
      const gone = points.filter((point) => point.week < begun);
      expect(gone).toHaveLength(6);
      expect(new Set(shown(gone.map(({ cell }) => cell)))).toEqual(new Set(['none']));
    }
    expect(trend[0]?.points.filter(({ cell }) => getCellValue(cell) !== undefined)).toHaveLength(7);
  });

  it('hides nothing that was counted all the same', async () => {
    const [plain, told] = [
      await pulled(world('notSet', 9), audience, quarter(3)),
      await pulled(world(since, 9), audience, quarter(3)),
    ];
    expect(told.head.received).toEqual(plain.head.received);
    expect(told.trend).toEqual(plain.trend);
    expect(receivedNotes(told)).toContain(translate('en', 'summary.inUseSince', { day: formatDay('en', since) }));
  });

  it('is that such weeks count as none, where the force does not say since when it is', async () => {
    const said = translate('en', 'summary.countAsNone');
    for (const period of [week('2026-W40'), quarter(3)]) {
      expect(receivedNotes(await pulled(world('notSet'), audience, period))).toContain(said);
    }
    const { trend, inUse } = await pulled(world('notSet'), audience, week('2026-W47'));
    expect(inUse).toBeUndefined();
    expect(trend[0]?.points.every(({ cell }) => cell.kind !== 'none')).toBe(true);
  });

  it('is nothing, once all that is told and compared with came later', async () => {
    const { inUse } = await pulled(world(parseTestDay('2026-01-05')), audience, week('2026-W47'));
    expect(inUse).toBeUndefined();
  });
});

describe('wider readers', () => {
  it('are issued the same, whatever day is set', async () => {
    const [plain, told] = [world('notSet'), world(since)];
    for (const deps of [plain, told]) {
      for (const period of [week('2026-W47'), quarter(3), week('2026-W40')]) await pulled(deps, 'wider', period);
    }
    const [one, other] = await Promise.all([plain, told].map(async ({ publications }) => await publications.all()));
    expect(other).toEqual(one);
    expect(parsePublicationHistory(one ?? []).isIntact).toBe(true);
  });

  it('are told the same of hidden weeks as of others', async () => {
    const notes = async (pilot: number) => (await pulled(world(since, pilot), 'wider', quarter(3))).inUse?.notes;
    expect(await notes(1)).toEqual(await notes(30));
  });
});

describe('a return or a sheet', () => {
  const about = async (deps: SummaryDependencies, period: Period) => {
    const found = await countUnitWeeks(deps, period);
    if (found.kind !== 'weeks') throw new Error(found.kind);
    return createWeekNotes(
      { period, weeks: found.weeks, unfinishedWeeks: found.unfinishedWeeks, since: deps.since },
      'en',
    );
  };

  it('says the same of such weeks, beside the week of the first report', async () => {
    const day = { day: formatDay('en', since) };
    expect(await about(world(), quarter(4))).toEqual(
      expect.arrayContaining([
        translate('en', 'return.firstReport', { week: '5 to 11 October 2026' }),
        translate('en', 'summary.inUseSince', day),
      ]),
    );
    const before = await about(world(), quarter(3));
    expect(before).toContain(translate('en', 'summary.notInUse', day));
    expect(before).not.toContain(translate('en', 'summary.quietWeeks'));
    expect(await about(world('notSet'), quarter(3))).toEqual(
      expect.arrayContaining([translate('en', 'summary.quietWeeks'), translate('en', 'summary.countAsNone')]),
    );
    expect(await about(world('notSet', 3), quarter(3))).not.toContain(translate('en', 'summary.countAsNone'));
  });
});
