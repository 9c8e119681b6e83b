import { describe, expect, it } from '@jest/globals';
import { addDays } from '../../core/model/calendar.ts';
import type { DailyTaskState } from '../../core/ports/store.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { minutesFromNow, today } from '../support/contracts/records.ts';

const taken = (minutes: number): DailyTaskState => ({
  task: 'countAcu',
  day: today,
  state: 'taken',
  until: minutesFromNow(minutes).toISOString(),
});

/** What every DailyTaskStore promises. */
export function dailyTasksContract(name: string, open: OpenStore): void {
  describe(`DailyMarks of ${name}`, () => {
    it(
      'has no mark of a task that was never begun',
      withOpenStore(open, async (store) => {
        expect(await store.dailyTaskStates.read('countAcu')).toBeUndefined();
      }),
    );

    it(
      'lets one of many servers begin a task',
      withOpenStore(open, async (store) => {
        const begun = await Promise.all(
          [1, 2, 3, 4, 5, 6].map((minutes) => store.dailyTaskStates.write(taken(minutes), undefined)),
        );
        expect(begun.filter(Boolean)).toHaveLength(1);
        expect((await store.dailyTaskStates.read('countAcu'))?.value).toEqual(taken(begun.indexOf(true) + 1));
      }),
    );

    it(
      'replaces a mark at its version alone',
      withOpenStore(open, async (store) => {
        await store.dailyTaskStates.write(taken(5), undefined);
        const first = await store.dailyTaskStates.read('countAcu');
        const done: DailyTaskState = { ...taken(5), state: 'done' };
        expect(await store.dailyTaskStates.write(done, first?.version)).toBe(true);
        expect(await store.dailyTaskStates.write({ ...done, day: addDays(today, 1) }, first?.version)).toBe(false);
        expect(await store.dailyTaskStates.write(done, undefined)).toBe(false);
        for (const odd of ['', '*', 'odd']) expect(await store.dailyTaskStates.write(taken(9), odd)).toBe(false);
        expect((await store.dailyTaskStates.read('countAcu'))?.value).toEqual(done);
      }),
    );

    it(
      'keeps the tasks apart',
      withOpenStore(open, async (store) => {
        await store.dailyTaskStates.write(taken(5), undefined);
        expect(await store.dailyTaskStates.read('countReserve')).toBeUndefined();
        expect(await store.dailyTaskStates.write({ ...taken(7), task: 'countReserve' }, undefined)).toBe(true);
        expect((await store.dailyTaskStates.read('countAcu'))?.value).toEqual(taken(5));
      }),
    );
  });
}
