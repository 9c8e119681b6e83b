import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CampaignChannels } from '../../concerns/ports/campaign-channels.ts';
import type { CampaignStore } from '../../concerns/ports/campaign-store.ts';
import { campaignSchema } from '../../concerns/records/campaign.ts';
import { campaignChannelSchema } from '../../concerns/records/campaign-channel.ts';
import { campaignEventSchema } from '../../concerns/records/campaign-event.ts';
import { parsed } from '../parsed.ts';
import { type CosmosDocuments, documentOf, isEtag } from './cosmos-documents.ts';

const campaignDocumentSchema = z.object({ campaign: campaignSchema, _etag: z.string() });
/** Entries as they stand: one that cannot be read is written back as it is, and keeps nobody from stopping a campaign. */
const historySchema = z.object({
  events: z
    .unknown()
    .optional()
    .transform((events): readonly unknown[] => {
      if (events === undefined) return [];
      return Array.isArray(events) ? events : [events];
    }),
  _etag: z.string(),
});

const documentIdOf = (id: string): string => `campaign:${id}`;

/**
 * Campaigns in Cosmos DB, a document each with its history in it: both are written at once, and what is `state` has no
 * other document in the partition. Two thousand entries and sixty items stay under what a document may weigh.
 */
export const cosmosCampaigns = (state: CosmosDocuments): CampaignStore => ({
  read: async (id) => {
    const document = await state.read(documentIdOf(id), documentIdOf(id));
    if (document === undefined) return undefined;
    const { campaign, _etag } = parsed(campaignDocumentSchema, document);
    return { value: campaign, version: _etag };
  },

  list: async () => {
    const found = await state.query({ query: `SELECT c.campaign, c._etag FROM c WHERE c.type = 'campaign'` });
    return found.flatMap((document) => {
      const { data } = campaignDocumentSchema.safeParse(document);
      return data ? [{ value: data.campaign, version: data._etag }] : [];
    });
  },

  write: async (campaign, over, added) => {
    const [id, writeId] = [documentIdOf(campaign.id), randomUUID()];
    if (over !== undefined && !isEtag(over)) return false;
    const standing = over === undefined ? undefined : await state.read(id, id);
    if (over !== undefined && standing === undefined) return false;
    const history = standing === undefined ? undefined : parsed(historySchema, standing);
    if (history !== undefined && history._etag !== over) return false;
    const events = [...(history?.events ?? []), ...added];
    const resourceBody = { ...documentOf({ campaign, events, type: 'campaign', writeId }), id };
    const operation =
      over === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: over, resourceBody } as const);
    return (await state.batch(id, [operation], { id, writeId })).kind === 'done';
  },

  history: async (id) => {
    const document = await state.read(documentIdOf(id), documentIdOf(id));
    if (document === undefined) return [];
    return parsed(historySchema, document).events.map((entry) => campaignEventSchema.safeParse(entry).data);
  },
});

const channelDocumentId = (id: string): string => `campaignChannel:${id}`;
const channelDocumentSchema = z.object({ channel: campaignChannelSchema });

/** The channels that were named for campaigns, in Cosmos DB. */
export const cosmosCampaignChannels = (state: CosmosDocuments): CampaignChannels => ({
  all: async () => {
    const found = await state.query({ query: `SELECT c.channel FROM c WHERE c.type = 'campaignChannel'` });
    return found
      .map((document) => channelDocumentSchema.safeParse(document).data?.channel)
      .filter((channel) => channel !== undefined);
  },

  write: (channel) => state.upsert(documentOf({ channel, id: channelDocumentId(channel.id), type: 'campaignChannel' })),

  remove: (id) => state.remove(channelDocumentId(id), channelDocumentId(id)),
});
