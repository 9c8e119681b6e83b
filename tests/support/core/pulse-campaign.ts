import { type Campaign, campaignSchema } from '../../../core/model/campaign.ts';
import { pulsePhases } from '../../../core/model/survey.ts';
import { madeCampaign } from './campaigns.ts';

/** A campaign whose first pulse began to go out on a day, and whose second is still planned. */
export function pulseCampaign(startedOn: string): Campaign {
  const made = madeCampaign();
  return campaignSchema.parse({
    ...made,
    state: 'running',
    items: made.items.map((planned, at) => ({
      ...planned,
      item: { ...planned.item, pulse: pulsePhases[at] },
      ...(at === 0 && { state: 'sent', startedOn }),
    })),
  });
}
