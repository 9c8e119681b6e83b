import type { CountDependencies } from '../summary/closed-weeks.ts';
import { exported } from '../summary/export.ts';
import { weeklySummary } from '../summary/weekly-summary.ts';
import { parseSummaryOptions, summaryUsage } from './summary-options.ts';

export interface SummaryCommandDependencies extends CountDependencies {
  /** Writes text as it is, without a line break of its own. */
  readonly write: (text: string) => void;
  /** Says a sentence to whoever runs the command, beside what is written. */
  readonly say: (line: string) => void;
}

/**
 * `npm run summary`: writes the summary of a closed week, or of four. Answers with the exit code: 0 when it was
 * written, 1 when the week is not over or the clock is in doubt, 2 when the arguments are wrong. Throws StoreError and FiguresError.
 */
export async function summaryCommand(deps: SummaryCommandDependencies, args: readonly string[]): Promise<number> {
  const asked = parseSummaryOptions(args);
  if (asked.kind === 'wrong') {
    deps.say(`Please check ${asked.names.join(', ')}.\n${summaryUsage}`);
    return 2;
  }
  const { for: audience, format, language, week } = asked.options;
  const weeks = asked.options.weeks === '4' ? 4 : 1;
  const summary = await weeklySummary(deps, { audience, language, weeks, ...(week && { week }) });
  if (summary.kind === 'notNow') {
    deps.say('The clocks of this machine and of the store disagree, so no week is counted. Set this machine’s clock.');
    return 1;
  }
  if (summary.kind === 'notClosed') {
    deps.say(`Week ${summary.week} is not over yet. It can be counted on ${summary.closesOn}, from 01:00.`);
    return 1;
  }
  deps.write(exported({ audience, language, weeks: summary.weeks, tables: summary.tables }, format));
  return 0;
}
