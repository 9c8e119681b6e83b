import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createWritePriority, maxYields } from '../../../bot/runtime/write-priority.ts';

/** In how many turns of the event loop something settles. */
async function turnsOf(work: Promise<unknown>): Promise<number> {
  const settled: unknown[] = [];
  void work.then((result) => settled.push(result));
  let turns = 0;
  // Those who wait already are told before this is.
  for (; settled.length === 0; turns += 1) await setImmediate();
  return turns;
}

describe('the order among those who come at the same time', () => {
  it('lets whoever saves go before those who came earlier in the same turn', async () => {
    const way = createWritePriority();
    const order: string[] = [];
    const steps = [1, 2, 3].map((each) => way.yieldToWrites().then(() => order.push(`step ${each}`)));
    const saved = way.runFirst(async () => {
      await setImmediate();
      order.push('saved');
    });
    await Promise.all([...steps, saved]);
    expect(order).toEqual(['saved', 'step 1', 'step 2', 'step 3']);
  });

  it('holds a step back for one turn where nobody saves', async () => {
    expect(await turnsOf(createWritePriority().yieldToWrites())).toBe(1);
  });

  it('holds a step back for so many turns at most where the store does not answer', async () => {
    const way = createWritePriority();
    void way.runFirst(() => new Promise(() => {}));
    expect(await turnsOf(way.yieldToWrites())).toBe(maxYields);
  });

  it('forgets whoever saved and whoever could not', async () => {
    const way = createWritePriority();
    expect(await way.runFirst(async () => 'saved')).toBe('saved');
    await expect(way.runFirst(async () => Promise.reject(new Error('not saved')))).rejects.toThrow('not saved');
    expect(await turnsOf(way.yieldToWrites())).toBe(1);
  });
});
