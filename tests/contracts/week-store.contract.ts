import { describe, expect, it } from '@jest/globals';
import { addWeeks, toWeek } from '../../core/model/calendar.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { today } from '../support/contracts/records.ts';

const week = toWeek(today);

/** What every WeekStore promises. */
export function weekStoreContract(name: string, open: OpenStore): void {
  describe(`WeekStore of ${name}`, () => {
    it(
      'keeps the first figures of a week for ever',
      withOpenStore(open, async (store) => {
        const first = { week, handledBy: 'acu', figures: '{"total":3}' } as const;
        expect(await store.weeks.freeze(first)).toEqual(first);
        expect(await store.weeks.freeze({ ...first, figures: '{"total":4}' })).toEqual(first);
        expect(await store.weeks.read(week, 'acu')).toEqual(first);
      }),
    );

    it(
      'gives everybody who freezes a week at once the same figures',
      withOpenStore(open, async (store) => {
        const answers = await Promise.all(
          Array.from({ length: 8 }, (_, total) =>
            store.weeks.freeze({ week, handledBy: 'acu', figures: JSON.stringify({ total }) }),
          ),
        );
        expect(new Set(answers.map(({ figures }) => figures)).size).toBe(1);
        expect(await store.weeks.read(week, 'acu')).toEqual(answers[0]);
      }),
    );

    it(
      'keeps weeks apart, and those who handle the cases',
      withOpenStore(open, async (store) => {
        await store.weeks.freeze({ week, handledBy: 'reserve', figures: 'r' });
        expect(await store.weeks.read(week, 'acu')).toBeUndefined();
        expect(await store.weeks.read(addWeeks(week, 1), 'reserve')).toBeUndefined();
        await store.weeks.freeze({ week, handledBy: 'acu', figures: 'a' });
        expect((await store.weeks.read(week, 'reserve'))?.figures).toBe('r');
      }),
    );
  });
}
