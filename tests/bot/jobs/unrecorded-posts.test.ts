import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AlertDispatcher } from '../../../bot/jobs/alert-dispatcher.ts';
import type { AlertRecord } from '../../../core/model/alert-record.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { StoreError } from '../../../core/ports/store-error.ts';
import { setUpAlerts } from '../../support/jobs/set-up-alerts.ts';

const fixture = setUpAlerts();

const minute = 60_000;

let refuses: boolean;
let server: AlertDispatcher;
beforeEach(() => {
  refuses = true;
  ({ dispatcher: server } = fixture.another({
    around: (outbox) => ({
      ...outbox,
      async write(alert) {
        // A lease passes.
        if (refuses && alert.value.leasedUntil === undefined) throw new StoreError('unavailable');
        return outbox.write(alert);
      },
    }),
  }));
});

async function lookFor(minutes: number, everyMs = minute / 2): Promise<void> {
  for (let passed = 0; passed < minutes * minute; passed += everyMs) {
    await expect(server.dispatchDue()).rejects.toMatchObject({ code: 'unavailable' });
    fixture.clock.forward(everyMs);
  }
}

async function setAlert(caseId: CaseId, differences: Partial<AlertRecord>): Promise<void> {
  const stored = await fixture.store.outbox.read(caseId);
  if (!stored) throw new Error('no alert');
  await fixture.store.outbox.write({ ...stored, value: { ...stored.value, ...differences } });
}

describe('a post that the store does not take note of, though it takes leases', () => {
  it('is not made again by its server for a day, and is noted once the store takes it', async () => {
    const caseId = await fixture.newCase();
    await lookFor(10);
    await lookFor(23 * 60, 10 * minute);
    expect(fixture.postsOf(caseId)).toHaveLength(1);
    expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'waiting', posts: [] });
    refuses = false;
    await server.dispatchDue();
    const [post] = fixture.connector.posts;
    expect(await fixture.alertOf(caseId)).toMatchObject({
      state: 'posted',
      posts: [{ activityId: post?.activityId, postedAt: '2026-11-25T10:15:00.000Z' }],
    });
    expect(await server.dispatchDue()).toBe(0);
    expect(fixture.postsOf(caseId)).toHaveLength(1);
  });

  it('is forgotten after a day if it can never be noted, and made again', async () => {
    const caseId = await fixture.newCase();
    await lookFor(24 * 60, 10 * minute);
    expect(fixture.postsOf(caseId)).toHaveLength(1);
    await lookFor(20, 10 * minute);
    expect(fixture.postsOf(caseId)).toHaveLength(2);
  });

  it('comes again when the next repeat of an urgent alert is due', async () => {
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await lookFor(15);
    expect(fixture.postsOf(caseId)).toHaveLength(1);
    await lookFor(15);
    expect(fixture.postsOf(caseId)).toHaveLength(2);
  });

  it('comes again once a day after the repeats that no one heeded', async () => {
    const posts = { conversationId: 'c', activityId: 'a', serviceUrl: 's', postedAt: '2026-11-24T10:00:00.000Z' };
    const caseId = await fixture.newCase({ urgency: 'urgent', state: 'posted', repeats: 3, posts: [posts] });
    await setAlert(caseId, { adminsTold: true });
    await lookFor(23 * 60, 10 * minute);
    expect(fixture.postsOf(caseId)).toHaveLength(1);
  });

  it.each([
    ['is urgent since', { urgency: 'urgent' }, '19:acu@thread.tacv2'],
    ['went to the reserve', { handledBy: 'reserve' }, '19:reserve@thread.tacv2'],
  ] as const)('delays no alert whose case %s', async (_what, change, channel) => {
    await fixture.setTarget('reserve');
    const caseId = await fixture.newCase();
    await lookFor(1);
    await setAlert(caseId, change);
    await lookFor(1);
    expect(fixture.postsOf(caseId)).toHaveLength(2);
    expect(fixture.postsOf(caseId).at(-1)?.conversationId).toContain(channel);
  });

  it('delays no other alert', async () => {
    await fixture.newCase();
    await lookFor(1);
    const other = await fixture.newCase();
    await lookFor(1);
    expect(fixture.postsOf(other)).toHaveLength(1);
  });
});
