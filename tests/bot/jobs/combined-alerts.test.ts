import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import { teamsAlertRate } from '../../../bot/jobs/channel-rate-limiter.ts';
import { acknowledgeAlert, withoutCaseReference } from '../../../core/model/alert-record.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import { translate } from '../../../words/cards/translate.ts';
import { today } from '../../support/contracts/records.ts';
import { setUpAlertsOnStores } from '../../support/jobs/set-up-alerts.ts';

const second = 1_000;
const minute = 60 * second;
const { firstPerHour: firstAnHour, othersPerHour: othersAnHour } = teamsAlertRate;

const { fixture, open } = setUpAlertsOnStores();
const ranks = new Map<CaseId, number>();
const server = () => fixture.another({ pace: teamsAlertRate, rankOf: async (caseId) => ranks.get(caseId) ?? 0 });
const textOf = (activity: unknown): string => JSON.stringify(activity);
const combinedHeading = translate('en', 'alert.togetherUrgentHeading');
const combined = () => fixture.connector.posts.filter(({ activity }) => textOf(activity).includes(combinedHeading));

/** Saves the urgent reports of one person who sends many: two are their first, all others come later. */
async function flood(count: number): Promise<readonly CaseId[]> {
  const cases: CaseId[] = [];
  for (let place = 0; place < count; place += 1) {
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    ranks.set(caseId, Math.max(0, place - 1));
    cases.push(caseId);
  }
  return cases;
}

/** Has each write of an alert fail that a condition of SQL is true of. */
function failWrites(when: string): void {
  const database = new DatabaseSync(`${fixture.folder}/candour.db`);
  database.exec(
    `CREATE TRIGGER throttled BEFORE UPDATE ON alerts WHEN ${when} BEGIN SELECT RAISE(ABORT, 'throttled'); END`,
  );
  database.close();
}

/** Has servers look each second for so long. */
async function lookFor(ms: number, ...servers: readonly ReturnType<typeof server>[]): Promise<void> {
  for (let passed = 0; passed < ms; passed += second) {
    for (const { dispatcher } of servers) await dispatcher.dispatchDue();
    fixture.clock.forward(second);
  }
}

/** The same for one server whose looks may fail: says how many did. */
async function failedLooks(ms: number, { dispatcher }: ReturnType<typeof server>): Promise<number> {
  let failed = 0;
  for (let passed = 0; passed < ms; passed += second) {
    await dispatcher.dispatchDue().catch(() => {
      failed += 1;
    });
    fixture.clock.forward(second);
  }
  return failed;
}

describe.each(['SQLite', 'Cosmos DB'] as const)('a flood of urgent alerts on %s', (store) => {
  it('keeps no first report of anybody from a post of its own', async () => {
    await open(store);
    const flooded = await flood(60);
    const one = server();
    await lookFor(10 * second, one, server());
    const genuine = await fixture.newCase({ urgency: 'urgent' });
    await lookFor(10 * second, one);
    expect(fixture.postsOf(genuine)).toHaveLength(1);
    for (const caseId of flooded.slice(0, 2)) expect(fixture.postsOf(caseId)).toHaveLength(1);
  });

  it('is told of in one post beyond so many an hour, by how many there are and nothing else', async () => {
    await open(store);
    const flooded = await flood(60);
    await lookFor(2 * minute, server(), server());
    expect(fixture.connector.posts).toHaveLength(othersAnHour + 1);
    const [post] = combined();
    const rest = flooded.length - othersAnHour;
    for (const words of [
      translate('en', 'alert.togetherFresh', { count: rest }),
      translate('en', 'alert.togetherUrgent', { count: rest }),
    ]) {
      expect(textOf(post?.activity)).toContain(words);
    }
    for (const caseId of flooded) {
      expect(textOf(post?.activity)).not.toContain(formatCaseId(caseId));
      expect(textOf(post?.activity)).not.toContain(caseId);
      expect((await fixture.alertOf(caseId)).state).toBe('posted');
    }
  });

  it('counts as told of only if the post surely arrived', async () => {
    await open(store);
    const flooded = await flood(othersAnHour + 5);
    fixture.connector.answerTo(combinedHeading, 'accept-then-reset');
    await lookFor(30 * second, server());
    expect(combined()).toHaveLength(1);
    const states = await Promise.all(flooded.map(async (caseId) => (await fixture.alertOf(caseId)).state));
    expect(states.filter((state) => state === 'waiting')).toHaveLength(5);
    fixture.connector.answerTo(combinedHeading);
    await lookFor(6 * minute, server());
    for (const caseId of flooded) expect((await fixture.alertOf(caseId)).state).toBe('posted');
  });

  it('is repeated together, once the first posts of others have gone out', async () => {
    await open(store);
    await flood(60);
    const one = server();
    await lookFor(2 * minute, one);
    const before = combined().length;
    fixture.clock.forward(14 * minute);
    const genuine = await fixture.newCase({ urgency: 'urgent' });
    await one.dispatcher.dispatchDue();
    expect(fixture.postsOf(genuine)).toHaveLength(1);
    await lookFor(6 * minute, one);
    expect(combined().length).toBeGreaterThan(before);
    const again = textOf(combined().at(-1)?.activity);
    expect(again).toMatch(/posted before, and still need to be acknowledged or opened/u);
  });
});

describe('a channel that says 429', () => {
  it('is left in peace by all servers for all alerts until its time is over', async () => {
    await open('SQLite');
    const cases = await flood(3);
    const [one, other] = [server(), server()];
    fixture.connector.plan(...Array.from({ length: 3 }, () => ({ status: 429 as const, retryAfter: 90 })));
    await one.dispatcher.dispatchDue();
    const asked = fixture.connector.requests.length;
    await fixture.newCase({ urgency: 'urgent' });
    await lookFor(89 * second, one, other);
    expect(fixture.connector.requests).toHaveLength(asked);
    await lookFor(10 * second, one, other);
    for (const caseId of cases) expect(fixture.postsOf(caseId)).toHaveLength(1);
  });

  it('has no case read meanwhile that waits to be opened, however many there are', async () => {
    const reads: (readonly [held: number, after: number])[] = [];
    for (const waiting of [10, 1_000]) {
      await open('SQLite');
      const unopenedSince = fixture.clock.now().toISOString();
      const ofOne = { urgency: 'urgent', state: 'posted', unopenedSince } as const;
      await Promise.all(Array.from({ length: waiting }, () => fixture.newCase(ofOne)));
      let read = 0;
      const one = fixture.another({
        pace: teamsAlertRate,
        isOpened: async (caseId) => {
          read += 1;
          return (await fixture.store.cases.read(caseId)) === undefined;
        },
      });
      fixture.connector.plan(...Array.from({ length: 10 }, () => ({ status: 429 as const, retryAfter: 90 })));
      await one.dispatcher.dispatchDue();
      const before = read;
      await lookFor(10 * second, one);
      fixture.clock.forward(60 * second);
      await lookFor(10 * second, one);
      const held = read - before;
      fixture.clock.forward(20 * second);
      await lookFor(2 * second, one);
      reads.push([held, Math.sign(read - before - held)]);
      if (waiting === 10) await fixture.stop();
    }
    expect(reads).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  it('is left in peace for half a minute if it names no time', async () => {
    await open('SQLite');
    const [caseId] = await flood(1);
    if (caseId === undefined) throw new Error('no case');
    const one = server();
    fixture.connector.plan({ status: 429 });
    await lookFor(29 * second, one);
    expect(fixture.connector.requests).toHaveLength(1);
    expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'waiting', attempts: 1, lastFailure: 'http429' });
    await lookFor(5 * second, one);
    expect(fixture.postsOf(caseId)).toHaveLength(1);
  });

  it('keeps no other channel waiting', async () => {
    await open('SQLite');
    await fixture.setTarget('reserve');
    const unit = await fixture.newCase({ urgency: 'urgent' });
    const one = server();
    fixture.connector.answerTo(formatCaseId(unit), { status: 429, retryAfter: 600 });
    await one.dispatcher.dispatchDue();
    const reserved = await fixture.newCase({ urgency: 'urgent', handledBy: 'reserve' });
    await one.dispatcher.dispatchDue();
    expect(fixture.postsOf(reserved)).toHaveLength(1);
    expect(fixture.postsOf(unit)).toHaveLength(0);
  });
});

describe('one post for several', () => {
  it('has nothing of the reserve’s cases in the unit’s channel, nor the other way', async () => {
    await open('SQLite');
    await fixture.setTarget('reserve');
    await flood(othersAnHour + 3);
    for (let place = 0; place < othersAnHour + 2; place += 1) {
      ranks.set(await fixture.newCase({ urgency: 'urgent', handledBy: 'reserve' }), 9);
    }
    await lookFor(2 * minute, server());
    const counts = combined().map(({ conversationId, activity }) => [
      conversationId.split(';')[0],
      /There is something new in (?<count>\d+) reports/u.exec(textOf(activity))?.groups?.['count'],
    ]);
    expect(Object.fromEntries(counts)).toEqual({ '19:acu@thread.tacv2': '3', '19:reserve@thread.tacv2': '2' });
    expect(counts).toHaveLength(2);
  });

  it('counts no case that somebody is shut out of: that has its neutral post', async () => {
    await open('SQLite');
    const cases = await flood(othersAnHour + 5);
    const last = cases.at(-1);
    const standing = last && (await fixture.store.outbox.read(last));
    if (!standing) throw new Error('no alert');
    await fixture.store.outbox.write({ ...standing, value: withoutCaseReference(standing.value) });
    await lookFor(2 * minute, server());
    expect(textOf(combined()[0]?.activity)).toContain(translate('en', 'alert.togetherFresh', { count: 4 }));
    const neutral = translate('en', 'alert.neutralUrgent');
    expect(fixture.connector.posts.filter(({ activity }) => textOf(activity).includes(neutral))).toHaveLength(1);
  });

  it.each([
    ['taken up', '', 24],
    ['noted', ` AND NEW.record LIKE '%"state":"posted"%'`, 25],
  ])('counts as told of all the others if one cannot be %s', async (_what, when, fresh) => {
    await open('SQLite');
    const cases = await flood(othersAnHour + 25);
    const one = server();
    failWrites(`OLD.case_id = '${cases[othersAnHour]}'${when}`);
    expect(await failedLooks(minute, one)).toBeGreaterThan(0);
    expect(textOf(combined()[0]?.activity)).toContain(translate('en', 'alert.togetherFresh', { count: fresh }));
    const states = await Promise.all(cases.map(async (caseId) => (await fixture.alertOf(caseId)).state));
    expect(states.filter((state) => state === 'waiting')).toHaveLength(1);
  });

  it('is not changed when somebody acknowledges one of the cases', async () => {
    await open('SQLite');
    const cases = await flood(othersAnHour + 5);
    const one = server();
    await lookFor(minute, one);
    const last = cases.at(-1);
    const standing = last && (await fixture.store.outbox.read(last));
    if (!standing) throw new Error('no alert');
    expect(standing.value).toMatchObject({ state: 'posted', posts: [] });
    const acknowledged = acknowledgeAlert(standing.value, fixture.clock.now(), today);
    await fixture.store.outbox.write({ ...standing, value: acknowledged });
    await lookFor(minute, one);
    expect(fixture.connector.updates).toEqual([]);
  });

  it('tells of first reports as well where more people report than a channel can show', async () => {
    await open('SQLite');
    for (let place = 0; place < firstAnHour + 10; place += 1) await fixture.newCase({ urgency: 'urgent' });
    await lookFor(2 * minute, server());
    const [post] = combined();
    expect(textOf(post?.activity)).toMatch(/There is something new in \d+ reports/u);
    const { alerts } = await fixture.store.outbox.due(fixture.clock.now(), 100, { waiting: true });
    expect(alerts).toEqual([]);
  });

  it('leaves the posts of their own to reports of somebody at risk', async () => {
    await open('SQLite');
    for (let place = 0; place < firstAnHour + 10; place += 1) await fixture.newCase();
    const one = server();
    await lookFor(2 * minute, one);
    const urgent: CaseId[] = [];
    for (let place = 0; place < 10; place += 1) urgent.push(await fixture.newCase({ urgency: 'urgent' }));
    await lookFor(10 * second, one);
    for (const caseId of urgent) expect(fixture.postsOf(caseId)).toHaveLength(1);
  });
});
