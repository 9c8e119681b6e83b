import { z } from 'zod';
import { toldNames } from './told.ts';

export const mostColumns = 500;
const periodKinds = ['week', 'rolling', 'quarter', 'yearToMarch', 'range'] as const;

/** One line that shows literally: no control characters, nothing that turns text around, no blanks at its ends. */
export const plainLine = /^(?!\s)[^\p{Cc}\p{Cs}\u2028-\u202E\u2066-\u2069]*(?<!\s)$/u;
export const lineSchema = (most: number) => z.string().min(1).max(most).regex(plainLine);
export const bothSchema = (most: number) => z.strictObject({ en: lineSchema(most), cy: lineSchema(most) });

const columnSchema = z.strictObject({
  code: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$/u)
    .describe('The name of the column in the return. Letters, digits, and . _ / - after the first.'),
  heading: bothSchema(300).describe('The heading of the column, in both languages.'),
  figure: z
    .string()
    .min(1)
    .max(2_000)
    .describe('A figure of Candour, figures of one table with + between them, something of the period, or notHeld.')
    .meta({ examples: [...toldNames] }),
  definition: bothSchema(2_000).describe('What the return asks for in this column, in the words of whoever asks.'),
  source: bothSchema(300).describe('Where that definition stands.'),
  definedOn: z.iso.date().describe('The day of that definition, such as 2026-04-01.'),
});

export const mappingSchema = z.strictObject({
  $schema: z.string().max(300).optional(),
  v: z.literal(1),
  name: bothSchema(200).describe('The name of the return, in both languages.'),
  audience: z
    .literal('acu')
    .describe('A return holds exact counts of the unit’s own cases: it is for those who may read these.'),
  periods: z.array(z.enum(periodKinds)).min(1).max(periodKinds.length).describe('The periods it may be made for.'),
  head: z
    .enum(['code', 'heading', 'both'])
    .optional()
    .describe('What stands above the figures: the codes, the headings, or both. The codes, where it is left out.'),
  columns: z.array(columnSchema).min(1).max(mostColumns),
});
export type MappingFile = z.infer<typeof mappingSchema>;
export type MappingColumn = z.infer<typeof columnSchema>;

export const mappingJsonSchema = (): string =>
  `${JSON.stringify({ title: 'A mapping of a return', ...z.toJSONSchema(mappingSchema) }, undefined, 2)}\n`;
