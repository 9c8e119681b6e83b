import type { SummaryTable } from '../cards/summary-table.ts';
import { say } from '../words/cards/say.ts';
import type { Language } from '../concerns/terms/language.ts';

import { type FullRow, type FullSection, fullSections } from './full-sections.ts';
import type { WeekFigures } from './week-figures.ts';
import { countedNotes, datesNote, limitNotes } from './week-notes.ts';

/** The counts of a row over some weeks, worded: a column for each and what stands beside them. */
interface Columns {
  readonly headings: (section: FullSection) => readonly string[];
  readonly cells: (row: FullRow, section: FullSection) => readonly string[];
  readonly notes: readonly string[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
const signed = (change: number): string => (change > 0 ? `+${change}` : String(change));

/** The tables of some weeks: a row only where one of all the weeks that are looked at has a count. */
function tablesOf(
  shown: readonly WeekFigures[],
  lookedAt: readonly WeekFigures[],
  language: Language,
  columns: Columns,
): readonly SummaryTable[] {
  const quiet = shown.every((week) => week.received === 0);
  const quietly = quiet ? [say(language, shown.length > 1 ? 'summary.quietWeeks' : 'summary.quietWeek')] : [];
  return fullSections.flatMap((section) => {
    const isTotal = section.title === 'summary.received';
    if (section.tells && !lookedAt.some(section.tells)) return [];
    if (quiet && section.of === 'flow' && !isTotal) return [];
    const rows = section.rows.filter((row) => isTotal || lookedAt.some((week) => row.count(week) > 0));
    const noneOpen = section.of === 'stock' && rows.length === 0 ? [say(language, 'summary.noneOpen')] : [];
    const limits = section.title === 'summary.acknowledgement' ? limitNotes(shown, language) : [];
    return [
      {
        title: say(language, section.title),
        columns: ['', ...columns.headings(section)],
        rows: rows.map((row) => [say(language, row.label), ...columns.cells(row, section)]),
        notes: isTotal
          ? [...quietly, ...datesNote(shown, language), ...columns.notes, ...countedNotes(shown, language)]
          : [...noneOpen, ...limits],
      },
    ];
  });
}

/** All figures of a week, with the change on the week before. For those who handle these cases, and nobody else. */
export const fullWeekTables = (week: WeekFigures, before: WeekFigures, language: Language): readonly SummaryTable[] =>
  tablesOf([week], [week, before], language, {
    notes: [say(language, 'summary.changeNote')],
    headings: () => [week.week.slice(5), say(language, 'summary.change')],
    cells: (row) => [String(row.count(week)), signed(row.count(week) - row.count(before))],
  });

/** All figures of some weeks beside each other with their sum; what stood open at a week's end has none. */
export const fullWeeksTables = (weeks: readonly WeekFigures[], language: Language): readonly SummaryTable[] =>
  tablesOf(weeks, weeks, language, {
    notes: [],
    headings: ({ of }) => [
      ...weeks.map(({ week }) => week.slice(5)),
      ...(of === 'flow' ? [say(language, 'summary.sum')] : []),
    ],
    cells: (row, { of }) => [
      ...weeks.map((week) => String(row.count(week))),
      ...(of === 'flow' ? [String(sum(weeks.map(row.count)))] : []),
    ],
  });
