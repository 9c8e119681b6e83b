import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  historyPageSize,
  eventKinds,
  type EventRecord,
  historyCategories,
  eventKindsByCategory,
} from '../../../core/model/event-record.ts';
import { filterHistoryEntries } from '../../../core/ports/case-store.ts';
import { mergeHistoryEntries, type FetchedCategory, mergeHistoryCategory } from '../../../tab/case/merge-history.ts';
import { createCaseView } from '../../support/tab/case-view.ts';

const places = (of: readonly EventRecord[]) => of.map(({ sequence }) => sequence);
const kinds = fc.array(fc.constantFrom(...eventKinds), { minLength: 1, maxLength: 150 });
const historyOf = (of: readonly (typeof eventKinds)[number][]) =>
  createCaseView(
    {},
    of.map((kind) => ({ kind })),
  ).events;

describe('one part of a history', () => {
  it('is every kind of entry once, in one part or another', () => {
    const all = historyCategories.flatMap((part) => eventKindsByCategory[part]);
    expect(all.toSorted()).toEqual(eventKinds.toSorted());
  });

  it('leads by its pages to its first entry, without one missing, twice or of another part', () => {
    fc.assert(
      fc.property(kinds, fc.constantFrom(...historyCategories), fc.nat({ max: 30 }), (of, part, shown) => {
        const events = historyOf(of);
        const known = mergeHistoryEntries([events.slice(Math.max(0, events.length - 1 - shown))]);
        let fetched: FetchedCategory | undefined;
        let now = mergeHistoryCategory(known, part, fetched);
        while (now.before !== undefined) {
          const asked = { before: now.before, kinds: eventKindsByCategory[part], last: historyPageSize };
          const page = { events: filterHistoryEntries(events, asked), people: [] };
          fetched = { part, from: fetched?.from ?? now.before, pages: [...(fetched?.pages ?? []), page] };
          now = mergeHistoryCategory(known, part, fetched);
        }
        expect(places(now.entries)).toEqual(
          places(filterHistoryEntries(events, { kinds: eventKindsByCategory[part] })),
        );
      }),
    );
  });

  it('is asked for anew where so much happened since that there is a gap, and shows nothing beyond it', () => {
    const events = historyOf(Array.from({ length: 90 }, () => 'noted' as const));
    const fetched: FetchedCategory = { part: 'log', from: 40, pages: [{ events: events.slice(10, 39), people: [] }] };
    const { entries, before } = mergeHistoryCategory(mergeHistoryEntries([events.slice(60)]), 'log', fetched);
    expect({ first: entries[0]?.sequence, before }).toEqual({ first: 61, before: 61 });
  });

  it('shows nothing of a page that was asked for another part', () => {
    const events = historyOf(Array.from({ length: 60 }, () => 'noted' as const));
    const fetched: FetchedCategory = {
      part: 'messages',
      from: 40,
      pages: [{ events: events.slice(0, 39), people: [] }],
    };
    const { entries, before } = mergeHistoryCategory(mergeHistoryEntries([events.slice(39)]), 'log', fetched);
    expect({ first: entries[0]?.sequence, before }).toEqual({ first: 40, before: 40 });
  });
});
