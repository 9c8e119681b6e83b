import { createHash } from 'node:crypto';
import { type Campaign, mostItems } from '../records/campaign.ts';
import type { CampaignItem } from '../records/campaign-item.ts';
import { mayWriteCampaigns } from '../terms/directory.ts';
import type { Actor } from '../records/permissions.ts';
import { usualQuietHours } from '../records/quiet-hours.ts';
import { addDays, type Day, dayOf } from '../terms/calendar.ts';
import { type CampaignDependencies, type CampaignOutcome, entryOf } from './change-campaign.ts';

const usualTime = '10:00';
const mostOpen = 20;

export interface AskedCampaign {
  readonly name: string;
  readonly startsOn: Day;
  readonly request: string;
}

/**
 * Makes a draft from a ready plan: each item in its week, on the first one's weekday or the days after. Each waits for
 * a second person. A repeat finds the first. Throws StoreError.
 */
export async function createCampaign(
  deps: CampaignDependencies,
  actor: Actor,
  { name, startsOn, request }: AskedCampaign,
  plan: readonly CampaignItem[],
): Promise<CampaignOutcome> {
  if (!mayWriteCampaigns(actor.roles)) return { kind: 'refused' };
  const by = actor.objectId;
  const id = createHash('sha256').update(`candour/1/campaign ${by} ${request}`).digest('hex').slice(0, 16);
  const earlier = await deps.campaigns.read(id);
  if (earlier) return { kind: 'changed', campaign: earlier.value, isNew: false };
  const now = deps.clock();
  const today = dayOf(now, deps.timeZone);
  if (startsOn < today) return { kind: 'notAllowed', why: 'past' };
  const open = (await deps.campaigns.list()).filter(({ value }) => !['cancelled', 'ended'].includes(value.state));
  if (open.length >= mostOpen || plan.length > mostItems) return { kind: 'notAllowed', why: 'full' };
  const campaign: Campaign = {
    id,
    name,
    startsOn,
    joiners: 'fromBeginning',
    quiet: usualQuietHours,
    items: plan.map((item, place) => ({
      item,
      // No one gets two on a day.
      on: addDays(startsOn, 7 * item.week + plan.slice(0, place).filter(({ week }) => week === item.week).length),
      at: usualTime,
      audience: { kind: 'everybody' },
      state: 'planned',
      changedBy: by,
    })),
    state: 'draft',
    revision: 0,
    owed: [],
  };
  const isWritten = await deps.campaigns.write(campaign, undefined, [
    entryOf({ kind: 'created' }, request, { by, now, today }),
  ]);
  const standing = isWritten ? campaign : (await deps.campaigns.read(id))?.value;
  return { kind: 'changed', campaign: standing ?? campaign, isNew: isWritten };
}
