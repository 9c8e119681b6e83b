import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createPicturePdf, type PdfPageImage } from '../../../../tab/files/picture-pdf.ts';
import { parsePicturePdf } from '../../../../tab/file-viewer/frame/page-contents.ts';

const side = fc.integer({ min: 1, max: 9_999 });
const points = fc.integer({ min: 1, max: 1_440_000 }).map((hundredths) => hundredths / 100);
const page: fc.Arbitrary<PdfPageImage> = fc.record({
  jpeg: fc.uint8Array({ minLength: 1, maxLength: 5_000 }),
  width: side,
  height: side,
  paper: fc.record({ width: points, height: points }),
});
const pages = fc.array(page, { minLength: 1, maxLength: 12 });

describe('a PDF that was bound', () => {
  it('gives the pictures that were bound, whatever stands in them', () => {
    fc.assert(
      fc.property(pages, (bound) => {
        const read = parsePicturePdf(createPicturePdf(bound));
        expect(read?.map(({ jpeg, ...rest }) => ({ jpeg: [...jpeg], ...rest }))).toEqual(
          bound.map(({ jpeg, ...rest }) => ({ jpeg: [...jpeg], ...rest })),
        );
      }),
    );
  });

  it('is none where anything but a picture is another, longer or shorter', () => {
    fc.assert(
      fc.property(pages, fc.nat(), fc.integer({ min: 1, max: 255 }), (bound, at, by) => {
        const bytes = createPicturePdf(bound);
        const place = at % bytes.length;
        const changed = bytes.slice();
        changed[place] = (changed[place] ?? 0) ^ by;
        const read = parsePicturePdf(changed);
        // What is in a picture is not looked at here.
        if (read !== undefined) expect(createPicturePdf(read)).toEqual(changed);
        expect(parsePicturePdf(bytes.subarray(0, bytes.length - 1 - (at % 40)))).toBeUndefined();
        expect(parsePicturePdf(new Uint8Array([...bytes, ...bytes]))).toBeUndefined();
      }),
    );
  });

  it('is never taken for one of any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, words) => {
        expect(parsePicturePdf(bytes)).toBeUndefined();
        expect(parsePicturePdf(new TextEncoder().encode(`%PDF-1.4\n/Count 1 ${words}`))).toBeUndefined();
      }),
    );
  });
});
