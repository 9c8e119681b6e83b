import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { encodePng } from '../../../manifest/icons/encode-png.ts';
import { readPng } from '../../support/manifest/read-png.ts';

const pictures = fc
  .integer({ min: 1, max: 24 })
  .chain((side) =>
    fc.uint8Array({ minLength: side * side * 4, maxLength: side * side * 4 }).map((rgba) => ({ side, rgba })),
  );

describe('encodePng', () => {
  it('writes a file that holds the picture, each chunk with its check', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        expect(readPng(encodePng(picture))).toEqual(picture);
      }),
    );
  });
});
