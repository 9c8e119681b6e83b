import type { Day, Week } from '../core/model/calendar.ts';
import { type Language, languages } from '../core/model/language.ts';
import { say } from '../words/cards/translate.ts';
import { type Cell, numberOf, type Summary } from './figures/summary.ts';
import { lastClosedWeek } from './figures/closed-weeks.ts';
import { periodTitle } from './figures/period-words.ts';
import { boundsOf, type Period, periodBefore, periodsWith, periodText } from './figures/periods.ts';
import { type PullDependencies, pullSummary, type SummaryOutcome } from './query-summary.ts';

type Both = Readonly<Record<Language, string>>;

interface SaidLine {
  readonly id: string;
  readonly count: number;
  readonly words: Both;
}

interface SaidQuarter {
  readonly name: string;
  readonly title: Both;
}

/**
 * The lines of a quarter, or why there are none. `skipped`: the last quarter that is over, if it cannot be told safely
 * and the one before can. `notSafe`: neither can. `allSmall`: every count is kept back. `beforeUse`: Candour was not in
 * use. `notNow`: the clock is in doubt. `tooOld`: it is neither of the last two quarters that are over.
 */
export type SaidAndDid =
  | {
      readonly kind: 'told';
      readonly quarter: SaidQuarter;
      readonly asAt: Day;
      readonly lines: readonly SaidLine[];
      readonly notes: readonly Both[];
      readonly skipped?: SaidQuarter;
    }
  | { readonly kind: 'allSmall' | 'beforeUse' | 'notSafe' | 'tooOld'; readonly quarter: SaidQuarter }
  | { readonly kind: 'notNow' };

/** The last quarter that is over by a week, and the one before: no other is told in this way. */
export function quartersToTell(last: Week): readonly [Period, Period] {
  const { quarter } = periodsWith(last);
  const newest = boundsOf(quarter).to <= last ? quarter : periodBefore(quarter);
  return [newest, periodBefore(newest)];
}

const quarterOf = (period: Period): SaidQuarter => ({
  name: periodText(period),
  title: { en: periodTitle(period, 'en'), cy: periodTitle(period, 'cy') },
});

interface Told {
  readonly id: string;
  readonly cell: Cell | undefined;
  readonly words: (language: Language, count: number) => string;
}

const cellOf = (summary: Summary, table: string, row: string): Cell | undefined =>
  summary.tables.find(({ id }) => id === table)?.rows.find(({ id }) => id === row)?.cells[0];

function outcomesOf(both: Readonly<Record<Language, Summary>>): readonly Told[] {
  const rows = both.en.tables.find(({ id }) => id === 'outcome')?.rows.filter(({ id }) => id !== 'all') ?? [];
  const labelOf = (language: Language, row: string): string =>
    both[language].tables.find(({ id }) => id === 'outcome')?.rows.find(({ id }) => id === row)?.label ?? row;
  return rows
    .map(({ id, cells }) => ({ id, cell: cells[0] }))
    .toSorted((one, other) => countOf(other.cell) - countOf(one.cell))
    .map(({ id, cell }) => ({
      id: `outcome.${id}`,
      cell,
      words: (language, count) => say(language, 'said.outcome', { outcome: labelOf(language, id), count }),
    }));
}

const countOf = (cell: Cell | undefined): number => (cell && numberOf(cell)) ?? 0;

/** Drawn only from the cells that wider readers are shown, so that what is kept back from them has no line. */
function saidLines(both: Readonly<Record<Language, Summary>>): readonly SaidLine[] {
  const told: readonly Told[] = [
    {
      id: 'received.all',
      cell: both.en.head.received,
      words: (language, count) => say(language, 'said.received', { count }),
    },
    {
      id: 'received.inTime',
      cell: cellOf(both.en, 'received', 'inTime'),
      words: (language, count) => say(language, 'said.inTime', { count }),
    },
    {
      id: 'outcome.all',
      cell: cellOf(both.en, 'outcome', 'all'),
      words: (language, count) => say(language, 'said.closed', { count }),
    },
    ...outcomesOf(both),
  ];
  return told.flatMap(({ id, cell, words }) => {
    // Only what was rounded for wider readers: a true count would come from another summary.
    if (cell?.kind !== 'rounded') return [];
    return [{ id, count: cell.value, words: { en: words('en', cell.value), cy: words('cy', cell.value) } }];
  });
}

async function toldOf(deps: PullDependencies, period: Period): Promise<SaidAndDid> {
  const quarter = quarterOf(period);
  const [en, cy] = await pulled(deps, period);
  if (en.kind === 'notSafe' || cy.kind === 'notSafe') return { kind: 'notSafe', quarter };
  if (en.kind !== 'summary' || cy.kind !== 'summary') return { kind: 'notNow' };
  const both = { en: en.summary, cy: cy.summary };
  if (both.en.inUse?.isBefore === true) return { kind: 'beforeUse', quarter };
  const lines = saidLines(both);
  if (lines.length === 0) return { kind: 'allSmall', quarter };
  const notes = (both.en.inUse?.notes ?? []).map((note, place) => ({
    en: note,
    cy: both.cy.inUse?.notes[place] ?? note,
  }));
  return { kind: 'told', quarter, asAt: both.en.asAt, lines, notes };
}

/** One after the other: the first has the quarter issued, the second is told the same again. */
async function pulled(deps: PullDependencies, period: Period): Promise<readonly [SummaryOutcome, SummaryOutcome]> {
  const [first, second] = languages;
  const outcome = await pullSummary(deps, { audience: 'wider', period, language: first });
  return [outcome, await pullSummary(deps, { audience: 'wider', period, language: second })];
}

/**
 * "You said, we did": the figures of a quarter for everyone in the force, as wider readers are told them. Without a
 * name the last quarter that is over, or the one before if that cannot be told safely. A second request is told the
 * same. Throws StoreError, and FiguresError if frozen figures, or what was issued of them, cannot be read.
 */
export async function saidAndDid(deps: PullDependencies, name?: string): Promise<SaidAndDid> {
  const [newest, before] = quartersToTell(lastClosedWeek(deps.clock(), deps.timeZone));
  if (name !== undefined) {
    const asked = [newest, before].find((period) => periodText(period) === name);
    return asked ? toldOf(deps, asked) : { kind: 'tooOld', quarter: quarterOf(newest) };
  }
  const told = await toldOf(deps, newest);
  if (told.kind !== 'notSafe') return told;
  const earlier = await toldOf(deps, before);
  return earlier.kind === 'told' ? { ...earlier, skipped: told.quarter } : told;
}
