import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readPictureSize } from '../../tab/files/picture-header.ts';
import { type CleanedInBrowser, type FilesPage, startFilesPage } from '../support/files/files-page.ts';
import { plainPng } from '../support/files/marked-png-webp.ts';

let files: FilesPage;
beforeAll(async () => {
  files = await startFilesPage();
});
afterAll(() => files.stop());
afterEach(async () => {
  expect(await files.clean(plainPng(4, 4))).toMatchObject({ kind: 'copy', type: 'image/png' });
  expect(files.errors).toEqual([]);
});

const read = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures/office-and-heic', name));
const mark = 'ZZCANARY';

function copyOf(cleaned: CleanedInBrowser): Extract<CleanedInBrowser, { kind: 'copy' }> {
  if (cleaned.kind !== 'copy') throw new Error(`no copy: ${JSON.stringify(cleaned)}`);
  return cleaned;
}

type Point = readonly [x: number, y: number];
/** The colour at each point: which of red, green and blue are strong. */
async function coloursAt(jpeg: Buffer, points: readonly Point[]): Promise<readonly string[]> {
  const answer: unknown = await files.page.evaluate(`(async () => {
    const bytes = Uint8Array.from(atob('${jpeg.toString('base64')}'), (sign) => sign.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes]));
    const pen = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    pen.drawImage(picture, 0, 0);
    return ${JSON.stringify(points)}.map(([x, y]) => [...pen.getImageData(x, y, 1, 1).data.slice(0, 3)]
      .map((part, at) => part > 128 ? 'rgb'[at] : '').join(''));
  })()`);
  return z.array(z.string()).parse(answer);
}

describe('a clean copy of a HEIC that the browser cannot open', () => {
  it('has its pixels and nothing else, and tells what stood beside them', async () => {
    const marked = read('marked.heic');
    expect(marked.includes(mark)).toBe(true);
    const copy = copyOf(await files.clean(marked, `${mark}.heic`));
    expect(copy).toMatchObject({ type: 'image/jpeg', was: 'image/heic' });
    expect(readPictureSize('image/jpeg', copy.content)).toEqual({ width: 96, height: 64 });
    const corners: readonly Point[] = [
      [20, 16],
      [70, 16],
      [20, 50],
      [70, 50],
    ];
    expect(await coloursAt(copy.content, corners)).toEqual(['r', 'rgb', 'rgb', 'b']);
    for (const name of [mark, 'Exif', 'Apple', 'iPhone', 'http', 'ftyp', 'JFIF'])
      expect({ name, stands: copy.content.includes(name) }).toEqual({ name, stands: false });
    expect(copy.tells).toContainEqual({ kind: 'day', day: '2026-11-20' });
    expect(copy.tells).toContainEqual({ kind: 'device', device: 'Apple iPhone 13' });
    expect(copy.tells.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['place', 'person', 'serial', 'program', 'words']),
    );
    expect(JSON.stringify(copy.tells)).not.toContain(mark);
  });

  it('stands upright, and is the main picture of several', async () => {
    const turned = copyOf(await files.clean(read('turned.heic')));
    expect(readPictureSize('image/jpeg', turned.content)).toEqual({ width: 64, height: 96 });
    expect(
      await coloursAt(turned.content, [
        [48, 20],
        [16, 70],
      ]),
    ).toEqual(['r', 'b']);
    const several = copyOf(await files.clean(read('two-pictures.heic')));
    expect(readPictureSize('image/jpeg', several.content)).toEqual({ width: 96, height: 64 });
  });

  it('asks for the decoder when it is needed, and for nothing else', async () => {
    const before = files.asked.length;
    await files.clean(plainPng(4, 4));
    expect(files.asked.slice(before).some((path) => path.includes('heif'))).toBe(false);
    await files.clean(read('marked.heic'));
    expect(files.asked.slice(before).every((path) => path.startsWith('/tab/assets/'))).toBe(true);
  });
});

describe('a HEIC that is made to hurt', () => {
  const ispe = (bytes: Buffer, width: number, height: number): Buffer => {
    const changed = Buffer.from(bytes);
    for (let at = changed.indexOf('ispe'); at !== -1; at = changed.indexOf('ispe', at + 1)) {
      changed.writeUInt32BE(width, at + 8);
      changed.writeUInt32BE(height, at + 12);
    }
    return changed;
  };

  it('is refused by the size that it says, before it is decoded, or copied as large as it is', async () => {
    const marked = read('marked.heic');
    expect(await files.clean(ispe(marked, 60_000, 60_000))).toEqual({ kind: 'refused', why: 'tooManyPixels' });
    expect(await files.clean(ispe(marked, 8_001, 8_001))).toEqual({ kind: 'refused', why: 'tooManyPixels' });
    // More than a phone takes, though not too much for a picture that the browser opens by itself.
    expect(await files.clean(ispe(marked, 7_100, 7_100))).toEqual({ kind: 'refused', why: 'tooManyPixels' });
    for (const lie of [ispe(marked, 1, 1), ispe(marked, 8_064, 6_048)])
      expect(['copy', 'refused']).toContain((await files.clean(lie)).kind);
  });

  it('is refused if it is cut off, empty behind its header, or no picture', async () => {
    const marked = read('marked.heic');
    for (const length of [24, 200, 600, marked.length >> 1, marked.length - 60])
      expect(await files.clean(marked.subarray(0, length))).toMatchObject({ kind: 'refused' });
    const header = marked.subarray(0, marked.indexOf('mdat') + 4);
    expect(await files.clean(Buffer.concat([header, Buffer.alloc(4_000)]))).toMatchObject({ kind: 'refused' });
    expect(await files.clean(Buffer.concat([marked.subarray(0, 24), Buffer.alloc(4_000)]))).toMatchObject({
      kind: 'refused',
    });
  });

  it('is copied or refused, whichever of its bytes were changed, and no mark gets through', async () => {
    const marked = read('two-pictures.heic');
    let seed = 20_261_120;
    const draw = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    for (let run = 0; run < (process.env.SLOW ? 400 : 25); run += 1) {
      const changed = Buffer.from(marked);
      for (let change = 0; change <= run % 6; change += 1) changed[24 + draw(changed.length - 24)] = draw(256);
      const cleaned = await files.clean(changed);
      expect(cleaned.kind === 'copy' ? cleaned.content.includes(mark) : cleaned.kind !== 'refused').toBe(false);
    }
  });
});
