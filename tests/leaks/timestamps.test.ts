import { describe, expect, it } from '@jest/globals';
import { findPreciseTimestamps } from './timestamps.ts';

const stretch = { from: new Date('2026-11-24T09:10:00Z'), to: new Date('2026-11-24T10:20:00Z') };

describe('the look for times of day', () => {
  it.each([
    '2026-11-24T09:12:13.456Z',
    '2026-11-24T09:12:13Z',
    '2026-11-24T09:12',
    '2026-11-24 09:12:13',
    '2026-11-24T10:12:13+01:00',
    String(Date.parse('2026-11-24T09:12:13.456Z')),
    String(Date.parse('2026-11-24T09:12:13Z') / 1_000),
  ])('finds %s', (text) => {
    expect(findPreciseTimestamps(`{"at":"${text}"}`, stretch)).toEqual([text]);
    expect(findPreciseTimestamps(`{"at":${text}}`, stretch)).toEqual([text]);
  });

  it.each(['2026-11-24', '2026-11-24T10:00:00.000Z', '2026-11-24T11:12:00Z', '1795511533456789', 'x'])(
    'leaves alone what is a day, a full hour, at another time or no time: %s',
    (text) => {
      expect(findPreciseTimestamps(text, stretch)).toEqual([]);
    },
  );
});
