import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { AlertRecord } from '../../../concerns/records/alert-record.ts';
import {
  afterAcknowledgement,
  afterAddition,
  afterExclusion,
  afterPost,
  forReserve,
  withNotice,
} from '../../../concerns/records/alert-schedule.ts';
import { type CaseId, showCaseId } from '../../../concerns/terms/case-id.ts';
import type { TargetName } from '../../../concerns/records/alert-targets.ts';
import { today } from '../../contracts/records.ts';
import { type AlertDesk, openAlertDesk } from './alert-desk.ts';

let desk: AlertDesk;
beforeEach(async () => {
  desk = await openAlertDesk();
});
afterEach(() => desk.stop());

const minute = 60_000;
const sent = () => desk.connector.posts.map(({ activity }) => JSON.stringify(activity));
const places = () => desk.connector.posts.map(({ conversationId }) => conversationId.split(';')[0]);

async function change(caseId: CaseId, how: (alert: AlertRecord) => AlertRecord): Promise<void> {
  const standing = await desk.store.outbox.read(caseId);
  if (standing === undefined) throw new Error('the case has no alert');
  expect(await desk.store.outbox.write({ ...standing, value: how(standing.value) })).toBeDefined();
}

/** Nothing of a post tells which case it is about. */
function expectNeutral(text: string | undefined, caseId: CaseId): void {
  expect(text).toContain('Something is new in a case');
  for (const telling of [caseId, showCaseId(caseId), 'Action.Execute', 'Received on', 'Kind of concern', 'Reference'])
    expect(text).not.toContain(telling);
}

describe('an alert of a case that somebody is shut out of', () => {
  it('says that there is something new, and no more', async () => {
    const caseId = await desk.newCase({ kind: 'boundaries' });
    await change(caseId, afterExclusion);
    await desk.dispatcher.dispatchDue();
    expect(sent()).toHaveLength(1);
    expectNeutral(sent()[0], caseId);
    expect(await desk.alertOf(caseId)).toMatchObject({ state: 'posted', withoutReference: true });
  });

  it('says so in Welsh as well, and that it is urgent where somebody is at risk', async () => {
    await desk.setTarget('acu', { language: 'cy' });
    const caseId = await desk.newCase({ urgency: 'urgent' });
    await change(caseId, afterExclusion);
    await desk.dispatcher.dispatchDue();
    expect(sent()[0]).toContain('Mae rhywbeth newydd mewn achos: brys');
    expect(sent()[0]).not.toContain(showCaseId(caseId));
  });

  it('leaves what stood in the channel before as it is, and names nothing when something is added', async () => {
    const caseId = await desk.newCase();
    await desk.dispatcher.dispatchDue();
    await change(caseId, afterExclusion);
    await change(caseId, (alert) => afterAcknowledgement(alert, desk.clock.now(), today));
    await desk.dispatcher.dispatchDue();
    await change(caseId, (alert) => afterAddition(alert, desk.clock.now()));
    await desk.dispatcher.dispatchDue();
    await change(caseId, (alert) => afterAcknowledgement(alert, desk.clock.now(), today));
    desk.clock.forward(minute);
    await desk.dispatcher.dispatchDue();
    expect(desk.connector.updates).toEqual([]);
    expect(sent()).toHaveLength(2);
    expect(sent()[0]).toContain(showCaseId(caseId));
    expectNeutral(sent()[1], caseId);
    expect(await desk.alertOf(caseId)).not.toHaveProperty('dueAt');
  });

  it('is not changed in place where its post was on its way meanwhile', async () => {
    const caseId = await desk.newCase();
    await desk.dispatcher.dispatchDue();
    const [post] = (await desk.alertOf(caseId)).posts;
    if (post === undefined) throw new Error('nothing was posted');
    await change(caseId, (alert) => afterPost(afterExclusion(alert), post, undefined));
    await change(caseId, (alert) => ({
      ...afterAcknowledgement(alert, desk.clock.now(), today),
      dueAt: desk.clock.now().toISOString(),
    }));
    await desk.dispatcher.dispatchDue();
    expect(desk.connector.updates).toEqual([]);
    expect(await desk.alertOf(caseId)).not.toHaveProperty('dueAt');
  });
});

describe('an alert of a case that went to the reserve', () => {
  it('comes to the reserve with its reference, and to nobody else', async () => {
    await desk.setTarget('reserve');
    const caseId = await desk.newCase();
    await change(caseId, (alert) => forReserve(afterExclusion(alert), desk.clock.now()));
    await desk.dispatcher.dispatchDue();
    expect(places()).toEqual(['19:reserve@thread.tacv2']);
    expect(sent()[0]).toContain(showCaseId(caseId));
  });

  it.each(['accepted', 503] as const)(
    'comes to the reserve also where the unit’s post (%j) was on its way when the case went',
    async (answer) => {
      await desk.setTarget('reserve');
      const caseId = await desk.newCase();
      if (answer !== 'accepted') desk.connector.plan(answer);
      const { dispatcher, store } = desk.another();
      // The case goes between the lease and the note of how the post went: at the first look-up of the channel.
      const real = { ...store.targets };
      let hasGone = false;
      Object.assign(store.targets, {
        read: async (name: TargetName) => {
          if (!hasGone) {
            hasGone = true;
            await change(caseId, (alert) => forReserve(afterExclusion(alert), desk.clock.now()));
          }
          return real.read(name);
        },
      });
      await dispatcher.dispatchDue();
      expect(await desk.alertOf(caseId)).toMatchObject({
        handledBy: 'reserve',
        state: 'waiting',
        attempts: 0,
        posts: [],
      });
      await desk.dispatcher.dispatchDue();
      expect(places().at(-1)).toBe('19:reserve@thread.tacv2');
      expect(await desk.alertOf(caseId)).toMatchObject({ handledBy: 'reserve', state: 'posted' });
    },
  );
});

describe('what the reserve is told of a case of the unit', () => {
  const told = (text: string | undefined) => text?.includes('The reserve is told of something') === true;
  const tell = (caseId: CaseId) => change(caseId, (alert) => withNotice(alert, desk.clock.now()));

  it('comes to the reserve alone, beside what the unit is alerted of, each once', async () => {
    await desk.setTarget('reserve');
    const caseId = await desk.newCase();
    await tell(caseId);
    await desk.dispatcher.dispatchDue();
    await desk.dispatcher.dispatchDue();
    expect(places()).toEqual(['19:reserve@thread.tacv2', '19:acu@thread.tacv2']);
    expect(told(sent()[0])).toBe(true);
    for (const telling of [caseId, showCaseId(caseId)]) expect(sent()[0]).not.toContain(telling);
    expect(await desk.alertOf(caseId)).toMatchObject({ handledBy: 'acu', state: 'posted' });
    for (const gone of ['notice', 'leasedUntil']) expect(await desk.alertOf(caseId)).not.toHaveProperty(gone);
  });

  it('waits for a channel and for one that fails, and the unit’s alert does not wait with it', async () => {
    const caseId = await desk.newCase();
    await tell(caseId);
    await desk.dispatcher.dispatchDue();
    expect(places()).toEqual(['19:acu@thread.tacv2']);
    expect((await desk.alertOf(caseId)).notice?.attempts).toBe(1);
    await desk.setTarget('reserve');
    desk.clock.forward(minute);
    desk.connector.plan(503);
    await desk.dispatcher.dispatchDue();
    expect((await desk.alertOf(caseId)).notice?.attempts).toBe(2);
    desk.clock.forward(minute);
    await desk.dispatcher.dispatchDue();
    expect(told(sent().at(-1))).toBe(true);
    expect(await desk.alertOf(caseId)).not.toHaveProperty('notice');
  });

  it('is told again where more was done meanwhile, and stays due once the case is acknowledged', async () => {
    await desk.setTarget('reserve');
    const caseId = await desk.newCase();
    await tell(caseId);
    await change(caseId, (alert) => afterAcknowledgement(alert, desk.clock.now(), today));
    await desk.dispatcher.dispatchDue();
    desk.clock.forward(minute);
    await tell(caseId);
    await desk.dispatcher.dispatchDue();
    expect(sent().filter(told)).toHaveLength(2);
  });

  it('is told to admins where the reserve’s channel refuses it', async () => {
    await desk.setTarget('reserve');
    const caseId = await desk.newCase({ state: 'posted', dueAt: undefined });
    await tell(caseId);
    desk.connector.plan(403);
    await desk.dispatcher.dispatchDue();
    expect(desk.told).toEqual(['reserve']);
  });

  it('does not post the unit’s own alert before it is due', async () => {
    await desk.setTarget('reserve');
    const dueAt = new Date(desk.clock.now().getTime() + 45 * minute).toISOString();
    const caseId = await desk.newCase({ dueAt });
    await tell(caseId);
    await desk.dispatcher.dispatchDue();
    await desk.dispatcher.dispatchDue();
    expect(places()).toEqual(['19:reserve@thread.tacv2']);
    expect(await desk.alertOf(caseId)).toMatchObject({ state: 'waiting', dueAt });
    desk.clock.forward(45 * minute);
    await desk.dispatcher.dispatchDue();
    expect(places().at(-1)).toBe('19:acu@thread.tacv2');
  });

  it('is tried with growing waits where the channel was lost, and nobody is told twice', async () => {
    await desk.setTarget('reserve', { lost: true });
    const caseId = await desk.newCase({ state: 'posted', dueAt: undefined });
    await tell(caseId);
    desk.connector.plan(403, 403, 403, 403);
    const waits: number[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      await desk.dispatcher.dispatchDue();
      const wait = Date.parse((await desk.alertOf(caseId)).notice?.dueAt ?? '') - desk.clock.now().getTime();
      waits.push(wait);
      desk.clock.forward(wait);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(desk.told).toEqual([]);
    await desk.dispatcher.dispatchDue();
    expect(sent().filter(told)).toHaveLength(1);
    expect(await desk.store.targets.read('reserve')).toMatchObject({ lost: false });
  });

  it('is told now where a clock set it for a month later', async () => {
    await desk.setTarget('reserve');
    const caseId = await desk.newCase({ state: 'posted', dueAt: undefined });
    await change(caseId, (alert) => withNotice(alert, new Date(desk.clock.now().getTime() + 30 * 24 * 60 * minute)));
    await desk.dispatcher.dispatchDue();
    expect(sent().filter(told)).toHaveLength(1);
    expect(await desk.alertOf(caseId)).not.toHaveProperty('notice');
  });
});
