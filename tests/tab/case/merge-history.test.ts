import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { mergeHistoryEntries } from '../../../tab/case/merge-history.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

const { events } = createCaseView(
  {},
  Array.from({ length: 40 }, () => ({ kind: 'noted' as const })),
);
const sequences = (of: readonly { readonly sequence: number }[]) => of.map(({ sequence }) => sequence);

describe('the pages of a history', () => {
  it('are shown as one list, whichever way they overlap', () => {
    const known = mergeHistoryEntries([events.slice(0, 10), events.slice(5, 20), events.slice(20)]);
    expect(known).toEqual({ entries: events, before: undefined });
  });

  it('end at a gap, which is asked for next', () => {
    const { entries, before } = mergeHistoryEntries([events.slice(0, 10), events.slice(30)]);
    expect({ first: entries[0]?.sequence, before }).toEqual({ first: 31, before: 31 });
  });

  it('lead from the newest page to the first entry without one missing or twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 41 }), fc.integer({ min: 1, max: 10 }), (end, size) => {
        let pages = [events.slice(Math.max(0, end - size), end)];
        let known = mergeHistoryEntries(pages);
        while (known.before !== undefined) {
          const until = known.before - 1;
          pages = [events.slice(Math.max(0, until - size), until), ...pages];
          known = mergeHistoryEntries(pages);
        }
        expect(sequences(known.entries)).toEqual(sequences(events.slice(0, end)));
      }),
    );
  });
});
