import { type CountDependencies, lastClosedWeek } from '../summary/closed-weeks.ts';
import { exported } from '../summary/export.ts';
import { periodText } from '../summary/periods.ts';
import { pullSummary } from '../summary/pull-summary.ts';
import { parseSummaryOptions, summaryUsage } from './summary-options.ts';

export interface SummaryCommandDependencies extends CountDependencies {
  /** Writes text as it is, without a line break of its own. */
  readonly write: (text: string) => void;
  /** Says a sentence to whoever runs the command, beside what is written. */
  readonly say: (line: string) => void;
}

/**
 * `npm run summary`: writes the summary of a period, as far as it is over; the last closed week where none is named. Answers with the exit code: 0 when it was
 * written, 1 when it is not over, its readers may not have it, or the clock is in doubt, 2 when the arguments are wrong. Throws StoreError and FiguresError.
 */
export async function summaryCommand(deps: SummaryCommandDependencies, args: readonly string[]): Promise<number> {
  const asked = parseSummaryOptions(args);
  if (asked.kind === 'wrong') {
    deps.say(`Please check ${asked.names.join(', ')}.\n${summaryUsage}`);
    return 2;
  }
  const { for: audience, format, language } = asked.options;
  const last = lastClosedWeek(deps.clock(), deps.timeZone);
  const period = asked.options.period ?? { kind: 'week', week: last };
  const summary = await pullSummary(deps, { audience, language, period });
  if (summary.kind === 'notSafe') {
    const nearest = summary.nearest.map(periodText).join(' or ');
    deps.say(`For these readers that period could give small counts away. Ask for ${nearest}.`);
    return 1;
  }
  if (summary.kind === 'notNow') {
    deps.say('The clocks of this machine and of the store disagree, so no week is counted. Set this machine’s clock.');
    return 1;
  }
  if (summary.kind === 'notClosed') {
    deps.say(`Week ${summary.week} is not over yet. It can be counted on ${summary.closesOn}, from 01:00.`);
    return 1;
  }
  deps.write(exported(summary.summary, format));
  return 0;
}
