import { describe, expect, it } from '@jest/globals';
import { readPdfFonts } from '../../../bot/runtime/pdf-fonts.ts';
import { drawBlock } from '../../../documents/pdf/draw-block.ts';
import { drawHorizontalBars, drawVerticalBars, type PdfBar } from '../../../documents/pdf/draw-chart.ts';
import { margin, createPdfBuilder, type PdfBuilder, a4Size } from '../../../documents/pdf/pdf-builder.ts';
import { parsePdf } from '../../support/tab/parse-pdf.ts';

const fonts = await readPdfFonts();
const drawn = async (draw: (open: PdfBuilder) => void) => {
  const open = createPdfBuilder(
    { language: 'en', title: 'A title', createdOn: new Date('2026-11-23T12:00:00Z') },
    fonts,
  );
  drawBlock(open, { kind: 'title', text: 'A title' });
  draw(open);
  return parsePdf(await open.close({ header: 'A header', footer: (page) => `Page ${page}` }));
};
const bars: readonly PdfBar[] = [
  { label: 'W46', text: '12', value: 12 },
  { label: 'W47', text: 'not shown', isHidden: true },
];

describe('a chart in a PDF', () => {
  it.each([
    ['lying', drawHorizontalBars],
    ['standing', drawVerticalBars],
  ] as const)('of %s bars is one figure, with words in its place', async (_, draw) => {
    const { elements, unmarked } = await drawn((open) => draw(open, { bars, alternative: 'W46: 12; W47: not shown' }));
    const figures = elements.filter(({ tag }) => tag === 'Figure');
    expect(figures.map(({ alternative }) => alternative)).toEqual(['W46: 12; W47: not shown']);
    expect(unmarked).toEqual([]);
  });

  it('writes a number at no bar that has none', async () => {
    const { pages } = await drawn((open) => drawVerticalBars(open, { bars, alternative: '–' }));
    expect(pages[0]).toContain('W46 W47');
    expect(pages[0]?.join(' ')).not.toMatch(/\b0\b|not shown/u);
  });

  it('stays whole on one page, and within the margins', async () => {
    const long = Array.from({ length: 40 }, (_, place) => ({
      label: `A label that is longer than its room, number ${place}, and goes on`,
      text: String(place),
      value: place,
    }));
    const { pages, right } = await drawn((open) => {
      drawBlock(open, { kind: 'text', text: 'A line.\n'.repeat(30).trim() });
      drawHorizontalBars(open, { bars: long, alternative: 'Bars' });
    });
    expect(pages[1]?.filter((line) => line.startsWith('A label'))).toHaveLength(40);
    expect(right).toBeLessThanOrEqual(a4Size[0] - margin);
  });
});
