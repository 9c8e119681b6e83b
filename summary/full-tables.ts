import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { changeCell, countCell } from './cell.ts';
import { doneTables } from './done-tables.ts';
import { definitionText } from './figure-definitions.ts';
import { type FullRow, type FullSection, fullSections } from './full-sections.ts';
import type { FigureTable } from './summary.ts';
import type { WeekFigures } from './week-figures.ts';
import { countedNotes, datesNote, limitNotes } from './week-notes.ts';

export interface ComparedWeeks {
  readonly now: readonly WeekFigures[];
  readonly before: readonly WeekFigures[];
}

function countOver(row: FullRow, { of }: Pick<FullSection, 'of'>, weeks: readonly WeekFigures[]): number {
  if (of === 'flow') return weeks.reduce((sum, week) => sum + row.count(week), 0);
  const last = weeks.at(-1);
  return last === undefined ? 0 : row.count(last);
}

function columnsOf(isOne: boolean, language: Language): FigureTable['columns'] {
  return [
    { id: 'count', title: say(language, 'summary.count') },
    { id: 'before', title: say(language, isOne ? 'summary.weekBefore' : 'summary.before') },
    { id: 'change', title: say(language, 'summary.change') },
  ];
}

/**
 * All figures of some weeks, with the change on as many before. A row only if one of these weeks has a count. Only for
 * the handlers of these cases.
 */
export function fullTables({ now, before }: ComparedWeeks, language: Language): readonly FigureTable[] {
  const isOne = now.length === 1;
  const lookedAt = [...before, ...now];
  const isQuiet = now.every((week) => week.received === 0);
  const quietly = isQuiet ? [say(language, isOne ? 'summary.quietWeek' : 'summary.quietWeeks')] : [];
  const tables = fullSections.flatMap((section): readonly FigureTable[] => {
    const isTotal = section.id === 'received';
    if (section.tells && !lookedAt.some(section.tells)) return [];
    if (isQuiet && section.of === 'flow' && !isTotal) return [];
    const rows = section.rows.filter((row) => isTotal || lookedAt.some((week) => row.count(week) > 0));
    const noneOpen = section.of === 'stock' && rows.length === 0 ? [say(language, 'summary.noneOpen')] : [];
    const limits = section.id === 'acknowledgement' ? limitNotes(now, language) : [];
    return [
      {
        id: section.id,
        title: say(language, section.title),
        ...withDefinition(section.id, language),
        of: section.of,
        columns: columnsOf(isOne, language),
        rows: rows.map((row) => {
          const [count, then] = [now, before].map((weeks) => countOver(row, section, weeks));
          return {
            id: row.id,
            label: say(language, row.label),
            cells: [countCell(count ?? 0), countCell(then ?? 0), changeCell((count ?? 0) - (then ?? 0))],
          };
        }),
        notes: isTotal
          ? [...quietly, ...datesNote(now, language), ...countedNotes(now, language)]
          : [...noneOpen, ...limits],
      },
    ];
  });
  return [...tables, ...doneTables({ now, before }, columnsOf(isOne, language), language)];
}

function withDefinition(id: string, language: Language): Pick<FigureTable, 'definition'> {
  const definition = definitionText(id, language);
  return definition === undefined ? {} : { definition };
}
