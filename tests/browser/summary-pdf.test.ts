import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { readPdfFonts } from '../../bot/runtime/pdf-fonts.ts';
import { languages } from '../../core/model/language.ts';
import { renderSummaryPdf } from '../../summary/files/summary-pdf.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { renderPdf } from '../support/browser/pdf-pictures.ts';
import { exampleSummary } from '../support/summary/example-summary.ts';

const folder = resolve(import.meta.dirname, '../../test-results/summary-pictures');
/** The colour of bars, and that of what is not shown. */
const bar = '79,82,178';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
  mkdirSync(folder, { recursive: true });
});
afterAll(() => browser.close());

describe('the report of a summary, as a browser draws it', () => {
  it.each(languages)('has its bars and its words on each page (%s)', async (language) => {
    for (const audience of ['acu', 'wider'] as const) {
      const pictures = await renderPdf(
        browser,
        await renderSummaryPdf(exampleSummary(audience, language), await readPdfFonts()),
      );
      for (const [place, { png, colours }] of pictures.entries()) {
        writeFileSync(join(folder, `${audience}-${language}-${place + 1}.png`), png);
        // Black words on white paper: a page with nothing on it, or drawn all over, is neither.
        expect(colours.get('255,255,255')).toBeGreaterThan(500_000);
        expect(colours.get('0,0,0')).toBeGreaterThan(100);
      }
      const [first] = pictures;
      expect(first?.colours.get(bar)).toBeGreaterThan(5_000);
    }
  });
});
