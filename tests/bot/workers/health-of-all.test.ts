import { describe, expect, it } from '@jest/globals';
import type { Asking } from '../../../bot/workers/asking.ts';
import { createHealthOfAll } from '../../../bot/workers/health-of-all.ts';

/** A process that answers like this; `undefined` stands for one that does not in time. */
const saying =
  (answers: Readonly<Record<string, unknown>>): Asking =>
  async (question) =>
    answers[question];
const well = saying({ alive: true, ready: { status: 'ready' }, numbers: 'candour_memory_bytes 64\n' });
const silent = saying({});
const of = (serving: readonly Asking[], count = 2) =>
  createHealthOfAll({ count, serving: () => serving, totals: () => [] });

describe('the health of several processes', () => {
  it('is that of all: one that does not answer, or cannot do its work, makes the server so', async () => {
    const away = saying({ alive: true, ready: { status: 'notReady' } });
    expect(await of([well, well]).readiness()).toEqual({ status: 'ready' });
    expect(await of([well, away]).readiness()).toEqual({ status: 'notReady' });
    expect(await of([silent, well]).readiness()).toEqual({ status: 'notReady' });
    expect(await of([]).readiness()).toEqual({ status: 'notReady' });
    expect(
      await Promise.all(
        [
          [well, well],
          [well, away],
        ].map((serving) => of(serving).isAlive()),
      ),
    ).toEqual([true, true]);
    expect(await Promise.all([[silent, well], []].map((serving) => of(serving).isAlive()))).toEqual([false, false]);
  });

  it('has the notes of each, and says that fewer serve than are to', async () => {
    const doubting = saying({ ready: { status: 'ready', clock: 'doubted' } });
    const apart = saying({ ready: { status: 'ready', files: 'unreachable' } });
    expect(await of([doubting, apart]).readiness()).toEqual({
      status: 'ready',
      clock: 'doubted',
      files: 'unreachable',
    });
    expect(await of([doubting], 3).readiness()).toEqual({ status: 'ready', clock: 'doubted', workers: 'fewer' });
  });

  it('takes no answer for one that is not in the list of them', async () => {
    const odd = saying({ alive: 'yes', ready: { status: 'ready', clock: 'whatever somebody wrote' } });
    expect(await of([well, odd]).readiness()).toEqual({ status: 'notReady' });
    expect(await of([well, odd]).isAlive()).toBe(false);
  });

  it('goes by what a process said last, where it does not answer for its numbers', async () => {
    let isSilent = false;
    const sometimes: Asking = async () => (isSilent ? undefined : 'candour_memory_bytes 128\n');
    const all = of([well, sometimes]);
    expect(await all.numbers()).toContain('candour_memory_bytes 192\n');
    isSilent = true;
    expect(await all.numbers()).toContain('candour_memory_bytes 192\n');
  });
});
