import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languages } from '../concerns/terms/language.ts';
import { summaryFormats } from '../concerns/terms/summary-formats.ts';
import { periodSchema } from './period-option.ts';

/** All that the command writes: text for a terminal, a file of a summary, or the schema of those in JSON. */
const commandFormats = ['text', ...summaryFormats, 'schema'] as const;

const optionsSchema = z.object({
  period: periodSchema.optional(),
  for: z.enum(['acu', 'wider', 'reserve']),
  format: z.enum(commandFormats).default('text'),
  language: z.enum(languages).default('en'),
  out: z.string().min(1).optional(),
  replace: z.boolean().default(false),
});
export type SummaryOptions = z.infer<typeof optionsSchema>;

/** How the command is called. */
export const summaryUsage =
  'npm run summary -- --for acu|wider|reserve [--period 2026-W47|4-to-2026-W47|13-to-2026-W47|2026-Q4|2026-27|2026-W40-to-2026-W47] ' +
  `[--format ${commandFormats.join('|')}] [--language ${languages.join('|')}] ` +
  '[--out FILE_OR_FOLDER [--replace]]';

/**
 * Reads what the arguments of the command ask for, or the options that are wrong; `arguments` where they cannot be
 * read.
 */
export function parseSummaryOptions(
  args: readonly string[],
):
  | { readonly kind: 'options'; readonly options: SummaryOptions }
  | { readonly kind: 'wrong'; readonly names: string[] } {
  const text = { type: 'string' } as const;
  const values = (() => {
    try {
      return parseArgs({
        args: [...args],
        options: { period: text, for: text, format: text, language: text, out: text, replace: { type: 'boolean' } },
      }).values;
    } catch {
      // Unknown options and missing values; the message would repeat what was typed.
      return undefined;
    }
  })();
  if (!values) return { kind: 'wrong', names: ['arguments'] };
  const parsed = optionsSchema.safeParse(values);
  if (parsed.success) return { kind: 'options', options: parsed.data };
  return { kind: 'wrong', names: [...new Set(parsed.error.issues.map((issue) => `--${String(issue.path[0])}`))] };
}
