import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { generateProse } from './prose.ts';

describe('what the bench writes', () => {
  it('is as long as it was asked for, the same for a seed and another for each', () => {
    const texts = Array.from({ length: 50 }, (_, seed) => generateProse(seed, 2_000));
    expect(texts.map((text) => text.length)).toEqual(Array.from({ length: 50 }, () => 2_000));
    expect(texts.map((_, seed) => generateProse(seed, 2_000))).toEqual(texts);
    expect(new Set(texts).size).toBe(50);
    for (const text of texts) expect(text).toBe(text.trim());
  });

  // One sentence repeated comes to 90. The guides and topics of this project, in pieces as long, come to 917 in the middle.
  it('is as hard to deflate as prose', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      const { length } = deflateRawSync(generateProse(seed, 2_000));
      expect(length).toBeGreaterThan(900);
      expect(length).toBeLessThan(1_030);
    }
  });
});
