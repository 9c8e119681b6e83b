import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { handedOutInBoth, pooled } from '../../support/summary/pooled-worlds.ts';

/** `npm run test:disclosure` looks through many more. */
const numRuns = Number(process.env['DISCLOSURE_RUNS'] ?? 15);

describe('the unit’s readers and wider readers together', () => {
  it('cannot tell from weeks that were counted again which cases went, nor what the reserve has', async () => {
    const tally = { amended: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(pooled, async (one) => {
        const [leaving, staying] = await handedOutInBoth(one, tally);
        expect(leaving).toEqual(staying);
      }),
      { numRuns },
    );
    // A search that never gets so far would find nothing.
    expect(tally.amended).toBeGreaterThan(numRuns / 4);
    expect(tally.refused).toBeGreaterThan(numRuns / 8);
  });
});
