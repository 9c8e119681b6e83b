import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languages } from '../concerns/terms/language.ts';
import { periodSchema } from './period-option.ts';

export const returnFormats = ['csv', 'xlsx'] as const;
const name = z.string().min(1);

const optionsSchema = z.union([
  z.strictObject({ schema: z.literal(true) }).transform(() => ({ kind: 'schema' as const })),
  z.strictObject({ figures: z.literal(true) }).transform(() => ({ kind: 'figures' as const })),
  z
    .strictObject({ mapping: name, check: z.literal(true) })
    .transform(({ mapping }) => ({ kind: 'check' as const, mapping })),
  z
    .strictObject({
      mapping: name,
      period: periodSchema,
      format: z.enum(returnFormats),
      out: name,
      language: z.enum(languages).default('en'),
      'so-far': z.literal(true).optional(),
    })
    .transform(({ 'so-far': soFar = false, ...rest }) => ({ kind: 'return' as const, soFar, ...rest })),
]);
export type ReturnOptions = z.infer<typeof optionsSchema>;

/** How the command is called. */
export const returnUsage = `npm run return -- --mapping <file> --period 2025-26 --format ${returnFormats.join('|')} --out <new file> [--language ${languages.join('|')}] [--so-far]
npm run return -- --mapping <file> --check
npm run return -- --figures
npm run return -- --schema`;

/** Reads what the arguments of the command ask for; `undefined` where they are not understood. */
export function parseReturnOptions(args: readonly string[]): ReturnOptions | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    mapping: text,
    period: text,
    format: text,
    out: text,
    language: text,
    check: flag,
    'so-far': flag,
    schema: flag,
    figures: flag,
  };
  try {
    return optionsSchema.safeParse({ ...parseArgs({ args: [...args], options }).values }).data;
  } catch {
    // Unknown options and missing values; the message would repeat what was typed.
    return undefined;
  }
}
