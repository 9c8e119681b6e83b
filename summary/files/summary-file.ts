import type { SummaryFormat } from '../../core/model/output-formats.ts';
import type { PdfFonts } from '../../documents/pdf/pdf-builder.ts';
import { toTextTables, formatTables } from '../figures/text-tables.ts';
import { encodeCsv } from './csv.ts';
import { formatPeriod } from '../figures/periods.ts';
import type { Summary } from '../figures/summary.ts';
import { getSummaryDates, createFigureRecords } from './figure-records.ts';
import { z } from 'zod';
import { languages } from '../../core/model/language.ts';

export interface SummaryFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const contentTypes: Readonly<Record<SummaryFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json',
};

/** A summary as a terminal shows it. Ends with a line break. */
export const formatSummaryText = (summary: Summary): string =>
  formatTables(toTextTables(summary.tables, summary.language));

export const summaryFileName = (
  { audience, period, language }: Pick<Summary, 'audience' | 'period' | 'language'>,
  extension: SummaryFormat | 'txt',
): string => `candour-summary-${audience}-${formatPeriod(period)}-${language}.${extension}`;

async function renderSummary(
  summary: Summary,
  format: SummaryFormat,
  fonts: () => Promise<PdfFonts>,
): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return encodeCsv(createFigureRecords(summary));
    case 'json':
      return new TextEncoder().encode(formatSummaryJson(summary));
    case 'xlsx': {
      const { createSummaryWorkbook } = await import('./summary-workbook.ts');
      return await createSummaryWorkbook(summary);
    }
    case 'pdf': {
      const { renderSummaryPdf } = await import('./summary-pdf.ts');
      return await renderSummaryPdf(summary, await fonts());
    }
    default:
      return format satisfies never;
  }
}

/** Only what its audience may see, equal for equal summaries. Only a PDF asks for `fonts`. */
export const createSummaryFile = async (
  summary: Summary,
  format: SummaryFormat,
  fonts: () => Promise<PdfFonts>,
): Promise<SummaryFile> => ({
  name: summaryFileName(summary, format),
  type: contentTypes[format],
  bytes: await renderSummary(summary, format, fonts),
});

const idSchema = z.string().regex(/^[\w.-]+$/u);
const textSchema = z.string();
const weekTextSchema = z.string().regex(/^\d{4}-W\d{2}$/u);
const dayTextSchema = z.iso.date();
const valueCellSchema = (kind: 'count' | 'change' | 'rounded' | 'days') =>
  z.object({ kind: z.literal(kind), value: z.int() });
const cellSchema = z
  .discriminatedUnion('kind', [
    valueCellSchema('count').describe('a count'),
    valueCellSchema('change').describe('a difference between two counts, positive where there are more now'),
    valueCellSchema('rounded').describe('a count that was rounded to a multiple of five'),
    valueCellSchema('days').describe('days from the day of receipt'),
    z.object({ kind: z.literal('hidden') }).describe('a count that these readers may not have'),
    z.object({ kind: z.literal('none') }).describe('there is none'),
  ])
  .meta({ id: 'Cell' });

const summaryJsonSchema = z
  .object({
    candour: z.literal('summary/1'),
    audience: z.enum(['acu', 'wider', 'reserve']),
    language: z.enum(languages),
    period: z.string().describe('2026-W47, 4-to-2026-W47, 13-to-2026-W47, 2026-Q4, 2026-27 or 2026-W40-to-2026-W47'),
    from: dayTextSchema.describe('the first day of the first week'),
    to: dayTextSchema.describe('the last day of the last week'),
    weeks: z.array(weekTextSchema),
    asAt: dayTextSchema.describe('the last day on which one of these weeks was counted'),
    title: textSchema,
    head: z.object({
      received: cellSchema,
      change: cellSchema.optional(),
      inTime: cellSchema.optional(),
      overdue: cellSchema.optional(),
    }),
    tables: z.array(
      z.object({
        id: idSchema,
        title: textSchema,
        definition: textSchema.optional(),
        of: z.enum(['flow', 'stock', 'days', 'mixed']),
        columns: z.array(z.object({ id: idSchema, title: textSchema })),
        rows: z.array(z.object({ id: idSchema, label: textSchema, cells: z.array(cellSchema) })),
        notes: z.array(textSchema),
      }),
    ),
    trend: z.array(
      z.object({
        id: idSchema,
        title: textSchema,
        points: z.array(z.object({ week: weekTextSchema, cell: cellSchema })),
      }),
    ),
  })
  .meta({ title: 'A summary of Candour' });

/** Leaves out what the schema does not name. Throws if the summary does not fit it. */
const formatSummaryJson = (summary: Summary): string =>
  `${JSON.stringify(
    summaryJsonSchema.parse({
      ...summary,
      candour: 'summary/1',
      period: formatPeriod(summary.period),
      ...getSummaryDates(summary),
    }),
    undefined,
    2,
  )}\n`;

/** The JSON Schema (2020-12) of `formatSummaryJson`. Ends with a line break. */
export const formatSummaryJsonSchema = (): string =>
  `${JSON.stringify(z.toJSONSchema(summaryJsonSchema), undefined, 2)}\n`;
