import { z } from 'zod';
import type { ContentRefusal } from '../concerns/content/change-content.ts';
import type { ContentState } from '../concerns/content/standing-content.ts';
import {
  type ContentKind,
  contentTopicSchema,
  type ContentWords,
  contentWordsSchema,
  mostContent,
} from '../concerns/records/content-record.ts';
import type { Day } from '../concerns/terms/calendar.ts';
import { type Language, languages } from '../concerns/terms/language.ts';
import { paperForms } from '../concerns/terms/paper-forms.ts';
import { answer, type Definitions } from './definition.ts';
import { digest, request } from './fields.ts';
import type { ShownPerson } from './shown-person.ts';

/** A topic in the list of those who write guidance. */
export interface ContentRow {
  readonly topic: string;
  /** Where the words come from that readers see: with Candour, from the force in place of these, or from the force alone. */
  readonly origin: 'builtIn' | 'replaced' | 'own';
  readonly state: ContentState;
  readonly isLive: boolean;
  /** The words as they were saved last, else those that readers see. */
  readonly words: ContentWords;
  /** The words that readers see; missing where they see none. */
  readonly live?: ContentWords;
}

/** The list, with what a page needs to draw topics as readers see them. */
export interface ContentList {
  readonly rows: readonly ContentRow[];
  readonly today: Day;
  /** The contacts that the force has set: texts name them. */
  readonly contacts: object;
  /** Whether links are tried from the server. */
  readonly checksLinks: boolean;
}

/** An entry of a topic's history; `kind` is missing where it cannot be read. */
export interface ContentEntryView {
  readonly number: number;
  readonly kind?: ContentKind;
  readonly by?: ShownPerson;
  readonly at?: string;
  readonly reason?: string;
}

/** A topic as it stands, for those who write guidance. */
export interface ContentView {
  readonly topic: string;
  readonly revision: number;
  readonly state: ContentState;
  readonly saved?: { readonly words: ContentWords; readonly digest: string; readonly by: ShownPerson };
  /** The words that readers see of the force's, with the entry that approved them. */
  readonly live?: { readonly words: ContentWords; readonly number: number } | 'unknown';
  /** The words that come with Candour; missing for a topic of the force's own. */
  readonly builtIn?: ContentWords;
  readonly reason?: string;
  /** The newest first. */
  readonly history: readonly ContentEntryView[];
  /** The words of the entries that were asked for, where they have any. */
  readonly versions: readonly { readonly number: number; readonly words: ContentWords }[];
}

/** The outcome of a change, with the topic as it stands now. `moved`: somebody else was faster, and nothing was done. */
export type ContentChanged =
  | { readonly kind: 'done' | 'moved'; readonly topic: ContentView }
  | { readonly kind: 'refused'; readonly why: ContentRefusal; readonly topic: ContentView };

/** The links of some words that lead nowhere, and those of which nobody knows. */
export interface ContentLinks {
  readonly dead: readonly string[];
  readonly unchecked: readonly string[];
  /** Reading them took longer than it may, so that nothing of them was read. */
  readonly isTooMuch?: true;
  /** The public page of these words in each language, as HTML; missing where they cannot be read. */
  readonly pages?: Readonly<Record<Language, string>>;
  /** Their page in each language, a `Page` of `cards/`. */
  readonly shown?: Readonly<Record<Language, object>>;
  /** The same as cards, for a tab that was opened before it drew pages. */
  readonly cards?: Readonly<Record<Language, object>>;
}

/**
 * A draft on paper, its bytes as `base64`, or why there is none. `unreadable`: the words cannot be drawn as they stand.
 * `noAddress`: the server does not know its public address, where a poster leads to. `busy`: one is made for the person.
 */
export type ContentPaper =
  | { readonly kind: 'file'; readonly name: string; readonly base64: string }
  | { readonly kind: 'unreadable' | 'tooLong' | 'noAddress' | 'busy' };

const topic = contentTopicSchema;
const words = z.strictObject(contentWordsSchema.shape);
/** A change: `revision` is the one that the page shows, so that two people do not write over each other. */
const change = z.strictObject({ topic, revision: z.int().min(0), request });
const withReason = change.extend({
  reason: z
    .string()
    .max(mostContent.reason)
    .refine((text) => text.trim() !== ''),
});

/** Those who may be the second person for words: another writer, or whoever looks after Candour. */
const readers = ['communications', 'admin'] as const;
const looks = { roles: readers, leaves: 'log', reads: true } as const;
const writes = { answer: answer<ContentChanged>(), roles: ['communications'], leaves: 'log' } as const;
const decides = { ...writes, roles: readers } as const;

/** The operations by which guidance is written and approved. Nothing in them is of a case. */
export const contentOperations = {
  'content.list': { ...looks, body: z.strictObject({}), answer: answer<ContentList>() },
  /** `versions` are the numbers of entries whose words are wanted, to be compared. */
  'content.read': {
    ...looks,
    body: z.strictObject({ topic, versions: z.array(z.int().min(1)).max(2).default([]) }),
    answer: answer<ContentView>(),
  },
  /** `links`: whether the addresses are tried as well, and not only drawn. */
  'content.check': {
    ...looks,
    body: z.strictObject({ topic, words, links: z.boolean() }),
    answer: answer<ContentLinks>(),
  },
  /** Words as they stand in the editor, on paper in one language. */
  'content.print': {
    ...looks,
    body: z.strictObject({ topic, words, language: z.enum(languages), form: z.enum(paperForms) }),
    answer: answer<ContentPaper>(),
  },
  'content.save': { ...writes, body: change.extend({ words }) },
  'content.submit': { ...writes, body: change.extend({ digest }) },
  'content.approve': { ...decides, body: change.extend({ digest }) },
  'content.sendBack': { ...decides, body: withReason },
  'content.withdraw': { ...decides, body: withReason },
} as const satisfies Definitions;
