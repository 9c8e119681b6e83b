import * as node from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import * as browser from '../../../tab/build/node-crypto-shim.ts';

const bytes = fc.uint8Array({ maxLength: 200 });
const data = fc.oneof(bytes, fc.string({ unit: 'grapheme', maxLength: 200 }));
const parts = fc.array(data, { maxLength: 4 });
const encodings = ['hex', 'base64url'] as const;

describe('the cryptography of the browser', () => {
  it.each(encodings)('hashes as Node does, in %s', (encoding) => {
    fc.assert(
      fc.property(parts, (texts) => {
        const [one, other] = [browser.createHash('sha256'), node.createHash('sha256')];
        for (const text of texts) {
          one.update(text);
          other.update(text);
        }
        expect(one.digest(encoding)).toBe(other.digest(encoding));
      }),
    );
  });

  it.each(encodings)('authenticates as Node does, in %s', (encoding) => {
    fc.assert(
      fc.property(data, parts, (key, texts) => {
        const [one, other] = [browser.createHmac('sha256', key), node.createHmac('sha256', key)];
        for (const text of texts) {
          one.update(text);
          other.update(text);
        }
        expect(one.digest(encoding)).toBe(other.digest(encoding));
      }),
    );
  });

  it('compares as Node does', () => {
    const pairs = bytes.chain((one) =>
      fc.tuple(
        fc.constant(one),
        fc.oneof(fc.constant(one), fc.uint8Array({ minLength: one.length, maxLength: one.length })),
      ),
    );
    fc.assert(
      fc.property(pairs, ([one, other]) => {
        expect(browser.timingSafeEqual(one, other)).toBe(node.timingSafeEqual(one, other));
      }),
    );
  });

  it('finds texts of different lengths different', () => {
    expect(browser.timingSafeEqual(new Uint8Array(2), new Uint8Array(3))).toBe(false);
    expect(browser.timingSafeEqual(new Uint8Array(3), new Uint8Array(2))).toBe(false);
  });
});
