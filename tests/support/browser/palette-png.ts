import { crc32, deflateSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

interface IndexedImage {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each colour. */
  readonly palette: readonly number[];
  /** The place of each point's colour in the palette, in base64. */
  readonly points: string;
}

/**
 * Writes pictures again in their most frequent colours, 256 at most, and each other colour as the nearest of these. Of
 * a card, 20 make a third of the size, and its text looks the same.
 */
export async function createPalettePngEncoder(
  browser: Browser,
  mostColours: number,
): Promise<(png: Buffer) => Promise<Buffer>> {
  const page = await browser.newPage();
  return async (png) => encodePng(await page.evaluate(quantise, { png: png.toString('base64'), mostColours }));
}

/** Runs in the page, which can read any PNG. */
async function quantise(asked: { readonly png: string; readonly mostColours: number }): Promise<IndexedImage> {
  const bytes = Uint8Array.from(atob(asked.png), (letter) => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (context === null) throw new Error('no canvas');
  context.drawImage(bitmap, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const colours = Array.from({ length: width * height }, (_, place) => {
    const at = place * 4;
    return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  });
  const counts = new Map<number, number>();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([colour]) => colour);
  const palette = common.slice(0, asked.mostColours);
  const apart = (a: number, b: number): number =>
    [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);
  const nearest = (colour: number): number =>
    palette.reduce((best, one, place) => (apart(one, colour) < apart(palette[best] ?? 0, colour) ? place : best), 0);
  const places = new Map(common.map((colour) => [colour, nearest(colour)]));
  let points = '';
  for (const colour of colours) points += String.fromCharCode(places.get(colour) ?? 0);
  return {
    width,
    height,
    palette: palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]),
    points: btoa(points),
  };
}

/** A PNG of 8 bits a point with a palette, not interlaced and without filters. */
function encodePng({ width, height, palette, points }: IndexedImage): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const indices = Buffer.from(points, 'base64');
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    indices.copy(rows, row * (width + 1) + 1, row * width, (row + 1) * width);
  }
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
