import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import { newPage } from './loopback-page.ts';

const origin = 'http://127.0.0.1:9';
const reader = readFileSync(fileURLToPath(import.meta.resolve('jsqr')), 'utf8');
const script = `
const image = new Image();
image.src = '/picture.png';
await image.decode();
const canvas = new OffscreenCanvas(image.width, image.height);
const drawing = canvas.getContext('2d');
drawing.drawImage(image, 0, 0);
const { data, width, height } = drawing.getImageData(0, 0, image.width, image.height);
document.title = JSON.stringify(jsQR(data, width, height)?.data ?? null);
`;

/** The words of the code in a picture, as another library than the one that made it reads them; `null` where it finds none. */
export async function readQr(browser: Browser, png: Buffer): Promise<string | null> {
  const { page } = await newPage(browser, { width: 800, height: 1_100 });
  try {
    const bodies: Readonly<Record<string, { readonly contentType: string; readonly body: string | Buffer }>> = {
      '/': {
        contentType: 'text/html',
        body: `<script src="/jsqr.js"></script><script type="module">${script}</script>`,
      },
      '/jsqr.js': { contentType: 'text/javascript', body: reader },
      '/picture.png': { contentType: 'image/png', body: png },
    };
    await page.route(`${origin}/**`, (route) => {
      const body = bodies[new URL(route.request().url()).pathname];
      return body ? route.fulfill(body) : route.fulfill({ status: 204 });
    });
    await page.goto(`${origin}/`);
    await page.waitForFunction(() => document.title !== '');
    return z
      .string()
      .nullable()
      .parse(JSON.parse(await page.title()));
  } finally {
    await page.context().close();
  }
}
