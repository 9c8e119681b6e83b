import { z } from 'zod';
import { pdfFonts } from '../bot/running/pdf-fonts.ts';
import { languages } from '../concerns/terms/language.ts';
import { summaryFormats } from '../concerns/terms/summary-formats.ts';
import type { PdfFonts } from '../pdf/open-pdf.ts';
import { lastClosedWeek } from '../summary/closed-weeks.ts';
import {
  summaryFile,
  type SummaryFile,
  summaryFileName,
  summarySchemaText,
  summaryText,
} from '../summary/files/summary-file.ts';
import { periodText } from '../summary/periods.ts';
import { type PullDependencies, pullSummary, type SummaryOutcome } from '../summary/pull/pull-summary.ts';
import type { Summary } from '../summary/summary.ts';
import { amendCommand } from './amend-week.ts';
import { checkWeeks } from './check-weeks.ts';
import { clockSentence, periodSchema } from './period.ts';
import { readArguments, sayBeside, type Verb, write } from './verb.ts';
import { withFigures } from './with-store.ts';
import { handOver } from './write-file.ts';

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

const usage =
  'npm run summary -- --for acu|wider|reserve [--period 2026-W47|4-to-2026-W47|13-to-2026-W47|2026-Q4|2026-27|2026-W40-to-2026-W47] ' +
  `[--format ${commandFormats.join('|')}] [--language ${languages.join('|')}] ` +
  '[--out FILE_OR_FOLDER [--replace]]';

/** The options that are wrong are named; `arguments` if they cannot be read. */
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
  const read = readArguments({ args: [...args], options });
  if (read === undefined) return { kind: 'wrong', names: ['arguments'] };
  const parsed = optionsSchema.safeParse(read.values);
  if (parsed.success) return { kind: 'options', options: parsed.data };
  return { kind: 'wrong', names: [...new Set(parsed.error.issues.map((issue) => `--${String(issue.path[0])}`))] };
}

export interface SummaryCommandDependencies extends PullDependencies {
  readonly write: (bytes: Uint8Array) => void;
  readonly isTerminal: boolean;
  readonly fonts: () => Promise<PdfFonts>;
  readonly say: (line: string) => void;
}

const binary: readonly SummaryOptions['format'][] = ['xlsx', 'pdf'];

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

/**
 * `npm run summary` writes the summary of a period as far as it is over; the last closed week if none is named. With
 * `check` or `amend` first it answers as `checkWeeks` or `amendCommand`. Returns the exit code: 0 if it was written; 1
 * if it is not over, its readers may not have it, the clock is in doubt, or the file cannot be written; 2 if the
 * arguments are wrong. Throws StoreError and FiguresError.
 */
export async function summaryCommand(deps: SummaryCommandDependencies, args: readonly string[]): Promise<number> {
  if (args[0] === 'check') return checkWeeks(deps, args.slice(1));
  if (args[0] === 'amend') return amendCommand(deps, args.slice(1));
  const asked = parseOptions(args);
  if (asked.kind === 'wrong') {
    deps.say(`Please check ${asked.names.join(', ')}.\n${usage}`);
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

export const verb: Verb = {
  usage,
  undone: 'The summary could not be made.',
  run: (args) =>
    withFigures((figures) =>
      summaryCommand({ ...figures, write, isTerminal: process.stdout.isTTY, fonts: pdfFonts, say: sayBeside }, args),
    ),
};
