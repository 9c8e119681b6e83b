import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { showCaseId } from '../../../concerns/terms/case-id.ts';
import { firstDue } from '../../../concerns/records/alert-schedule.ts';
import type { CaseId } from '../../../concerns/terms/case-id.ts';
import { type AlertDesk, openAlertDesk } from './alert-desk.ts';

let desk: AlertDesk;
beforeEach(async () => {
  desk = await openAlertDesk();
});
afterEach(() => desk.stop());

const minute = 60_000;
/** Where the posts of a case stand, in their order. */
const postsOf = (caseId: CaseId): readonly string[] =>
  desk.connector.posts
    .filter(({ activity }) => JSON.stringify(activity).includes(showCaseId(caseId)))
    .map(({ conversationId }) => conversationId.split(';')[0] ?? '');

describe('an alert that is due', () => {
  it('is posted once into the channel of the unit, and marked', async () => {
    const caseId = await desk.newCase();
    expect(await desk.dispatcher.dispatchDue()).toBe(1);
    expect(await desk.dispatcher.dispatchDue()).toBe(0);
    expect(postsOf(caseId)).toEqual(['19:acu@thread.tacv2']);
    const alert = await desk.alertOf(caseId);
    expect(alert).toMatchObject({
      state: 'posted',
      attempts: 0,
      posts: [{ postedAt: desk.clock.now().toISOString() }],
    });
    for (const gone of ['dueAt', 'leasedUntil', 'lastFailure']) expect(alert).not.toHaveProperty(gone);
  });

  it.each([
    [500, 'http500'],
    [502, 'http502'],
    [503, 'http503'],
    [504, 'http504'],
    [{ status: 429 }, 'http429'],
    ['reset', 'connection'],
    ['hang', 'noAnswer'],
  ] as const)('is tried again after a wait where the channel answers %j', async (answer, code) => {
    const caseId = await desk.newCase();
    desk.connector.plan(answer);
    const look = () => desk.dispatcher.dispatchDue();
    await (answer === 'hang' ? desk.impatiently(look) : look());
    // The client's own retries are gone: one attempt is one request.
    expect(desk.connector.requests).toHaveLength(1);
    const failed = await desk.alertOf(caseId);
    expect(failed).toMatchObject({ state: 'waiting', attempts: 1, lastFailure: code, posts: [] });
    expect(failed.leasedUntil).toBeUndefined();
    expect(await desk.dispatcher.dispatchDue()).toBe(0);
    desk.clock.forward(1_000);
    expect(await desk.dispatcher.dispatchDue()).toBe(1);
    expect(postsOf(caseId)).toHaveLength(1);
    expect(await desk.alertOf(caseId)).toMatchObject({ state: 'posted', attempts: 0 });
    expect(desk.told).toEqual([]);
  });

  it('waits as long as the channel asks, in seconds or until a date, and a quarter of an hour at most', async () => {
    const caseId = await desk.newCase();
    for (const [retryAfter, waitMs] of [
      [90, 90_000],
      [36_000, 15 * minute],
    ] as const) {
      desk.connector.plan({ status: 429, retryAfter });
      await desk.dispatcher.dispatchDue();
      const { dueAt } = await desk.alertOf(caseId);
      expect(dueAt).toBe(new Date(desk.clock.now().getTime() + waitMs).toISOString());
      desk.clock.forward(waitMs - 1);
      expect(await desk.dispatcher.dispatchDue()).toBe(0);
      desk.clock.forward(1);
    }
    desk.connector.plan({ status: 429, retryAfter: new Date(Date.now() + 100_000).toUTCString() });
    await desk.dispatcher.dispatchDue();
    const asked = Date.parse((await desk.alertOf(caseId)).dueAt ?? '') - desk.clock.now().getTime();
    expect(asked).toBeGreaterThan(60_000);
    expect(asked).toBeLessThanOrEqual(100_000);
  });

  it('is posted again with the same reference where nobody knows whether it arrived', async () => {
    const caseId = await desk.newCase();
    desk.connector.plan('accept-then-reset', 'accept-then-hang');
    for (const tries of [1, 2]) {
      await desk.impatiently(() => desk.dispatcher.dispatchDue());
      expect(await desk.alertOf(caseId)).toMatchObject({ state: 'waiting', attempts: tries });
      desk.clock.forward(minute);
    }
    await desk.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toHaveLength(3);
    expect(await desk.alertOf(caseId)).toMatchObject({ state: 'posted', posts: [{}] });
  });

  it('keeps no other waiting while its channel hangs', async () => {
    const first = await desk.newCase();
    const second = await desk.newCase({ handledBy: 'reserve' });
    await desk.setTarget('reserve');
    desk.connector.plan('hang');
    expect(await desk.impatiently(() => desk.dispatcher.dispatchDue())).toBe(2);
    expect(postsOf(first).length + postsOf(second).length).toBe(1);
  });

  it.each([400, 403, 404, 413])(
    'is kept, and the admins are told once, where the channel answers %i',
    async (status) => {
      const caseId = await desk.newCase();
      desk.connector.plan(503, status, status);
      for (let tries = 0; tries < 3; tries += 1) {
        await desk.dispatcher.dispatchDue();
        desk.clock.forward(minute);
      }
      expect(desk.told).toEqual(['acu']);
      expect(await desk.alertOf(caseId)).toMatchObject({ state: 'waiting', lastFailure: `http${status}` });
      desk.clock.forward(15 * minute);
      await desk.dispatcher.dispatchDue();
      expect(postsOf(caseId)).toHaveLength(1);
    },
  );

  it('whose channel was lost is tried with growing waits, and nobody is told twice', async () => {
    await desk.setTarget('acu', { lost: true });
    const caseId = await desk.newCase();
    desk.connector.plan(...Array.from({ length: 6 }, () => 403));
    const waits: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      await desk.dispatcher.dispatchDue();
      const wait = Date.parse((await desk.alertOf(caseId)).dueAt ?? '') - desk.clock.now().getTime();
      waits.push(wait);
      desk.clock.forward(wait);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 32_000]);
    expect(desk.told).toEqual([]);
    await desk.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toHaveLength(1);
    expect(await desk.store.targets.read('acu')).toMatchObject({ lost: false });
  });

  it('waits where no channel is set, and is posted soon after one is', async () => {
    const caseId = await desk.newCase({ handledBy: 'reserve' });
    for (let tries = 0; tries < 12; tries += 1) {
      await desk.dispatcher.dispatchDue();
      desk.clock.forward(minute);
    }
    expect(await desk.alertOf(caseId)).toMatchObject({ state: 'waiting', lastFailure: 'noTarget' });
    expect(desk.connector.requests).toEqual([]);
    await desk.dispatcher.dispatchDue();
    await desk.setTarget('reserve');
    desk.clock.forward(minute / 2);
    await desk.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toHaveLength(1);
  });
});

describe('two instances on one store', () => {
  it('post an alert once', async () => {
    const cases = await Promise.all(Array.from({ length: 10 }, () => desk.newCase()));
    const other = desk.another();
    const taken = await Promise.all([desk.dispatcher.dispatchDue(), other.dispatcher.dispatchDue()]);
    expect(taken[0] + taken[1]).toBe(10);
    for (const caseId of cases) expect(postsOf(caseId)).toHaveLength(1);
  });

  it('leave an alert to the one that holds it, until its lease has run out', async () => {
    const caseId = await desk.newCase();
    const standing = await desk.store.outbox.read(caseId);
    if (!standing) throw new Error('no alert');
    // As an instance leaves it that was killed while it posted.
    const leasedUntil = new Date(desk.clock.now().getTime() + minute).toISOString();
    await desk.store.outbox.write({ ...standing, value: { ...standing.value, leasedUntil } });
    const other = desk.another();
    desk.clock.forward(minute - 1);
    expect(await other.dispatcher.dispatchDue()).toBe(0);
    desk.clock.forward(1);
    expect(await other.dispatcher.dispatchDue()).toBe(1);
    expect(postsOf(caseId)).toHaveLength(1);
  });

  it('post no more often than alerts wait where the clock of one is a month ahead', async () => {
    const caseId = await desk.newCase({ urgency: 'urgent' });
    const byTheOther = async (): Promise<void> => {
      const standing = await desk.store.outbox.read(caseId);
      const dueAt = new Date(desk.clock.now().getTime() + 30 * 24 * 60 * minute).toISOString();
      if (standing) await desk.store.outbox.write({ ...standing, value: { ...standing.value, dueAt } });
    };
    for (let looks = 0; looks < 30; looks += 1) {
      await byTheOther();
      await desk.dispatcher.dispatchDue();
      desk.clock.forward(minute);
    }
    expect(postsOf(caseId)).toHaveLength(2);
  });

  it('go on where the other one failed', async () => {
    const caseId = await desk.newCase();
    desk.connector.plan(502);
    await desk.dispatcher.dispatchDue();
    await desk.store.close();
    desk.clock.forward(minute);
    const other = desk.another();
    expect(await other.dispatcher.dispatchDue()).toBe(1);
    expect((await other.store.outbox.read(caseId))?.value).toMatchObject({ state: 'posted', attempts: 0 });
  });
});

describe('an alert that is not urgent', () => {
  it('leaves at the next full hour and not before', async () => {
    const dueAt = firstDue('standard', desk.clock.now(), 'fullHour').toISOString();
    const caseId = await desk.newCase({ dueAt });
    expect(dueAt).toBe('2026-11-25T11:00:00.000Z');
    desk.clock.forward(45 * minute - 1);
    await desk.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toEqual([]);
    desk.clock.forward(1);
    await desk.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toHaveLength(1);
  });

  it('does not come again by itself', async () => {
    await desk.setTarget('acuSecond');
    const caseId = await desk.newCase();
    await desk.dispatcher.dispatchDue();
    desk.clock.forward(24 * 60 * minute);
    await desk.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toEqual(['19:acu@thread.tacv2']);
  });
});
