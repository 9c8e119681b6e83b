import { type Campaign, campaignSchema } from '../../../core/model/campaign.ts';
import { surveyPhases } from '../../../core/model/survey.ts';
import { createCampaign } from './campaigns.ts';

/** A campaign whose first pulse began to go out on a day, and whose second is still planned. */
export function createSurveyCampaign(startedOn: string): Campaign {
  const made = createCampaign();
  return campaignSchema.parse({
    ...made,
    state: 'running',
    items: made.items.map((planned, at) => ({
      ...planned,
      item: { ...planned.item, pulse: surveyPhases[at] },
      ...(at === 0 && { state: 'sent', startedOn }),
    })),
  });
}
