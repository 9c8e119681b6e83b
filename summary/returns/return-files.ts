import { encodeCsv } from '../files/csv.ts';
import { createWorkbook } from '../files/workbook.ts';
import type { FilledColumn, FilledReturn } from './query-return.ts';
import type { Language } from '../../core/model/language.ts';
import { translate, type WordKey } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';

/** A CSV file has one table: notes follow in the first field, after an empty record. */
function formatTableCsv({ columns, rows, notes }: PlainTable): Uint8Array {
  const width = columns.length;
  const record = (values: readonly (string | number | undefined)[]): readonly string[] =>
    Array.from({ length: width }, (_, place) => String(values[place] ?? ''));
  return encodeCsv([
    columns.map(({ title }) => title),
    ...rows.map(record),
    ...(notes.length > 0 ? [record([]), ...notes.map((note) => record([note]))] : []),
  ]);
}

export const createReturnCsv = (
  filled: FilledReturn,
): { readonly figures: Uint8Array; readonly definitions: Uint8Array } => ({
  figures: formatTableCsv(returnTable(filled)),
  definitions: formatTableCsv(definitionsTable(filled)),
});

export const createReturnWorkbook = async (filled: FilledReturn, madeOn: Date): Promise<Uint8Array> =>
  await createWorkbook({
    title: filled.name,
    language: filled.language,
    madeOn,
    sheets: [returnTable(filled), definitionsTable(filled)],
  });

/** A table as a file holds it; a cell is missing if there is no figure. */
export interface PlainTable {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
  readonly notes: readonly string[];
}

function returnTable({ language, head, columns }: FilledReturn): PlainTable {
  return {
    title: translate(language, 'return.sheet'),
    columns: columns.map(({ code, heading }) => ({ title: head === 'heading' ? heading : code, width: 18 })),
    rows: [...(head === 'both' ? [columns.map(({ heading }) => heading)] : []), columns.map(({ value }) => value)],
    notes: [],
  };
}

interface DefinitionColumn {
  readonly title: WordKey;
  readonly width: number;
  readonly getValue: (column: FilledColumn) => string | number | undefined;
}
const definitionColumns: readonly DefinitionColumn[] = [
  { title: 'return.code', width: 12, getValue: ({ code }) => code },
  { title: 'return.heading', width: 30, getValue: ({ heading }) => heading },
  { title: 'return.value', width: 12, getValue: ({ value }) => value },
  { title: 'return.notes', width: 40, getValue: ({ notes }) => notes.join(' ') },
  { title: 'return.asked', width: 50, getValue: ({ requestedDefinition }) => requestedDefinition },
  { title: 'return.askedBy', width: 30, getValue: ({ requestedSource }) => requestedSource },
  { title: 'return.askedOn', width: 18, getValue: ({ requestedOn }) => requestedOn },
  { title: 'return.told', width: 30, getValue: ({ fact }) => fact },
  { title: 'return.label', width: 40, getValue: ({ label }) => label },
  { title: 'return.means', width: 50, getValue: ({ definition }) => definition },
  { title: 'return.countedFrom', width: 40, getValue: ({ countedFrom }) => countedFrom },
  { title: 'return.computed', width: 40, getValue: ({ computed }) => computed },
];

const formatLine = (language: Language, key: WordKey, value: string): string => `${translate(language, key)}: ${value}`;

function definitionsTable({ language, name, period, about, asAt, columns }: FilledReturn): PlainTable {
  return {
    title: translate(language, 'return.definitions'),
    columns: definitionColumns.map(({ title, width }) => ({ title: translate(language, title), width })),
    rows: columns.map((column) => definitionColumns.map(({ getValue: of }) => of(column))),
    notes: [
      formatLine(language, 'return.sheet', name),
      formatLine(language, 'return.period', period),
      formatLine(language, 'return.asAt', formatDay(language, asAt)),
      ...about,
    ],
  };
}
