import { z } from 'zod';
import {
  type Campaign,
  campaignAudienceSchema,
  type CampaignEvent,
  campaignIdSchema,
  channelIdSchema,
  joinerRules,
  mostItems,
  type PlannedItem,
} from '../core/model/campaign.ts';
import type { CampaignNotAllowed } from '../core/model/campaign-edits.ts';
import { campaignItemSchema, quarterNameSchema } from '../core/model/campaign-item.ts';
import { campaignRoles, type PersonId } from '../core/model/directory.ts';
import { daySchema } from '../core/model/case-record.ts';
import { quietHoursSchema, timeOfDaySchema } from '../core/model/quiet-hours.ts';
import type { StopReason } from '../core/model/delivery.ts';
import type { Day } from '../core/model/calendar.ts';
import { type Language, languages } from '../core/model/language.ts';
import type { SaidAndDid } from '../summary/feedback-figures.ts';
import type { PulseQuestionTable } from '../summary/survey/survey-tables.ts';
import { answer, type Definitions } from './definition.ts';
import { digest, request } from './fields.ts';
import type { ShownPerson } from './answers.ts';

export interface ItemHealth {
  readonly sent: number;
  readonly waiting: number;
  readonly failed: Readonly<Partial<Record<string, number>>>;
  readonly gone: number;
  /** `few`: fewer than five. */
  readonly optedOut: number | 'few';
  readonly notKnown: number;
  readonly cancelled: number;
}

export type ChannelHealth = Readonly<
  Record<'posted' | 'waiting' | 'failed' | 'notKnown' | 'withdrawn' | 'stays', number>
>;

export interface ShownItem extends Pick<PlannedItem, 'item' | 'on' | 'at' | 'audience' | 'state' | 'startedOn'> {
  /** Approvals name this digest. */
  readonly digest: string;
  readonly changedBy: PersonId;
  readonly approvedBy?: PersonId;
  readonly mayApprove: boolean;
  readonly health?: ItemHealth;
  /** Why the sender paused it by itself: it reached none of the first hundred. */
  readonly stopped?: StopReason;
  readonly channels?: ChannelHealth;
  /** People who installed the app later and were sent it, rounded down to ten. */
  readonly joiners?: number;
  readonly withdrawal?: Pick<ItemHealth, 'sent' | 'waiting' | 'failed' | 'notKnown'>;
}

export interface ShownChannel {
  readonly id: string;
  readonly name?: string;
  readonly language: Language;
  readonly on: Day;
}

export type ShownCampaignEvent = Omit<CampaignEvent, 'request' | 'digest'> | 'unreadable';

export interface CampaignView
  extends Pick<Campaign, 'id' | 'name' | 'startsOn' | 'joiners' | 'quiet' | 'state' | 'revision'> {
  readonly items: readonly ShownItem[];
  readonly history: readonly ShownCampaignEvent[];
  readonly people: readonly ShownPerson[];
  readonly channels: readonly ShownChannel[];
  readonly topics: readonly { readonly id: string; readonly title: Readonly<Record<Language, string>> }[];
  readonly today: Day;
}

export interface CampaignRow extends Pick<Campaign, 'id' | 'name' | 'startsOn' | 'state'> {
  readonly items: number;
  readonly out: number;
  readonly unapproved: number;
}

export type CampaignTold =
  | { readonly kind: 'campaign'; readonly campaign: CampaignView }
  | { readonly kind: 'moved'; readonly campaign: CampaignView }
  | { readonly kind: 'notAllowed'; readonly why: CampaignNotAllowed };

export type TestSent = { readonly kind: 'sent' | 'noChat' | 'busy' | 'notKnown' };

/** `damaged`: the figures of one of its weeks cannot be read. */
export type FiguresTold = SaidAndDid | { readonly kind: 'damaged' };

/** `notNow`: the server's clock is in doubt. */
export type PulseTold =
  | {
      readonly kind: 'pulse';
      readonly tables: readonly PulseQuestionTable[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'notNow' };

interface CampaignList {
  readonly campaigns: readonly CampaignRow[];
  readonly channels: readonly ShownChannel[];
  readonly plan: number;
  readonly today: Day;
}

const name = z.string().trim().min(1).max(80);
const itemId = campaignItemSchema.shape.id;
const ofACampaign = z.strictObject({ campaign: campaignIdSchema });
const change = z.strictObject({ campaign: campaignIdSchema, revision: z.int().min(0), request });
const ofAnItem = change.extend({ item: itemId });
const anItem = z.strictObject({ item: campaignItemSchema, language: z.enum(languages) });

const { write, approve } = campaignRoles;
const looks = { roles: approve, leaves: 'log', reads: true } as const;
const changes = { answer: answer<CampaignTold>(), roles: write, leaves: 'log' } as const;

export const campaignOperations = {
  'campaigns.list': { ...looks, body: z.strictObject({}), answer: answer<CampaignList>() },
  'campaigns.read': { ...looks, body: ofACampaign, answer: answer<CampaignView>() },
  'campaigns.readPulse': {
    ...looks,
    body: ofACampaign.extend({ language: z.enum(languages) }),
    answer: answer<PulseTold>(),
  },
  'campaigns.create': { ...changes, body: z.strictObject({ name, startsOn: daySchema, request }) },
  'campaigns.setRules': {
    ...changes,
    body: change.extend({
      rules: z.strictObject({ name, startsOn: daySchema, joiners: z.enum(joinerRules), quiet: quietHoursSchema }),
    }),
  },
  'campaigns.setItem': {
    ...changes,
    body: change.extend({
      wanted: z.strictObject({
        item: campaignItemSchema,
        on: daySchema,
        at: timeOfDaySchema,
        audience: campaignAudienceSchema,
      }),
    }),
  },
  'campaigns.reorderItems': { ...changes, body: change.extend({ order: z.array(itemId).max(mostItems) }) },
  'campaigns.cancelItem': { ...changes, body: ofAnItem },
  /** `digest` is that of the item as the page showed it. */
  'campaigns.approveItem': { ...changes, body: ofAnItem.extend({ digest }), roles: approve },
  'campaigns.withdrawItem': { ...changes, body: ofAnItem },
  'campaigns.start': { ...changes, body: change },
  'campaigns.pause': { ...changes, body: change },
  'campaigns.goOn': { ...changes, body: change },
  'campaigns.cancel': { ...changes, body: change },
  'campaigns.preview': { ...looks, body: anItem, answer: answer<{ readonly page: object; readonly card: object }>() },
  'campaigns.sendToMe': { body: anItem, answer: answer<TestSent>(), roles: approve, leaves: 'log' },
  'campaigns.figures': {
    ...looks,
    body: z.strictObject({ quarter: quarterNameSchema.optional() }),
    answer: answer<FiguresTold>(),
  },
  'campaigns.nameChannel': {
    body: z.strictObject({ channel: channelIdSchema, name: z.string().trim().min(1).max(60) }),
    answer: answer<{ readonly named: true }>(),
    roles: write,
    leaves: 'log',
  },
} as const satisfies Definitions;
