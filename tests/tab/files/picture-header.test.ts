import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { isWithinPictureLimits, readPictureSize } from '../../../tab/files/picture-header.ts';
import { sniffFileType } from '../../../tab/files/sniff-file-type.ts';
import { markedPng, markedWebp, plainPng } from '../../support/files/marked-png-webp.ts';

const types = ['image/jpeg', 'image/png', 'image/webp', 'image/heic'] as const;

describe('the size of a picture by its header', () => {
  it('is what its header says, whatever stands beside it', () => {
    const side = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const size = { width, height };
        expect(readPictureSize('image/png', markedPng(plainPng(width, height), 'x'))).toEqual(size);
        expect(readPictureSize('image/webp', markedWebp(Buffer.alloc(12), size, 'x'))).toEqual(size);
      }),
    );
  });

  it('is nothing, or something, of any bytes at all: it never throws and always ends', () => {
    const begin = fc.constantFrom(
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      [...Buffer.from('RIFF\0\0\0\0WEBPVP8X')],
      [...Buffer.from('\0\0\0\0ftypheic')],
    );
    fc.assert(
      fc.property(begin, fc.uint8Array({ maxLength: 200 }), (first, rest) => {
        const bytes = Uint8Array.from([...first, ...rest]);
        expect(['taken', 'refused']).toContain(sniffFileType(bytes).kind);
        for (const type of types) readPictureSize(type, bytes);
      }),
      { numRuns: process.env.SLOW ? 50_000 : 2_000 },
    );
  });

  it('is decoded up to 64 million pixels, and with sides that there are', () => {
    expect(isWithinPictureLimits({ width: 8_000, height: 8_000 })).toBe(true);
    expect(isWithinPictureLimits({ width: 8_001, height: 8_000 })).toBe(false);
    expect(isWithinPictureLimits({ width: 0, height: 10 })).toBe(false);
    expect(isWithinPictureLimits({ width: 40_000, height: 1 })).toBe(false);
  });
});
