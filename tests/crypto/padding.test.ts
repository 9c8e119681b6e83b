import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { padText, unpadText } from '../../crypto/padding.ts';

const kib = 1024;

describe('padded text', () => {
  it('comes back as it was, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (text) => {
        expect(unpadText(padText(text))).toBe(text);
      }),
    );
    expect(unpadText(padText('\uFEFFa mark of byte order stays'))).toBe('\uFEFFa mark of byte order stays');
  });

  it('has 4, 8, 16 KiB and so on, whatever stands in it', () => {
    const sizes = [0, 1, 4091, 4092, 8187, 8188, 16379, 16380, 65531, 65532];
    const steps = [4, 4, 4, 8, 8, 16, 16, 32, 64, 128];
    expect(sizes.map((size) => padText('a'.repeat(size)).length / kib)).toEqual(steps);
    expect(padText('ŵ'.repeat(2045)).length / kib).toBe(4);
    expect(padText('ŵ'.repeat(2046)).length / kib).toBe(8);
  });

  it('refuses half a surrogate pair rather than changing it, and takes it inside JSON', () => {
    for (const text of ['\ud83d', 'before \udc4b after', '\udc4b\ud83d']) {
      expect(() => padText(text)).toThrow(expect.objectContaining({ code: 'brokenText' }));
      expect(JSON.parse(unpadText(padText(JSON.stringify(text))))).toBe(text);
    }
  });

  it('refuses bytes that it never makes', () => {
    const good = padText('Words of a report.');
    const withByte = (at: number, byte: number) => good.map((old, index) => (index === at ? byte : old));
    const bad = [
      new Uint8Array(0),
      good.subarray(1),
      good.subarray(0, 4095),
      new Uint8Array(8192).fill(0, 0, 8192).map((_, index) => good[index] ?? 0),
      withByte(0, 2),
      withByte(1, 0xff),
      withByte(3, 0x10),
      withByte(4, 3),
      withByte(4095, 1),
      withByte(5, 0xff),
    ];
    for (const bytes of bad) expect(() => unpadText(bytes)).toThrow(expect.objectContaining({ code: 'damaged' }));
  });
});
