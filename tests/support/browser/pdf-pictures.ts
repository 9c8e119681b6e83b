import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { newPage } from './loopback-page.ts';

const origin = 'http://127.0.0.1:9';
const reader = readFileSync(fileURLToPath(import.meta.resolve('unpdf/pdfjs')), 'utf8');
const script = `
import * as pdfjs from '${origin}/pdfjs.mjs';
const bytes = new Uint8Array(await (await fetch('${origin}/file.pdf')).arrayBuffer());
const pdf = await pdfjs.getDocument({ data: bytes, stopAtErrors: true }).promise;
for (let number = 1; number <= pdf.numPages; number += 1) {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1.25 });
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: viewport.width, height: viewport.height });
  document.body.append(canvas);
  await page.render({ canvas, canvasContext: canvas.getContext('2d'), viewport }).promise;
}
document.title = 'drawn';
`;

/** A page of a PDF as a browser draws it. */
export interface PdfPicture {
  readonly png: Buffer;
  /** How many points of the picture are of each colour, as `r,g,b`. */
  readonly colours: ReadonlyMap<string, number>;
}

const coloursSchema = z.array(z.tuple([z.string(), z.number()]));

/** Draws each page of a PDF by PDF.js in a browser, as Firefox does. Throws where the page says that something went wrong. */
export async function renderPdf(browser: Browser, bytes: Uint8Array): Promise<readonly PdfPicture[]> {
  const { page, errors } = await newPage(browser, { width: 800, height: 1100 });
  const bodies: Readonly<Record<string, { readonly contentType: string; readonly body: string | Buffer }>> = {
    '/': { contentType: 'text/html', body: `<script type="module">${script}</script>` },
    '/pdfjs.mjs': { contentType: 'text/javascript', body: reader },
    '/file.pdf': { contentType: 'application/pdf', body: Buffer.from(bytes) },
  };
  await page.route(`${origin}/**`, (route) => {
    const body = bodies[new URL(route.request().url()).pathname];
    return body ? route.fulfill(body) : route.fulfill({ status: 204 });
  });
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => document.title === 'drawn');
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const pictures: PdfPicture[] = [];
  for (const canvas of await page.locator('canvas').all()) {
    const colours = await canvas.evaluate((element) => {
      const context = element instanceof HTMLCanvasElement ? element.getContext('2d') : null;
      const { data = [] } = context?.getImageData(0, 0, context.canvas.width, context.canvas.height) ?? {};
      const counts = new Map<string, number>();
      for (let place = 0; place < data.length; place += 4) {
        const colour = [data[place], data[place + 1], data[place + 2]].join(',');
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return [...counts];
    });
    pictures.push({ png: await canvas.screenshot(), colours: new Map(coloursSchema.parse(colours)) });
  }
  await page.context().close();
  return pictures;
}
