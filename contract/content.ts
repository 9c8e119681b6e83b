import { z } from 'zod';
import type { ContentRefusal, ContentState } from '../core/content/change-content.ts';
import {
  type ContentEntryKind,
  contentTopicSchema,
  type ContentWords,
  contentWordsSchema,
  contentLimits,
} from '../core/model/content-entry.ts';
import type { Day } from '../core/model/calendar.ts';
import { type Language, languages } from '../core/model/language.ts';
import { printFormats } from '../core/model/output-formats.ts';
import { answerType, type OperationDefinition, type OperationDefinitions } from './operation-definition.ts';
import { sha256DigestSchema, requestIdSchema } from './body-schemas.ts';
import type { PersonView } from './operation-answers.ts';

export interface ContentRow {
  readonly topic: string;
  readonly origin: 'builtIn' | 'replaced' | 'own';
  readonly state: ContentState;
  readonly isLive: boolean;
  readonly words: ContentWords;
  /** Missing if readers see none. */
  readonly live?: ContentWords;
}

export interface ContentList {
  readonly rows: readonly ContentRow[];
  readonly today: Day;
  readonly contacts: object;
  readonly checksLinks: boolean;
}

export interface ContentEntryView {
  readonly number: number;
  readonly kind?: ContentEntryKind;
  readonly by?: PersonView;
  readonly at?: string;
  readonly reason?: string;
}

export interface ContentView {
  readonly topic: string;
  readonly revision: number;
  readonly state: ContentState;
  readonly saved?: { readonly words: ContentWords; readonly digest: string; readonly by: PersonView };
  /** `number` is the entry that approved the words. */
  readonly live?: { readonly words: ContentWords; readonly number: number } | 'unknown';
  readonly builtIn?: ContentWords;
  readonly reason?: string;
  readonly history: readonly ContentEntryView[];
  readonly versions: readonly { readonly number: number; readonly words: ContentWords }[];
}

export type ContentChangeAnswer =
  | { readonly kind: 'done' | 'moved'; readonly topic: ContentView }
  | { readonly kind: 'refused'; readonly why: ContentRefusal; readonly topic: ContentView };

export interface ContentCheckAnswer {
  readonly dead: readonly string[];
  readonly unchecked: readonly string[];
  /** Reading them took too long, so none were read. */
  readonly isTooMuch?: true;
  readonly pages?: Readonly<Record<Language, string>>;
  readonly shown?: Readonly<Record<Language, object>>;
  readonly cards?: Readonly<Record<Language, object>>;
}

/**
 * `unreadable`: the words cannot be rendered. `noAddress`: the server has no public address for a poster to lead to.
 * `busy`: this person's last one is being made.
 */
export type ContentPrintAnswer =
  | { readonly kind: 'file'; readonly name: string; readonly base64: string }
  | { readonly kind: 'unreadable' | 'tooLong' | 'noAddress' | 'busy' };

const topic = contentTopicSchema;
const words = z.strictObject(contentWordsSchema.shape);
const change = z.strictObject({ topic, revision: z.int().min(0), request: requestIdSchema });
const changeWithReason = change.extend({
  reason: z
    .string()
    .max(contentLimits.reason)
    .refine((text) => text.trim() !== ''),
});

const reviewerRoles = ['communications', 'admin'] as const;
const readDefaults = {
  roles: reviewerRoles,
  auditTrail: 'log',
  isReadOnly: true,
} as const satisfies Partial<OperationDefinition>;
const writeDefaults = {
  answer: answerType<ContentChangeAnswer>(),
  roles: ['communications'],
  auditTrail: 'log',
} as const;
const decisionDefaults = { ...writeDefaults, roles: reviewerRoles } as const;

export const contentOperations = {
  'content.list': { ...readDefaults, body: z.strictObject({}), answer: answerType<ContentList>() },
  'content.read': {
    ...readDefaults,
    body: z.strictObject({ topic, versions: z.array(z.int().min(1)).max(2).default([]) }),
    answer: answerType<ContentView>(),
  },
  'content.check': {
    ...readDefaults,
    body: z.strictObject({ topic, words, links: z.boolean() }),
    answer: answerType<ContentCheckAnswer>(),
  },
  'content.print': {
    ...readDefaults,
    body: z.strictObject({ topic, words, language: z.enum(languages), form: z.enum(printFormats) }),
    answer: answerType<ContentPrintAnswer>(),
  },
  'content.save': { ...writeDefaults, body: change.extend({ words }) },
  'content.submit': { ...writeDefaults, body: change.extend({ digest: sha256DigestSchema }) },
  'content.approve': { ...decisionDefaults, body: change.extend({ digest: sha256DigestSchema }) },
  'content.sendBack': { ...decisionDefaults, body: changeWithReason },
  'content.withdraw': { ...decisionDefaults, body: changeWithReason },
} as const satisfies OperationDefinitions;
