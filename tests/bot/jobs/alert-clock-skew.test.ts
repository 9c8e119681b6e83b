import { describe, expect, it } from '@jest/globals';
import type { CaseId } from '../../../core/model/case-id.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { setUpAlertsOnStores } from '../../support/jobs/set-up-alerts.ts';

const second = 1_000;
const hour = 3_600 * second;
const skews = [30 * second, -30 * second, 3 * hour, -3 * hour];

const { fixture, open } = setUpAlertsOnStores();

const postsOf = (caseId: CaseId): number => fixture.postsOf(caseId).length;

describe.each(['SQLite', 'Cosmos DB'] as const)('two servers on %s', (store) => {
  it.each(skews)('whose clocks are %i ms apart post an alert once, also while one of them is at it', async (skewMs) => {
    await open(store);
    const cases = await Promise.all(
      Array.from({ length: 4 }, (_, place) => fixture.newCase({ urgency: place % 2 === 0 ? 'urgent' : 'standard' })),
    );
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow = fixture.another({ beforeNoting: () => released });
    const other = fixture.another({ skewMs });
    const posting = slow.dispatcher.dispatchDue();
    await waitFor('the posts', () => fixture.connector.posts.length === cases.length || undefined);
    for (let looks = 0; looks < 3; looks += 1) {
      await other.dispatcher.dispatchDue();
      fixture.clock.forward(5 * second);
    }
    release();
    await posting;
    for (let looks = 0; looks < 10; looks += 1) {
      await other.dispatcher.dispatchDue();
      await slow.dispatcher.dispatchDue();
      fixture.clock.forward(30 * second);
    }
    expect(cases.map(postsOf)).toEqual([1, 1, 1, 1]);
  });

  it.each(skews)('whose clocks are %i ms apart leave no alert of one that was killed', async (skewMs) => {
    await open(store);
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    const standing = await fixture.store.outbox.read(caseId);
    if (!standing) throw new Error('no alert');
    const leasedUntil = new Date(fixture.clock.now().getTime() + 20 * second).toISOString();
    await fixture.store.outbox.write({ ...standing, value: { ...standing.value, leasedUntil } });
    const other = fixture.another({ skewMs });
    await other.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toBe(0);
    // The one whose clock is behind finds it due half a minute later.
    for (let looks = 0; looks < 3; looks += 1) {
      fixture.clock.forward(21 * second);
      await other.dispatcher.dispatchDue();
    }
    expect(postsOf(caseId)).toBe(1);
  });
});
