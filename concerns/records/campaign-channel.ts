import { createHash } from 'node:crypto';
import { z } from 'zod';
import { languages } from '../terms/language.ts';
import { personIdSchema } from '../terms/directory.ts';
import { channelIdSchema } from './campaign.ts';
import { daySchema } from './case-record.ts';

export const campaignChannelSchema = z.object({
  id: channelIdSchema,
  conversationId: z.string().min(1),
  serviceUrl: z.string().min(1),
  tenantId: z.string(),
  language: z.enum(languages),
  name: z.string().min(1).max(60).optional(),
  by: personIdSchema,
  on: daySchema,
});
export type CampaignChannel = z.infer<typeof campaignChannelSchema>;

export const campaignChannelIdOf = (conversationId: string): string =>
  createHash('sha256').update(`candour/1/campaign-channel ${conversationId}`).digest('base64url');
