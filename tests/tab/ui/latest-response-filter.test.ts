import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createLatestResponseFilter } from '../../../tab/ui/latest-response-filter.ts';

describe('answers of which each takes the place of the one before', () => {
  it('are taken from the last question alone, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 6 }), async (scheduler, count) => {
        const newest = createLatestResponseFilter();
        const taken: number[] = [];
        const asked = Array.from({ length: count }, (_, question) =>
          newest(scheduler.schedule(Promise.resolve(question)), (answer) => taken.push(answer)),
        );
        await scheduler.waitAll();
        await Promise.all(asked);
        expect(taken).toEqual([count - 1]);
      }),
    );
  });

  it('are each taken where one is asked for after the other', async () => {
    const newest = createLatestResponseFilter();
    const taken: number[] = [];
    for (const question of [1, 2, 3]) await newest(Promise.resolve(question), (answer) => taken.push(answer));
    expect(taken).toEqual([1, 2, 3]);
  });

  it('are lost where the question fails, and the next one is not', async () => {
    const newest = createLatestResponseFilter();
    const taken: number[] = [];
    await expect(newest(Promise.reject(new Error('lost')), () => taken.push(0))).rejects.toThrow('lost');
    await newest(Promise.resolve(1), (answer) => taken.push(answer));
    expect(taken).toEqual([1]);
  });
});
