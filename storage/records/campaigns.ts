import type { CampaignChannels, CampaignStore, PulseCounters } from '../../core/ports/campaign-store.ts';
import { campaignChannelSchema, campaignEventSchema, campaignSchema } from '../../core/model/campaign.ts';
import { countedTogether, pulseWeekSchema } from '../../core/model/survey-week.ts';
import { type Documents, kindOf, readableIn, valueIn } from '../documents.ts';
import { versionedIn } from '../record-codec.ts';

/** Its document holds its history: two thousand entries and sixty items stay under the limit of a document. */
export const campaignKind = kindOf({
  kind: 'campaign',
  schema: campaignSchema,
  table: 'campaigns',
  key: { id: 'id' },
  keyOf: ({ id }) => [id],
  version: 'counted',
  under: 'campaign',
  entries: { table: 'campaign_events', column: 'campaign_id', field: 'events' },
});

export const campaignsIn = (documents: Documents): CampaignStore => ({
  read: async (id) => {
    const standing = await documents.read(campaignKind, [id]);
    return standing && versionedIn(campaignKind, standing);
  },
  list: async () => readableIn(campaignKind, await documents.list(campaignKind)),
  write: (campaign, over, events) => documents.write(campaignKind, campaign, over, events),
  history: async (id) =>
    (await documents.entries(campaignKind, [id])).map((entry) => campaignEventSchema.safeParse(entry).data),
});

export const campaignChannelKind = kindOf({
  kind: 'campaignChannel',
  schema: campaignChannelSchema,
  table: 'campaign_channels',
  key: { id: 'id' },
  keyOf: ({ id }) => [id],
  under: 'channel',
});

export const campaignChannelsIn = (documents: Documents): CampaignChannels => ({
  all: async () => readableIn(campaignChannelKind, await documents.list(campaignChannelKind)).map(({ value }) => value),
  write: (channel) => documents.update(campaignChannelKind, [channel.id], () => channel),
  remove: (id) => documents.remove(campaignChannelKind, [id]),
});

export const pulseKind = kindOf({
  kind: 'pulse',
  schema: pulseWeekSchema,
  table: 'pulse',
  key: { campaign: 'campaign', phase: 'phase', week: 'week' },
  keyOf: ({ campaign, phase, week }) => [campaign, phase, week],
});

export const pulseIn = (documents: Documents): PulseCounters => ({
  add: (counted) =>
    documents.update(pulseKind, pulseKind.keyOf(counted), (standing) => {
      const before = standing?.document === undefined ? undefined : valueIn(pulseKind, standing);
      return { ...before, ...counted, counts: countedTogether(before?.counts ?? {}, counted.counts) };
    }),
  of: async (campaign) =>
    readableIn(pulseKind, await documents.list(pulseKind, [['campaign', '=', campaign]])).map(({ value }) => value),
});
