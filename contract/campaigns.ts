import { z } from 'zod';
import {
  type Campaign,
  campaignAudienceSchema,
  type CampaignEvent,
  campaignIdSchema,
  channelIdSchema,
  joinerRules,
  maxCampaignItems,
  type PlannedItem,
} from '../core/model/campaign.ts';
import type { CampaignRefusal } from '../core/model/campaign-edits.ts';
import { campaignItemSchema, quarterNameSchema } from '../core/model/campaign-item.ts';
import { campaignRoles, type PersonId } from '../core/model/roles.ts';
import { daySchema } from '../core/model/case-record.ts';
import { quietHoursSchema, timeOfDaySchema } from '../core/model/quiet-hours.ts';
import type { PauseReason } from '../core/model/delivery.ts';
import type { Day } from '../core/model/calendar.ts';
import { type Language, languages } from '../core/model/language.ts';
import type { FeedbackFigures } from '../summary/query-feedback-figures.ts';
import type { SurveyQuestionTable } from '../summary/survey/survey-tables.ts';
import { answerType, type OperationDefinition, type OperationDefinitions } from './operation-definition.ts';
import { sha256DigestSchema, requestIdSchema } from './body-schemas.ts';
import type { PersonView } from './operation-answers.ts';

export interface CampaignItemDeliveryCounts {
  readonly sent: number;
  readonly waiting: number;
  readonly failed: Readonly<Partial<Record<string, number>>>;
  readonly gone: number;
  /** `few`: fewer than five. */
  readonly optedOut: number | 'few';
  readonly notKnown: number;
  readonly cancelled: number;
}

export type CampaignChannelPostCounts = Readonly<
  Record<'posted' | 'waiting' | 'failed' | 'notKnown' | 'withdrawn' | 'stays', number>
>;

export interface CampaignItemView extends Pick<PlannedItem, 'item' | 'on' | 'at' | 'audience' | 'state' | 'startedOn'> {
  /** Approvals name this digest. */
  readonly digest: string;
  readonly changedBy: PersonId;
  readonly approvedBy?: PersonId;
  readonly mayApprove: boolean;
  readonly health?: CampaignItemDeliveryCounts;
  /** The sender paused it: it reached none of the first hundred. */
  readonly stopped?: PauseReason;
  readonly channels?: CampaignChannelPostCounts;
  /** Those who installed the app later and were sent it, rounded down to ten. */
  readonly joiners?: number;
  readonly withdrawal?: Pick<CampaignItemDeliveryCounts, 'sent' | 'waiting' | 'failed' | 'notKnown'>;
}

export interface CampaignChannelView {
  readonly id: string;
  readonly name?: string;
  readonly language: Language;
  readonly on: Day;
}

export type CampaignEventView = Omit<CampaignEvent, 'request' | 'digest'> | 'unreadable';

export interface CampaignView
  extends Pick<Campaign, 'id' | 'name' | 'startsOn' | 'joiners' | 'quiet' | 'state' | 'revision'> {
  readonly items: readonly CampaignItemView[];
  readonly history: readonly CampaignEventView[];
  readonly people: readonly PersonView[];
  readonly channels: readonly CampaignChannelView[];
  readonly topics: readonly { readonly id: string; readonly title: Readonly<Record<Language, string>> }[];
  readonly today: Day;
}

export interface CampaignRow extends Pick<Campaign, 'id' | 'name' | 'startsOn' | 'state'> {
  readonly items: number;
  readonly out: number;
  readonly unapproved: number;
}

export type CampaignAnswer =
  | { readonly kind: 'campaign'; readonly campaign: CampaignView }
  | { readonly kind: 'moved'; readonly campaign: CampaignView }
  | { readonly kind: 'notAllowed'; readonly why: CampaignRefusal };

export type TestSendAnswer = { readonly kind: 'sent' | 'noChat' | 'busy' | 'notKnown' };

/** `damaged`: the figures of one of its weeks cannot be read. */
export type FeedbackFiguresAnswer = FeedbackFigures | { readonly kind: 'damaged' };

/** `notNow`: the server's clock is in doubt. */
export type SurveyResultAnswer =
  | {
      readonly kind: 'pulse';
      readonly tables: readonly SurveyQuestionTable[];
      readonly notes: readonly string[];
    }
  | { readonly kind: 'notNow' };

interface CampaignList {
  readonly campaigns: readonly CampaignRow[];
  readonly channels: readonly CampaignChannelView[];
  readonly plan: number;
  readonly today: Day;
}

const name = z.string().trim().min(1).max(80);
const itemId = campaignItemSchema.shape.id;
const campaignBody = z.strictObject({ campaign: campaignIdSchema });
const campaignChange = z.strictObject({
  campaign: campaignIdSchema,
  revision: z.int().min(0),
  request: requestIdSchema,
});
const itemChange = campaignChange.extend({ item: itemId });
const itemBody = z.strictObject({ item: campaignItemSchema, language: z.enum(languages) });

const { write, approve } = campaignRoles;
const readDefaults = {
  roles: approve,
  auditTrail: 'log',
  isReadOnly: true,
} as const satisfies Partial<OperationDefinition>;
const changeDefaults = { answer: answerType<CampaignAnswer>(), roles: write, auditTrail: 'log' } as const;

export const campaignOperations = {
  'campaigns.list': { ...readDefaults, body: z.strictObject({}), answer: answerType<CampaignList>() },
  'campaigns.read': { ...readDefaults, body: campaignBody, answer: answerType<CampaignView>() },
  'campaigns.readPulse': {
    ...readDefaults,
    body: campaignBody.extend({ language: z.enum(languages) }),
    answer: answerType<SurveyResultAnswer>(),
  },
  'campaigns.create': {
    ...changeDefaults,
    body: z.strictObject({ name, startsOn: daySchema, request: requestIdSchema }),
  },
  'campaigns.setRules': {
    ...changeDefaults,
    body: campaignChange.extend({
      rules: z.strictObject({ name, startsOn: daySchema, joiners: z.enum(joinerRules), quiet: quietHoursSchema }),
    }),
  },
  'campaigns.setItem': {
    ...changeDefaults,
    body: campaignChange.extend({
      wanted: z.strictObject({
        item: campaignItemSchema,
        on: daySchema,
        at: timeOfDaySchema,
        audience: campaignAudienceSchema,
      }),
    }),
  },
  'campaigns.reorderItems': {
    ...changeDefaults,
    body: campaignChange.extend({ order: z.array(itemId).max(maxCampaignItems) }),
  },
  'campaigns.cancelItem': { ...changeDefaults, body: itemChange },
  /** As the page showed it. */
  'campaigns.approveItem': {
    ...changeDefaults,
    body: itemChange.extend({ digest: sha256DigestSchema }),
    roles: approve,
  },
  'campaigns.withdrawItem': { ...changeDefaults, body: itemChange },
  'campaigns.start': { ...changeDefaults, body: campaignChange },
  'campaigns.pause': { ...changeDefaults, body: campaignChange },
  'campaigns.goOn': { ...changeDefaults, body: campaignChange },
  'campaigns.cancel': { ...changeDefaults, body: campaignChange },
  'campaigns.preview': {
    ...readDefaults,
    body: itemBody,
    answer: answerType<{ readonly page: object; readonly card: object }>(),
  },
  'campaigns.sendToMe': { body: itemBody, answer: answerType<TestSendAnswer>(), roles: approve, auditTrail: 'log' },
  'campaigns.figures': {
    ...readDefaults,
    body: z.strictObject({ quarter: quarterNameSchema.optional() }),
    answer: answerType<FeedbackFiguresAnswer>(),
  },
  'campaigns.nameChannel': {
    body: z.strictObject({ channel: channelIdSchema, name: z.string().trim().min(1).max(60) }),
    answer: answerType<{ readonly named: true }>(),
    roles: write,
    auditTrail: 'log',
  },
} as const satisfies OperationDefinitions;
