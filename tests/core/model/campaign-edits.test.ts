import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  type Campaign,
  campaignSchema,
  plannedItemDigest,
  isItemApproved,
  findPlannedItem,
} from '../../../core/model/campaign.ts';
import {
  applyItemApproval,
  applyCampaignCancellation,
  applyItemCancellation,
  type CampaignEditResult,
  applyCampaignResume,
  applyCampaignPause,
  applyItemOrder,
  applyItemChange,
  applyRulesChange,
  applyCampaignStart,
  applyItemWithdrawal,
} from '../../../core/model/campaign-edits.ts';
import { completeRuns, activeRuns, advanceCampaign } from '../../../core/model/campaign-progress.ts';
import { addDays } from '../../../core/model/calendar.ts';
import { toPersonId } from '../../../core/model/roles.ts';
import {
  approver,
  parseTestDay,
  createCampaign,
  createItem,
  createRunningCampaign,
  writer,
} from '../../support/core/campaigns.ts';

const today = parseTestDay('2026-11-02');
const now = new Date('2026-11-02T12:00:00Z');
const of = (outcome: CampaignEditResult): Campaign => {
  if ('why' in outcome) throw new Error(outcome.why);
  return outcome;
};
const digest = (campaign: Campaign, id: string): string => {
  const planned = findPlannedItem(campaign, id);
  return planned ? plannedItemDigest(campaign, planned) : '';
};
const approves = (campaign: Campaign, id: string): boolean => {
  const planned = findPlannedItem(campaign, id);
  return planned !== undefined && isItemApproved(campaign, planned);
};
const wanted = (id: string) =>
  ({ item: createItem(id), on: today, at: '10:00', audience: { kind: 'everybody' } }) as const;

describe('an approval', () => {
  it('is of a person other than whoever changed the item last', () => {
    const draft = createCampaign();
    const asked = { id: 'first', digest: digest(draft, 'first') };
    expect(applyItemApproval(draft, asked, writer, now)).toEqual({ why: 'ownWork' });
    expect(approves(of(applyItemApproval(draft, asked, approver, now)), 'first')).toBe(true);
  });

  it('is of nobody who wrote the words, though another moved them since, nor of that one', () => {
    const draft = createCampaign();
    const moved = of(applyItemChange(draft, { ...wanted('first'), at: '11:00' }, approver, today));
    const swapped = of(applyItemOrder(draft, ['second', 'first'], approver));
    for (const campaign of [moved, swapped]) {
      const asked = { id: 'first', digest: digest(campaign, 'first') };
      expect(applyItemApproval(campaign, asked, writer, now)).toEqual({ why: 'ownWork' });
      expect(applyItemApproval(campaign, asked, approver, now)).toEqual({ why: 'ownWork' });
      expect(approves(of(applyItemApproval(campaign, asked, toPersonId('third'), now)), 'first')).toBe(true);
    }
  });

  it('is of the item that was looked at, and of no later one', () => {
    const draft = createCampaign();
    const asked = { id: 'first', digest: digest(draft, 'first') };
    const later = of(applyItemChange(draft, { ...wanted('first'), at: '11:00' }, writer, today));
    expect(applyItemApproval(later, asked, approver, now)).toEqual({ why: 'changed' });
    expect(applyItemApproval(draft, { ...asked, id: 'none' }, approver, now)).toEqual({ why: 'noSuchItem' });
  });

  it('is gone with any change of words, time or audience, and does not come back where that is taken back', () => {
    const draft = createCampaign();
    const ok = of(applyItemApproval(draft, { id: 'first', digest: digest(draft, 'first') }, approver, now));
    const standing = findPlannedItem(ok, 'first');
    if (!standing) throw new Error('no item');
    const { item, on, at, audience } = standing;
    const changes = [
      { item: { ...item, body: { ...item.body, cy: 'Arall.' } }, on, at, audience },
      { item: { ...item, topic: 'other' }, on, at, audience },
      { item, on: addDays(on, 1), at, audience },
      { item, on, at: '10:01', audience },
      { item, on, at, audience: { kind: 'channels', ids: ['c'.repeat(43)] } },
    ] as const;
    for (const change of changes) {
      const changed = of(applyItemChange(ok, change, approver, today));
      expect(approves(changed, 'first')).toBe(false);
      const back = of(applyItemChange(changed, { item, on, at, audience }, writer, today));
      expect(approves(back, 'first')).toBe(false);
    }
    expect(applyItemChange(ok, { item, on, at, audience }, writer, today)).toBe(ok);
  });

  it('is gone where quiet hours, the first day or what joiners get changes', () => {
    const draft = createCampaign();
    const ok = of(applyItemApproval(draft, { id: 'first', digest: digest(draft, 'first') }, approver, now));
    const { name, startsOn, joiners, quiet } = ok;
    const rules = { name, startsOn, joiners, quiet };
    expect(approves(of(applyRulesChange(ok, { ...rules, name: 'Other' }, approver, today)), 'first')).toBe(true);
    for (const change of [
      { quiet: { ...quiet, weekends: false } },
      { startsOn: addDays(startsOn, 7) },
      { joiners: 'fromBeginning' as const },
    ]) {
      const changed = of(applyRulesChange(ok, { ...rules, ...change }, approver, today));
      expect(approves(changed, 'first')).toBe(false);
      expect(findPlannedItem(changed, 'first')).toMatchObject({ changedBy: writer, movedBy: approver });
      expect(approves(of(applyRulesChange(changed, rules, writer, today)), 'first')).toBe(false);
    }
  });
});

describe('the plan', () => {
  it('moves with its first day, while it is a draft', () => {
    const draft = createCampaign();
    const moved = of(applyRulesChange(draft, { ...draft, startsOn: addDays(draft.startsOn, 3) }, writer, today));
    expect(moved.items.map(({ on }) => on)).toEqual(['2026-11-05', '2026-11-12']);
    expect(applyRulesChange(draft, { ...draft, startsOn: addDays(today, -1) }, writer, today)).toEqual({ why: 'past' });
    expect(applyRulesChange(of(applyCampaignStart(draft)), draft, writer, today)).toEqual({ why: 'state' });
  });

  it('gives the days of items to others in a new order, which lose their approval', () => {
    const running = createRunningCampaign(createCampaign({}, ['a', 'b', 'c']));
    const after = of(applyItemOrder(running, ['b', 'a', 'c'], approver));
    expect(after.items.map(({ item, on }) => `${item.id} ${on}`)).toEqual([
      'a 2026-11-09',
      'b 2026-11-02',
      'c 2026-11-16',
    ]);
    expect(['a', 'b', 'c'].map((id) => approves(after, id))).toEqual([false, false, true]);
    for (const order of [['a', 'b'], ['a', 'a', 'b'], ['a', 'b', 'd'], []]) {
      expect(applyItemOrder(running, order, writer)).toEqual({ why: 'changed' });
    }
  });

  it('takes items until it is full, and none in the past or after it went out', () => {
    const running = of(applyCampaignStart(createCampaign()));
    expect(applyItemChange(running, { ...wanted('third'), on: addDays(today, -1) }, writer, today)).toEqual({
      why: 'past',
    });
    const full = createCampaign(
      {},
      Array.from({ length: 60 }, (_, place) => `i${place}`),
    );
    expect(applyItemChange(full, wanted('more'), writer, today)).toEqual({ why: 'full' });
    const sending = advanceCampaign(createRunningCampaign(createCampaign()), { day: today, time: '12:00' });
    expect(applyItemChange(sending, wanted('first'), writer, today)).toEqual({ why: 'state' });
    expect(applyItemCancellation(sending, 'first')).toEqual({ why: 'state' });
    expect(applyItemCancellation(sending, 'none')).toEqual({ why: 'noSuchItem' });
  });

  it('starts with an item, and once', () => {
    expect(applyCampaignStart(createCampaign({}, []))).toEqual({ why: 'empty' });
    expect(applyCampaignStart(of(applyCampaignStart(createCampaign())))).toEqual({ why: 'state' });
  });
});

describe('stopping', () => {
  const sending = {
    ...advanceCampaign(createRunningCampaign(createCampaign()), { day: today, time: '12:00' }),
    owed: [],
  };

  it('pauses what goes out, and goes on with it', () => {
    const paused = of(applyCampaignPause(sending));
    expect(paused.owed).toEqual([{ what: 'pause', item: 'first' }]);
    expect(advanceCampaign(paused, { day: addDays(today, 7), time: '12:00' })).toBe(paused);
    expect(of(applyCampaignResume({ ...paused, owed: [] })).owed).toEqual([{ what: 'goOn', item: 'first' }]);
    expect(applyCampaignResume(sending)).toEqual({ why: 'state' });
    expect(applyCampaignPause(paused)).toEqual({ why: 'state' });
  });

  it('cancels what goes out and what is planned, and can still withdraw what arrived', () => {
    const cancelled = of(applyCampaignCancellation(sending));
    expect(cancelled.owed).toEqual([{ what: 'cancel', item: 'first' }]);
    expect(cancelled.items.map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    expect(cancelled.state).toBe('cancelled');
    expect(applyCampaignCancellation(cancelled)).toEqual({ why: 'state' });
    expect(applyCampaignStart(cancelled)).toEqual({ why: 'state' });
    expect(of(applyItemWithdrawal(cancelled, 'first')).owed.at(-1)).toEqual({ what: 'withdraw', item: 'first' });
    expect(applyItemWithdrawal(cancelled, 'second')).toEqual({ why: 'state' });
  });

  it('withdraws an item from everybody who may have got it, those who joined later as well', () => {
    let campaign = createRunningCampaign(createCampaign({ joiners: 'fromBeginning' }, ['first']));
    for (const on of [0, 7, 14]) {
      campaign = advanceCampaign(campaign, { day: addDays(today, on), time: '12:00' });
      campaign = completeRuns({ ...campaign, owed: [] }, on < 14 ? activeRuns(campaign) : []);
    }
    expect(of(applyItemWithdrawal(campaign, 'first')).owed).toEqual([
      { what: 'cancel', item: 'first', week: '2026-W46' },
      { what: 'withdraw', item: 'first' },
      { what: 'withdraw', item: 'first', week: '2026-W45' },
      { what: 'withdraw', item: 'first', week: '2026-W46' },
    ]);
    const withdrawn = { ...of(applyItemWithdrawal(campaign, 'first')), owed: [] };
    expect(applyItemWithdrawal(withdrawn, 'first')).toEqual({ why: 'state' });
    expect(advanceCampaign(withdrawn, { day: addDays(today, 21), time: '12:00' })).toBe(withdrawn);
  });
});

it('never sends what nobody else approved as it stands, whatever two people do in whichever order', () => {
  const people = [writer, approver, toPersonId('third')];
  const act = fc.record({
    what: fc.constantFrom(
      'set',
      'approve',
      'reorder',
      'rules',
      'start',
      'pause',
      'goOn',
      'withdraw',
      'cancelItem',
      'look',
    ),
    who: fc.constantFrom(...people),
    id: fc.constantFrom('first', 'second'),
    at: fc.constantFrom('09:00', '10:00'),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let campaign = createCampaign();
      /** Who changed each item last, kept beside the record. */
      const lastBy = new Map<string, string>([
        ['first', writer],
        ['second', writer],
      ]);
      acts.forEach(({ what, who, id, at }, place) => {
        const moment = { day: addDays(today, Math.floor(place / 2)), time: '12:00' };
        const standing = findPlannedItem(campaign, id);
        const outcomes: Readonly<Record<typeof what, () => CampaignEditResult>> = {
          set: () => applyItemChange(campaign, { ...wanted(id), on: standing?.on ?? today, at }, who, today),
          approve: () => applyItemApproval(campaign, { id, digest: digest(campaign, id) }, who, now),
          reorder: () => applyItemOrder(campaign, ['second', 'first'], who),
          rules: () => applyRulesChange(campaign, { ...campaign, quiet: { ...campaign.quiet, from: at } }, who, today),
          start: () => applyCampaignStart(campaign),
          pause: () => applyCampaignPause(campaign),
          goOn: () => applyCampaignResume(campaign),
          withdraw: () => applyItemWithdrawal(campaign, id),
          cancelItem: () => applyItemCancellation(campaign, id),
          look: () => advanceCampaign(campaign, moment),
        };
        const outcome = outcomes[what]();
        if ('why' in outcome) return;
        for (const after of outcome.items) {
          const before = findPlannedItem(campaign, after.item.id);
          const isOther = !before || plannedItemDigest(campaign, before) !== plannedItemDigest(outcome, after);
          if (isOther && what !== 'look') lastBy.set(after.item.id, who);
          if (before?.state === 'planned' && after.state === 'sending') {
            expect(outcome.state).toBe('running');
            expect(after.approval?.digest).toBe(plannedItemDigest(outcome, after));
            expect(after.approval?.by).not.toBe(lastBy.get(after.item.id));
          }
        }
        campaign = outcome;
        expect(campaignSchema.parse(structuredClone(campaign))).toEqual(campaign);
      });
    }),
  );
});
