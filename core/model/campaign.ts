import { z } from 'zod';
import { languages } from './language.ts';
import { type PersonId, personIdSchema } from './roles.ts';
import { parseWeek, type Week } from './calendar.ts';
import { campaignItemSchema } from './campaign-item.ts';
import { daySchema } from './case-record.ts';
import { quietHoursSchema, timeOfDaySchema } from './quiet-hours.ts';
import { canonicalJson, sha256 } from './digests.ts';

export const maxCampaignItems = 60;
const maxChannels = 50;

export const campaignIdSchema = z.string().regex(/^[0-9a-f]{16}$/u);
export const channelIdSchema = z.string().regex(/^[\w-]{43}$/u);

const canonicalWeekSchema = z.string().transform((text, context): Week => {
  const week = parseWeek(text);
  if (week === undefined || week !== text) context.addIssue({ code: 'custom', message: 'no week' });
  return week ?? z.NEVER;
});

export const joinerRules = ['fromBeginning', 'whereItIs'] as const;
export type JoinerRule = (typeof joinerRules)[number];

/** Never a part of the people. */
export const campaignAudienceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everybody') }),
  z.object({ kind: z.literal('channels'), ids: z.array(channelIdSchema).min(1).max(maxChannels).readonly() }),
]);
export type CampaignAudience = z.infer<typeof campaignAudienceSchema>;

/**
 * `waiting`: Teams asked for time. `taken`: a server is posting, and if it dies no one tries again. `stays`: posted,
 * and Teams does not let it be withdrawn.
 */
const postStates = ['waiting', 'taken', 'posted', 'failed', 'notKnown', 'withdrawn', 'stays'] as const;
const channelPostSchema = z.object({
  channel: channelIdSchema,
  state: z.enum(postStates),
  until: z.iso.datetime().optional(),
  message: z
    .object({ serviceUrl: z.string(), conversationId: z.string(), activityId: z.string(), language: z.enum(languages) })
    .optional(),
});
export type ChannelPost = z.infer<typeof channelPostSchema>;

const itemStates = ['planned', 'sending', 'sent', 'withdrawn', 'cancelled'] as const;

const plannedItemSchema = z.object({
  item: campaignItemSchema,
  on: daySchema,
  at: timeOfDaySchema,
  audience: campaignAudienceSchema,
  state: z.enum(itemStates),
  /** Neither the last author nor the person who moved it since approves it. */
  changedBy: personIdSchema,
  movedBy: personIdSchema.optional(),
  /** The approval covers exactly the content of `digest`. */
  approval: z.object({ by: personIdSchema, at: z.iso.datetime(), digest: z.string() }).optional(),
  startedOn: daySchema.optional(),
  joiners: z
    .object({
      to: canonicalWeekSchema,
      on: daySchema,
      /** The week before that day, so that no one gets two items on a day. */
      before: canonicalWeekSchema.optional(),
      running: z.array(canonicalWeekSchema).readonly(),
    })
    .optional(),
  posts: z.array(channelPostSchema).readonly().optional(),
});
export type PlannedItem = z.infer<typeof plannedItemSchema>;

const pendingRunActionSchema = z.object({
  what: z.enum(['start', 'pause', 'goOn', 'cancel', 'withdraw']),
  item: campaignItemSchema.shape.id,
  week: canonicalWeekSchema.optional(),
});
export type PendingRunAction = z.infer<typeof pendingRunActionSchema>;

const campaignStates = ['draft', 'running', 'paused', 'cancelled', 'ended'] as const;

/** It records nothing about whom it reached. */
export const campaignSchema = z.object({
  id: campaignIdSchema,
  name: z.string().min(1).max(80),
  startsOn: daySchema,
  joiners: z.enum(joinerRules),
  quiet: quietHoursSchema,
  items: z.array(plannedItemSchema).max(maxCampaignItems).readonly(),
  state: z.enum(campaignStates),
  /** Counts people's changes only. */
  revision: z.int().min(0),
  owed: z.array(pendingRunActionSchema).readonly(),
  /** Quiet hours interrupted it. */
  held: z.literal(true).optional(),
});
export type Campaign = z.infer<typeof campaignSchema>;

export const findPlannedItem = (campaign: Campaign, id: string): PlannedItem | undefined =>
  campaign.items.find((planned) => planned.item.id === id);

export const withPlannedItem = (campaign: Campaign, changed: PlannedItem): Campaign => ({
  ...campaign,
  items: campaign.items.map((planned) => (planned.item.id === changed.item.id ? changed : planned)),
});

export const sortBySchedule = (items: readonly PlannedItem[]): readonly PlannedItem[] =>
  [...items].sort((one, other) => (sortKey(one) < sortKey(other) ? -1 : 1));

const sortKey = ({ on, at, item }: PlannedItem): string => `${on} ${at} ${item.id}`;

export const plannedItemDigest = (
  { quiet, joiners }: Pick<Campaign, 'quiet' | 'joiners'>,
  { item, on, at, audience }: Pick<PlannedItem, 'item' | 'on' | 'at' | 'audience'>,
): string => sha256(canonicalJson(['candour/1/campaign-item', item, on, at, audience, quiet, joiners]));

export const isOwnWork = ({ changedBy, movedBy }: PlannedItem, by: PersonId): boolean =>
  changedBy === by || movedBy === by;

export const isItemApproved = (campaign: Campaign, planned: PlannedItem): boolean =>
  planned.approval !== undefined &&
  !isOwnWork(planned, planned.approval.by) &&
  planned.approval.digest === plannedItemDigest(campaign, planned);

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

export const campaignChannelId = (conversationId: string): string =>
  sha256(`candour/1/campaign-channel ${conversationId}`);

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

/** No page makes a history grow without end. */
export const maxCampaignEvents = 2_000;
