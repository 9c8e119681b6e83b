import type { Day, Week } from '../core/model/calendar.ts';
import { type Language, languages } from '../core/model/language.ts';
import { translate } from '../words/cards/translate.ts';
import { type FigureCell, getCellValue, type Summary } from './figures/summary.ts';
import { getLastClosedWeek } from './figures/count-closed-weeks.ts';
import { periodTitle } from './figures/period-text.ts';
import {
  getPeriodBounds,
  type Period,
  getPreviousPeriod,
  getContainingPeriods,
  formatPeriod,
} from './figures/periods.ts';
import { type SummaryDependencies, querySummary, type SummaryOutcome } from './query-summary.ts';

type BilingualText = Readonly<Record<Language, string>>;

interface FeedbackLine {
  readonly id: string;
  readonly count: number;
  readonly words: BilingualText;
}

interface FeedbackQuarter {
  readonly name: string;
  readonly title: BilingualText;
}

/**
 * `skipped`: the last quarter that is over, if it cannot be published safely and the one before can. `notSafe`: neither
 * can. `allSmall`: every count is withheld. `beforeUse`: Candour was not in use. `notNow`: the clock is in doubt.
 * `tooOld`: neither of the last two quarters that are over.
 */
export type FeedbackFigures =
  | {
      readonly kind: 'told';
      readonly quarter: FeedbackQuarter;
      readonly asAt: Day;
      readonly lines: readonly FeedbackLine[];
      readonly notes: readonly BilingualText[];
      readonly skipped?: FeedbackQuarter;
    }
  | { readonly kind: 'allSmall' | 'beforeUse' | 'notSafe' | 'tooOld'; readonly quarter: FeedbackQuarter }
  | { readonly kind: 'notNow' };

/** The last quarter that is over by a week, and the one before. */
export function getFeedbackQuarters(last: Week): readonly [Period, Period] {
  const { quarter } = getContainingPeriods(last);
  const newest = getPeriodBounds(quarter).to <= last ? quarter : getPreviousPeriod(quarter);
  return [newest, getPreviousPeriod(newest)];
}

const toFeedbackQuarter = (period: Period): FeedbackQuarter => ({
  name: formatPeriod(period),
  title: { en: periodTitle(period, 'en'), cy: periodTitle(period, 'cy') },
});

interface FeedbackFigure {
  readonly id: string;
  readonly cell: FigureCell | undefined;
  readonly words: (language: Language, count: number) => string;
}

const findCell = (summary: Summary, table: string, row: string): FigureCell | undefined =>
  summary.tables.find(({ id }) => id === table)?.rows.find(({ id }) => id === row)?.cells[0];

function createOutcomeFigures(both: Readonly<Record<Language, Summary>>): readonly FeedbackFigure[] {
  const rows = both.en.tables.find(({ id }) => id === 'outcome')?.rows.filter(({ id }) => id !== 'all') ?? [];
  const outcomeLabel = (language: Language, row: string): string =>
    both[language].tables.find(({ id }) => id === 'outcome')?.rows.find(({ id }) => id === row)?.label ?? row;
  return rows
    .map(({ id, cells }) => ({ id, cell: cells[0] }))
    .toSorted((one, other) => getCellCount(other.cell) - getCellCount(one.cell))
    .map(({ id, cell }) => ({
      id: `outcome.${id}`,
      cell,
      words: (language, count) => translate(language, 'said.outcome', { outcome: outcomeLabel(language, id), count }),
    }));
}

const getCellCount = (cell: FigureCell | undefined): number => (cell && getCellValue(cell)) ?? 0;

/** Cells withheld from wider readers have no line, and neither has a 0 that says nothing about what came in. */
function createFeedbackLines(both: Readonly<Record<Language, Summary>>): readonly FeedbackLine[] {
  const figures: readonly FeedbackFigure[] = [
    {
      id: 'received.all',
      cell: both.en.head.received,
      words: (language, count) => translate(language, 'said.received', { count }),
    },
    {
      id: 'received.inTime',
      cell: findCell(both.en, 'received', 'inTime'),
      words: (language, count) => translate(language, 'said.inTime', { count }),
    },
    {
      id: 'outcome.all',
      cell: findCell(both.en, 'outcome', 'all'),
      words: (language, count) => translate(language, 'said.closed', { count }),
    },
    ...createOutcomeFigures(both),
  ];
  const told = getCellCount(both.en.head.received) === 0 ? ['received.all'] : ['received.all', 'received.inTime'];
  return figures.flatMap(({ id, cell, words }) => {
    // A true count would come from another summary.
    if (cell?.kind !== 'rounded' || (cell.value === 0 && !told.includes(id))) return [];
    return [{ id, count: cell.value, words: { en: words('en', cell.value), cy: words('cy', cell.value) } }];
  });
}

async function queryQuarter(deps: SummaryDependencies, period: Period): Promise<FeedbackFigures> {
  const quarter = toFeedbackQuarter(period);
  const [en, cy] = await queryBothLanguages(deps, period);
  if (en.kind === 'notSafe' || cy.kind === 'notSafe') return { kind: 'notSafe', quarter };
  if (en.kind !== 'summary' || cy.kind !== 'summary') return { kind: 'notNow' };
  const both = { en: en.summary, cy: cy.summary };
  if (both.en.inUse?.isBefore === true) return { kind: 'beforeUse', quarter };
  const lines = createFeedbackLines(both);
  if (lines.length === 0) return { kind: 'allSmall', quarter };
  const notes = (both.en.inUse?.notes ?? []).map((note, place) => ({
    en: note,
    cy: both.cy.inUse?.notes[place] ?? note,
  }));
  return { kind: 'told', quarter, asAt: both.en.asAt, lines, notes };
}

/** In turn: the first publishes the quarter, the second repeats it. */
async function queryBothLanguages(
  deps: SummaryDependencies,
  period: Period,
): Promise<readonly [SummaryOutcome, SummaryOutcome]> {
  const [first, second] = languages;
  const outcome = await querySummary(deps, { audience: 'wider', period, language: first });
  return [outcome, await querySummary(deps, { audience: 'wider', period, language: second })];
}

/**
 * "You said, we did": a quarter's figures for everyone in the force, as wider readers see them. Without a name the last
 * quarter that is over, or the one before if that cannot be published safely. Throws StoreError, and FiguresError if
 * frozen or published figures are unreadable.
 */
export async function queryFeedbackFigures(deps: SummaryDependencies, name?: string): Promise<FeedbackFigures> {
  const [newest, before] = getFeedbackQuarters(getLastClosedWeek(deps.clock(), deps.timeZone));
  if (name !== undefined) {
    const asked = [newest, before].find((period) => formatPeriod(period) === name);
    return asked ? queryQuarter(deps, asked) : { kind: 'tooOld', quarter: toFeedbackQuarter(newest) };
  }
  const figures = await queryQuarter(deps, newest);
  if (figures.kind !== 'notSafe') return figures;
  const earlier = await queryQuarter(deps, before);
  return earlier.kind === 'told' ? { ...earlier, skipped: figures.quarter } : figures;
}
