import { type Cell, type CellStyle, type SheetChart, type WriteSheet, writeXlsx } from 'hucre/xlsx';

export type WorkbookCell = string | number | undefined;

interface WorkbookChart {
  readonly title: string;
  readonly kind: 'bar' | 'column';
  readonly names: number;
  readonly numbers: number;
  readonly alternative: string;
}

export interface WorkbookSheet {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  readonly notes?: readonly string[];
  readonly charts?: readonly WorkbookChart[];
}

export interface Workbook {
  readonly title: string;
  readonly language: 'en' | 'cy';
  readonly madeOn: Date;
  readonly sheets: readonly WorkbookSheet[];
}

/** Escapes text that the format would read as an escape. */
export const escapeWorkbookText = (text: string): string => text.replaceAll(/_x(?=[0-9A-Fa-f]{4}_)/gu, '_x005F_x');

const maxSheetNameLength = 31;

/** Names of tabs: without what Excel forbids, as short as it demands, and no two alike. */
export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const clean = title
      .replaceAll(/[\\/?*[\]:\p{Cc}]/gu, ' ')
      .trim()
      .replaceAll(/^'+|'+$/gu, '');
    for (let number = 1; ; number += 1) {
      const end = number === 1 ? '' : ` ${number}`;
      const name = `${Array.from(clean || '–')
        .join('')
        .slice(0, maxSheetNameLength - end.length)
        .trim()}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

// Otherwise entering and leaving the cell would run it as a formula.
const textStyle: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const numberStyle: CellStyle = { numFmt: '0', alignment: { vertical: 'top' } };
const font = { name: 'Calibri', size: 11 } as const;
const headingStyle: CellStyle = {
  ...textStyle,
  font: { ...font, bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EBFA' } },
};
const noteStyle: CellStyle = { numFmt: '@', font: { ...font, italic: true } };

const createStyledCell = (value: WorkbookCell, style: CellStyle): Partial<Cell> =>
  typeof value === 'string' ? { value: escapeWorkbookText(value), style } : { value: value ?? null, style };

const toColumnLetters = (place: number): string =>
  place < 26
    ? String.fromCodePoint(65 + place)
    : toColumnLetters(Math.floor(place / 26) - 1) + toColumnLetters(place % 26);

const chartRows = 18;

function createChart(
  chart: WorkbookChart,
  place: number,
  sheet: WorkbookSheet,
  name: string,
  language: string,
): SheetChart {
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const range = (column: number) => {
    const letters = toColumnLetters(column);
    return `${quoted}!$${letters}$2:$${letters}$${sheet.rows.length + 1}`;
  };
  const top = 1 + place * (chartRows + 1);
  const left = sheet.columns.length + 1;
  return {
    type: chart.kind,
    title: chart.title,
    altText: chart.alternative,
    series: [
      {
        name: sheet.columns[chart.numbers]?.title ?? '',
        values: range(chart.numbers),
        categories: range(chart.names),
        color: '4F52B2',
      },
    ],
    anchor: { from: { row: top, col: left }, to: { row: top + chartRows, col: left + 9 } },
    legend: false,
    // A hidden figure is a gap; a nought would be a figure.
    dispBlanksAs: 'gap',
    lang: language === 'cy' ? 'cy-GB' : 'en-GB',
  };
}

function createSheet(sheet: WorkbookSheet, name: string, language: string): WriteSheet {
  const { columns, rows, notes = [], charts = [] } = sheet;
  const cells = new Map<string, Partial<Cell>>();
  for (const [place, { title }] of columns.entries()) cells.set(`0,${place}`, createStyledCell(title, headingStyle));
  for (const [row, values] of rows.entries())
    for (const [place, value] of values.entries())
      cells.set(`${row + 1},${place}`, createStyledCell(value, typeof value === 'number' ? numberStyle : textStyle));
  for (const [place, note] of notes.entries())
    cells.set(`${rows.length + 2 + place},0`, createStyledCell(note, noteStyle));
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    cells,
    freezePane: { rows: 1 },
    a11y: { summary: sheet.title, headerRow: 0 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
    ...(charts.length > 0 && {
      charts: charts.map((chart, place) => createChart(chart, place, sheet, name, language)),
    }),
  };
}

/** Numbers are numbers, and no text runs as a formula. Equal for equal books. */
export async function createWorkbook({ title, language, madeOn, sheets }: Workbook): Promise<Uint8Array> {
  const names = sheetNames(sheets.map((sheet) => sheet.title));
  return await writeXlsx({
    properties: { title, creator: 'Candour', created: madeOn, modified: madeOn },
    sheets: sheets.map((sheet, place) => createSheet(sheet, names[place] ?? '', language)),
  });
}
