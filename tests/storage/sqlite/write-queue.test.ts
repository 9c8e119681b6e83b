import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { StoreError } from '../../../concerns/ports/store-error.ts';
import { createWriteQueue } from '../../../storage/sqlite/write-queue.ts';

/** Longer than any test waits, in milliseconds. */
const longMs = 10_000;

/** A file that another process holds until it is let go. */
function heldFile(patienceMs = longMs) {
  let isHeld = true;
  let tries = 0;
  const begin = () => {
    tries += 1;
    return !isHeld;
  };
  const queue = createWriteQueue(begin, patienceMs);
  return { queue, tries: () => tries, letGo: () => void (isHeld = false), hold: () => void (isHeld = true) };
}

describe('writes that wait for another process', () => {
  it('are done in the order in which they were asked for, and a later one does not pass them', async () => {
    const file = heldFile();
    const done: number[] = [];
    const asked = [1, 2, 3].map((one) => file.queue.run(() => done.push(one)));
    file.letGo();
    asked.push(file.queue.run(() => done.push(4)));
    await Promise.all(asked);
    expect(done).toEqual([1, 2, 3, 4]);
  });

  it('are done at once where nobody waits', () => {
    const file = heldFile();
    file.letGo();
    const done: number[] = [];
    void file.queue.run(() => done.push(1));
    expect(done).toEqual([1]);
  });

  it('leave the process to everything else meanwhile', async () => {
    const file = heldFile();
    const waits = file.queue.run(() => 'done');
    for (let turns = 0; turns < 100; turns += 1) await setImmediate();
    file.letGo();
    expect(await waits).toBe('done');
    expect(file.tries()).toBeGreaterThan(1);
  });

  it('are each given up after their own time, all of them, and are not done later', async () => {
    const file = heldFile(30);
    const done: number[] = [];
    const asked = await Promise.allSettled([1, 2, 3].map((one) => file.queue.run(() => done.push(one))));
    expect(asked).toEqual(asked.map(() => ({ status: 'rejected', reason: new StoreError('busy') })));
    file.letGo();
    await file.queue.run(() => done.push(4));
    expect(done).toEqual([4]);
  });

  it('fail alone, whether it is the work that fails or the file', async () => {
    const problems: StoreError[] = [];
    let isHeld = true;
    const queue = createWriteQueue(() => {
      const problem = problems.pop();
      if (problem) throw problem;
      return !isHeld;
    }, longMs);
    const asked = [
      queue.run(() => 'first'),
      queue.run(() => {
        throw new StoreError('full');
      }),
      queue.run(() => 'third'),
    ];
    isHeld = false;
    problems.push(new StoreError('readOnly'));
    expect(await Promise.allSettled(asked)).toEqual([
      { status: 'rejected', reason: new StoreError('readOnly') },
      { status: 'rejected', reason: new StoreError('full') },
      { status: 'fulfilled', value: 'third' },
    ]);
  });

  it('are refused once the file is closed', async () => {
    const file = heldFile();
    const waits = file.queue.run(() => 'done');
    file.queue.close();
    await expect(waits).rejects.toMatchObject({ code: 'unavailable' });
    await expect(file.queue.run(() => 'done')).rejects.toMatchObject({ code: 'unavailable' });
  });
});
