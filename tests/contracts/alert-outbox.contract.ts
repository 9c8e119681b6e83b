import { describe, expect, it } from '@jest/globals';
import type { AlertRecord } from '../../core/model/alert-record.ts';
import type { CaseId } from '../../core/model/case-id.ts';
import type { DueAlerts } from '../../core/ports/alerts.ts';
import type { Store } from '../../core/ports/store.ts';
import { type OpenStore, withOpenStore } from '../support/contracts/open-store.ts';
import { createCase, createAlert, firstEvent, newCaseId, minutesFromNow, now } from '../support/contracts/records.ts';

async function save(store: Store, differences: Partial<AlertRecord> = {}): Promise<CaseId> {
  const record = createCase();
  await store.cases.create(record, createAlert(record.caseId, differences), [firstEvent(record.caseId)]);
  return record.caseId;
}

const at = (minutes: number): string => minutesFromNow(minutes).toISOString();
const idsOf = ({ alerts }: DueAlerts) => alerts.map(({ value }) => value.caseId);
const nothing: DueAlerts = { alerts: [], unreadable: 0 };
const post = (postedAt: string) => ({
  conversationId: '19:alerts@thread.tacv2',
  activityId: '1700',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  postedAt,
});

/** What every AlertOutbox promises. */
export function alertOutboxContract(name: string, open: OpenStore): void {
  describe(`AlertOutbox of ${name}`, () => {
    it(
      'gives what is due by an instant, the most overdue first',
      withOpenStore(open, async (store) => {
        const second = await save(store, { dueAt: at(-1) });
        const first = await save(store, { dueAt: at(-60) });
        const third = await save(store, { dueAt: now.toISOString() });
        await save(store, { dueAt: at(1) });
        await save(store, { dueAt: undefined, state: 'posted' });
        expect(idsOf(await store.outbox.due(now, 10))).toEqual([first, second, third]);
      }),
    );

    it(
      'tells instants apart that are written with unlike precision',
      withOpenStore(open, async (store) => {
        const whole = await save(store, { dueAt: '2026-11-25T10:15:00Z' });
        await save(store, { dueAt: '2026-11-25T10:15:00.001Z' });
        expect(idsOf(await store.outbox.due(now, 10))).toEqual([whole]);
      }),
    );

    it(
      'keeps what was counted of an alert that is repeated',
      withOpenStore(open, async (store) => {
        const counted = { repeats: 12, adminsTold: true };
        const caseId = await save(store, { state: 'posted', ...counted });
        const standing = await store.outbox.read(caseId);
        expect(standing?.value).toMatchObject(counted);
        if (standing) await store.outbox.write({ ...standing, value: { ...standing.value, repeats: 13 } });
        expect((await store.outbox.read(caseId))?.value).toMatchObject({ ...counted, repeats: 13 });
      }),
    );

    it(
      'gives no more than asked for',
      withOpenStore(open, async (store) => {
        const first = await save(store, { dueAt: at(-3) });
        const second = await save(store, { dueAt: at(-2) });
        await save(store, { dueAt: at(-1) });
        expect(idsOf(await store.outbox.due(now, 2))).toEqual([first, second]);
      }),
    );

    it(
      'gives repeats and updates too, and of those who handle either kind of case',
      withOpenStore(open, async (store) => {
        const repeat = await save(store, { state: 'posted', dueAt: at(-2), posts: [post(at(-30))] });
        const update = await save(store, { state: 'acknowledged', dueAt: at(-1), handledBy: 'reserve' });
        expect(idsOf(await store.outbox.due(now, 10))).toEqual([repeat, update]);
      }),
    );

    it(
      'gives an alert that a server holds as well, since no two clocks are compared',
      withOpenStore(open, async (store) => {
        const held = await save(store, { dueAt: at(-2), leasedUntil: at(2) });
        const left = await save(store, { dueAt: at(-1), leasedUntil: at(-600) });
        const { alerts } = await store.outbox.due(now, 10);
        expect(alerts.map(({ value }) => [value.caseId, value.leasedUntil])).toEqual([
          [held, at(2)],
          [left, at(-600)],
        ]);
      }),
    );

    it(
      'gives what is set for later than can be, where it is said what can',
      withOpenStore(open, async (store) => {
        const latest = minutesFromNow(120);
        const ahead = await save(store, { dueAt: at(43_200) });
        await save(store, { dueAt: at(120) });
        expect(idsOf(await store.outbox.due(now, 10, { latest }))).toEqual([ahead]);
        expect(await store.outbox.due(now, 10)).toEqual(nothing);
      }),
    );

    it(
      'gives those alone that wait for their first post, where it is asked so',
      withOpenStore(open, async (store) => {
        await save(store, { state: 'posted', dueAt: at(-2), posts: [post(at(-30))] });
        const first = await save(store, { dueAt: at(-1) });
        expect(idsOf(await store.outbox.due(now, 10, { waiting: true }))).toEqual([first]);
      }),
    );

    it(
      'lets one of two who lease the same alert have it',
      withOpenStore(open, async (store) => {
        const caseId = await save(store);
        const looks = await Promise.all([store.outbox.due(now, 1), store.outbox.due(now, 1)]);
        const [one, other] = looks.flatMap(({ alerts }) => alerts);
        if (!one || !other) throw new Error('nothing is due');
        const leased = await Promise.all(
          [one, other].map((alert) => store.outbox.write({ ...alert, value: { ...alert.value, leasedUntil: at(2) } })),
        );
        const winners = leased.filter((alert) => alert !== undefined);
        expect(winners).toHaveLength(1);
        expect(await store.outbox.read(caseId)).toEqual(winners[0]);
      }),
    );

    it(
      'returns the version that the next write needs',
      withOpenStore(open, async (store) => {
        const caseId = await save(store);
        const read = await store.outbox.read(caseId);
        const once = read && (await store.outbox.write({ ...read, value: { ...read.value, attempts: 1 } }));
        const twice = once && (await store.outbox.write({ ...once, value: { ...once.value, attempts: 2 } }));
        expect(twice?.value.attempts).toBe(2);
        expect(await store.outbox.read(caseId)).toEqual(twice);
        expect(once && (await store.outbox.write(once))).toBeUndefined();
        expect(await store.outbox.read(caseId)).toEqual(twice);
      }),
    );

    it(
      'drops the lease and the due instant where a write leaves them out',
      withOpenStore(open, async (store) => {
        const caseId = await save(store, { leasedUntil: at(-1) });
        const read = await store.outbox.read(caseId);
        if (!read) throw new Error('nothing stands');
        const { dueAt: _due, leasedUntil: _lease, ...rest } = read.value;
        await store.outbox.write({ ...read, value: { ...rest, state: 'posted', posts: [post(at(0))] } });
        expect(await store.outbox.due(minutesFromNow(600), 10)).toEqual(nothing);
        expect((await store.outbox.read(caseId))?.value).toEqual({ ...rest, state: 'posted', posts: [post(at(0))] });
      }),
    );

    it(
      'neither reads nor writes where there is no alert',
      withOpenStore(open, async (store) => {
        const caseId = newCaseId();
        expect(await store.outbox.read(caseId)).toBeUndefined();
        expect(await store.outbox.write({ value: createAlert(caseId), version: '1' })).toBeUndefined();
        expect(await store.outbox.read(caseId)).toBeUndefined();
      }),
    );

    it(
      'is well where nothing ever waited',
      withOpenStore(open, async (store) => {
        expect(await store.outbox.health('acu')).toEqual({ waiting: 0, failing: 0 });
      }),
    );

    it(
      'counts what waits and what fails, and knows the last post, apart for those who handle the cases',
      withOpenStore(open, async (store) => {
        await save(store);
        await save(store, { attempts: 2, lastFailure: '429' });
        await save(store, { state: 'posted', attempts: 1, posts: [post(at(-50))] });
        await save(store, { state: 'posted', dueAt: undefined, posts: [post(at(-90)), post(at(-20))] });
        await save(store, { state: 'acknowledged', dueAt: undefined, posts: [post('2026-11-25T08:00:00Z')] });
        await save(store, { handledBy: 'reserve', attempts: 1 });
        expect(await store.outbox.health('acu')).toEqual({ waiting: 3, failing: 2, lastPostedAt: at(-20) });
        expect(await store.outbox.health('reserve')).toEqual({ waiting: 1, failing: 1 });
      }),
    );
  });
}
