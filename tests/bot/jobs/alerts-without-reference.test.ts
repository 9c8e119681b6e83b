import { describe, expect, it } from '@jest/globals';
import {
  acknowledgeAlert,
  withoutCaseReference,
  requeueForAddition,
  recordAlertPost,
  type AlertRecord,
  requeueForReserve,
  withReserveNotice,
} from '../../../core/model/alert-record.ts';
import { type CaseId, formatCaseId } from '../../../core/model/case-id.ts';
import type { Versioned } from '../../../core/model/case-record.ts';
import { today } from '../../support/contracts/records.ts';
import { setUpAlerts } from '../../support/jobs/set-up-alerts.ts';

const fixture = setUpAlerts();

const minute = 60_000;
const sent = () => fixture.connector.posts.map(({ activity }) => JSON.stringify(activity));
const places = () => fixture.connector.posts.map(({ conversationId }) => conversationId.split(';')[0]);

async function change(caseId: CaseId, how: (alert: AlertRecord) => AlertRecord): Promise<void> {
  const standing = await fixture.store.outbox.read(caseId);
  if (standing === undefined) throw new Error('the case has no alert');
  expect(await fixture.store.outbox.write({ ...standing, value: how(standing.value) })).toBeDefined();
}

/** Nothing of a post tells which case it is about. */
function expectNeutral(text: string | undefined, caseId: CaseId): void {
  expect(text).toContain('There is something new in a case');
  for (const telling of [caseId, formatCaseId(caseId), 'Action.Execute', 'Received on', 'Kind of concern', 'Reference'])
    expect(text).not.toContain(telling);
}

describe('an alert of a case that somebody is shut out of', () => {
  it('says that there is something new, and no more', async () => {
    const caseId = await fixture.newCase({ kind: 'boundaries' });
    await change(caseId, withoutCaseReference);
    await fixture.dispatcher.dispatchDue();
    expect(sent()).toHaveLength(1);
    expectNeutral(sent()[0], caseId);
    expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'posted', withoutReference: true });
  });

  it('says so in Welsh as well, and that it is urgent where somebody is at risk', async () => {
    await fixture.setTarget('acu', { language: 'cy' });
    const caseId = await fixture.newCase({ urgency: 'urgent' });
    await change(caseId, withoutCaseReference);
    await fixture.dispatcher.dispatchDue();
    expect(sent()[0]).toContain('Brys: mae rhywbeth newydd mewn achos');
    expect(sent()[0]).not.toContain(formatCaseId(caseId));
  });

  it('leaves what stood in the channel before as it is, and names nothing when something is added', async () => {
    const caseId = await fixture.newCase();
    await fixture.dispatcher.dispatchDue();
    await change(caseId, withoutCaseReference);
    await change(caseId, (alert) => acknowledgeAlert(alert, fixture.clock.now(), today));
    await fixture.dispatcher.dispatchDue();
    await change(caseId, (alert) => requeueForAddition(alert, fixture.clock.now()));
    await fixture.dispatcher.dispatchDue();
    await change(caseId, (alert) => acknowledgeAlert(alert, fixture.clock.now(), today));
    fixture.clock.forward(minute);
    await fixture.dispatcher.dispatchDue();
    expect(fixture.connector.updates).toEqual([]);
    expect(sent()).toHaveLength(2);
    expect(sent()[0]).toContain(formatCaseId(caseId));
    expectNeutral(sent()[1], caseId);
    expect(await fixture.alertOf(caseId)).not.toHaveProperty('dueAt');
  });

  it('is not changed in place where its post was on its way meanwhile', async () => {
    const caseId = await fixture.newCase();
    await fixture.dispatcher.dispatchDue();
    const [post] = (await fixture.alertOf(caseId)).posts;
    if (post === undefined) throw new Error('nothing was posted');
    await change(caseId, (alert) => recordAlertPost(withoutCaseReference(alert), post, undefined));
    await change(caseId, (alert) => ({
      ...acknowledgeAlert(alert, fixture.clock.now(), today),
      dueAt: fixture.clock.now().toISOString(),
    }));
    await fixture.dispatcher.dispatchDue();
    expect(fixture.connector.updates).toEqual([]);
    expect(await fixture.alertOf(caseId)).not.toHaveProperty('dueAt');
  });
});

describe('an alert of a case that went to the reserve', () => {
  it('comes to the reserve with its reference, and to nobody else', async () => {
    await fixture.setTarget('reserve');
    const caseId = await fixture.newCase();
    await change(caseId, (alert) => requeueForReserve(withoutCaseReference(alert), fixture.clock.now()));
    await fixture.dispatcher.dispatchDue();
    expect(places()).toEqual(['19:reserve@thread.tacv2']);
    expect(sent()[0]).toContain(formatCaseId(caseId));
  });

  it.each(['accepted', 503] as const)(
    'comes to the reserve also where the unit’s post (%j) was on its way when the case went',
    async (answer) => {
      await fixture.setTarget('reserve');
      const caseId = await fixture.newCase();
      if (answer !== 'accepted') fixture.connector.plan(answer);
      const { dispatcher, store } = fixture.another();
      // The case goes between the lease and the note of how the post went.
      const real = { ...store.outbox };
      let hasGone = false;
      Object.assign(store.outbox, {
        write: async (alert: Versioned<AlertRecord>) => {
          const written = await real.write(alert);
          if (!hasGone) {
            hasGone = true;
            await change(caseId, (moved) => requeueForReserve(withoutCaseReference(moved), fixture.clock.now()));
          }
          return written;
        },
      });
      await dispatcher.dispatchDue();
      expect(await fixture.alertOf(caseId)).toMatchObject({
        handledBy: 'reserve',
        state: 'waiting',
        attempts: 0,
        posts: [],
      });
      await fixture.dispatcher.dispatchDue();
      expect(places().at(-1)).toBe('19:reserve@thread.tacv2');
      expect(await fixture.alertOf(caseId)).toMatchObject({ handledBy: 'reserve', state: 'posted' });
    },
  );
});

describe('what the reserve is told of a case of the unit', () => {
  const told = (text: string | undefined) =>
    text?.includes('There is something for the reserve officers to look at') === true;
  const tell = (caseId: CaseId) => change(caseId, (alert) => withReserveNotice(alert, fixture.clock.now()));

  it('comes to the reserve alone, beside what the unit is alerted of, each once', async () => {
    await fixture.setTarget('reserve');
    const caseId = await fixture.newCase();
    await tell(caseId);
    await fixture.dispatcher.dispatchDue();
    await fixture.dispatcher.dispatchDue();
    expect(places()).toHaveLength(2);
    expect(new Set(places())).toEqual(new Set(['19:acu@thread.tacv2', '19:reserve@thread.tacv2']));
    const toReserve = sent()[places().indexOf('19:reserve@thread.tacv2')];
    expect(told(toReserve)).toBe(true);
    for (const telling of [caseId, formatCaseId(caseId)]) expect(toReserve).not.toContain(telling);
    expect(await fixture.alertOf(caseId)).toMatchObject({ handledBy: 'acu', state: 'posted' });
    for (const gone of ['notice', 'leasedUntil']) expect(await fixture.alertOf(caseId)).not.toHaveProperty(gone);
  });

  it('waits for a channel and for one that fails, and the unit’s alert does not wait with it', async () => {
    const caseId = await fixture.newCase();
    await tell(caseId);
    await fixture.dispatcher.dispatchDue();
    expect(places()).toEqual(['19:acu@thread.tacv2']);
    expect((await fixture.alertOf(caseId)).notice?.attempts).toBe(1);
    await fixture.setTarget('reserve');
    fixture.clock.forward(minute);
    fixture.connector.plan(503);
    await fixture.dispatcher.dispatchDue();
    expect((await fixture.alertOf(caseId)).notice?.attempts).toBe(2);
    fixture.clock.forward(minute);
    await fixture.dispatcher.dispatchDue();
    expect(told(sent().at(-1))).toBe(true);
    expect(await fixture.alertOf(caseId)).not.toHaveProperty('notice');
  });

  it('is told again where more was done meanwhile, and stays due once the case is acknowledged', async () => {
    await fixture.setTarget('reserve');
    const caseId = await fixture.newCase();
    await tell(caseId);
    await change(caseId, (alert) => acknowledgeAlert(alert, fixture.clock.now(), today));
    await fixture.dispatcher.dispatchDue();
    fixture.clock.forward(minute);
    await tell(caseId);
    await fixture.dispatcher.dispatchDue();
    expect(sent().filter(told)).toHaveLength(2);
  });

  it('is told to admins where the reserve’s channel refuses it', async () => {
    await fixture.setTarget('reserve');
    const caseId = await fixture.newCase({ state: 'posted', dueAt: undefined });
    await tell(caseId);
    fixture.connector.plan(403);
    await fixture.dispatcher.dispatchDue();
    expect(fixture.told).toEqual(['reserve']);
  });

  it('does not post the unit’s own alert before it is due', async () => {
    await fixture.setTarget('reserve');
    const dueAt = new Date(fixture.clock.now().getTime() + 45 * minute).toISOString();
    const caseId = await fixture.newCase({ dueAt });
    await tell(caseId);
    await fixture.dispatcher.dispatchDue();
    await fixture.dispatcher.dispatchDue();
    expect(places()).toEqual(['19:reserve@thread.tacv2']);
    expect(await fixture.alertOf(caseId)).toMatchObject({ state: 'waiting', dueAt });
    fixture.clock.forward(45 * minute);
    await fixture.dispatcher.dispatchDue();
    expect(places().at(-1)).toBe('19:acu@thread.tacv2');
  });

  it('is tried with growing waits where the channel was lost, and nobody is told twice', async () => {
    await fixture.setTarget('reserve', { lost: true });
    const caseId = await fixture.newCase({ state: 'posted', dueAt: undefined });
    await tell(caseId);
    fixture.connector.plan(403, 403, 403, 403);
    const waits: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      await fixture.dispatcher.dispatchDue();
      const wait = Date.parse((await fixture.alertOf(caseId)).notice?.dueAt ?? '') - fixture.clock.now().getTime();
      waits.push(wait);
      fixture.clock.forward(wait);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(fixture.told).toEqual([]);
    await fixture.dispatcher.dispatchDue();
    expect(sent().filter(told)).toHaveLength(1);
    expect(await fixture.store.targets.read('reserve')).toMatchObject({ lost: false });
  });

  it('is told now where a clock set it for a month later', async () => {
    await fixture.setTarget('reserve');
    const caseId = await fixture.newCase({ state: 'posted', dueAt: undefined });
    await change(caseId, (alert) =>
      withReserveNotice(alert, new Date(fixture.clock.now().getTime() + 30 * 24 * 60 * minute)),
    );
    await fixture.dispatcher.dispatchDue();
    expect(sent().filter(told)).toHaveLength(1);
    expect(await fixture.alertOf(caseId)).not.toHaveProperty('notice');
  });
});
