import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openCardSheet } from '../support/browser/card-sheet.ts';
import { launchChromium } from '../support/browser/chromium.ts';
import { createPalettePngEncoder } from '../support/browser/palette-png.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const cardOf = (lang: string, ...body: readonly unknown[]) => ({ type: 'AdaptiveCard', version: '1.5', lang, body });

describe('a sheet that shows one card after another', () => {
  it('checks the card that is drawn and nothing of the one before', async () => {
    const sheet = await openCardSheet(browser, 'light');
    await sheet.render(cardOf('en', { type: 'Input.Text', id: 'first' }));
    const before = await sheet.check();
    expect(before.axeViolations.join(' ')).toMatch(/^label at/u);
    await sheet.render(cardOf('cy', { type: 'Input.Text', id: 'second', label: 'Beth ddigwyddodd' }));
    const after = await sheet.check();
    expect(after).toEqual({
      axeViolations: [],
      labels: [{ id: 'second', label: 'Beth ddigwyddodd', labelled: true }],
      cutOff: [],
      errors: [],
    });
    await sheet.close();
  });

  it('finds a button that is wider than the phone', async () => {
    const sheet = await openCardSheet(browser, 'light', { width: 360 });
    const actions = [{ type: 'Action.Submit', title: 'Gair '.repeat(20) }];
    await sheet.render({ ...cardOf('cy'), actions });
    expect((await sheet.check()).cutOff).not.toEqual([]);
    await sheet.close();
  });
});

describe('a picture in few colours', () => {
  it('is smaller, as large, and has the flat colours exactly', async () => {
    const sheet = await openCardSheet(browser, 'light');
    await sheet.render(cardOf('en', { type: 'TextBlock', text: 'Some words', wrap: true }));
    const whole = await sheet.picture();
    const small = await (await createPalettePngEncoder(browser, 20))(whole);
    expect(small.length).toBeLessThan(whole.length);
    // Width and height stand in the first chunk.
    expect(small.subarray(16, 24)).toEqual(whole.subarray(16, 24));
    const page = await browser.newPage();
    const corner = await page.evaluate(async (png) => {
      const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      context?.drawImage(bitmap, -40, -4);
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
    }, small.toString('base64'));
    expect(corner).toEqual([255, 255, 255, 255]);
    await page.close();
    await sheet.close();
  });
});
