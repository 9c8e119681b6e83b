import { describe, expect, it } from '@jest/globals';
import { addWeeks, type Week, toWeek } from '../../core/model/calendar.ts';
import type { WeekRevision } from '../../core/ports/store.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { today } from '../support/contracts/records.ts';

const week = toWeek(today);
const amendment = (of: Week, number: number, differences: Partial<WeekRevision> = {}): WeekRevision => ({
  week: of,
  handledBy: 'acu',
  number,
  figures: JSON.stringify({ of, number, words: 'â "\\' }),
  ...differences,
});

/** What every WeekStore promises of later counts. */
export function weekRevisionsContract(name: string, open: OpenStore): void {
  describe(`Later counts in the WeekStore of ${name}`, () => {
    it(
      'stand beside the first one, which is as it was',
      withOpenStore(open, async ({ weeks }) => {
        const first = { week, handledBy: 'acu', figures: 'first' } as const;
        await weeks.freeze(first);
        expect(await weeks.listRevisions(week, week, 'acu')).toEqual([]);
        expect(await weeks.addRevision(amendment(week, 1))).toBe('added');
        expect(await weeks.addRevision(amendment(week, 2))).toBe('added');
        expect(await weeks.listRevisions(week, week, 'acu')).toEqual([amendment(week, 1), amendment(week, 2)]);
        expect(await weeks.read(week, 'acu')).toEqual(first);
        expect(await weeks.freeze({ ...first, figures: 'anew' })).toEqual(first);
      }),
    );

    it(
      'are written once, however often they are sent, and never over another',
      withOpenStore(open, async ({ weeks }) => {
        expect(await weeks.addRevision(amendment(week, 1))).toBe('added');
        expect(await weeks.addRevision(amendment(week, 1))).toBe('exists');
        expect(await weeks.addRevision(amendment(week, 1, { figures: 'other' }))).toBe('exists');
        expect(await weeks.listRevisions(week, week, 'acu')).toEqual([amendment(week, 1)]);
      }),
    );

    it(
      'take one of many for a number',
      withOpenStore(open, async ({ weeks }) => {
        const rivals = ['a', 'b', 'c', 'd', 'e', 'f'].map((figures) => amendment(week, 1, { figures }));
        const outcomes = await Promise.all(rivals.map((one) => weeks.addRevision(one)));
        expect(outcomes.filter((outcome) => outcome === 'added')).toHaveLength(1);
        expect(await weeks.listRevisions(week, week, 'acu')).toEqual([rivals[outcomes.indexOf('added')]]);
      }),
    );

    it(
      'are found by their weeks and by who handles the cases, in their order, whatever they hold',
      withOpenStore(open, async ({ weeks }) => {
        const [before, after] = [addWeeks(week, -1), addWeeks(week, 60)];
        const kept = [
          ...Array.from({ length: 11 }, (_, place) => amendment(before, place + 1)),
          amendment(week, 1, { figures: '{"not":"JSON' }),
          amendment(week, 2, { figures: '' }),
          amendment(after, 1),
        ];
        for (const one of kept.toReversed()) await weeks.addRevision(one);
        await weeks.addRevision(amendment(week, 1, { handledBy: 'reserve', figures: 'r' }));
        expect(await weeks.listRevisions(before, after, 'acu')).toEqual(kept);
        expect(await weeks.listRevisions(before, week, 'acu')).toEqual(kept.slice(0, -1));
        expect(await weeks.listRevisions(week, week, 'acu')).toEqual(kept.slice(11, 13));
        expect(await weeks.listRevisions(addWeeks(week, 1), addWeeks(week, 59), 'acu')).toEqual([]);
        expect((await weeks.listRevisions(before, after, 'reserve')).map(({ figures }) => figures)).toEqual(['r']);
        expect(await weeks.read(week, 'acu')).toBeUndefined();
      }),
    );
  });
}
