import { z } from 'zod';
import { personIdSchema } from '../terms/directory.ts';
import { campaignItemSchema } from './campaign-item.ts';

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

export const campaignEventSchema = z.object({
  kind: z.enum(campaignEventKinds),
  by: z.union([z.literal('system'), z.object({ objectId: personIdSchema })]),
  at: z.iso.datetime(),
  request: z.string().optional(),
  item: campaignItemSchema.shape.id.optional(),
  digest: z.string().optional(),
});
export type CampaignEvent = z.infer<typeof campaignEventSchema>;

/** The most entries by people, so that no page makes a history grow without end. */
export const mostEvents = 2_000;
