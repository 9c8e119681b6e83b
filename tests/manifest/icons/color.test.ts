import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { accentColor } from '../../../manifest/app-manifest.ts';
import { readPng } from '../../support/manifest/read-png.ts';

describe('the colour icon', () => {
  const { side, pixels } = readPng(readFileSync(new URL('../../../manifest/icons/color.png', import.meta.url)));
  const ground = [...Buffer.from(accentColor.slice(1), 'hex')];

  it('is 192 pixels square and nowhere see-through', () => {
    expect(side).toBe(192);
    expect(pixels.every(([, , , opacity]) => opacity === 255)).toBe(true);
  });

  it('shows a white bubble with a keyhole on the accent colour', () => {
    expect(pixels[0]).toEqual([...ground, 255]);
    expect(pixels[85 * 192 + 60]).toEqual([255, 255, 255, 255]);
    expect(pixels[80 * 192 + 96]).toEqual([...ground, 255]);
  });

  it('keeps the mark off the edge, which Teams rounds away', () => {
    const marked = pixels.flatMap(([red], place) => (red === ground[0] ? [] : [place]));
    const columns = marked.map((place) => place % 192);
    const rows = marked.map((place) => Math.floor(place / 192));
    expect(Math.min(...columns, ...rows)).toBeGreaterThanOrEqual(36);
    expect(Math.max(...columns, ...rows)).toBeLessThan(192 - 32);
  });
});
