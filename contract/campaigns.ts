import { z } from 'zod';
import {
  type Campaign,
  campaignAudienceSchema,
  campaignIdSchema,
  channelIdSchema,
  joinerRules,
  mostItems,
  type PlannedItem,
} from '../concerns/records/campaign.ts';
import type { CampaignNotAllowed } from '../concerns/records/campaign-changes.ts';
import type { CampaignEvent } from '../concerns/records/campaign-event.ts';
import { campaignItemSchema, quarterNameSchema } from '../concerns/records/campaign-item.ts';
import { campaignRoles } from '../concerns/records/campaign-roles.ts';
import { daySchema } from '../concerns/records/case-record.ts';
import { quietHoursSchema, timeOfDaySchema } from '../concerns/records/quiet-hours.ts';
import type { StopReason } from '../concerns/records/stopped-run.ts';
import type { Day } from '../concerns/terms/calendar.ts';
import { type Language, languages } from '../concerns/terms/language.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';
import type { SaidAndDid } from '../summary/pull/said-and-did.ts';
import type { PulseQuestionTable } from '../summary/pulse/pulse-tables.ts';
import { answer, type Definitions } from './definition.ts';
import { digest, request } from './fields.ts';
import type { ShownPerson } from './shown-person.ts';

/** How far an item has come with everybody whom it was for, in counts of people and in nothing else. */
export interface ItemHealth {
  readonly sent: number;
  readonly waiting: number;
  /** By reason, as the sender has them. */
  readonly failed: Readonly<Partial<Record<string, number>>>;
  /** Those who have the app no more. */
  readonly gone: number;
  /** Those who want no messages; `few` where they are fewer than five. */
  readonly optedOut: number | 'few';
  readonly notKnown: number;
  readonly cancelled: number;
}

/** How many channels an item was posted to, and what became of the others. */
export type ChannelHealth = Readonly<
  Record<'posted' | 'waiting' | 'failed' | 'notKnown' | 'withdrawn' | 'stays', number>
>;

/** An item of a plan, and how far it has come. */
export interface ShownItem extends Pick<PlannedItem, 'item' | 'on' | 'at' | 'audience' | 'state' | 'startedOn'> {
  /** The digest of it as it is shown: what is approved. */
  readonly digest: string;
  readonly changedBy: PersonId;
  /** Who approved it as it stands; nobody where it waits for an approval. */
  readonly approvedBy?: PersonId;
  /** Whether whoever looks may approve it: they did not change it last. */
  readonly mayApprove: boolean;
  readonly health?: ItemHealth;
  /** Why the sender paused it by itself: of the first hundred nobody is known to have it. */
  readonly stopped?: StopReason;
  readonly channels?: ChannelHealth;
  /** How many of those who got the app later were sent it: about, to the next ten below. */
  readonly joiners?: number;
  /** How far its withdrawal has come: those whose message was replaced, and those whose was not yet. */
  readonly withdrawal?: Pick<ItemHealth, 'sent' | 'waiting' | 'failed' | 'notKnown'>;
}

/** A channel that an item can be for. */
export interface ShownChannel {
  readonly id: string;
  readonly name?: string;
  readonly language: Language;
  readonly on: Day;
}

/** An entry of a campaign's history; `unreadable` in the place of one that cannot be read. */
export type ShownCampaignEvent = Omit<CampaignEvent, 'request' | 'digest'> | 'unreadable';

/** A campaign with its plan and its history. */
export interface CampaignView
  extends Pick<Campaign, 'id' | 'name' | 'startsOn' | 'joiners' | 'quiet' | 'state' | 'revision'> {
  /** In the order in which they go out. */
  readonly items: readonly ShownItem[];
  readonly history: readonly ShownCampaignEvent[];
  readonly people: readonly ShownPerson[];
  readonly channels: readonly ShownChannel[];
  /** The topics that an item can lead to. */
  readonly topics: readonly { readonly id: string; readonly title: Readonly<Record<Language, string>> }[];
  readonly today: Day;
}

/** A line of the list. */
export interface CampaignRow extends Pick<Campaign, 'id' | 'name' | 'startsOn' | 'state'> {
  readonly items: number;
  /** How many went out, and how many wait for an approval. */
  readonly out: number;
  readonly unapproved: number;
}

/** A campaign after a change, or why there is none. `moved`: somebody else changed it since. */
export type CampaignTold =
  | { readonly kind: 'campaign'; readonly campaign: CampaignView }
  | { readonly kind: 'moved'; readonly campaign: CampaignView }
  | { readonly kind: 'notAllowed'; readonly why: CampaignNotAllowed };

/** The outcome of a test: `noChat` where whoever asks has no chat with Candour. */
export type TestSent = { readonly kind: 'sent' | 'noChat' | 'busy' | 'notKnown' };

/** The lines of "You said, we did", or why there are none. `damaged`: the figures of one of its weeks cannot be read. */
export type FiguresTold = SaidAndDid | { readonly kind: 'damaged' };

/** A campaign's pulse in words, and in nothing that these do not say. `notNow`: the server's clock is in doubt. */
export type PulseTold =
  | {
      readonly kind: 'pulse';
      /** One for each question. */
      readonly tables: readonly PulseQuestionTable[];
      /** The sentences that are read with all of them. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'notNow' };

/** The campaigns, and what a page that writes one needs. `plan`: how many items the plan has that comes ready. */
interface CampaignList {
  readonly campaigns: readonly CampaignRow[];
  readonly channels: readonly ShownChannel[];
  readonly plan: number;
  readonly today: Day;
}

const name = z.string().trim().min(1).max(80);
const itemId = campaignItemSchema.shape.id;
const ofACampaign = z.strictObject({ campaign: campaignIdSchema });
/** A change of a campaign: `revision` is the one that the page shows. */
const change = z.strictObject({ campaign: campaignIdSchema, revision: z.int().min(0), request });
const ofAnItem = change.extend({ item: itemId });
/** An item as it is written in the page. */
const anItem = z.strictObject({ item: campaignItemSchema, language: z.enum(languages) });

const { write, approve } = campaignRoles;
const looks = { roles: approve, leaves: 'log', reads: true } as const;
/** A change by somebody who writes campaigns, which answers with the changed one. */
const changes = { answer: answer<CampaignTold>(), roles: write, leaves: 'log' } as const;

/** The operations on campaigns. */
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
  /** `digest` is of the item as the page showed it. */
  'campaigns.approveItem': { ...changes, body: ofAnItem.extend({ digest }), roles: approve },
  'campaigns.withdrawItem': { ...changes, body: ofAnItem },
  'campaigns.start': { ...changes, body: change },
  'campaigns.pause': { ...changes, body: change },
  'campaigns.goOn': { ...changes, body: change },
  'campaigns.cancel': { ...changes, body: change },
  /** An item drawn as its card. */
  /** The item as a `Page` of `cards/`, and as a card for a tab that was opened before it drew pages. */
  'campaigns.preview': { ...looks, body: anItem, answer: answer<{ readonly page: object; readonly card: object }>() },
  /** The same card, sent to whoever asks, in their own chat. */
  'campaigns.sendToMe': { body: anItem, answer: answer<TestSent>(), roles: approve, leaves: 'log' },
  /** The lines of "You said, we did", of a quarter or of the last that can be told. */
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
