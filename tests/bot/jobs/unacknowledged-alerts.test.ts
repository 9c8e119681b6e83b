import { describe, expect, it } from '@jest/globals';
import { translate } from '../../../words/cards/translate.ts';
import {
  acknowledgeAlert,
  withoutCaseReference,
  requeueForAddition,
  type AlertRecord,
} from '../../../core/model/alert-record.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { createCase, createAlert, firstEvent, today } from '../../support/contracts/records.ts';
import { countAlerts } from '../../journeys/run-journeys.ts';
import { startBot } from '../../support/journeys/running-bot.ts';
import { channels, tenantId } from '../../support/journeys/bot-settings.ts';
import { setUpAlerts } from '../../support/jobs/set-up-alerts.ts';

const fixture = setUpAlerts();

const minute = 60_000;
const posts = () => fixture.connector.posts.length;

/** Looks every quarter of an hour for some hours, as the fixture is set: three repeats. How many posts arrived. */
async function postsWithin(hours: number): Promise<number> {
  const before = posts();
  for (let looks = 0; looks < hours * 4; looks += 1) {
    await fixture.dispatcher.dispatchDue();
    fixture.clock.forward(15 * minute);
  }
  return posts() - before;
}

async function change(caseId: CaseId, how: (alert: AlertRecord) => AlertRecord): Promise<void> {
  const standing = await fixture.store.outbox.read(caseId);
  if (standing) await fixture.store.outbox.write({ ...standing, value: how(standing.value) });
}

describe('an urgent alert that nobody acknowledges', () => {
  it('is repeated so often as is set, then once a day and never given up', async () => {
    await fixture.newCase({ urgency: 'urgent' });
    expect(await postsWithin(6)).toBe(4);
    for (let days = 0; days < 3; days += 1) expect(await postsWithin(25)).toBe(1);
  });

  it('is told to the admins until they were told, and then no more, also by another server', async () => {
    await fixture.newCase({ urgency: 'urgent' });
    await postsWithin(1);
    expect(fixture.unheard).toEqual([]);
    await postsWithin(5);
    const other = fixture.another();
    for (let days = 0; days < 3; days += 1) {
      await other.dispatcher.dispatchDue();
      await postsWithin(24);
    }
    expect(fixture.unheard).toHaveLength(2);
  });

  it('counts the same where somebody is shut out', async () => {
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await change(caseId, withoutCaseReference);
    expect(await postsWithin(6)).toBe(4);
    expect(await postsWithin(25)).toBe(1);
  });

  it('starts anew once something is added, or added after somebody acknowledged it', async () => {
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await postsWithin(6);
    await change(caseId, (alert) => requeueForAddition(alert, fixture.clock.now()));
    expect(await postsWithin(6)).toBe(4);
    await change(caseId, (alert) => acknowledgeAlert(alert, fixture.clock.now(), today));
    for (const gone of ['repeats', 'adminsTold']) expect(await fixture.alertOf(caseId)).not.toHaveProperty(gone);
    expect(await postsWithin(48)).toBe(0);
    await change(caseId, (alert) => requeueForAddition(alert, fixture.clock.now()));
    expect(await postsWithin(6)).toBe(4);
  });

  it('comes again where a clock that was a month ahead made the last post', async () => {
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await postsWithin(6);
    const postedAt = new Date(fixture.clock.now().getTime() + 30 * 24 * 60 * minute).toISOString();
    await change(caseId, (alert) => ({ ...alert, posts: alert.posts.map((post) => ({ ...post, postedAt })) }));
    expect(await postsWithin(25)).toBeGreaterThan(0);
  });
});

describe('an urgent alert that nobody acknowledges, on a running server', () => {
  it.each(['sqlite', 'cosmos'] as const)('is told once to the admins, with no reference, on %s', async (store) => {
    const bot = await startBot({ entryPoint: 'dialog', store, environment: { URGENT_REPEATS: '2' } });
    try {
      const record = createCase({ tenantId, urgency: 'urgent' });
      const { caseId } = record;
      const alert = createAlert(caseId, { urgency: 'urgent', dueAt: bot.clock.now().toISOString() });
      await bot.store().cases.create(record, alert, [firstEvent(caseId)]);
      const shown = () => countAlerts(bot, formatCaseId(caseId));
      const told = () =>
        bot.connector.posts.filter(({ activity }) =>
          JSON.stringify(activity).includes(translate('en', 'target.unheardHeading')),
        );
      const looksWithin = async (hours: number): Promise<void> => {
        for (let looks = 0; looks < hours * 2; looks += 1) {
          await bot.run('alerts');
          bot.clock.forward(30 * minute);
        }
      };
      await looksWithin(3);
      expect(shown()).toBe(3);
      for (const day of [1, 2]) {
        await looksWithin(25);
        expect(shown()).toBe(3 + day);
      }
      expect(told()).toHaveLength(1);
      const [notice] = told();
      expect(notice?.conversationId.startsWith(channels.admins)).toBe(true);
      for (const telling of [caseId, formatCaseId(caseId)])
        expect(JSON.stringify(notice?.activity)).not.toContain(telling);
    } finally {
      await bot.stop();
    }
  });
});
