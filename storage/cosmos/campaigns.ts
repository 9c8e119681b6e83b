import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CampaignChannels } from '../../concerns/ports/campaign-channels.ts';
import type { CampaignStore } from '../../concerns/ports/campaign-store.ts';
import { campaignSchema } from '../../concerns/records/campaign.ts';
import { campaignChannelSchema } from '../../concerns/records/campaign-channel.ts';
import { campaignEventSchema } from '../../concerns/records/campaign-event.ts';
import { besideOf, keptIfReadable } from '../kept.ts';
import { parsed } from '../parsed.ts';
import { markOver, over as overOf } from '../record-shapes.ts';
import { type CosmosDocuments, documentOf, isEtag, versioned, versionedIfReadable } from './cosmos-documents.ts';

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
    return document === undefined ? undefined : versioned('campaign', campaignSchema, document, 'campaign');
  },

  list: async () => {
    const found = await state.query({
      query: `SELECT c.campaign, c._etag, c.shape, c.oldestWriter FROM c WHERE c.type = 'campaign'`,
    });
    return found.flatMap((document) => {
      const { value, version } = versionedIfReadable('campaign', campaignSchema, document, 'campaign');
      return value === undefined ? [] : [{ value, version }];
    });
  },

  write: async (campaign, over, added) => {
    const [id, writeId] = [documentIdOf(campaign.id), randomUUID()];
    if (over !== undefined && !isEtag(over)) return false;
    const at = over === undefined ? undefined : overOf('campaign', over);
    const standing = at === undefined ? undefined : await state.read(id, id);
    if (at !== undefined && standing === undefined) return false;
    const history = standing === undefined ? undefined : parsed(historySchema, standing);
    if (history !== undefined && history._etag !== at?.version) return false;
    const events = [...(history?.events ?? []), ...added];
    // What stands beside the campaign is that of its document: a list asks for nothing of it.
    const stood = keptIfReadable('campaign', campaignSchema, standing, 'campaign') ?? campaign;
    const fields = { ...besideOf('campaign', stood, at?.mark), campaign, events, type: 'campaign', writeId };
    const resourceBody = { ...documentOf(fields), id };
    const operation =
      at === undefined
        ? ({ operationType: 'Create', resourceBody } as const)
        : ({ operationType: 'Replace', id, ifMatch: at.version, resourceBody } as const);
    return (await state.batch(id, [operation], { id, writeId })).kind === 'done';
  },

  history: async (id) => {
    const document = await state.read(documentIdOf(id), documentIdOf(id));
    if (document === undefined) return [];
    return parsed(historySchema, document).events.map((entry) => campaignEventSchema.safeParse(entry).data);
  },
});

const channelDocumentId = (id: string): string => `campaignChannel:${id}`;

/** The channels that were named for campaigns, in Cosmos DB. */
export const cosmosCampaignChannels = (state: CosmosDocuments): CampaignChannels => ({
  all: async () => {
    const found = await state.query({ query: `SELECT * FROM c WHERE c.type = 'campaignChannel'` });
    return found
      .map((document) => keptIfReadable('campaignChannel', campaignChannelSchema, document, 'channel'))
      .filter((channel) => channel !== undefined);
  },

  write: async (channel) => {
    const id = channelDocumentId(channel.id);
    const mark = markOver('campaignChannel', await state.read(id, id));
    const fields = { ...besideOf('campaignChannel', channel, mark), channel, id, type: 'campaignChannel' };
    await state.upsert(documentOf(fields), id);
  },

  remove: (id) => state.remove(channelDocumentId(id), channelDocumentId(id)),
});
