import { describe, expect, it } from '@jest/globals';
import { colorIcon } from '../../../manifest/icons/color-icon.ts';
import { pixelsOf } from '../../support/manifest/pixels-of.ts';

describe('the colour icon', () => {
  const icon = colorIcon('#0E4A5A');
  const pixels = pixelsOf(icon);

  it('is 192 pixels square and nowhere see-through', () => {
    expect(icon.side).toBe(192);
    expect(pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
  });

  it('shows a white bubble with a keyhole on the ground it was given', () => {
    expect(pixels[0]).toEqual([0x0e, 0x4a, 0x5a, 255]);
    expect(pixels[85 * 192 + 60]).toEqual([255, 255, 255, 255]);
    expect(pixels[80 * 192 + 96]).toEqual([0x0e, 0x4a, 0x5a, 255]);
  });

  it('keeps the mark off the edge, which Teams rounds away', () => {
    const marked = pixels.flatMap(([red], place) => (red === 0x0e ? [] : [place]));
    const columns = marked.map((place) => place % 192);
    const rows = marked.map((place) => Math.floor(place / 192));
    expect(Math.min(...columns, ...rows)).toBeGreaterThanOrEqual(36);
    expect(Math.max(...columns, ...rows)).toBeLessThan(192 - 32);
  });
});
