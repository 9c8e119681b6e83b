import { textOf } from './aligned-text.ts';
import { csvOf } from './csv.ts';
import { periodText } from './periods.ts';
import { plainTables } from './plain-tables.ts';
import type { Summary } from './summary.ts';

export const exportFormats = ['text', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A summary as a file. It holds the tables that the audience sees and no figure beside them. Ends with a line break. */
export function exported(summary: Summary, format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return csvOf(plainTables(summary.tables, summary.language));
    case 'text':
      return textOf(plainTables(summary.tables, summary.language));
    case 'json': {
      return `${JSON.stringify({ v: 2, ...summary, period: periodText(summary.period) }, undefined, 2)}\n`;
    }
    default:
      return format satisfies never;
  }
}
