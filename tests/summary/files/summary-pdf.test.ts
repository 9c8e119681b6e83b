import { describe, expect, it } from '@jest/globals';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import type { Audience } from '../../../core/model/permissions.ts';
import { languages } from '../../../core/model/language.ts';
import { summaryFileName } from '../../../summary/files/summary-file.ts';
import { renderSummaryPdf } from '../../../summary/files/summary-pdf.ts';
import { exampleSummary, quietSummary } from '../../support/summary/example-summary.ts';
import { expectGolden } from '../../support/summary/expect-golden.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

const fonts = await readPdfFonts();
const audiences = ['acu', 'wider'] as const satisfies readonly Audience[];
const each = audiences.flatMap((audience) => languages.map((language) => [audience, language] as const));

describe.each(each)('the report of a summary for %s in %s', (audience, language) => {
  it('says what is kept, element by element, to whoever has it read aloud', async () => {
    const summary = exampleSummary(audience, language);
    const read = await parsePdf(await renderSummaryPdf(summary, fonts));
    const text = `${JSON.stringify({ title: read.title, elements: read.elements, beside: read.beside }, undefined, 1)}\n`;
    expectGolden(`${summaryFileName(summary, 'pdf')}.json`, new TextEncoder().encode(text));
  });

  it('is tagged from beginning to end, in its language, and numbers its pages', async () => {
    const read = await parsePdf(await renderSummaryPdf(exampleSummary(audience, language), fonts));
    expect(read).toMatchObject({ isTagged: true, showsTitle: true, unmarked: [], createdOn: 'D:20261123120000Z' });
    expect(read.language).toBe(language === 'cy' ? 'cy' : 'en-GB');
    for (const [place, page] of read.pages.entries())
      expect(page.at(-1)).toContain(
        language === 'cy' ? `tudalen ${place + 1} o ${read.pages.length}` : `page ${place + 1} of ${read.pages.length}`,
      );
  });

  it('has no heading that skips a step, one title, and words for each chart', async () => {
    const { elements } = await parsePdf(await renderSummaryPdf(exampleSummary(audience, language), fonts));
    const steps = elements.flatMap(({ tag }) => (/^H\d$/u.test(tag) ? [Number(tag[1])] : []));
    expect(steps.filter((step) => step === 1)).toHaveLength(1);
    for (const [place, step] of steps.entries()) expect(step).toBeLessThanOrEqual((steps[place - 1] ?? 0) + 1);
    const figures = elements.filter(({ tag }) => tag === 'Figure');
    expect(figures.length).toBe(audience === 'wider' ? 1 : 4);
    for (const { alternative = '' } of figures) expect(alternative.length).toBeGreaterThan(20);
  });
});

describe('the report of a summary', () => {
  it('of a quiet week says so, and has no empty chart', async () => {
    const { pages, elements } = await parsePdf(await renderSummaryPdf(quietSummary('acu', 'en'), fonts));
    expect(pages.flat()).toContain('No reports were received in this week.');
    expect(elements.filter(({ tag }) => tag === 'Figure')).toEqual([]);
  });

  it('of weeks that are not shown says that, in place of a chart', async () => {
    const { pages } = await parsePdf(await renderSummaryPdf(exampleSummary('wider', 'en'), fonts));
    expect(pages.flat()).toContain('There are no figures to show for these weeks.');
  });

  it('breaks long tables across pages and keeps each of their rows', async () => {
    const [table] = exampleSummary('acu', 'en').tables;
    const rows = Array.from({ length: 150 }, (_, place) => ({
      id: `row${place}`,
      label: `Row ${place}.`,
      cells: [{ kind: 'hidden' } as const],
    }));
    const summary = exampleSummary('acu', 'en', { tables: table ? [{ ...table, rows }] : [] });
    const { elements, pages } = await parsePdf(await renderSummaryPdf(summary, fonts));
    expect(pages.length).toBeGreaterThan(3);
    expect(elements.filter(({ text }) => /^Row \d+\.$/u.test(text))).toHaveLength(150);
  });
});
