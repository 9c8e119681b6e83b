import { z } from 'zod';
import { readPdfFonts } from '../bot/runtime/pdf-fonts.ts';
import { weekSchema } from '../core/model/case-record.ts';
import { addWeeks, type Week } from '../core/model/calendar.ts';
import { languages } from '../core/model/language.ts';
import { summaryFormats } from '../core/model/output-formats.ts';
import type { PdfFonts } from '../documents/pdf/pdf-builder.ts';
import { type ReviseDependencies, type ReviseOutcome, reviseWeek } from '../summary/revisions/revise-week.ts';
import { type WeekCountDependencies, getLastClosedWeek } from '../summary/figures/count-closed-weeks.ts';
import {
  createSummaryFile,
  type SummaryFile,
  summaryFileName,
  formatSummaryJsonSchema,
  formatSummaryText,
} from '../summary/files/summary-file.ts';
import { maxPeriodWeeks, formatPeriod } from '../summary/figures/periods.ts';
import { type SummaryDependencies, querySummary, type SummaryOutcome } from '../summary/query-summary.ts';
import { type WeekDifferences, findWeekDifferences } from '../summary/revisions/week-differences.ts';
import type { Summary } from '../summary/figures/summary.ts';
import { writeOutput } from './file-io.ts';
import { clockUntrustedSentence, periodSchema } from './period-argument.ts';
import { tryParseArgs, parseOptionsWithSchema, printErrorLine, type CliCommand, writeToStdout } from './cli-command.ts';
import { withFigureContext } from './with-store.ts';

const commandFormats = ['text', ...summaryFormats, 'schema'] as const;

const optionsSchema = z.object({
  period: periodSchema.optional(),
  for: z.enum(['acu', 'wider', 'reserve']),
  format: z.enum(commandFormats).default('text'),
  language: z.enum(languages).default('en'),
  out: z.string().min(1).optional(),
  replace: z.boolean().default(false),
});
type SummaryOptions = z.infer<typeof optionsSchema>;

const summaryUsage =
  'npm run summary -- --for acu|wider|reserve [--period 2026-W47|4-to-2026-W47|13-to-2026-W47|2026-Q4|2026-27|2026-W40-to-2026-W47] ' +
  `[--format ${commandFormats.join('|')}] [--language ${languages.join('|')}] ` +
  '[--out FILE_OR_FOLDER [--replace]]';
const reviseUsage = 'npm run summary -- amend --week 2026-W40 [--for acu|reserve]';
const checkUsage = 'npm run summary -- check [--from 2026-W36] [--to 2026-W47]';

function parseOptions(
  args: readonly string[],
):
  | { readonly kind: 'options'; readonly options: SummaryOptions }
  | { readonly kind: 'wrong'; readonly names: string[] } {
  const text = { type: 'string' } as const;
  const options = {
    period: text,
    for: text,
    format: text,
    language: text,
    out: text,
    replace: { type: 'boolean' },
  } as const;
  const read = tryParseArgs({ args: [...args], options });
  if (read === undefined) return { kind: 'wrong', names: ['arguments'] };
  const parsed = optionsSchema.safeParse(read.values);
  if (parsed.success) return { kind: 'options', options: parsed.data };
  return { kind: 'wrong', names: [...new Set(parsed.error.issues.map((issue) => `--${String(issue.path[0])}`))] };
}

export interface SummaryCommandDependencies extends SummaryDependencies {
  readonly write: (bytes: Uint8Array) => void;
  readonly isTerminal: boolean;
  readonly fonts: () => Promise<PdfFonts>;
  readonly printLine: (line: string) => void;
}

const binaryFormats: readonly SummaryOptions['format'][] = ['xlsx', 'pdf'];

function outcomeSentence(outcome: Exclude<SummaryOutcome, { readonly kind: 'summary' }>): string {
  switch (outcome.kind) {
    case 'notSafe': {
      const nearest = outcome.nearest.map(formatPeriod).join(' or ');
      return `With that period, these readers could work out small counts. Ask for ${nearest}.`;
    }
    case 'notNow':
      return clockUntrustedSentence;
    case 'notClosed':
      return `Week ${outcome.week} is not over yet. Candour can count it on ${outcome.closesOn}, from 01:00.`;
    default:
      return outcome satisfies never;
  }
}

const textFile = (name: string, text: string): SummaryFile => ({
  name,
  type: 'text/plain',
  bytes: new TextEncoder().encode(text),
});

const renderFile = async (
  { fonts }: SummaryCommandDependencies,
  summary: Summary,
  format: Exclude<SummaryOptions['format'], 'schema'>,
): Promise<SummaryFile> =>
  format === 'text'
    ? textFile(summaryFileName(summary, 'txt'), formatSummaryText(summary))
    : createSummaryFile(summary, format, fonts);

/**
 * With `check` or `amend` first as `checkWeeksCommand` or `reviseCommand`. Exit code 1 also if its readers may not have it.
 */
export async function summaryCommand(deps: SummaryCommandDependencies, args: readonly string[]): Promise<number> {
  if (args[0] === 'check') return checkWeeksCommand(deps, args.slice(1));
  if (args[0] === 'amend') return reviseCommand(deps, args.slice(1));
  const asked = parseOptions(args);
  if (asked.kind === 'wrong') {
    deps.printLine(`Check ${asked.names.join(', ')}.\n${summaryUsage}`);
    return 2;
  }
  const { options } = asked;
  const { for: audience, format, language } = options;
  if (format === 'schema')
    return writeOutput(deps, textFile('candour-summary.schema.json', formatSummaryJsonSchema()), options);
  if (options.out === undefined && deps.isTerminal && binaryFormats.includes(format)) {
    deps.printLine(`A terminal cannot show ${format}. Name a file or a folder with --out.`);
    return 2;
  }
  const period = options.period ?? { kind: 'week', week: getLastClosedWeek(deps.clock(), deps.timeZone) };
  const outcome = await querySummary(deps, { audience, language, period });
  if (outcome.kind !== 'summary') {
    deps.printLine(outcomeSentence(outcome));
    return 1;
  }
  return writeOutput(deps, await renderFile(deps, outcome.summary, format), options);
}

export const cliCommand: CliCommand = {
  usage: [summaryUsage, reviseUsage, checkUsage].join('\n'),
  failureMessage: 'The summary could not be made.',
  run: (args) =>
    withFigureContext((figures) =>
      summaryCommand(
        {
          ...figures,
          write: writeToStdout,
          isTerminal: process.stdout.isTTY,
          fonts: readPdfFonts,
          printLine: printErrorLine,
        },
        args,
      ),
    ),
};

interface ReviseCommandDependencies extends ReviseDependencies {
  readonly printLine: (line: string) => void;
}

const reviseSchema = z.object({ week: weekSchema, for: z.enum(['acu', 'reserve']).default('acu') });

const readerNames = { acu: 'The unit’s readers', reserve: 'The reserve officers’ readers' } as const;

function revisionSentence(outcome: ReviseOutcome, { week, for: handledBy }: z.infer<typeof reviseSchema>): string {
  switch (outcome.kind) {
    case 'amended': {
      const { count, countedOn } = outcome;
      return `${week} was counted again on ${countedOn} (count ${count}). ${readerNames[handledBy]} see it beside the first count, which stays.`;
    }
    case 'same':
      return `${week}: nothing differs from its last count. Nothing was written.`;
    case 'today':
      return `${week} was counted today, or on a date in the future. Nothing was written: it can be counted again tomorrow.`;
    case 'notFrozen':
      return `${week} has not been counted yet. Candour counts it when someone first asks for it after it is over.`;
    case 'notNow':
      return clockUntrustedSentence;
    case 'notSafe':
      // Saying which of these it is would tell what the command keeps secret.
      return `${week} was not counted again: a count would be lower than before, or a case was erased or handed over since, and the difference could show which. The first count stays.`;
    default:
      return outcome satisfies never;
  }
}

export async function reviseCommand(deps: ReviseCommandDependencies, args: readonly string[]): Promise<number> {
  const options = parseOptionsWithSchema(reviseSchema, args, { texts: ['week', 'for'] });
  if (options === undefined) {
    deps.printLine(`Check --week and --for.\n${reviseUsage}`);
    return 2;
  }
  const outcome = await reviseWeek(deps, options.week, options.for);
  deps.printLine(revisionSentence(outcome, options));
  return outcome.kind === 'amended' || outcome.kind === 'same' ? 0 : 1;
}

interface CheckWeeksDependencies extends Pick<WeekCountDependencies, 'queries' | 'weeks' | 'clock' | 'timeZone'> {
  readonly printLine: (line: string) => void;
}

const checkSchema = z.object({ from: weekSchema.optional(), to: weekSchema.optional() });
const defaultWeeks = 13;

function formatWeekDifferences({ week, handledBy, countedOn, differences, lacksActivity }: WeekDifferences): string {
  const counted = `${week} ${handledBy}, counted on ${countedOn}`;
  const what = lacksActivity ? ' (activity was not counted then)' : '';
  if (differences.length === 0) return `${counted}${what}: matches its cases.`;
  const each = differences.map(({ figure, frozen, now }) => `${figure} ${frozen}, now ${now}`);
  return `${counted}${what}: ${each.join('; ')}.`;
}

export async function checkWeeksCommand(deps: CheckWeeksDependencies, args: readonly string[]): Promise<number> {
  const options = parseOptionsWithSchema(checkSchema, args, { texts: ['from', 'to'] });
  const last = getLastClosedWeek(deps.clock(), deps.timeZone);
  const to = options?.to ?? last;
  const from = options?.from ?? addWeeks(to, 1 - defaultWeeks);
  if (options === undefined || to > last || from > to || from <= addWeeks(to, -maxPeriodWeeks)) {
    deps.printLine(`Check --from and --to.\n${checkUsage}`);
    return 2;
  }
  let [differing, compared] = [0, 0];
  for (let week: Week = from; week <= to; week = addWeeks(week, 1)) {
    for (const handledBy of ['acu', 'reserve'] as const) {
      const weekDifferences = await findWeekDifferences(deps, week, handledBy);
      if (weekDifferences === undefined) continue;
      compared += 1;
      if (weekDifferences.differences.length > 0) differing += 1;
      deps.printLine(formatWeekDifferences(weekDifferences));
    }
  }
  deps.printLine(`${compared} frozen weeks compared, ${differing} differ. Published figures stay as they are.`);
  return differing === 0 ? 0 : 1;
}
