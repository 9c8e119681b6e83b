import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { reviseCommand } from '../../cli/summary.ts';
import { addDays, type Day, firstDayOfWeek } from '../../core/model/calendar.ts';
import { createRevisedStore, createReceivedCase } from '../support/summary/revised-store.ts';
import { parseTestWeek } from '../support/summary/figures.ts';

const week = parseTestWeek('2026-W40');
const monday = firstDayOfWeek(week);
const later = addDays(monday, 40);

let world: ReturnType<typeof createRevisedStore>;
let said: string[];
beforeEach(() => {
  world = createRevisedStore(week);
  said = [];
});
afterEach(() => world.close());

const amend = (day: Day, ...args: readonly string[]) =>
  reviseCommand({ ...world.deps(day), printLine: (line) => said.push(line) }, args);

describe('the command that counts a week again', () => {
  it('says that it did, by week, count and day, and no figure', async () => {
    await world.save(createReceivedCase(week));
    await world.freeze();
    await world.save(createReceivedCase(week), createReceivedCase(week));
    expect(await amend(later, '--week', week)).toBe(0);
    expect(await amend(later, '--week', week, '--for', 'acu')).toBe(1);
    expect(await amend(addDays(later, 1), '--week', week)).toBe(0);
    expect(said).toEqual([
      '2026-W40 was counted again on 2026-11-07 (count 2). The unit’s readers see it beside the first count, which stays.',
      '2026-W40 was counted today, or on a date in the future. Nothing was written: it can be counted again tomorrow.',
      '2026-W40: nothing differs from its last count. Nothing was written.',
    ]);
  });

  it('counts the weeks of the reserve where it is told to, and of the unit otherwise', async () => {
    await world.freeze();
    await world.freeze('reserve');
    await world.save(createReceivedCase(week, { handledBy: 'reserve' }));
    expect(await amend(later, '--week', week)).toBe(0);
    expect(await world.counts('reserve')).toEqual([]);
    expect(await amend(later, '--week', week, '--for', 'reserve')).toBe(0);
    expect(await world.counts('reserve')).toHaveLength(1);
    expect(await world.counts('acu')).toEqual([]);
  });

  it('refuses in the same words whatever it is that would be told', async () => {
    const [moved, erased, opened] = Array.from({ length: 3 }, () =>
      createReceivedCase(week, { status: 'closed', closedOn: monday }),
    );
    if (!moved || !erased || !opened) throw new Error('no cases');
    const since = addDays(monday, 10);
    for (const [record, kind, change] of [
      [moved, 'movedToReserve', { handledBy: 'reserve' }],
      [erased, 'erased', { erasedOn: since }],
      [opened, 'reopened', { status: 'reopened', closedOn: undefined }],
    ] as const) {
      await world.save(record);
      await world.freeze();
      await world.happens(record, kind, since, change);
      expect(await amend(later, '--week', week)).toBe(1);
      await world.close();
      world = createRevisedStore(week);
    }
    expect(new Set(said).size).toBe(1);
    expect(said[0]).toContain('2026-W40 was not counted again');
  });

  it('says of a week that was never counted, and of a clock in doubt, that nothing was done', async () => {
    expect(await amend(later, '--week', week)).toBe(1);
    await world.freeze();
    const doubted = { ...world.deps(later), isClockTrusted: () => false, printLine: (line: string) => said.push(line) };
    expect(await reviseCommand(doubted, ['--week', week])).toBe(1);
    expect(said[0]).toContain('has not been counted yet');
    expect(said[1]).toContain('clocks of this machine');
  });

  it.each([[[]], [['--week', 'W40']], [['--week', week, '--for', 'wider']], [['--week', week, '--all']]])(
    'is not made with %j',
    async (args) => {
      expect(await amend(later, ...args)).toBe(2);
      expect(said[0]).toContain('npm run summary -- amend');
    },
  );
});
