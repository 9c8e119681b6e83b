import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createSurveyAnswerCounter,
  type SurveyAnswerCounter,
} from '../../../../bot/jobs/campaigns/survey-answer-counter.ts';
import type { LogEvent } from '../../../../bot/runtime/event-log.ts';
import { StoreError, type StoreErrorCode } from '../../../../core/ports/store-error.ts';
import type { Store } from '../../../../core/ports/store.ts';
import { openSqliteStore } from '../../../../storage/sqlite/open-sqlite-store.ts';
import { createSurveyCampaign } from '../../../support/core/survey-campaign.ts';
import { createTemporaryFolder } from '../../../support/storage/temporary-folder.ts';

const campaign = createSurveyCampaign('2026-11-25');
const { id } = campaign;
let folder: string;
let store: Store;
let now: Date;
let isClockTrusted: boolean;
let log: LogEvent[];
beforeEach(async () => {
  folder = createTemporaryFolder();
  store = openSqliteStore(join(folder, 'candour.db'));
  await store.campaigns.write(campaign, undefined, []);
  now = new Date('2026-11-26T10:15:00Z');
  isClockTrusted = true;
  log = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** A server. Heads: each answer is counted as it was given, unless another coin is given. */
const server = (
  random: (bytes: number) => Uint8Array = (bytes) => new Uint8Array(bytes),
  around: Partial<Store> = {},
): SurveyAnswerCounter =>
  createSurveyAnswerCounter({
    ...store,
    ...around,
    clock: () => now,
    timeZone: 'Europe/London',
    isClockTrusted: () => isClockTrusted,
    random,
    log: (event) => log.push(event),
  });
let presses = 0;
const aPress = (): string => String((presses += 1)).padStart(16, '0');
const all = { gladly: 'report', records: 'advice', invited: 'leave', trust: 'fully' } as const;
const counts = async () =>
  (await store.surveyCounters.listWeeks(id)).map(({ phase, week, counts: each }) => [phase, week, each]);

describe('answers to a pulse', () => {
  it('are in the store at the full hour, and not before: no row is written at an answer', async () => {
    const one = server();
    expect(await one.submit(id, 'before', all, aPress())).toBe(true);
    now = new Date('2026-11-26T10:40:00Z');
    expect(await one.submit(id, 'before', { gladly: 'leave' }, aPress())).toBe(true);
    now = new Date('2026-11-26T10:59:59Z');
    await one.flushDue();
    expect(await counts()).toEqual([]);
    now = new Date('2026-11-26T11:00:00Z');
    await one.flushDue();
    await one.flushDue();
    const counted = {
      answered: { all: 2 },
      gladly: { report: 1, leave: 1 },
      records: { advice: 1 },
      invited: { leave: 1 },
      trust: { fully: 1 },
    };
    expect(await counts()).toEqual([['before', '2026-W48', counted]]);
    expect(log).toEqual([]);
  });

  it('are counted in the week in which they are added, so that a week that is over does not change', async () => {
    const one = server();
    now = new Date('2026-11-29T23:50:00Z');
    await one.submit(id, 'before', { gladly: 'leave' }, aPress());
    now = new Date('2026-11-30T00:00:10Z');
    await one.flushDue();
    expect(await counts()).toEqual([['before', '2026-W49', { answered: { all: 1 }, gladly: { leave: 1 } }]]);
  });

  it('wait while the clock is in doubt, which would name another week, and no longer than an hour once it is right', async () => {
    const one = server();
    now = new Date('2027-11-26T10:15:00Z');
    const early = createSurveyCampaign('2027-11-25');
    const standing = await store.campaigns.read(id);
    await store.campaigns.write({ ...early, revision: campaign.revision + 1 }, standing?.version, []);
    await one.submit(id, 'before', { gladly: 'leave' }, aPress());
    now = new Date('2026-11-26T10:16:00Z');
    isClockTrusted = false;
    await one.flushDue();
    now = new Date('2026-11-26T11:00:00Z');
    await one.flushDue();
    expect(await counts()).toEqual([]);
    isClockTrusted = true;
    await one.flushDue();
    expect(await counts()).toEqual([['before', '2026-W48', { answered: { all: 1 }, gladly: { leave: 1 } }]]);
  });

  it('are added when a server ends', async () => {
    const one = server();
    await one.submit(id, 'before', { gladly: 'leave' }, aPress());
    await one.flush();
    expect(await counts()).toEqual([['before', '2026-W48', { answered: { all: 1 }, gladly: { leave: 1 } }]]);
  });

  it('are counted once a press and twice from two, and by another server again', async () => {
    const [one, other] = [server(), server()];
    const press = aPress();
    for (const at of [one, one, other]) await at.submit(id, 'before', { gladly: 'leave' }, press);
    await one.submit(id, 'before', { gladly: 'leave' }, aPress());
    await one.flush();
    await other.flush();
    expect(await counts()).toEqual([['before', '2026-W48', { answered: { all: 3 }, gladly: { leave: 3 } }]]);
  });

  it('are tossed for: of many, half of what was not chosen by anybody is counted all the same', async () => {
    const one = server((bytes) => new Uint8Array(randomBytes(bytes)));
    for (let at = 0; at < 3_000; at += 1) await one.submit(id, 'before', { gladly: 'report' }, aPress());
    await one.flush();
    const [week] = await store.surveyCounters.listWeeks(id);
    const { report = 0, advice = 0, leave = 0 } = week?.counts['gladly'] ?? {};
    expect(report + advice + leave).toBe(3_000);
    // Two thirds and a sixth, with eight times the usual spread.
    expect(Math.abs(report - 2_000)).toBeLessThan(210);
    expect(Math.abs(advice - leave)).toBeLessThan(260);
  });

  it.each([
    ['another campaign', 'fedcba9876543210', 'before', '2026-11-26'],
    ['no campaign', 'constructor', 'before', '2026-11-26'],
    ['a phase that did not go out', id, 'after', '2026-11-26'],
    ['a day before it went out', id, 'before', '2026-11-24'],
    ['the twenty-ninth day', id, 'before', '2026-12-23'],
  ] as const)('are not counted of %s', async (_what, of, phase, day) => {
    const one = server();
    now = new Date(`${day}T10:15:00Z`);
    expect(await one.isOpen(of, phase)).toBe(false);
    expect(await one.submit(of, phase, all, aPress())).toBe(false);
    await one.flush();
    expect(await store.surveyCounters.listWeeks(of)).toEqual([]);
  });

  it('are counted up to the last day', async () => {
    now = new Date('2026-12-22T23:30:00Z');
    expect(await server().isOpen(id, 'before')).toBe(true);
  });

  it.each([
    ['unavailable', 1],
    ['busy', 1],
    ['unknown', 0],
  ] as const)('that could not be added (%s) are added later unless they may have been', async (code, later) => {
    let isAway: StoreErrorCode | undefined = code;
    const pulse: Store['surveyCounters'] = {
      ...store.surveyCounters,
      add: (counted) => (isAway ? Promise.reject(new StoreError(isAway)) : store.surveyCounters.add(counted)),
    };
    const one = server(undefined, { surveyCounters: pulse });
    await one.submit(id, 'before', { gladly: 'leave' }, aPress());
    await one.flush();
    expect(log).toEqual([{ event: 'pulseFailed', code: `store:${code}` }]);
    isAway = undefined;
    await one.flush();
    expect(await counts()).toHaveLength(later);
  });
});
