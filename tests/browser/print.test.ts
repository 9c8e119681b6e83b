import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { readPdfFonts } from '../../bot/runtime/pdf-fonts.ts';
import { languages } from '../../core/model/language.ts';
import { loadBuiltInPacks } from '../../guidance/node/built-in-texts.ts';
import { createPoster } from '../../documents/print/poster.ts';
import { createTopicSheet } from '../../documents/print/topic-sheet.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { renderPdf } from '../support/browser/pdf-pictures.ts';
import { readQr } from '../support/browser/read-qr.ts';
import { fullContacts } from '../support/cards/example-views.ts';
import { topics } from '../support/guidance/built-in-topics.ts';

const folder = resolve(import.meta.dirname, '../../test-results/print-pictures');
const fonts = await readPdfFonts();
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
  mkdirSync(folder, { recursive: true });
});
afterAll(() => browser.close());

/** The one page of a PDF as a browser draws it, which is kept to be looked at. */
async function pictureOf(name: string, bytes: Uint8Array): Promise<Buffer> {
  const [first, ...more] = await renderPdf(browser, bytes);
  if (first === undefined || more.length > 0) throw new Error('not one page');
  writeFileSync(join(folder, `${name}.png`), first.png);
  return first.png;
}

describe('a code on paper', () => {
  it.each(languages)('of a poster leads to the public guidance, read by another library (%s)', async (language) => {
    const address = `https://candour.example/guidance/${language}`;
    for (const [name, text] of loadBuiltInPacks().posters) {
      const bytes = await createPoster(text, { language, contacts: fullContacts, address }, fonts);
      expect(await readQr(browser, await pictureOf(`${name}-${language}`, bytes))).toBe(address);
    }
  });

  it.each(languages)('of a sheet leads to its topic (%s)', async (language) => {
    const topic = topics.get('signs');
    if (topic === undefined) throw new Error('no such topic');
    const address = `https://a-force-with-a-long-name.police.uk/guidance/${language}/${topic.id}`;
    const bytes = await createTopicSheet(topic, { language, contacts: fullContacts, address }, fonts);
    expect(await readQr(browser, await pictureOf(`sheet-${language}`, bytes))).toBe(address);
  });
});
