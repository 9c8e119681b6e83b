import { describe, expect, it } from '@jest/globals';
import { teamsAlertRate } from '../../../bot/jobs/channel-rate-limiter.ts';
import { requeueForAddition } from '../../../core/model/alert-record.ts';
import type { CaseId } from '../../../core/model/case-id.ts';
import { translate } from '../../../words/cards/translate.ts';
import { setUpAlerts } from '../../support/jobs/set-up-alerts.ts';

const fixture = setUpAlerts();

const minute = 60_000;
/** Where the posts of a case stand, in their order. */
const placesOf = (caseId: CaseId): readonly string[] =>
  fixture.postsOf(caseId).map(({ conversationId }) => conversationId.split(';')[0] ?? '');

describe('an alert that somebody acknowledged', () => {
  const shown = () => fixture.connector.updates.map(({ activity }) => JSON.stringify(activity));

  it('is updated in place on the last post in each channel, each in the language of its channel', async () => {
    await fixture.setTarget('acuSecond', { language: 'cy' });
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await fixture.dispatcher.dispatchDue();
    fixture.clock.forward(15 * minute);
    await fixture.dispatcher.dispatchDue();
    await fixture.acknowledge(caseId);
    await fixture.dispatcher.dispatchDue();
    const posts = fixture.connector.posts.map(({ conversationId, activityId }) => [conversationId, activityId]);
    expect(fixture.connector.updates.map((update) => [update.conversationId, update.activityId])).toEqual(posts);
    expect(shown()[0]).toContain('Acknowledged on 25 November 2026.');
    expect(shown()[1]).toContain('Wedi’i gydnabod ar 25 Tachwedd 2026.');
    for (const text of shown()) expect(text).not.toContain('Action.Execute');
    expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'acknowledged', attempts: 0 });
    expect(await fixture.dispatcher.dispatchDue()).toBe(0);
  });

  it.each([503, 'reset', 'hang', { status: 429, retryAfter: 30 }] as const)(
    'is updated later where the channel answers %j',
    async (answer) => {
      const caseId = await fixture.newCase();
      await fixture.dispatcher.dispatchDue();
      await fixture.acknowledge(caseId);
      fixture.connector.plan(answer);
      const look = () => fixture.dispatcher.dispatchDue();
      await (answer === 'hang' ? fixture.impatiently(look) : look());
      expect(shown()).toEqual([]);
      expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'acknowledged', attempts: 1 });
      fixture.clock.forward(minute);
      await fixture.dispatcher.dispatchDue();
      expect(shown()).toHaveLength(1);
      expect(fixture.connector.posts).toHaveLength(1);
    },
  );

  it('is left alone where its post is gone, and is not posted again', async () => {
    const caseId = await fixture.newCase();
    await fixture.dispatcher.dispatchDue();
    await fixture.acknowledge(caseId);
    fixture.connector.plan(404);
    await fixture.dispatcher.dispatchDue();
    expect(await fixture.alertOf(caseId)).not.toHaveProperty('dueAt');
    expect(fixture.connector.posts).toHaveLength(1);
  });

  it('before it was posted is posted nowhere', async () => {
    const caseId = await fixture.newCase({ dueAt: '2026-11-25T11:00:00.000Z' });
    await fixture.acknowledge(caseId);
    fixture.clock.forward(120 * minute);
    expect(await fixture.dispatcher.dispatchDue()).toBe(0);
    expect(placesOf(caseId)).toEqual([]);
  });

  it('comes again as a follow-up once somebody added to the case', async () => {
    const caseId = await fixture.newCase();
    await fixture.dispatcher.dispatchDue();
    await fixture.acknowledge(caseId);
    await fixture.dispatcher.dispatchDue();
    const standing = await fixture.store.outbox.read(caseId);
    if (!standing) throw new Error('no alert');
    await fixture.store.outbox.write({ ...standing, value: requeueForAddition(standing.value, fixture.clock.now()) });
    await fixture.dispatcher.dispatchDue();
    expect(placesOf(caseId)).toHaveLength(2);
    const last = JSON.stringify(fixture.connector.posts.at(-1)?.activity);
    expect(last).toContain('Something was added to a report');
    expect(last).toContain('Action.Execute');
  });
});

describe('many alerts that somebody acknowledged at once', () => {
  /** Alerts that were posted so often, and are acknowledged now. */
  async function acknowledged(count: number, posts: number): Promise<void> {
    const cases: CaseId[] = [];
    for (let place = 0; place < count; place += 1) cases.push(await fixture.newCase({ urgency: 'urgent' }));
    for (let times = 0; times < posts; times += 1) {
      // As many as one look takes, and those after them.
      for (let looks = 0; looks <= count / 20; looks += 1) await fixture.dispatcher.dispatchDue();
      fixture.clock.forward(15 * minute);
    }
    for (const caseId of cases) await fixture.acknowledge(caseId);
  }

  it('are changed at the pace of the channel, however often each was posted', async () => {
    await acknowledged(8, 4);
    const last = fixture.connector.posts.slice(-8).map(({ activityId }) => activityId);
    const { dispatcher } = fixture.another({ pace: teamsAlertRate });
    await dispatcher.dispatchDue();
    expect(fixture.connector.updates).toHaveLength(teamsAlertRate.burst);
    for (let looks = 0; looks < 10; looks += 1) {
      fixture.clock.forward(teamsAlertRate.refillMs);
      await dispatcher.dispatchDue();
    }
    expect(fixture.connector.updates.map(({ activityId }) => activityId).toSorted()).toEqual(last.toSorted());
  });

  it('keep no post waiting that tells of new ones', async () => {
    await acknowledged(30, 1);
    const before = fixture.connector.posts.length;
    const budget = fixture.budgetOf(teamsAlertRate);
    while (await budget.takePost({ conversationId: '19:acu@thread.tacv2' }, true));
    const { dispatcher } = fixture.another({ pace: teamsAlertRate });
    await dispatcher.dispatchDue();
    await fixture.newCase({ urgency: 'urgent' });
    fixture.clock.forward(teamsAlertRate.refillMs);
    await dispatcher.dispatchDue();
    const texts = fixture.connector.posts.slice(before).map(({ activity }) => JSON.stringify(activity));
    expect(texts).toEqual([expect.stringContaining(translate('en', 'alert.togetherUrgentHeading'))]);
  });
});
