import { z } from 'zod';
import {
  campaignAudienceSchema,
  campaignIdSchema,
  channelIdSchema,
  joinerRules,
  mostItems,
} from '../concerns/records/campaign.ts';
import { campaignItemSchema, quarterNameSchema } from '../concerns/records/campaign-item.ts';
import { daySchema } from '../concerns/records/case-record.ts';
import { quietHoursSchema, timeOfDaySchema } from '../concerns/records/quiet-hours.ts';
import { languages } from '../concerns/terms/language.ts';

/** Drawn by the page for each thing somebody does: a repeat of it is done once. */
const request = z.string().regex(/^[0-9a-f]{32}$/u);
const digest = z.string().regex(/^[\w-]{43}$/u);
const name = z.string().trim().min(1).max(80);
const itemId = campaignItemSchema.shape.id;

const ofACampaign = z.strictObject({ campaign: campaignIdSchema });
/** A change of a campaign: `revision` is the one that the page shows. */
const change = z.strictObject({ campaign: campaignIdSchema, revision: z.int().min(0), request });
const ofAnItem = change.extend({ item: itemId });

/** The body of each operation on campaigns. */
export const campaignRequests = {
  'campaigns.list': z.strictObject({}),
  'campaigns.read': ofACampaign,
  'campaigns.readPulse': ofACampaign.extend({ language: z.enum(languages) }),
  'campaigns.create': z.strictObject({ name, startsOn: daySchema, request }),
  'campaigns.setRules': change.extend({
    rules: z.strictObject({ name, startsOn: daySchema, joiners: z.enum(joinerRules), quiet: quietHoursSchema }),
  }),
  'campaigns.setItem': change.extend({
    wanted: z.strictObject({
      item: campaignItemSchema,
      on: daySchema,
      at: timeOfDaySchema,
      audience: campaignAudienceSchema,
    }),
  }),
  'campaigns.reorderItems': change.extend({ order: z.array(itemId).max(mostItems) }),
  'campaigns.cancelItem': ofAnItem,
  /** `digest` is of the item as the page showed it. */
  'campaigns.approveItem': ofAnItem.extend({ digest }),
  'campaigns.withdrawItem': ofAnItem,
  'campaigns.start': change,
  'campaigns.pause': change,
  'campaigns.goOn': change,
  'campaigns.cancel': change,
  /** An item as it is written in the page, drawn as its card. */
  'campaigns.preview': z.strictObject({ item: campaignItemSchema, language: z.enum(languages) }),
  /** The same card, sent to whoever asks, in their own chat. */
  'campaigns.sendToMe': z.strictObject({ item: campaignItemSchema, language: z.enum(languages) }),
  /** The lines of "You said, we did", of a quarter or of the last that can be told. */
  'campaigns.figures': z.strictObject({ quarter: quarterNameSchema.optional() }),
  'campaigns.nameChannel': z.strictObject({ channel: channelIdSchema, name: z.string().trim().min(1).max(60) }),
} as const;
