import type { Campaign, PlannedItem } from '../concerns/records/campaign.ts';
import type { CampaignNotAllowed } from '../concerns/records/campaign-changes.ts';
import type { CampaignEvent } from '../concerns/records/campaign-event.ts';
import type { StopReason } from '../concerns/records/stopped-run.ts';
import type { Day } from '../concerns/terms/calendar.ts';
import type { Language } from '../concerns/terms/language.ts';
import type { PersonId } from '../concerns/terms/person-id.ts';
import type { SaidAndDid } from '../summary/pull/said-and-did.ts';
import type { PulseQuestionTable } from '../summary/pulse/pulse-tables.ts';
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

type ChangingCampaigns = Record<
  | 'campaigns.create'
  | 'campaigns.setRules'
  | 'campaigns.setItem'
  | 'campaigns.reorderItems'
  | 'campaigns.cancelItem'
  | 'campaigns.approveItem'
  | 'campaigns.withdrawItem'
  | 'campaigns.start'
  | 'campaigns.pause'
  | 'campaigns.goOn'
  | 'campaigns.cancel',
  CampaignTold
>;

/** The answers of the operations on campaigns. */
export interface CampaignAnswers extends ChangingCampaigns {
  'campaigns.list': {
    readonly campaigns: readonly CampaignRow[];
    readonly channels: readonly ShownChannel[];
    /** How many items the plan has that comes ready. */
    readonly plan: number;
    readonly today: Day;
  };
  'campaigns.read': CampaignView;
  'campaigns.readPulse': PulseTold;
  'campaigns.preview': { readonly card: object };
  'campaigns.sendToMe': TestSent;
  'campaigns.figures': FiguresTold;
  'campaigns.nameChannel': { readonly named: true };
}
