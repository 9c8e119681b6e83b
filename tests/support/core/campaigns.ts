import { type Campaign, digestOfPlanned, type PlannedItem } from '../../../core/model/campaign.ts';
import type { CampaignItem } from '../../../core/model/campaign-item.ts';
import { usualQuietHours } from '../../../core/model/quiet-hours.ts';
import { addDays, type Day, dayOf } from '../../../core/model/calendar.ts';
import { personId } from '../../../core/model/directory.ts';

/** Two people who write campaigns. */
export const [writer, approver] = [personId('writer'), personId('approver')];

export const day = (text: string): Day => dayOf(new Date(`${text}T12:00:00Z`), 'UTC');

/** A made-up item of a campaign. */
export const madeItem = (id: string, week = 0): CampaignItem => ({
  id,
  week,
  title: { en: `Item ${id}`, cy: `Eitem ${id}` },
  body: { en: 'A short read.', cy: 'Darn byr.' },
  topic: 'behaviours',
});

/** A campaign as a draft that starts on a Monday, an item a week at ten. */
export function madeCampaign(changes: Partial<Campaign> = {}, ids: readonly string[] = ['first', 'second']): Campaign {
  const startsOn = changes.startsOn ?? day('2026-11-02');
  return {
    id: '0123456789abcdef',
    name: 'Autumn',
    startsOn,
    joiners: 'whereItIs',
    quiet: usualQuietHours,
    items: ids.map((id, week) => ({
      item: madeItem(id, week),
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
export const approved = (campaign: Campaign, planned: PlannedItem): PlannedItem => ({
  ...planned,
  approval: { by: approver, at: '2026-11-01T12:00:00.000Z', digest: digestOfPlanned(campaign, planned) },
});

/** The campaign running, with each item approved. */
export const runningCampaign = (campaign: Campaign): Campaign => ({
  ...campaign,
  state: 'running',
  items: campaign.items.map((planned) => approved(campaign, planned)),
});
