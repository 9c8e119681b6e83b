import type { SummaryTable } from '../cards/summary-table.ts';
import type { Week } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { Audience } from '../concerns/records/permissions.ts';
import { csvOf } from './csv.ts';
import { textOf } from './aligned-text.ts';

export const exportFormats = ['text', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface Exported {
  readonly audience: Audience;
  readonly language: Language;
  readonly weeks: readonly Week[];
  readonly tables: readonly SummaryTable[];
}

/** A summary as a file. It holds the tables that the audience sees and no figure beside them. Ends with a line break. */
export function exported(summary: Exported, format: ExportFormat): string {
  switch (format) {
    case 'csv':
      return csvOf(summary.tables);
    case 'text':
      return textOf(summary.tables);
    case 'json': {
      const { audience, language, weeks, tables } = summary;
      return `${JSON.stringify({ v: 1, audience, language, weeks, tables }, undefined, 2)}\n`;
    }
    default:
      return format satisfies never;
  }
}
