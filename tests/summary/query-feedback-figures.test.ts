import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Day } from '../../core/model/calendar.ts';
import { languages } from '../../core/model/language.ts';
import { findNumbers } from '../../guidance/campaign-item-figures.ts';
import { formatPeriod } from '../../summary/figures/periods.ts';
import {
  getFeedbackQuarters,
  type FeedbackFigures,
  queryFeedbackFigures,
} from '../../summary/query-feedback-figures.ts';
import { createFrozenWeeks, arbitraryPopulation } from '../support/summary/attack-cases.ts';
import { createEarlierWeek } from '../support/summary/counted-weeks.ts';
import { parseTestDay, parseTestWeek } from '../support/summary/figures.ts';
import {
  type Frozen,
  createMemoryLedger,
  trueFigures,
  type TrueWeek,
  createPublicSummaries,
} from '../support/summary/publication-fixture.ts';

/** `npm run test:disclosure` looks through many more. */
const numRuns = Number(process.env['DISCLOSURE_RUNS'] ?? 20);
const now = '2026-11-25T12:00:00Z';

const frozen = (weeks: Readonly<Record<string, TrueWeek>>): Frozen =>
  new Map(
    Object.entries(weeks).map(([week, counts]) => [parseTestWeek(week), trueFigures(parseTestWeek(week), counts)]),
  );
const told = (answer: FeedbackFigures) => {
  if (answer.kind !== 'told') throw new Error(answer.kind);
  return answer;
};
const busy = {
  '2026-W30': { kind: { boundaries: 20, bribery: 3 }, outcome: { misconduct: 11, duplicate: 2 }, inTime: 0.5 },
  '2026-W33': { kind: { boundaries: 19 }, outcome: { noFurtherAction: 24 }, inTime: 1 },
};

describe('the lines of "You said, we did"', () => {
  it('tell of the last quarter that is over, in both languages, and keep small counts back', async () => {
    const { deps } = createPublicSummaries(frozen(busy), createMemoryLedger(), now);
    const { quarter, lines, asAt, skipped } = told(await queryFeedbackFigures(deps));
    expect(quarter).toEqual({
      name: '2026-Q3',
      title: { en: 'July to September 2026', cy: 'Gorffennaf i Fedi 2026' },
    });
    expect({ asAt, skipped }).toEqual({ asAt: '2026-09-28', skipped: undefined });
    expect(lines.map(({ words }) => words.en)).toEqual([
      'About 45 reports were received.',
      'About 30 of them were acknowledged in time.',
      'About 35 cases were closed.',
      'No further action: about 25.',
      'Misconduct investigation: about 10.',
    ]);
    expect(lines.map(({ words }) => words.cy)).toEqual([
      'Daeth tua 45 o adroddiadau i law.',
      'Cafodd tua 30 ohonynt eu cydnabod mewn pryd.',
      'Cafodd tua 35 o achosion eu cau.',
      'Dim camau pellach: tua 25.',
      'Ymchwiliad camymddwyn: tua 10.',
    ]);
  });

  it('say nothing that the summary for wider readers does not show, whatever came in', async () => {
    // By then the last quarter of these weeks is the last that is over.
    const later = '2027-04-20T12:00:00Z';
    await fc.assert(
      fc.asyncProperty(arbitraryPopulation, async (population) => {
        const weeks = createFrozenWeeks(population);
        const ledger = createMemoryLedger();
        const { deps, pull } = createPublicSummaries(weeks, ledger, later);
        const answer = await queryFeedbackFigures(deps);
        const kept = JSON.stringify(await ledger.all());
        const pulled = await pull('2027-Q1');
        if (pulled.kind !== 'summary') throw new Error(pulled.kind);
        const rows = pulled.summary.tables
          .filter(({ id }) => id !== 'kind')
          .flatMap(({ id, rows: of }) => of.map((row) => ({ id: `${id}.${row.id}`, cell: row.cells[0] })));
        const lines = answer.kind === 'told' ? answer.lines : [];
        const isQuiet = lines[0]?.count === 0;
        const hasLine = (id: string, value: number) =>
          value > 0 || id === 'received.all' || (id === 'received.inTime' && !isQuiet);
        const shown = rows.flatMap(({ id, cell }) =>
          cell?.kind === 'rounded' && hasLine(id, cell.value) ? [`${id} ${cell.value}`] : [],
        );
        expect(lines.map(({ id, count }) => `${id} ${count}`).toSorted()).toEqual(shown.toSorted());
        for (const { count, words } of lines) {
          for (const language of languages) {
            expect(findNumbers(words[language])).toEqual(count === 0 ? [] : [String(count)]);
          }
        }
        // What was issued is all that wider readers are told of the quarter, and nothing was issued beside it.
        expect(JSON.stringify(await ledger.all())).toBe(kept);
        const without = await createPublicSummaries(weeks, createMemoryLedger(), later).pull('2027-Q1');
        expect(pulled).toEqual(without);
        expect(await queryFeedbackFigures(deps)).toEqual(answer);
      }),
      { numRuns, endOnFailure: true },
    );
  });

  it('are the same again, issue nothing twice, and know no later count', async () => {
    const ledger = createMemoryLedger();
    const { deps, amend } = createPublicSummaries(frozen(busy), ledger, now);
    const first = await queryFeedbackFigures(deps);
    const kept = JSON.stringify(await ledger.all());
    amend(trueFigures(parseTestWeek('2026-W30'), { kind: { boundaries: 90 }, outcome: {}, inTime: 1 }));
    expect(await queryFeedbackFigures(deps)).toEqual(first);
    expect(await queryFeedbackFigures(deps, '2026-Q3')).toEqual(first);
    expect(JSON.stringify(await ledger.all())).toBe(kept);
  });

  it('are of the quarter before where the last cannot be told safely, and of none where neither can', async () => {
    const old = (...weeks: readonly string[]): Frozen =>
      new Map([
        ...frozen(busy),
        ...weeks.map((week) => [parseTestWeek(week), createEarlierWeek(parseTestWeek(week), 9)] as const),
      ]);
    const one = told(
      await queryFeedbackFigures(createPublicSummaries(old('2026-W35'), createMemoryLedger(), now).deps),
    );
    expect({ of: one.quarter.name, skipped: one.skipped?.name }).toEqual({ of: '2026-Q2', skipped: '2026-Q3' });
    const both = createPublicSummaries(old('2026-W35', '2026-W20'), createMemoryLedger(), now);
    expect(await queryFeedbackFigures(both.deps)).toMatchObject({ kind: 'notSafe', quarter: { name: '2026-Q3' } });
    expect(await queryFeedbackFigures(both.deps, '2026-Q3')).toMatchObject({ kind: 'notSafe' });
  });

  it('are none where every count is small', async () => {
    const few = frozen({ '2026-W30': { kind: { bribery: 3 }, outcome: { misconduct: 2 }, inTime: 1 } });
    expect(await queryFeedbackFigures(createPublicSummaries(few, createMemoryLedger(), now).deps)).toMatchObject({
      kind: 'allSmall',
    });
  });

  it('say that nothing came in where that can be said, and of a quarter before Candour was in use nothing', async () => {
    const { deps } = createPublicSummaries(new Map(), createMemoryLedger(), now);
    const quiet = told(await queryFeedbackFigures(deps));
    expect(quiet.lines.map(({ words }) => words)).toEqual([
      { en: 'No reports were received.', cy: 'Ni ddaeth unrhyw adroddiad i law.' },
    ]);
    const used = (since: Day) => queryFeedbackFigures({ ...deps, since });
    expect(await used(parseTestDay('2026-10-05'))).toMatchObject({ kind: 'beforeUse', quarter: { name: '2026-Q3' } });
    const begun = told(await used(parseTestDay('2026-08-03')));
    expect(begun.notes).toEqual([
      expect.objectContaining({
        en: expect.stringContaining('3 August 2026'),
        cy: expect.stringContaining('3 Awst 2026'),
      }),
    ]);
  });

  it('are of no quarter but the last that is over and the one before', async () => {
    const ledger = createMemoryLedger();
    const { deps } = createPublicSummaries(frozen(busy), ledger, now);
    for (const name of ['2026-Q1', '2026-Q4', '2025-Q3', '2027-Q1']) {
      expect(await queryFeedbackFigures(deps, name)).toMatchObject({ kind: 'tooOld', quarter: { name: '2026-Q3' } });
    }
    expect(await ledger.all()).toEqual([]);
    expect(told(await queryFeedbackFigures(deps, '2026-Q2')).quarter.name).toBe('2026-Q2');
  });

  it('count nothing while the clock is in doubt', async () => {
    const ledger = createMemoryLedger();
    const { deps } = createPublicSummaries(frozen(busy), ledger, now);
    const doubted = { ...deps, weeks: { ...deps.weeks, read: async () => undefined }, isClockTrusted: () => false };
    expect(await queryFeedbackFigures(doubted)).toEqual({ kind: 'notNow' });
    expect(await ledger.all()).toEqual([]);
  });
});

it('a quarter is over with its last week, and the one before follows it back over the year', () => {
  const names = (week: string) => getFeedbackQuarters(parseTestWeek(week)).map(formatPeriod);
  expect(names('2026-W38')).toEqual(['2026-Q2', '2026-Q1']);
  expect(names('2026-W39')).toEqual(['2026-Q3', '2026-Q2']);
  expect(names('2026-W53')).toEqual(['2026-Q4', '2026-Q3']);
  expect(names('2027-W01')).toEqual(['2026-Q4', '2026-Q3']);
});
