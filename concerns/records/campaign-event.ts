import { z } from 'zod';
import { personIdSchema } from '../terms/person-id.ts';
import { campaignItemSchema } from './campaign-item.ts';

/** The kinds of what happens to a campaign: by people, and by itself. */
const campaignEventKinds = [
  'created',
  'rulesSet',
  'itemSet',
  'itemCancelled',
  'reordered',
  'itemApproved',
  'started',
  'paused',
  'wentOn',
  'cancelled',
  'itemWithdrawn',
  'itemStarted',
  'itemSent',
  'itemStopped',
  'ended',
] as const;
export type CampaignEventKind = (typeof campaignEventKinds)[number];

/** One entry of the append-only history of a campaign: who did what, and when. It holds nothing of whom it reached. */
export const campaignEventSchema = z.object({
  kind: z.enum(campaignEventKinds),
  by: z.union([z.literal('system'), z.object({ objectId: personIdSchema })]),
  at: z.iso.datetime(),
  /** The digest of the request that it came from. */
  request: z.string().optional(),
  item: campaignItemSchema.shape.id.optional(),
  /** The digest of what was set or approved. */
  digest: z.string().optional(),
});
export type CampaignEvent = z.infer<typeof campaignEventSchema>;

/** The most entries that people leave in one history: no page makes it grow without end. */
export const mostEvents = 2_000;
