import type { SummaryTable } from '../cards/summary-table.ts';
import { say } from '../words/cards/say.ts';
import type { Language } from '../concerns/terms/language.ts';

import { type IssuedCount, issueBlock, issueWeek, type IssuedCounts, type WeekCounts } from './suppression.ts';
import type { WeekFigures } from './week-figures.ts';
import { datesNote, limitNotes, weeksInWords } from './week-notes.ts';

function countsOf({ received, acknowledgement, rule }: WeekFigures): WeekCounts {
  return acknowledgement.target === 'days' ? { received, inTime: acknowledgement.inTime, rule } : { received, rule };
}

const targetOf = ({ acknowledgement }: WeekFigures): number | undefined =>
  acknowledgement.target === 'days' ? acknowledgement.days : undefined;

function targetNote(weeks: readonly WeekFigures[], language: Language): readonly string[] {
  if (new Set(weeks.map(targetOf)).size > 1) return [say(language, 'summary.unlike')];
  const hasTarget = weeks.some((week) => targetOf(week) !== undefined);
  return [...limitNotes(weeks, language), ...(hasTarget ? [say(language, 'summary.rest')] : [])];
}

function table(weeks: readonly WeekFigures[], issued: IssuedCounts, language: Language): readonly SummaryTable[] {
  const isBlock = weeks.length > 1;
  const cell = ({ shown }: IssuedCount) => (shown === undefined ? say(language, 'summary.hidden') : String(shown));
  const title = weeksInWords(weeks, language);
  const dates = datesNote(weeks, language);
  const blocks = isBlock ? [say(language, 'summary.blocks')] : [];
  const columns = ['', say(language, 'summary.count')];
  if (issued.received.shown === 0) {
    const quiet = say(language, isBlock ? 'summary.quietWeeks' : 'summary.quietWeek');
    return [{ title, columns, rows: [], notes: [quiet, ...dates, ...blocks] }];
  }
  const most = Math.max(...weeks.map(({ rule }) => rule.smallCount)) - 1;
  const hideZero = weeks.some(({ rule }) => rule.hideZero);
  return [
    {
      title,
      columns,
      rows: [
        [say(language, 'summary.received'), cell(issued.received)],
        ...(issued.inTime ? [[say(language, 'summary.inTime'), cell(issued.inTime)]] : []),
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

/** The tables of a week for readers beyond the unit: totals and timeliness, small counts hidden, the others rounded. */
export const widerWeekTables = (week: WeekFigures, language: Language): readonly SummaryTable[] =>
  table([week], issueWeek(countsOf(week)), language);

/** The tables of a fixed block of weeks for readers beyond the unit. Timeliness only where all had the same limit. */
export function widerBlockTables(block: readonly WeekFigures[], language: Language): readonly SummaryTable[] {
  const alike = new Set(block.map(targetOf)).size === 1;
  const counts = block.map(countsOf);
  const issued = issueBlock(alike ? counts : counts.map(({ received, rule }) => ({ received, rule })));
  return table(block, issued, language);
}
