import type { SummaryFormat } from '../../concerns/terms/summary-formats.ts';
import type { PdfFonts } from '../../pdf/open-pdf.ts';
import { textOf } from '../aligned-text.ts';
import { csvFile } from '../csv.ts';
import { periodText } from '../periods.ts';
import { plainTables } from '../plain-tables.ts';
import type { Summary } from '../summary.ts';
import { figureRecords } from './figure-records.ts';
import { summaryJson } from './summary-json.ts';

export interface SummaryFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

const types: Readonly<Record<SummaryFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  json: 'application/json',
};

/** A summary as aligned text, as a terminal shows it. Ends with a line break. */
export const summaryText = (summary: Summary): string => textOf(plainTables(summary.tables, summary.language));

export const summaryFileName = (
  { audience, period, language }: Pick<Summary, 'audience' | 'period' | 'language'>,
  end: SummaryFormat | 'txt',
): string => `candour-summary-${audience}-${periodText(period)}-${language}.${end}`;

async function bytesOf(summary: Summary, format: SummaryFormat, fonts: () => Promise<PdfFonts>): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return csvFile(figureRecords(summary));
    case 'json':
      return new TextEncoder().encode(summaryJson(summary));
    case 'xlsx': {
      const { summaryWorkbook } = await import('./summary-workbook.ts');
      return await summaryWorkbook(summary);
    }
    case 'pdf': {
      const { summaryPdf } = await import('./summary-pdf.ts');
      return await summaryPdf(summary, await fonts());
    }
    default:
      return format satisfies never;
  }
}

/**
 * A summary as a file: what its audience may see and nothing else, equal for equal summaries. Only a PDF asks for
 * `fonts`.
 */
export const summaryFile = async (
  summary: Summary,
  format: SummaryFormat,
  fonts: () => Promise<PdfFonts>,
): Promise<SummaryFile> => ({
  name: summaryFileName(summary, format),
  type: types[format],
  bytes: await bytesOf(summary, format, fonts),
});
