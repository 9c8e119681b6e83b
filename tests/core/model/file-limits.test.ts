import { describe, expect, it } from '@jest/globals';
import { Encrypter } from 'age-encryption';
import * as fc from 'fast-check';
import {
  fileSizesFromMegabytes,
  isSizeClass,
  largestSealedLength,
  maxFileBytes,
  partLength,
  maxFileHeaderBytes,
  paddedFileLength,
  partCount,
  sealedFileLength,
  sizeClasses,
} from '../../../core/model/file-limits.ts';
import { recipientFromSeed } from '../../../crypto/node/hybrid-recipient.ts';

const mib = 1_024 * 1_024;
const isMacLine = (line: string): boolean => line.startsWith('--- ');

/** The length of the header of an age file. */
function headerLength(sealed: Uint8Array): number {
  const lines = Buffer.from(sealed).toString('latin1').split('\n');
  return lines.slice(0, lines.findIndex(isMacLine) + 1).join('\n').length + 1;
}

async function sealedTo(count: number, plain: Uint8Array): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  for (let made = 0; made < count; made += 1)
    encrypter.addRecipient(recipientFromSeed(new Uint8Array(32).fill(made + 1)));
  return encrypter.encrypt(plain);
}

describe('the length of a sealed file', () => {
  it('is what the formula says, and exactly that of a class once the plaintext is padded', async () => {
    for (const recipients of [1, 3]) {
      const header = headerLength(await sealedTo(recipients, new Uint8Array(1)));
      for (const wanted of [1, 60_000, 65_536, 65_537, 500_000]) {
        expect((await sealedTo(recipients, new Uint8Array(wanted))).length).toBe(sealedFileLength(header, wanted));
        const padded = paddedFileLength(header, wanted);
        const sealed = await sealedTo(recipients, new Uint8Array(padded?.plain ?? 0));
        expect(sealed.length).toBe(padded?.sealed);
        expect(isSizeClass(sealed.length)).toBe(true);
      }
    }
  });

  it('has a class for the largest file, whoever it is sealed to', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 100_000 }),
        fc.integer({ min: 1, max: maxFileBytes + maxFileHeaderBytes }),
        (header, plain) => {
          const padded = paddedFileLength(header, plain);
          expect(padded?.plain).toBeGreaterThanOrEqual(plain);
          expect(sealedFileLength(header, padded?.plain ?? 0)).toBe(padded?.sealed);
          expect(isSizeClass(padded?.sealed ?? 0)).toBe(true);
        },
      ),
    );
    expect(paddedFileLength(2_000, 96 * mib)).toBeUndefined();
    // What a force sets fits the class of its name, sealed to as many as a header may hold.
    const header = 64 * 1_600;
    expect(paddedFileLength(header, 25_000_000 + maxFileHeaderBytes)?.sealed).toBe(24 * mib);
    expect(paddedFileLength(header, 100_000_000 + maxFileHeaderBytes)?.sealed).toBe(96 * mib);
    expect(largestSealedLength(fileSizesFromMegabytes(10, 25))).toBe(24 * mib);
    expect(largestSealedLength(fileSizesFromMegabytes(25, 100))).toBe(96 * mib);
  });

  it('is the sum of its parts, of which only one that is alone is short', () => {
    for (const bytes of sizeClasses) {
      const lengths = Array.from({ length: partCount(bytes) }, (_, part) => partLength(bytes, part));
      expect(lengths.reduce((sum, one) => sum + one, 0)).toBe(bytes);
      const whole = bytes > 12 * mib ? mib : 256 * 1_024;
      expect(lengths.length === 1 || lengths.every((one) => one === whole)).toBe(true);
      expect(lengths.length).toBeLessThanOrEqual(96);
      expect(partLength(bytes, partCount(bytes))).toBe(0);
    }
  });
});
