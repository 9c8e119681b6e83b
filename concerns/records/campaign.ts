import { z } from 'zod';
import { languages } from '../terms/language.ts';
import { personIdSchema } from '../terms/person-id.ts';
import { type Week, parseWeek } from '../terms/calendar.ts';
import { campaignItemSchema } from './campaign-item.ts';
import { daySchema } from './case-record.ts';
import { quietHoursSchema, timeOfDaySchema } from './quiet-hours.ts';

/** The most items that a campaign has, cancelled ones included. */
export const mostItems = 60;
/** The most channels that one item is posted to. */
const mostChannels = 50;

export const campaignIdSchema = z.string().regex(/^[0-9a-f]{16}$/u);
export const channelIdSchema = z.string().regex(/^[\w-]{43}$/u);

const weekSchema = z.string().transform((text, context): Week => {
  const week = parseWeek(text);
  if (week === undefined || week !== text) context.addIssue({ code: 'custom', message: 'no week' });
  return week ?? z.NEVER;
});

/** The ways in which those who get the app later are told: each from the beginning, or what is sent from then on. */
export const joinerRules = ['fromBeginning', 'whereItIs'] as const;
export type JoinerRule = (typeof joinerRules)[number];

/** Whom an item is for: everybody who has the app, or channels that somebody named. Never a part of the people. */
export const campaignAudienceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everybody') }),
  z.object({ kind: z.literal('channels'), ids: z.array(channelIdSchema).min(1).max(mostChannels).readonly() }),
]);
export type CampaignAudience = z.infer<typeof campaignAudienceSchema>;

/**
 * The states of a post in one channel. `waiting`: Teams took none and asked for time. `taken`: a server is at it; what it
 * leaves so is never tried again. `stays`: it was posted, and Teams does not let it be withdrawn.
 */
const postStates = ['waiting', 'taken', 'posted', 'failed', 'notKnown', 'withdrawn', 'stays'] as const;
const channelPostSchema = z.object({
  channel: channelIdSchema,
  state: z.enum(postStates),
  /** Until when a server has it to itself, or Teams is left in peace. */
  until: z.iso.datetime().optional(),
  /** The message in Teams, where it was posted. */
  message: z
    .object({ serviceUrl: z.string(), conversationId: z.string(), activityId: z.string(), language: z.enum(languages) })
    .optional(),
});
export type ChannelPost = z.infer<typeof channelPostSchema>;

/** The states of an item. A cancelled one may have gone out to some of those whom it was for. */
const itemStates = ['planned', 'sending', 'sent', 'withdrawn', 'cancelled'] as const;

/** An item in the plan of a campaign. */
const plannedItemSchema = z.object({
  item: campaignItemSchema,
  on: daySchema,
  at: timeOfDaySchema,
  audience: campaignAudienceSchema,
  state: z.enum(itemStates),
  /** Who changed the words last, and who the time or whom it is for since: neither of them approves it. */
  changedBy: personIdSchema,
  movedBy: personIdSchema.optional(),
  /** The approval, of exactly what `digest` is the digest of. */
  approval: z.object({ by: personIdSchema, at: z.iso.datetime(), digest: z.string() }).optional(),
  /** The day on which it began to go out. */
  startedOn: daySchema.optional(),
  /** How far it has come with those who got the app later, by the week in which they did. */
  joiners: z
    .object({
      /** The last week whose joiners it was started for, and the day on which it was. */
      to: weekSchema,
      on: daySchema,
      /** The same before that day, where there was one: what somebody got today is followed by nothing else today. */
      before: weekSchema.optional(),
      /** The weeks whose runs have not ended. */
      running: z.array(weekSchema).readonly(),
    })
    .optional(),
  posts: z.array(channelPostSchema).readonly().optional(),
});
export type PlannedItem = z.infer<typeof plannedItemSchema>;

/** Something that the sender was not told yet, in its order. Each may be told it twice. */
const owedSchema = z.object({
  what: z.enum(['start', 'pause', 'goOn', 'cancel', 'withdraw']),
  item: campaignItemSchema.shape.id,
  /** The week of those who joined; everybody's run where it is missing. */
  week: weekSchema.optional(),
});
export type Owed = z.infer<typeof owedSchema>;

const campaignStates = ['draft', 'running', 'paused', 'cancelled', 'ended'] as const;

/** A campaign: one plan, the same for everybody. It holds nothing of whom it reached. */
export const campaignSchema = z.object({
  id: campaignIdSchema,
  name: z.string().min(1).max(80),
  startsOn: daySchema,
  joiners: z.enum(joinerRules),
  quiet: quietHoursSchema,
  items: z.array(plannedItemSchema).max(mostItems).readonly(),
  state: z.enum(campaignStates),
  /** Grows with each change that a person makes, and with no other. */
  revision: z.int().min(0),
  owed: z.array(owedSchema).readonly(),
  /** Quiet hours began while something was going out: it goes on afterwards. */
  held: z.literal(true).optional(),
});
export type Campaign = z.infer<typeof campaignSchema>;

/** The item of a campaign with an id, `undefined` where there is none. */
export const itemOf = (campaign: Campaign, id: string): PlannedItem | undefined =>
  campaign.items.find((planned) => planned.item.id === id);

/** The campaign with one item in the place of the one with its id. */
export const withItem = (campaign: Campaign, changed: PlannedItem): Campaign => ({
  ...campaign,
  items: campaign.items.map((planned) => (planned.item.id === changed.item.id ? changed : planned)),
});

/** The order in which items go out: by day and time; the same order wherever two have the same. */
export const inPlanOrder = (items: readonly PlannedItem[]): readonly PlannedItem[] =>
  [...items].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));

const placeOf = ({ on, at, item }: PlannedItem): string => `${on} ${at} ${item.id}`;
