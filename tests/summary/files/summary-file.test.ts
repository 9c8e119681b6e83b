import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strFromU8, unzipSync } from 'fflate';
import readWorkbook from 'read-excel-file/node';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import type { Audience } from '../../../core/model/permissions.ts';
import { type Language, languages } from '../../../core/model/language.ts';
import { type SummaryFormat, summaryFormats } from '../../../core/model/output-formats.ts';
import {
  createSummaryFile,
  summaryFileName,
  formatSummaryJsonSchema,
  formatSummaryText,
} from '../../../summary/files/summary-file.ts';
import type { Summary } from '../../../summary/figures/summary.ts';
import { exampleSummary, quietSummary, week } from '../../support/summary/example-summary.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';
import { expectGolden } from '../../support/summary/expect-golden.ts';

const audiences = ['acu', 'wider'] as const satisfies readonly Audience[];
const each = audiences.flatMap((audience) => languages.map((language) => [audience, language] as const));
const fileOf = (summary: Summary, format: SummaryFormat) => createSummaryFile(summary, format, readPdfFonts);
const sheetsOf = async (audience: Audience, language: Language) =>
  readWorkbook(Buffer.from((await fileOf(exampleSummary(audience, language), 'xlsx')).bytes));

describe.each(each)('the files of a summary for %s in %s', (audience, language) => {
  it.each(['csv', 'json'] as const)('as %s are as they are kept', async (format) => {
    const { name, bytes } = await fileOf(exampleSummary(audience, language), format);
    expectGolden(name, bytes);
  });

  it('as a workbook are read by another library, sheet by sheet as they are kept', async () => {
    const sheets = await sheetsOf(audience, language);
    const text = `${JSON.stringify(sheets, undefined, 1)}\n`;
    expectGolden(`${summaryFileName(exampleSummary(audience, language), 'xlsx')}.json`, new TextEncoder().encode(text));
  });

  it('in JSON are as the schema says, and the schema as it is kept', async () => {
    const validate = new Ajv2020({ strict: true, formats: { date: /^\d{4}-\d{2}-\d{2}$/u } }).compile(
      z.record(z.string(), z.unknown()).parse(JSON.parse(formatSummaryJsonSchema())),
    );
    for (const summary of [exampleSummary(audience, language), quietSummary(audience, language)]) {
      const { bytes } = await fileOf(summary, 'json');
      validate(JSON.parse(Buffer.from(bytes).toString('utf8')));
      expect(validate.errors ?? []).toEqual([]);
      expect(validate({ ...summary, candour: 'summary/1' })).toBe(false);
    }
    expect(readFileSync(new URL('../../../docs/summary.schema.json', import.meta.url), 'utf8')).toBe(
      formatSummaryJsonSchema(),
    );
  });

  it('say of whom, when and in which language by their names', async () => {
    const names = await Promise.all(
      summaryFormats.map(async (format) => (await fileOf(exampleSummary(audience, language), format)).name),
    );
    expect(names).toEqual(summaryFormats.map((format) => `candour-summary-${audience}-2026-W47-${language}.${format}`));
  });
});

/** All text that is in a file, of a workbook in each of its parts. */
async function allTextOf(bytes: Uint8Array, format: string): Promise<string> {
  if (format === 'pdf') return (await parsePdf(bytes)).pages.flat().join('\n');
  if (format !== 'xlsx') return Buffer.from(bytes).toString('utf8');
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

describe('a file of a summary', () => {
  it.each(summaryFormats)('as %s holds nothing beside what a summary is', async (format) => {
    const canaries = { caseId: 'canary-case', reporter: 'canary-person', figures: { received: 777_123 } };
    const [table] = exampleSummary('wider', 'en').tables;
    const { head, trend } = exampleSummary('wider', 'en');
    const summary = {
      ...exampleSummary('wider', 'en', {
        head: { ...head, ...canaries },
        tables: table
          ? [
              {
                ...table,
                ...canaries,
                rows: table.rows.map((row) => ({
                  ...row,
                  ...canaries,
                  cells: row.cells.map((cell) => ({ ...cell, ...canaries })),
                })),
              },
            ]
          : [],
        trend: trend.map((series) => ({
          ...series,
          ...canaries,
          points: series.points.map((point) => ({ ...point, ...canaries })),
        })),
      }),
      ...canaries,
    };
    const { bytes } = await fileOf(summary, format);
    const text = await allTextOf(bytes, format);
    expect(text).not.toMatch(/canary|777123/u);
    expect(Buffer.from(bytes).equals((await fileOf(exampleSummary('wider', 'en'), format)).bytes)).toBe(true);
    expect(formatSummaryText(summary)).toBe(formatSummaryText(exampleSummary('wider', 'en')));
  });

  it.each(summaryFormats)('as %s says the same each time, to the byte', async (format) => {
    const [one, other] = await Promise.all([1, 2].map(() => fileOf(exampleSummary('acu', 'cy'), format)));
    expect(Buffer.from(one?.bytes ?? []).equals(Buffer.from(other?.bytes ?? []))).toBe(true);
    expect(one?.bytes.length).toBeGreaterThan(0);
  });

  it.each(summaryFormats)('as %s is made of a week in which nothing came', async (format) => {
    const { bytes } = await fileOf(quietSummary('wider', 'en'), format);
    expect(await allTextOf(bytes, format)).toContain('No reports were received in this week.');
  });

  it('gives a week that is not shown no bar in a workbook, and no nought', async () => {
    const sheets = await sheetsOf('wider', 'en');
    const trend = sheets.find(({ sheet }) => sheet === 'Week by week');
    const row = trend?.data.find(([name]) => name === '2026-W37');
    expect(row?.slice(2)).toEqual([null, 'not shown', null, 'not shown']);
  });

  it('has native charts in a workbook, with words for whoever does not see them', async () => {
    const { bytes } = await fileOf(exampleSummary('acu', 'cy'), 'xlsx');
    const parts = unzipSync(bytes);
    const named = (pattern: RegExp) =>
      Object.entries(parts).flatMap(([name, part]) => (pattern.test(name) ? [strFromU8(part)] : []));
    // By kind, by age of what is open, and two of the trend.
    expect(named(/^xl\/charts\/chart\d+\.xml$/u)).toHaveLength(4);
    const words = named(/^xl\/drawings\/drawing\d+\.xml$/u).join('');
    expect(words.match(/descr="Siart: [^"]+"/gu)).toHaveLength(4);
    expect(words).toContain('16 i 22 Tachwedd 2026: 9');
    for (const chart of named(/^xl\/charts\/chart\d+\.xml$/u)) expect(chart).toContain('<c:dispBlanksAs val="gap"/>');
  });
});

it('names a file of a range by both its weeks', () => {
  const period = { kind: 'range', from: week, to: week } as const;
  expect(summaryFileName(exampleSummary('acu', 'en', { period }), 'csv')).toBe(
    'candour-summary-acu-2026-W47-to-2026-W47-en.csv',
  );
});
