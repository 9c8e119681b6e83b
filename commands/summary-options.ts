import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languages } from '../concerns/terms/language.ts';
import { exportFormats } from '../summary/export.ts';
import { parsePeriod } from '../summary/periods.ts';

const optionsSchema = z.object({
  period: z
    .string()
    .transform((text, context) => {
      const period = parsePeriod(text);
      if (period === undefined) context.addIssue('not a period');
      return period ?? z.NEVER;
    })
    .optional(),
  for: z.enum(['acu', 'wider', 'reserve']),
  format: z.enum(exportFormats).default('text'),
  language: z.enum(languages).default('en'),
});
export type SummaryOptions = z.infer<typeof optionsSchema>;

/** How the command is called. */
export const summaryUsage =
  'npm run summary -- --for acu|wider|reserve [--period 2026-W47|4-to-2026-W47|13-to-2026-W47|2026-Q4|2026-27|2026-W40-to-2026-W47] ' +
  `[--format ${exportFormats.join('|')}] [--language ${languages.join('|')}]`;

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
        options: { period: text, for: text, format: text, language: text },
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
