import { describe, expect, it } from '@jest/globals';
import { outlineIcon } from '../../../manifest/icons/outline-icon.ts';
import { pixelsOf } from '../../support/manifest/pixels-of.ts';

describe('the outline icon', () => {
  const icon = outlineIcon();
  const pixels = pixelsOf(icon);

  it('is 32 pixels square', () => {
    expect(icon.side).toBe(32);
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
