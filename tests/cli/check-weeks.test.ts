import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkWeeksCommand } from '../../cli/summary.ts';
import type { CaseRecord } from '../../core/model/case-record.ts';
import type { Store } from '../../core/ports/store.ts';
import { addDays, firstDayOfWeek } from '../../core/model/calendar.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { countWeek } from '../../summary/figures/count-closed-weeks.ts';
import { createCase, createAlert, firstEvent } from '../support/contracts/records.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { parseTestWeek, rule } from '../support/summary/figures.ts';

const week = parseTestWeek('2026-W47');
const monday = firstDayOfWeek(week);
const now = new Date('2026-11-25T12:00:00Z');

let folder: string;
let store: Store;
let said: string[];
beforeEach(() => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  said = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const save = async (...records: readonly CaseRecord[]) => {
  for (const record of records) {
    await store.cases.create(record, createAlert(record.caseId), [firstEvent(record.caseId)]);
  }
};
const change = async (record: CaseRecord) => {
  const found = await store.cases.read(record.caseId);
  if (!found) throw new Error('no such case');
  await store.cases.change({ case: { ...found, value: record }, events: [] });
};
const freeze = () =>
  countWeek({ ...store, clock: () => now, timeZone: 'Europe/London', limitDays: 3, rule }, week, 'acu');
const check = (...args: readonly string[]) =>
  checkWeeksCommand(
    { ...store, clock: () => now, timeZone: 'Europe/London', printLine: (line) => said.push(line) },
    args,
  );

describe('the check of frozen weeks', () => {
  it('says nothing but that all is as it was, also where a case was acknowledged since', async () => {
    const received = createCase({ receivedOn: monday });
    await save(received, createCase({ receivedOn: monday, acknowledgedOn: addDays(monday, 1) }));
    await freeze();
    await change({ ...received, status: 'acknowledged', acknowledgedOn: addDays(monday, 10) });
    expect(await check()).toBe(0);
    expect(said).toEqual([
      '2026-W47 acu, counted on 2026-11-25: matches its cases.',
      '1 frozen weeks compared, 0 differ. Published figures stay as they are.',
    ]);
  });

  it('names each figure that differs with its numbers, no case, and leaves what was issued as it is', async () => {
    const closed = createCase({
      receivedOn: monday,
      status: 'closed',
      closedOn: addDays(monday, 2),
      outcome: 'misconduct',
    });
    await save(closed);
    await freeze();
    const issued = await store.weeks.read(week, 'acu');
    await change({ ...closed, status: 'reopened', closedOn: undefined, outcome: undefined });
    expect(await check('--from', '2026-W47')).toBe(1);
    expect(said[0]).toContain('open.upTo7 0, now 1');
    expect(said[0]).toContain('outcome.misconduct 1, now 0');
    expect(said[0]).toContain('closedDays.2 1, now 0');
    expect(said.join(' ')).not.toContain(closed.caseId);
    expect(await store.weeks.read(week, 'acu')).toEqual(issued);
  });

  it('compares of a week that was frozen before only what was counted then', async () => {
    await save(createCase({ receivedOn: monday, triagedOn: monday, nationalCategory: 'drugs' }));
    const counted = await freeze();
    if (counted.kind !== 'counted') throw new Error(counted.kind);
    const early = openSqliteStore(join(folder, 'early.db'));
    await early.weeks.freeze({ week, handledBy: 'acu', figures: JSON.stringify({ ...counted.figures, v: 1 }) });
    const { weeks } = early;
    const deps = { queries: store.queries, weeks, clock: () => now, timeZone: 'Europe/London' };
    expect(await checkWeeksCommand({ ...deps, printLine: (line) => said.push(line) }, [])).toBe(0);
    expect(said[0]).toContain('(activity was not counted then): matches its cases.');
    await early.close();
  });

  it.each([
    [['--from', 'W47']],
    [['--to', '2026-W48']],
    [['--from', '2026-W47', '--to', '2026-W46']],
    [['--from', '2000-W01']],
    [['--all']],
  ])('is not made with %j', async (args) => {
    expect(await check(...args)).toBe(2);
    expect(said[0]).toContain('npm run summary -- check');
  });
});
