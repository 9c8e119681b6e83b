import { expect, it } from '@jest/globals';
import { watchJobs } from '../../../../bot/runtime/metrics/metrics.ts';
import { createScheduler } from '../../../../bot/runtime/scheduler.ts';
import { createMovableClock } from '../../../support/journeys/movable-clock.ts';

const minuteMs = 60_000;

function watched() {
  const clock = createMovableClock();
  let fails = false;
  const work = async () => {
    if (fails) throw new Error('away');
  };
  const watch = watchJobs([{ name: 'alerts', intervalMs: 5_000, run: work }], clock.monotonic);
  const schedule = createScheduler(() => {});
  schedule.add(watch.tasks);
  const late = () => watch.lateness().map(({ seconds }) => seconds);
  return { clock, late, run: () => schedule.run('alerts'), fail: (does: boolean) => void (fails = does) };
}

it('work that was done is not late, however often a report has hurried it', async () => {
  const { clock, late, run } = watched();
  await run();
  const before = late();
  clock.forward(1_000);
  await run();
  await run();
  expect(late()).toEqual(before);
  expect(late()).toEqual([0]);
});

it('work that fails is late from when it was last done well', async () => {
  const { clock, late, run, fail } = watched();
  await run();
  fail(true);
  for (let minute = 0; minute < 16; minute += 1) {
    clock.forward(minuteMs);
    await run();
  }
  expect(late()).toEqual([900]);
  fail(false);
  await run();
  expect(late()).toEqual([0]);
});

it('work that was never done is late from the start on', () => {
  const { clock, late } = watched();
  expect(late()).toEqual([0]);
  clock.forward(6 * minuteMs);
  expect(late()).toEqual([300]);
});

it('a clock that is set makes nothing late', async () => {
  const { clock, late, run } = watched();
  await run();
  clock.set(48 * 60 * minuteMs);
  expect(late()).toEqual([0]);
});
