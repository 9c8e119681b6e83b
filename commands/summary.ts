import type { PdfFonts } from '../pdf/open-pdf.ts';
import { lastClosedWeek } from '../summary/closed-weeks.ts';
import { type SummaryFile, summaryFile, summaryFileName, summaryText } from '../summary/files/summary-file.ts';
import { summarySchemaText } from '../summary/files/summary-json.ts';
import { periodText } from '../summary/periods.ts';
import { type PullDependencies, pullSummary, type SummaryOutcome } from '../summary/pull/pull-summary.ts';
import type { Summary } from '../summary/summary.ts';
import { amendCommand } from './amend-week.ts';
import { checkWeeks } from './check-weeks.ts';
import { clockSentence } from './period-sentences.ts';
import { parseSummaryOptions, type SummaryOptions, summaryUsage } from './summary-options.ts';
import { writeFile } from './write-file.ts';

export interface SummaryCommandDependencies extends PullDependencies {
  /** Writes what was asked for as it is, without a line break of its own. */
  readonly write: (bytes: Uint8Array) => void;
  /** Whether that goes to somebody's screen, which shows text and nothing else. */
  readonly isTerminal: boolean;
  /** For a PDF alone. */
  readonly fonts: () => Promise<PdfFonts>;
  /** Says a sentence to whoever runs the command, beside what is written. */
  readonly say: (line: string) => void;
}

const binary: readonly SummaryOptions['format'][] = ['xlsx', 'pdf'];

/** Why there is no summary, in a sentence. */
function reason(outcome: Exclude<SummaryOutcome, { readonly kind: 'summary' }>): string {
  switch (outcome.kind) {
    case 'notSafe': {
      const nearest = outcome.nearest.map(periodText).join(' or ');
      return `For these readers that period could give small counts away. Ask for ${nearest}.`;
    }
    case 'notNow':
      return clockSentence;
    case 'notClosed':
      return `Week ${outcome.week} is not over yet. It can be counted on ${outcome.closesOn}, from 01:00.`;
    default:
      return outcome satisfies never;
  }
}

const asText = (name: string, text: string): SummaryFile => ({
  name,
  type: 'text/plain',
  bytes: new TextEncoder().encode(text),
});

const fileOf = async (
  { fonts }: SummaryCommandDependencies,
  summary: Summary,
  format: Exclude<SummaryOptions['format'], 'schema'>,
): Promise<SummaryFile> =>
  format === 'text'
    ? asText(summaryFileName(summary, 'txt'), summaryText(summary))
    : summaryFile(summary, format, fonts);

/** Hands a file over. Answers with the exit code. */
function handOver(deps: SummaryCommandDependencies, file: SummaryFile, { out, replace }: SummaryOptions): number {
  if (out === undefined) {
    deps.write(file.bytes);
    return 0;
  }
  const written = writeFile(file, { out, replace });
  deps.say(written.kind === 'written' ? `Written: ${written.path}` : written.why);
  return written.kind === 'written' ? 0 : 1;
}

/**
 * `npm run summary`: writes the summary of a period, as far as it is over; the last closed week where none is named.
 * With `check` first it writes none, and answers as `checkWeeks`; with `amend` first as `amendCommand`. Answers with the
 * exit code: 0 when it was written; 1 when it is not over, its readers may not have it, the clock is in doubt, or the
 * file cannot be written; 2 when the arguments are wrong. Throws StoreError and FiguresError.
 */
export async function summaryCommand(deps: SummaryCommandDependencies, args: readonly string[]): Promise<number> {
  if (args[0] === 'check') return checkWeeks(deps, args.slice(1));
  if (args[0] === 'amend') return amendCommand(deps, args.slice(1));
  const asked = parseSummaryOptions(args);
  if (asked.kind === 'wrong') {
    deps.say(`Please check ${asked.names.join(', ')}.\n${summaryUsage}`);
    return 2;
  }
  const { options } = asked;
  const { for: audience, format, language } = options;
  if (format === 'schema') return handOver(deps, asText('candour-summary.schema.json', summarySchemaText()), options);
  if (options.out === undefined && deps.isTerminal && binary.includes(format)) {
    deps.say(`A screen cannot show ${format}. Name a file or a folder with --out.`);
    return 2;
  }
  const period = options.period ?? { kind: 'week', week: lastClosedWeek(deps.clock(), deps.timeZone) };
  const outcome = await pullSummary(deps, { audience, language, period });
  if (outcome.kind !== 'summary') {
    deps.say(reason(outcome));
    return 1;
  }
  return handOver(deps, await fileOf(deps, outcome.summary, format), options);
}
