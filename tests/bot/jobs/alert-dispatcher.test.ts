import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { firstDueAt } from '../../../core/model/alert-record.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { setUpAlerts } from '../../support/jobs/set-up-alerts.ts';

const fixture = setUpAlerts();

const minute = 60_000;
/** Where the posts of a case stand, in their order. */
const placesOf = (caseId: CaseId): readonly string[] =>
  fixture.postsOf(caseId).map(({ conversationId }) => conversationId.split(';')[0] ?? '');

describe('an alert that is due', () => {
  it('is posted once into the channel of the unit, and marked', async () => {
    const caseId = await fixture.newCase();
    expect(await fixture.dispatcher.dispatchDue()).toBe(1);
    expect(await fixture.dispatcher.dispatchDue()).toBe(0);
    expect(placesOf(caseId)).toEqual(['19:acu@thread.tacv2']);
    const alert = await fixture.alertOf(caseId);
    expect(alert).toMatchObject({
      state: 'posted',
      attempts: 0,
      posts: [{ postedAt: fixture.clock.now().toISOString() }],
    });
    for (const gone of ['dueAt', 'leasedUntil', 'lastFailure']) expect(alert).not.toHaveProperty(gone);
  });

  it.each([
    [500, 'http500'],
    [502, 'http502'],
    [503, 'http503'],
    [504, 'http504'],
    ['reset', 'connection'],
    ['hang', 'noAnswer'],
  ] as const)('is tried again after a wait where the channel answers %j', async (answer, code) => {
    const caseId = await fixture.newCase();
    fixture.connector.plan(answer);
    const look = () => fixture.dispatcher.dispatchDue();
    await (answer === 'hang' ? fixture.impatiently(look) : look());
    // The client's own retries are gone: one attempt is one request.
    expect(fixture.connector.requests).toHaveLength(1);
    const failed = await fixture.alertOf(caseId);
    expect(failed).toMatchObject({ state: 'waiting', attempts: 1, lastFailure: code, posts: [] });
    expect(failed.leasedUntil).toBeUndefined();
    expect(await fixture.dispatcher.dispatchDue()).toBe(0);
    fixture.clock.forward(1_000);
    expect(await fixture.dispatcher.dispatchDue()).toBe(1);
    expect(placesOf(caseId)).toHaveLength(1);
    expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'posted', attempts: 0 });
    expect(fixture.told).toEqual([]);
  });

  it('waits as long as the channel asks, in seconds or until a date, and a quarter of an hour at most', async () => {
    const caseId = await fixture.newCase();
    for (const [retryAfter, waitMs] of [
      [90, 90_000],
      [36_000, 15 * minute],
    ] as const) {
      fixture.connector.plan({ status: 429, retryAfter });
      await fixture.dispatcher.dispatchDue();
      const { dueAt } = await fixture.alertOf(caseId);
      expect(dueAt).toBe(new Date(fixture.clock.now().getTime() + waitMs).toISOString());
      fixture.clock.forward(waitMs - 1);
      expect(await fixture.dispatcher.dispatchDue()).toBe(0);
      fixture.clock.forward(1);
    }
    fixture.connector.plan({ status: 429, retryAfter: new Date(Date.now() + 100_000).toUTCString() });
    await fixture.dispatcher.dispatchDue();
    const asked = Date.parse((await fixture.alertOf(caseId)).dueAt ?? '') - fixture.clock.now().getTime();
    expect(asked).toBeGreaterThan(60_000);
    expect(asked).toBeLessThanOrEqual(100_000);
  });

  it('is posted again with the same reference where nobody knows whether it arrived', async () => {
    const caseId = await fixture.newCase();
    fixture.connector.plan('accept-then-reset', 'accept-then-hang');
    for (const tries of [1, 2]) {
      await fixture.impatiently(() => fixture.dispatcher.dispatchDue());
      expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'waiting', attempts: tries });
      fixture.clock.forward(minute);
    }
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toHaveLength(3);
    expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'posted', posts: [{}] });
  });

  it('keeps no other waiting while its channel hangs', async () => {
    const first = await fixture.newCase();
    const second = await fixture.newCase({ handledBy: 'reserve' });
    await fixture.setTarget('reserve');
    fixture.connector.plan('hang');
    expect(await fixture.impatiently(() => fixture.dispatcher.dispatchDue())).toBe(2);
    expect(placesOf(first).length + placesOf(second).length).toBe(1);
  });

  it.each([400, 403, 404, 413])(
    'is kept, and the admins are told once, where the channel answers %i',
    async (status) => {
      const caseId = await fixture.newCase();
      fixture.connector.plan(503, status, status);
      for (let tries = 0; tries < 3; tries += 1) {
        await fixture.dispatcher.dispatchDue();
        fixture.clock.forward(minute);
      }
      expect(fixture.told).toEqual(['acu']);
      expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'waiting', lastFailure: `http${status}` });
      fixture.clock.forward(15 * minute);
      await fixture.dispatcher.dispatchDue();
      expect(placesOf(caseId)).toHaveLength(1);
    },
  );

  it('whose channel was lost is tried with growing waits, and nobody is told twice', async () => {
    await fixture.setTarget('acu', { lost: true });
    const caseId = await fixture.newCase();
    fixture.connector.plan(...Array.from({ length: 6 }, () => 403));
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      await fixture.dispatcher.dispatchDue();
      const wait = Date.parse((await fixture.alertOf(caseId)).dueAt ?? '') - fixture.clock.now().getTime();
      waits.push(wait);
      fixture.clock.forward(wait);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000]);
    expect(fixture.told).toEqual([]);
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toHaveLength(1);
    expect(await fixture.store.targets.read('acu')).toMatchObject({ lost: false });
  });

  it('waits where no channel is set, and is posted soon after one is', async () => {
    const caseId = await fixture.newCase({ handledBy: 'reserve' });
    for (let tries = 0; tries < 12; tries += 1) {
      await fixture.dispatcher.dispatchDue();
      fixture.clock.forward(minute);
    }
    expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'waiting', lastFailure: 'noTarget' });
    expect(fixture.connector.requests).toEqual([]);
    await fixture.dispatcher.dispatchDue();
    await fixture.setTarget('reserve');
    fixture.clock.forward(minute / 2);
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toHaveLength(1);
  });
});

describe('two instances on one store', () => {
  it('post an alert once', async () => {
    const cases = await Promise.all(Array.from({ length: 10 }, () => fixture.newCase()));
    const other = fixture.another();
    const taken = await Promise.all([fixture.dispatcher.dispatchDue(), other.dispatcher.dispatchDue()]);
    expect(taken[0] + taken[1]).toBe(10);
    for (const caseId of cases) expect(placesOf(caseId)).toHaveLength(1);
  });

  it('leave an alert to the one that holds it, until its lease has run out', async () => {
    const caseId = await fixture.newCase();
    const standing = await fixture.store.outbox.read(caseId);
    if (!standing) throw new Error('no alert');
    // As an instance leaves it that was killed while it posted.
    const leasedUntil = new Date(fixture.clock.now().getTime() + minute / 3).toISOString();
    await fixture.store.outbox.write({ ...standing, value: { ...standing.value, leasedUntil } });
    const other = fixture.another();
    expect(await other.dispatcher.dispatchDue()).toBe(0);
    fixture.clock.forward(minute / 3);
    expect(await other.dispatcher.dispatchDue()).toBe(0);
    fixture.clock.forward(1);
    expect(await other.dispatcher.dispatchDue()).toBe(1);
    expect(placesOf(caseId)).toHaveLength(1);
  });

  it('post no more often than alerts wait where the clock of one is a month ahead', async () => {
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    const byTheOther = async (): Promise<void> => {
      const standing = await fixture.store.outbox.read(caseId);
      const dueAt = new Date(fixture.clock.now().getTime() + 30 * 24 * 60 * minute).toISOString();
      if (standing) await fixture.store.outbox.write({ ...standing, value: { ...standing.value, dueAt } });
    };
    for (let looks = 0; looks < 30; looks += 1) {
      await byTheOther();
      await fixture.dispatcher.dispatchDue();
      fixture.clock.forward(minute);
    }
    expect(placesOf(caseId)).toHaveLength(2);
  });

  it('go on where the other one failed', async () => {
    const caseId = await fixture.newCase();
    fixture.connector.plan(502);
    await fixture.dispatcher.dispatchDue();
    await fixture.store.close();
    fixture.clock.forward(minute);
    const other = fixture.another();
    expect(await other.dispatcher.dispatchDue()).toBe(1);
    expect((await other.store.outbox.read(caseId))?.value).toMatchObject({ state: 'posted', attempts: 0 });
  });
});

describe('a repeat that comes due while the store is away', () => {
  it('goes out as soon as the store is back', async () => {
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    const onDisk = (sql: string): void => {
      const database = new DatabaseSync(`${fixture.folder}/candour.db`);
      database.exec(sql);
      database.close();
    };
    const lookFor = async (minutes: number): Promise<void> => {
      for (let looks = 0; looks < minutes * 2; looks += 1) {
        fixture.clock.forward(minute / 2);
        await fixture.dispatcher.dispatchDue().catch(() => undefined);
      }
    };
    await lookFor(14);
    expect(placesOf(caseId)).toHaveLength(1);
    onDisk('ALTER TABLE alerts RENAME TO away');
    await expect(fixture.dispatcher.dispatchDue()).rejects.toThrow('store');
    await lookFor(5);
    onDisk('ALTER TABLE away RENAME TO alerts');
    await lookFor(1);
    expect(placesOf(caseId)).toHaveLength(2);
  });
});

describe('an alert that is not urgent', () => {
  it('leaves at the next full hour and not before', async () => {
    const dueAt = firstDueAt('standard', fixture.clock.now(), 'fullHour').toISOString();
    const caseId = await fixture.newCase({ dueAt });
    expect(dueAt).toBe('2026-11-25T11:00:00.000Z');
    fixture.clock.forward(45 * minute - 1);
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toEqual([]);
    fixture.clock.forward(1);
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toHaveLength(1);
  });

  it('does not come again by itself', async () => {
    await fixture.setTarget('acuSecond');
    const caseId = await fixture.newCase();
    await fixture.dispatcher.dispatchDue();
    fixture.clock.forward(24 * 60 * minute);
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toEqual(['19:acu@thread.tacv2']);
  });
});
