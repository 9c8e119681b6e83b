import type { Mutant } from '../mutant.ts';

const inFiles = 'tests/summary/files/summary-file.test.ts';

export const inSummaryFiles: readonly Mutant[] = [
  {
    name: 'a CSV file lacks the mark by which Excel knows its letters',
    promise: 'both languages',
    file: 'summary/csv.ts',
    find: '`${byteOrderMark}${csvOfRecords(records)}`',
    put: 'csvOfRecords(records)',
    tests: ['tests/summary/csv.test.ts'],
  },
  {
    name: 'a record says of a hidden figure that there is none',
    promise: 'truthful',
    file: 'summary/files/figure-records.ts',
    find: "  hidden: 'hidden',",
    put: "  hidden: 'none',",
    tests: [inFiles],
  },
  {
    name: 'a workbook draws a figure that is not shown as a nought',
    promise: 'truthful',
    file: 'summary/files/summary-workbook.ts',
    find: 'return [cell && numberOf(cell), state(cell)];',
    put: 'return [cell && (numberOf(cell) ?? 0), state(cell)];',
    tests: [inFiles],
  },
  {
    name: 'a text in a workbook becomes a formula once somebody goes into its cell',
    promise: 'truthful',
    file: 'summary/files/workbook.ts',
    find: "const textStyle: CellStyle = { numFmt: '@', ",
    put: "const textStyle: CellStyle = { numFmt: 'General', ",
    tests: ['tests/summary/files/workbook.test.ts'],
  },
  {
    name: 'a JSON file holds whatever the summary does',
    promise: 'figures',
    file: 'summary/files/summary-json.ts',
    find: "  .object({\n    candour: z.literal('summary/1'),",
    put: "  .looseObject({\n    candour: z.literal('summary/1'),",
    tests: [inFiles],
  },
  {
    name: 'a chart of a PDF is not read aloud',
    promise: 'truthful',
    file: 'pdf/draw-chart.ts',
    find: "pdf.struct('Figure', { alt, bbox, placement: 'Block' }",
    put: "pdf.struct('Figure', { ...(alt === '' && { alt }), bbox, placement: 'Block' }",
    tests: ['tests/pdf/draw-chart.test.ts'],
  },
  {
    name: 'a table of a PDF goes on without its headings',
    promise: 'truthful',
    file: 'pdf/draw-table.ts',
    find: 'if (makeRoom(height)) headAgain();',
    put: 'if (makeRoom(height) && rows.length === 0) headAgain();',
    tests: ['tests/pdf/draw-table.test.ts'],
  },
  {
    name: 'the summary command writes over a file that is there',
    promise: 'durable',
    file: 'commands/write-file.ts',
    find: "flag: replace ? 'w' : 'wx'",
    put: "flag: replace || out !== '' ? 'w' : 'wx'",
    tests: ['tests/commands/summary.test.ts'],
  },
];
