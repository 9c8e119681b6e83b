import type { Language } from '../concerns/terms/language.ts';
import { say } from '../words/cards/say.ts';
import { issuedCell } from './cell.ts';
import type { FigureTable } from './summary.ts';
import { issueBlock, issueWeek, type IssuedCounts, type WeekCounts } from './suppression.ts';
import type { WeekFigures } from './week-figures.ts';
import { datesNote, limitNotes } from './week-notes.ts';

function countsOf({ received, acknowledgement, rule }: WeekFigures): WeekCounts {
  return acknowledgement.target === 'days' ? { received, inTime: acknowledgement.inTime, rule } : { received, rule };
}

const targetOf = ({ acknowledgement }: WeekFigures): number | undefined =>
  acknowledgement.target === 'days' ? acknowledgement.days : undefined;

/** The counts that a week or a fixed block of weeks may say. Timeliness only where all weeks had the same limit. */
export function issuedOf(weeks: readonly WeekFigures[]): IssuedCounts {
  const [first, ...others] = weeks.map(countsOf);
  if (first && others.length === 0) return issueWeek(first);
  const alike = new Set(weeks.map(targetOf)).size === 1;
  const counts = weeks.map(countsOf);
  return issueBlock(alike ? counts : counts.map(({ received, rule }) => ({ received, rule })));
}

function targetNote(weeks: readonly WeekFigures[], language: Language): readonly string[] {
  if (new Set(weeks.map(targetOf)).size > 1) return [say(language, 'summary.unlike')];
  const hasTarget = weeks.some((week) => targetOf(week) !== undefined);
  return [...limitNotes(weeks, language), ...(hasTarget ? [say(language, 'summary.rest')] : [])];
}

/**
 * The table of a week, or of a fixed block of weeks, for readers beyond the unit: totals and timeliness, small counts
 * hidden, the others rounded.
 */
export function widerTables(weeks: readonly WeekFigures[], language: Language): readonly FigureTable[] {
  const issued = issuedOf(weeks);
  const isBlock = weeks.length > 1;
  const table = {
    id: 'received',
    title: say(language, 'summary.received'),
    of: 'flow',
    columns: [{ id: 'count', title: say(language, 'summary.count') }],
  } as const;
  const dates = datesNote(weeks, language);
  const blocks = isBlock ? [say(language, 'summary.blocks')] : [];
  if (issued.received.shown === 0) {
    const quiet = say(language, isBlock ? 'summary.quietWeeks' : 'summary.quietWeek');
    return [{ ...table, rows: [], notes: [quiet, ...dates, ...blocks] }];
  }
  const most = Math.max(...weeks.map(({ rule }) => rule.smallCount)) - 1;
  const hideZero = weeks.some(({ rule }) => rule.hideZero);
  return [
    {
      ...table,
      rows: [
        { id: 'all', label: say(language, 'summary.received'), cells: [issuedCell(issued.received.shown)] },
        ...(issued.inTime
          ? [{ id: 'inTime', label: say(language, 'summary.inTime'), cells: [issuedCell(issued.inTime.shown)] }]
          : []),
      ],
      notes: [
        ...dates,
        ...targetNote(weeks, language),
        say(language, hideZero ? 'summary.hiddenWithZero' : 'summary.hiddenBelow', { most }),
        say(language, isBlock ? 'summary.roundedSum' : 'summary.rounded'),
        ...blocks,
      ],
    },
  ];
}
