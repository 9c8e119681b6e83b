import { type Campaign, plannedItemDigest, type PlannedItem } from '../../../core/model/campaign.ts';
import type { CampaignItem } from '../../../core/model/campaign-item.ts';
import { defaultQuietHours } from '../../../core/model/quiet-hours.ts';
import { addDays, type Day, toDay } from '../../../core/model/calendar.ts';
import { toPersonId } from '../../../core/model/roles.ts';

/** Two people who write campaigns. */
export const [writer, approver] = [toPersonId('writer'), toPersonId('approver')];

export const parseTestDay = (text: string): Day => toDay(new Date(`${text}T12:00:00Z`), 'UTC');

/** A made-up item of a campaign. */
export const createItem = (id: string, week = 0): CampaignItem => ({
  id,
  week,
  title: { en: `Item ${id}`, cy: `Eitem ${id}` },
  body: { en: 'A short read.', cy: 'Darn byr.' },
  topic: 'behaviours',
});

/** A campaign as a draft that starts on a Monday, an item a week at ten. */
export function createCampaign(
  changes: Partial<Campaign> = {},
  ids: readonly string[] = ['first', 'second'],
): Campaign {
  const startsOn = changes.startsOn ?? parseTestDay('2026-11-02');
  return {
    id: '0123456789abcdef',
    name: 'Autumn',
    startsOn,
    joiners: 'whereItIs',
    quiet: defaultQuietHours,
    items: ids.map((id, week) => ({
      item: createItem(id, week),
      on: addDays(startsOn, 7 * week),
      at: '10:00',
      audience: { kind: 'everybody' },
      state: 'planned',
      changedBy: writer,
    })),
    state: 'draft',
    revision: 0,
    owed: [],
    ...changes,
  };
}

/** An item that a second person approved as it stands. */
export const markItemApproved = (campaign: Campaign, planned: PlannedItem): PlannedItem => ({
  ...planned,
  approval: { by: approver, at: '2026-11-01T12:00:00.000Z', digest: plannedItemDigest(campaign, planned) },
});

/** The campaign running, with each item approved. */
export const createRunningCampaign = (campaign: Campaign): Campaign => ({
  ...campaign,
  state: 'running',
  items: campaign.items.map((planned) => markItemApproved(campaign, planned)),
});
