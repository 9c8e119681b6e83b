import type { CampaignChannelStore, CampaignStore, SurveyCounters } from '../../core/ports/campaign-stores.ts';
import { campaignChannelSchema, campaignEventSchema, campaignSchema } from '../../core/model/campaign.ts';
import { mergeSurveyCounts, surveyWeekSchema } from '../../core/model/survey-week.ts';
import { type DocumentStore, defineRecordKind, parseReadableRecords, parseRecordValue } from '../document-store.ts';
import { parseVersioned } from '../record-codec.ts';

/** The document holds its history: two thousand entries and sixty items fit its limit. */
export const campaignKind = defineRecordKind({
  kind: 'campaign',
  schema: campaignSchema,
  table: 'campaigns',
  key: { id: 'id' },
  getKey: ({ id }) => [id],
  version: 'counted',
  recordField: 'campaign',
  entries: { table: 'campaign_events', column: 'campaign_id', field: 'events' },
});

export const createCampaignStore = (documents: DocumentStore): CampaignStore => ({
  read: async (id) => {
    const stored = await documents.read(campaignKind, [id]);
    return stored && parseVersioned(campaignKind, stored);
  },
  list: async () => parseReadableRecords(campaignKind, await documents.list(campaignKind)),
  write: (campaign, expectedVersion, events) => documents.write(campaignKind, campaign, expectedVersion, events),
  history: async (id) =>
    (await documents.entries(campaignKind, [id])).map((entry) => campaignEventSchema.safeParse(entry).data),
});

export const campaignChannelKind = defineRecordKind({
  kind: 'campaignChannel',
  schema: campaignChannelSchema,
  table: 'campaign_channels',
  key: { id: 'id' },
  getKey: ({ id }) => [id],
  recordField: 'channel',
});

export const createCampaignChannels = (documents: DocumentStore): CampaignChannelStore => ({
  all: async () =>
    parseReadableRecords(campaignChannelKind, await documents.list(campaignChannelKind)).map(({ value }) => value),
  write: (channel) => documents.update(campaignChannelKind, [channel.id], () => channel),
  remove: (id) => documents.remove(campaignChannelKind, [id]),
});

export const surveyKind = defineRecordKind({
  kind: 'pulse',
  schema: surveyWeekSchema,
  table: 'pulse',
  key: { campaign: 'campaign', phase: 'phase', week: 'week' },
  getKey: ({ campaign, phase, week }) => [campaign, phase, week],
});

export const createSurveyCounters = (documents: DocumentStore): SurveyCounters => ({
  add: (counted) =>
    documents.update(surveyKind, surveyKind.getKey(counted), (stored) => {
      const before = stored?.document === undefined ? undefined : parseRecordValue(surveyKind, stored);
      return { ...before, ...counted, counts: mergeSurveyCounts(before?.counts ?? {}, counted.counts) };
    }),
  listWeeks: async (campaign) =>
    parseReadableRecords(surveyKind, await documents.list(surveyKind, [['campaign', '=', campaign]])).map(
      ({ value }) => value,
    ),
});
