import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { readPng } from '../../support/manifest/read-png.ts';

describe('the outline icon', () => {
  const { side, pixels } = readPng(readFileSync(new URL('../../../manifest/icons/outline.png', import.meta.url)));

  it('is 32 pixels square', () => {
    expect(side).toBe(32);
  });

  it('is white and transparent only', () => {
    expect(pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    const opacities = new Set(pixels.map(([, , , opacity]) => opacity));
    expect([opacities.has(0), opacities.has(255)]).toEqual([true, true]);
  });

  it('is drawn in lines: mostly empty, and not blank', () => {
    const inked = pixels.filter(([, , , opacity]) => opacity !== 0).length;
    expect(inked).toBeGreaterThan(150);
    expect(inked).toBeLessThan(512);
  });
});
