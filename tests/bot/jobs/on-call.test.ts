import { describe, expect, it } from '@jest/globals';
import { teamsAlertRate } from '../../../bot/jobs/channel-rate-limiter.ts';
import { acknowledgeCase } from '../../../core/casework/acknowledge-case.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import { isStaffed, parseStaffedHours } from '../../../core/model/staffed-hours.ts';
import { acknowledgeAlert } from '../../../core/model/alert-record.ts';
import { translate } from '../../../words/cards/translate.ts';
import { today } from '../../support/contracts/records.ts';
import { setUpAlerts } from '../../support/jobs/set-up-alerts.ts';

const minute = 60_000;
const hour = 60 * minute;
const office = {
  rows: parseStaffedHours('mon-fri 08:00-18:00'),
  holidays: { added: [], removed: [] },
  timeZone: 'Europe/London',
};

const fixture = setUpAlerts(15, undefined, (now) => isStaffed(office, now));

/** Sets the clock to an instant. */
const at = (instant: string): void => fixture.clock.set(Date.parse(instant) - fixture.clock.now().getTime());
/** The channels in which the posts of a case stand, in their order. */
const postsOf = (caseId: CaseId): readonly string[] =>
  fixture.postsOf(caseId).map(({ conversationId }) => /^19:(\w+)@/u.exec(conversationId)?.[1] ?? '');
const onCallPosts = (caseId: CaseId): number => postsOf(caseId).filter((name) => name.endsWith('OnCall')).length;
const look = () => fixture.dispatcher.dispatchDue();
async function acknowledge(caseId: CaseId): Promise<void> {
  const by = { objectId: toPersonId('handler'), roles: new Set(['handler', 'reserve'] as const) };
  const { cases, history } = fixture.store;
  await acknowledgeCase({ cases, history, clock: fixture.clock.now, timeZone: 'UTC' }, caseId, by);
}

describe('an urgent alert outside staffed hours', () => {
  it.each([
    ['at night', '2026-12-01T22:00:00Z'],
    ['at a weekend', '2026-11-28T12:00:00Z'],
    ['on a bank holiday', '2026-12-28T12:00:00Z'],
    ['in the night in which clocks go forward', '2027-03-28T01:30:00Z'],
    ['in the hour that comes twice', '2026-10-25T00:30:00Z'],
    ['at seven by the wall after clocks went back', '2026-10-26T07:30:00Z'],
  ])('goes at once to somebody on call as well, %s, and comes again there until it is seen', async (_when, instant) => {
    at(instant);
    await fixture.setTarget('acuOnCall');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await look();
    expect(postsOf(caseId).toSorted()).toEqual(['acu', 'acuOnCall']);
    fixture.clock.forward(15 * minute - 1);
    await look();
    expect(postsOf(caseId)).toHaveLength(2);
    fixture.clock.forward(2);
    await look();
    expect(postsOf(caseId).slice(2).toSorted()).toEqual(['acu', 'acuOnCall']);
    await acknowledge(caseId);
    await look();
    fixture.clock.forward(15 * minute);
    await look();
    expect(postsOf(caseId)).toHaveLength(4);
    // The last post in each channel shows that somebody has the case.
    expect(new Set(fixture.connector.updates.map(({ activityId }) => activityId)).size).toBe(2);
    expect((await fixture.alertOf(caseId)).onCall).toBeUndefined();
  });

  it('goes on at the channel on call where the unit’s goes quiet, and is quiet there once hours begin', async () => {
    at('2026-12-01T05:00:00Z');
    await fixture.setTarget('acuOnCall');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    for (let quarter = 0; quarter < 12; quarter += 1) {
      await look();
      fixture.clock.forward(15 * minute);
    }
    // Three hours, a quarter apart; the unit's has three repeats.
    expect(onCallPosts(caseId)).toBe(12);
    expect(postsOf(caseId).filter((name) => name === 'acu')).toHaveLength(4);
    expect(fixture.clock.now().toISOString()).toBe('2026-12-01T08:00:00.000Z');
    for (let quarter = 0; quarter < 8; quarter += 1) {
      await look();
      fixture.clock.forward(15 * minute);
    }
    expect(onCallPosts(caseId)).toBe(12);
    expect((await fixture.alertOf(caseId)).onCall).toBeUndefined();
  });

  it('is told to somebody on call once hours end, where nobody has acknowledged it', async () => {
    at('2026-12-01T17:50:00Z');
    await fixture.setTarget('acuOnCall');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await look();
    expect(postsOf(caseId)).toEqual(['acu']);
    fixture.clock.forward(15 * minute);
    await look();
    expect(onCallPosts(caseId)).toBe(1);
  });

  it('is tried again soon on call, and not at the unit’s channel, where that post fails', async () => {
    at('2026-12-01T22:00:00Z');
    const nowhere = await fixture.setTarget('acuOnCall', { serviceUrl: 'http://127.0.0.1:9' });
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await look();
    expect(postsOf(caseId)).toEqual(['acu']);
    await fixture.setTarget('acuOnCall', { ...nowhere, serviceUrl: fixture.connector.serviceUrl });
    fixture.clock.forward(minute);
    await look();
    expect(postsOf(caseId)).toEqual(['acu', 'acuOnCall']);
  });

  it('comes to the reserve’s own channel on call or to none, and never to the unit’s', async () => {
    at('2026-12-01T22:00:00Z');
    await fixture.setTarget('acuOnCall');
    await fixture.setTarget('reserve');
    const alone = await fixture.newCase({ handledBy: 'reserve', urgency: 'urgent' });
    await look();
    expect(postsOf(alone)).toEqual(['reserve']);
    await fixture.setTarget('reserveOnCall');
    const called = await fixture.newCase({ handledBy: 'reserve', urgency: 'urgent' });
    await look();
    expect(postsOf(called).toSorted()).toEqual(['reserve', 'reserveOnCall']);
  });

  it('is told once by two servers that look at the same time', async () => {
    at('2026-12-01T22:00:00Z');
    await fixture.setTarget('acuOnCall');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    const second = fixture.another();
    await Promise.all([look(), second.dispatcher.dispatchDue()]);
    await Promise.all([look(), second.dispatcher.dispatchDue()]);
    expect(postsOf(caseId).toSorted()).toEqual(['acu', 'acuOnCall']);
  });

  it('leaves one that is not urgent to the unit, and one within hours', async () => {
    await fixture.setTarget('acuOnCall');
    at('2026-12-01T22:00:00Z');
    const standard = await fixture.newCase();
    await look();
    expect(postsOf(standard)).toEqual(['acu']);
    at('2026-12-02T10:00:00Z');
    const urgent = await fixture.newCase({ urgency: 'urgent' });
    await look();
    expect(postsOf(urgent)).toEqual(['acu']);
  });

  it('is told again though a clock had set it far ahead', async () => {
    at('2026-12-01T22:00:00Z');
    await fixture.setTarget('acuOnCall');
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    fixture.clock.set(30 * 24 * hour);
    await look();
    fixture.clock.set(-30 * 24 * hour);
    for (let quarter = 0; quarter < 3; quarter += 1) {
      await look();
      fixture.clock.forward(15 * minute);
    }
    expect(onCallPosts(caseId)).toBeGreaterThan(1);
  });
});

describe('somebody on call, whose channel takes nothing for now,', () => {
  const paced = () => fixture.another({ pace: teamsAlertRate });
  /** Has servers look each second for so long. */
  async function lookFor(ms: number, { dispatcher }: ReturnType<typeof paced>): Promise<void> {
    for (let passed = 0; passed < ms; passed += 1_000) {
      await dispatcher.dispatchDue();
      fixture.clock.forward(1_000);
    }
  }

  it('is told as soon as the time is over that it asked for', async () => {
    at('2026-12-01T22:00:00Z');
    const onCall = await fixture.setTarget('acuOnCall');
    const server = paced();
    const budget = fixture.budgetOf(teamsAlertRate);
    await budget.hold(onCall, 2_000);
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await server.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toEqual(['acu']);
    fixture.clock.forward(3_000);
    await server.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toEqual(['acu', 'acuOnCall']);
  });

  it('is told as soon as it has a turn', async () => {
    at('2026-12-01T22:00:00Z');
    const onCall = await fixture.setTarget('acuOnCall');
    const server = paced();
    const budget = fixture.budgetOf(teamsAlertRate);
    while (await budget.takeToken(onCall));
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await server.dispatcher.dispatchDue();
    expect(postsOf(caseId)).toEqual(['acu']);
    await lookFor(2_000, server);
    expect(postsOf(caseId)).toEqual(['acu', 'acuOnCall']);
  });

  it('is told by one post of first alerts beyond those of an hour, with no reference in it', async () => {
    at('2026-12-01T22:00:00Z');
    await fixture.setTarget('acuOnCall');
    const cases: CaseId[] = [];
    for (let place = 0; place < teamsAlertRate.firstPerHour + 9; place += 1) {
      cases.push(await fixture.newCase({ urgency: 'urgent' }));
    }
    await lookFor(2 * minute, paced());
    const together = fixture.connector.posts.filter(
      ({ conversationId, activity }) =>
        conversationId.includes('acuOnCall') &&
        JSON.stringify(activity).includes(translate('en', 'alert.togetherUrgentHeading')),
    );
    expect(together.length).toBeGreaterThan(0);
    for (const caseId of cases) {
      expect(JSON.stringify(together)).not.toContain(formatCaseId(caseId));
      const { onCall } = await fixture.alertOf(caseId);
      // Told by a post of its own or by one for several, and due again at the next interval.
      expect(Date.parse(onCall?.dueAt ?? '') - fixture.clock.now().getTime()).toBeGreaterThan(10 * minute);
    }
    expect(cases.filter((caseId) => onCallPosts(caseId) === 0).length).toBeGreaterThan(0);
  });

  it('is told again at the next interval if the post for several does not arrive', async () => {
    at('2026-12-01T22:00:00Z');
    const onCall = await fixture.setTarget('acuOnCall');
    const budget = fixture.budgetOf(teamsAlertRate);
    while (await budget.takePost(onCall, true));
    const heading = translate('en', 'alert.togetherUrgentHeading');
    fixture.connector.answerTo(heading, 'accept-then-reset');
    const cases = [await fixture.newCase({ urgency: 'urgent' }), await fixture.newCase({ urgency: 'urgent' })];
    const server = paced();
    await lookFor(10_000, server);
    fixture.connector.answerTo(heading);
    await lookFor(90_000, server);
    const together = fixture.connector.posts.filter(({ activity }) => JSON.stringify(activity).includes(heading));
    expect(together.length).toBeGreaterThan(1);
    for (const caseId of cases) expect((await fixture.alertOf(caseId)).onCall).toMatchObject({ attempts: 0 });
  });
});

describe('an urgent case that was acknowledged by day and never opened', () => {
  it('comes to somebody on call with the unit’s channel when it comes again at night', async () => {
    at('2026-12-01T17:50:00Z');
    await fixture.setTarget('acuOnCall');
    const { dispatcher } = fixture.another({ isOpened: async () => false });
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await dispatcher.dispatchDue();
    const standing = await fixture.store.outbox.read(caseId);
    if (!standing) throw new Error('no alert');
    const acknowledged = acknowledgeAlert(standing.value, fixture.clock.now(), today, false);
    await fixture.store.outbox.write({ ...standing, value: acknowledged });
    await dispatcher.dispatchDue();
    expect(postsOf(caseId)).toEqual(['acu']);
    fixture.clock.forward(15 * minute);
    await dispatcher.dispatchDue();
    expect(postsOf(caseId).slice(1).toSorted()).toEqual(['acu', 'acuOnCall']);
  });
});
