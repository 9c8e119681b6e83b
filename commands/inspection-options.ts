import { parseArgs } from 'node:util';
import { z } from 'zod';
import { languages } from '../concerns/terms/language.ts';
import { periodSchema } from './period-option.ts';

const sheetFormats = ['text', 'xlsx', 'pdf'] as const;
const name = z.string().min(1);
const soFar = z.literal(true).optional();

const optionsSchema = z.union([
  z.strictObject({ schema: z.literal(true) }).transform(() => ({ kind: 'schema' as const })),
  z
    .strictObject({ answers: name, check: z.literal(true) })
    .transform(({ answers }) => ({ kind: 'check' as const, answers })),
  z
    .strictObject({ figure: name, period: periodSchema, 'so-far': soFar, language: z.enum(languages).default('en') })
    .transform(({ 'so-far': far = false, ...rest }) => ({ kind: 'figure' as const, soFar: far, ...rest })),
  z
    .strictObject({
      period: periodSchema,
      answers: name.optional(),
      format: z.enum(sheetFormats).default('text'),
      out: name.optional(),
      language: z.enum(languages).default('en'),
      'so-far': soFar,
    })
    .refine(({ format, out }) => format === 'text' || out !== undefined)
    .transform(({ 'so-far': far = false, ...rest }) => ({ kind: 'sheet' as const, soFar: far, ...rest })),
]);
export type InspectionOptions = z.infer<typeof optionsSchema>;

/** How the command is called. */
export const inspectionUsage = `npm run inspection -- --period 2025-26 [--answers <file>] [--format ${sheetFormats.join('|')}] [--out <new file>] [--language ${languages.join('|')}] [--so-far]
npm run inspection -- --answers <file> --check
npm run inspection -- --figure received.all --period 2025-26 [--so-far]
npm run inspection -- --schema`;

/** Reads what the arguments of the command ask for; `undefined` where they are not understood. */
export function parseInspectionOptions(args: readonly string[]): InspectionOptions | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = {
    period: text,
    answers: text,
    format: text,
    out: text,
    language: text,
    figure: text,
    'so-far': flag,
    check: flag,
    schema: flag,
  };
  try {
    return optionsSchema.safeParse({ ...parseArgs({ args: [...args], options }).values }).data;
  } catch {
    // Unknown options and missing values; the message would repeat what was typed.
    return undefined;
  }
}
