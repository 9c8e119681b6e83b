import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type Campaign, sortBySchedule, findPlannedItem, withPlannedItem } from '../../../core/model/campaign.ts';
import { applyItemCancellation, applyCampaignResume, applyCampaignPause } from '../../../core/model/campaign-edits.ts';
import {
  completeRuns,
  joinDateRange,
  activeRuns,
  deliveryRunId,
  advanceCampaign,
} from '../../../core/model/campaign-progress.ts';
import { isInQuietHours, toLocalDateTime } from '../../../core/model/quiet-hours.ts';
import { addDays, type Day, toWeek } from '../../../core/model/calendar.ts';
import {
  markItemApproved,
  parseTestDay,
  createCampaign,
  createRunningCampaign,
  writer,
} from '../../support/core/campaigns.ts';

const timeZone = 'Europe/London';
const at = (instant: string) => toLocalDateTime(new Date(instant), timeZone);
const stateOf = (campaign: Campaign, id: string) => findPlannedItem(campaign, id)?.state;
const changed = (outcome: ReturnType<typeof applyCampaignPause>): Campaign => {
  if ('why' in outcome) throw new Error(outcome.why);
  return outcome;
};
/** The campaign after all that is owed was told, and each run has ended. */
const settled = (campaign: Campaign): Campaign => completeRuns({ ...campaign, owed: [] }, activeRuns(campaign));

describe('what is due of a campaign', () => {
  it('goes out from its day and time on, and not before', () => {
    const running = createRunningCampaign(createCampaign());
    expect(advanceCampaign(running, at('2026-11-02T09:59:00Z'))).toBe(running);
    const due = advanceCampaign(running, at('2026-11-02T10:00:00Z'));
    expect(due.owed).toEqual([{ what: 'start', item: 'first' }]);
    expect(stateOf(due, 'first')).toBe('sending');
    expect(stateOf(due, 'second')).toBe('planned');
    expect(advanceCampaign(due, at('2026-11-02T10:01:00Z'))).toBe(due);
  });

  it('waits without an approval, with one of another text, and with one of whoever changed it last', () => {
    const draft = createCampaign({ state: 'running' });
    const moment = at('2026-11-02T12:00:00Z');
    expect(advanceCampaign(draft, moment)).toBe(draft);
    const running = createRunningCampaign(createCampaign());
    const [first] = running.items;
    if (!first?.approval) throw new Error('no item');
    const other = withPlannedItem(running, { ...first, item: { ...first.item, title: { en: 'Other', cy: 'Arall' } } });
    expect(stateOf(advanceCampaign(other, moment), 'first')).toBe('planned');
    const own = withPlannedItem(running, { ...first, approval: { ...first.approval, by: writer } });
    expect(stateOf(advanceCampaign(own, moment), 'first')).toBe('planned');
  });

  it('is nothing in quiet hours, and late afterwards', () => {
    const running = createRunningCampaign(createCampaign({ startsOn: parseTestDay('2026-11-07') }));
    for (const quiet of ['2026-11-07T12:00:00Z', '2026-11-08T12:00:00Z', '2026-11-09T07:59:00Z']) {
      expect(advanceCampaign(running, at(quiet))).toBe(running);
    }
    expect(stateOf(advanceCampaign(running, at('2026-11-09T08:00:00Z')), 'first')).toBe('sending');
  });

  it('comes one a day after a pause, the oldest first, and what is planned for today after what is late', () => {
    const ids = ['one', 'two', 'three'];
    let campaign = createRunningCampaign(createCampaign({ state: 'running' }, ids));
    campaign = changed(applyCampaignResume(changed(applyCampaignPause(campaign))));
    const begun = (instant: string): readonly string[] => {
      const next = advanceCampaign(campaign, at(instant));
      const ids = next.owed.map(({ item }) => item);
      campaign = settled(next);
      return ids;
    };
    expect(begun('2026-11-16T10:00:00Z')).toEqual(['one']);
    expect(begun('2026-11-16T15:00:00Z')).toEqual([]);
    expect(begun('2026-11-17T09:00:00Z')).toEqual(['two']);
    expect(begun('2026-11-18T09:00:00Z')).toEqual(['three']);
    expect(campaign.state).toBe('ended');
  });

  it('holds what is going out when quiet hours begin, and goes on when they end', () => {
    const sending = {
      ...advanceCampaign(createRunningCampaign(createCampaign()), at('2026-11-02T18:59:00Z')),
      owed: [],
    };
    const held = advanceCampaign(sending, at('2026-11-02T19:00:00Z'));
    expect(held.owed).toEqual([{ what: 'pause', item: 'first' }]);
    expect(advanceCampaign(held, at('2026-11-02T19:01:00Z'))).toBe(held);
    const onAgain = advanceCampaign({ ...held, owed: [] }, at('2026-11-03T08:00:00Z'));
    expect(onAgain.owed).toEqual([{ what: 'goOn', item: 'first' }]);
    expect(onAgain.held).toBeUndefined();
  });

  it('does not go on in quiet hours where somebody goes on with the campaign', () => {
    const sending = {
      ...advanceCampaign(createRunningCampaign(createCampaign()), at('2026-11-02T18:59:00Z')),
      owed: [],
    };
    const held = { ...advanceCampaign(sending, at('2026-11-02T19:00:00Z')), owed: [] };
    const again = changed(applyCampaignResume({ ...changed(applyCampaignPause(held)), owed: [] }));
    expect(again.owed).toEqual([]);
    expect(advanceCampaign(again, at('2026-11-03T08:00:00Z')).owed).toEqual([{ what: 'goOn', item: 'first' }]);
  });
});

const plan = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 30 }),
    at: fc.constantFrom('07:00', '09:00', '10:30', '20:00'),
    isApproved: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);
/** Looks at a campaign at odd times over three months: sometimes nobody does for days. */
const looks = fc.array(fc.integer({ min: 5, max: 60 * 40 }), { minLength: 60, maxLength: 120 }).map((minutes) => {
  let instant = Date.parse('2026-10-12T00:00:00Z');
  return minutes.map((more) => new Date((instant += more * 60_000)));
});

const madeFrom = (
  items: readonly { after: number; at: string; isApproved: boolean }[],
  joiners: Campaign['joiners'],
): Campaign => {
  const base = createCampaign(
    { startsOn: parseTestDay('2026-10-12'), state: 'running', joiners },
    items.map((_, i) => `i${i}`),
  );
  const placed: Campaign = {
    ...base,
    items: base.items.map((planned, i) => ({
      ...planned,
      on: addDays(base.startsOn, items[i]?.after ?? 0),
      at: items[i]?.at ?? '10:00',
    })),
  };
  return {
    ...placed,
    items: placed.items.map((planned, i) => (items[i]?.isApproved ? markItemApproved(placed, planned) : planned)),
  };
};

describe('a campaign over months', () => {
  it('begins each approved item once, never early, never in quiet hours, and what is late one a day', () => {
    fc.assert(
      fc.property(plan, looks, (items, instants) => {
        let campaign = madeFrom(items, 'whereItIs');
        const begunOn = new Map<string, Day>();
        for (const instant of instants) {
          const moment = toLocalDateTime(instant, timeZone);
          const next = advanceCampaign(campaign, moment);
          for (const { what, item } of next.owed.slice(campaign.owed.length)) {
            if (what !== 'start') continue;
            expect(begunOn.has(item)).toBe(false);
            expect(isInQuietHours(moment, campaign.quiet)).toBe(false);
            const planned = findPlannedItem(campaign, item);
            expect(planned?.approval).toBeDefined();
            expect(`${planned?.on} ${planned?.at}` <= `${moment.day} ${moment.time}`).toBe(true);
            begunOn.set(item, moment.day);
          }
          campaign = next;
        }
        const late = sortBySchedule(campaign.items).filter(({ item, on }) => (begunOn.get(item.id) ?? on) > on);
        const lateDays = late.map(({ item }) => begunOn.get(item.id));
        expect(new Set(lateDays).size).toBe(lateDays.length);
        for (const [place, on = ''] of lateDays.entries()) expect(on >= (lateDays[place - 1] ?? '')).toBe(true);
      }),
    );
  });

  it('gives those who join each week the whole plan in its order, once, and never two on a day', () => {
    fc.assert(
      fc.property(plan, looks, (items, instants) => {
        let campaign = madeFrom(
          items.map((item) => ({ ...item, isApproved: true })),
          'fromBeginning',
        );
        const got = new Map<string, { readonly item: string; readonly on: Day }[]>();
        const runs = new Set<string>();
        for (const instant of instants) {
          const moment = toLocalDateTime(instant, timeZone);
          const next = advanceCampaign(campaign, moment);
          for (const { what, item, week } of next.owed) {
            if (what !== 'start' || week === undefined) continue;
            expect(isInQuietHours(moment, campaign.quiet)).toBe(false);
            const run = deliveryRunId(campaign, item, week);
            expect(runs.has(run)).toBe(false);
            runs.add(run);
            const joined = joinDateRange(campaign, week);
            // Nobody can join a week any more that its runs were begun for.
            expect((joined?.to ?? '') < moment.day).toBe(true);
            got.set(week, [...(got.get(week) ?? []), { item, on: moment.day }]);
          }
          campaign = settled(next);
        }
        for (const each of got.values()) {
          expect(new Set(each.map(({ on }) => on)).size).toBe(each.length);
        }
      }),
    );
  });

  it('reaches every joiner by one run, and those from before the start by another', () => {
    const campaign = createCampaign({ joiners: 'fromBeginning', startsOn: parseTestDay('2026-11-04') });
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const since = addDays(campaign.startsOn, days);
        const holds = (joined: ReturnType<typeof joinDateRange>) =>
          joined !== undefined && joined.from <= since && since <= joined.to;
        expect(holds(joinDateRange(campaign, undefined))).toBe(days < 0);
        if (days >= 0) expect(holds(joinDateRange(campaign, toWeek(since)))).toBe(true);
      }),
    );
    expect(joinDateRange(createCampaign(), undefined)).toBeUndefined();
  });

  it('keeps the weekdays of the plan for those who join later', () => {
    let campaign = createRunningCampaign(createCampaign({ joiners: 'fromBeginning' }));
    const begun: string[] = [];
    for (let days = 0; days < 28; days += 1) {
      for (const time of ['09:00', '10:00', '15:00']) {
        const next = advanceCampaign(campaign, { day: addDays(campaign.startsOn, days), time });
        begun.push(...next.owed.map(({ item, week = 'all' }) => `${item} ${week} on day ${days} at ${time}`));
        campaign = settled(next);
      }
    }
    expect(begun).toEqual([
      'first all on day 0 at 10:00',
      'second all on day 7 at 10:00',
      'first 2026-W45 on day 7 at 10:00',
      'first 2026-W46 on day 14 at 10:00',
      'second 2026-W45 on day 14 at 10:00',
      'first 2026-W47 on day 21 at 10:00',
      'second 2026-W46 on day 21 at 10:00',
    ]);
  });

  it('asks for a later item of joiners though an earlier one was taken out of the plan', () => {
    const campaign = createRunningCampaign(createCampaign({ joiners: 'fromBeginning' }));
    const without = changed(applyItemCancellation(campaign, 'first'));
    const sent = settled(advanceCampaign(without, at('2026-11-09T10:00:00Z')));
    expect(stateOf(sent, 'second')).toBe('sent');
    expect(advanceCampaign(sent, at('2026-11-16T10:00:00Z')).owed).toEqual([
      { what: 'start', item: 'second', week: toWeek(parseTestDay('2026-11-02')) },
    ]);
  });
});
