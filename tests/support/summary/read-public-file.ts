import readWorkbook from 'read-excel-file/node';
import { z } from 'zod';
import { figureOutcomeText } from '../../../summary/figures/activity-tables.ts';
import { kindRowWords } from '../../../summary/figures/full-tables.ts';
import { figureKinds, figureOutcomes } from '../../../summary/figures/week-figures.ts';
import { translate } from '../../../words/cards/translate.ts';
import { parseCsvRows } from './parse-csv.ts';

/** A number in a file: the table and the row that it stands in, by their ids. */
export interface ParsedNumber {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

/** What a file says: its numbers, and its sentences. */
export interface ParsedFile {
  readonly numbers: readonly ParsedNumber[];
  readonly text: string;
}

const cellSchema = z.looseObject({ value: z.number().optional() });
const jsonSchema = z.looseObject({
  head: z.record(z.string(), cellSchema),
  tables: z.array(
    z.looseObject({
      id: z.string(),
      columns: z.array(z.looseObject({ id: z.string() })),
      rows: z.array(z.looseObject({ id: z.string(), cells: z.array(cellSchema) })),
    }),
  ),
  trend: z.array(
    z.looseObject({ id: z.string(), points: z.array(z.looseObject({ week: z.string(), cell: cellSchema })) }),
  ),
});

function readJsonFile(bytes: Uint8Array): ParsedFile {
  const text = Buffer.from(bytes).toString('utf8');
  const { head, tables, trend } = jsonSchema.parse(JSON.parse(text));
  const one = (table: string, row: string, column: string, value: number | undefined): readonly ParsedNumber[] =>
    value === undefined ? [] : [{ table, row, column, value }];
  return {
    text,
    numbers: [
      ...Object.entries(head).flatMap(([row, { value }]) => one('head', row, 'count', value)),
      ...tables.flatMap(({ id, columns, rows }) =>
        rows.flatMap((row) =>
          row.cells.flatMap(({ value }, place) => one(id, row.id, columns[place]?.id ?? '', value)),
        ),
      ),
      ...trend.flatMap(({ id, points }) =>
        points.flatMap(({ week, cell }) => one(`trend.${id}`, week, 'count', cell.value)),
      ),
    ],
  };
}

function readCsvFile(bytes: Uint8Array): ParsedFile {
  const text = Buffer.from(bytes)
    .toString('utf8')
    .replace(/^\uFEFF/u, '');
  return {
    text,
    numbers: parseCsvRows(text)
      .slice(1)
      .flatMap((record) => {
        const [table = '', row = '', column = '', value = ''] = [5, 7, 9, 11].map((place) => record[place] ?? '');
        return value === '' ? [] : [{ table, row, column, value: Number(value) }];
      }),
  };
}

/** The ids of words, as somebody reads them who knows the form. */
const mainIds = new Map([
  [translate('en', 'summary.received'), 'received'],
  [translate('en', 'file.change'), 'change'],
  [translate('en', 'summary.inTime'), 'inTime'],
]);
const all = [translate('en', 'summary.all'), 'all'] as const;
const rowIds: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['head', mainIds],
  ['received', new Map([...mainIds, [translate('en', 'summary.received'), 'all']])],
  ['kind', new Map([all, ...figureKinds.map((kind) => [translate('en', kindRowWords[kind]), kind] as const)])],
  ['outcome', new Map([all, ...figureOutcomes.map((one) => [figureOutcomeText('en', one) ?? one, one] as const)])],
]);
const tableIds: ReadonlyMap<string, string> = new Map([
  [translate('en', 'summary.received'), 'received'],
  [translate('en', 'summary.kind'), 'kind'],
  [translate('en', 'figure.outcome'), 'outcome'],
]);
type Sheet = Awaited<ReturnType<typeof readWorkbook>>[number];

const textOf = (cell: unknown): string => (typeof cell === 'string' ? cell : '');

function readSheet({ sheet, data }: Sheet): readonly ParsedNumber[] {
  const [titles = [], ...rows] = data;
  const title = textOf(titles[0]);
  const isTrend = sheet === translate('en', 'file.trend');
  const table = sheet === translate('en', 'file.summary') ? 'head' : (tableIds.get(title) ?? title);
  return rows.flatMap((row) =>
    row.flatMap((value, place): readonly ParsedNumber[] => {
      if (typeof value !== 'number') return [];
      const label = textOf(row[0]);
      const column = place === 1 ? 'count' : textOf(titles[place]);
      if (!isTrend) return [{ table, row: rowIds.get(table)?.get(label) ?? label, column, value }];
      const series = mainIds.get(textOf(titles[place])) ?? textOf(titles[place]);
      return [{ table: `trend.${series}`, row: label, column: 'count', value }];
    }),
  );
}

/** A file as somebody reads it who was handed it: another library than the one that wrote it opens a workbook. */
export async function readPublicFile(format: 'csv' | 'json' | 'xlsx', bytes: Uint8Array): Promise<ParsedFile> {
  if (format === 'csv') return readCsvFile(bytes);
  if (format === 'json') return readJsonFile(bytes);
  const sheets = await readWorkbook(Buffer.from(bytes));
  return { numbers: sheets.flatMap(readSheet), text: JSON.stringify(sheets) };
}
