import type { ContentStore } from '../ports/content-store.ts';
import {
  type ContentEntry,
  contentRequest,
  type ContentWords,
  digestOfContent,
  type KeptContent,
} from '../records/content-record.ts';
import type { Clock } from '../terms/clock.ts';
import type { PersonId } from '../terms/person-id.ts';
import { type StandingContent, standingContent } from './standing-content.ts';

/** More entries than any topic needs. Taking a topic back is never refused for it. */
export const mostEntries = 500;
/** More topics than anybody reads. */
export const mostTopics = 60;

export interface ContentDependencies {
  readonly content: ContentStore;
  readonly clock: Clock;
  /** Whether words may go live as they are, asked by a person. Throws where that cannot be found out. */
  readonly mayGoLive: (by: PersonId, topic: string, words: ContentWords) => Promise<boolean>;
}

/** Why a change was not made. */
export type ContentRefusal =
  /** Whoever saved the words last does not approve them. */
  | 'ownWords'
  /** Something keeps the words from going live. */
  | 'problems'
  /** It does not stand in the way that this follows on. */
  | 'notNow'
  /** There are as many topics, or as many entries of this one, as there may be. */
  | 'full';

/** The outcome of a change, with the topic as it stands. `moved`: somebody else was faster; nothing was written. */
export type ContentOutcome =
  | { readonly kind: 'done' | 'moved'; readonly standing: StandingContent }
  | { readonly kind: 'refused'; readonly why: ContentRefusal; readonly standing: StandingContent };

/** Who asks for a change, of which topic, and the revision that their page showed. */
export interface AskedChange {
  readonly topic: string;
  readonly by: PersonId;
  readonly revision: number;
  /** Drawn by the page for each thing that somebody does: a repeat of it is done once. */
  readonly request: string;
}

/** The part of an entry that does not say who left it, when and in which place. */
type Said =
  | { readonly kind: 'saved' | 'approved'; readonly words: ContentWords }
  | { readonly kind: 'submitted'; readonly digest: string }
  | { readonly kind: 'sentBack' | 'withdrawn'; readonly digest: string; readonly reason: string };
type Decision = Said | ContentRefusal | 'asItIs';

const isRepeat = ({ entry }: KeptContent, asked: AskedChange, kind: ContentEntry['kind']): boolean =>
  entry?.kind === kind && entry.request === contentRequest(asked.request) && entry.by.objectId === asked.by;

function entryOf(asked: AskedChange, number: number, said: Said, now: Date): ContentEntry {
  const { topic, by, request } = asked;
  const common = {
    v: 1,
    topic,
    number,
    by: { objectId: by },
    at: now.toISOString(),
    request: contentRequest(request),
  } as const;
  return 'words' in said ? { ...common, ...said, digest: digestOfContent(topic, said.words) } : { ...common, ...said };
}

/** The frame of every change: repeats, revision, bounds, one write. Throws StoreError. */
async function changed(
  deps: ContentDependencies,
  asked: AskedChange,
  kind: ContentEntry['kind'],
  decide: (standing: StandingContent) => Decision | Promise<Decision>,
): Promise<ContentOutcome> {
  const { content, clock } = deps;
  const entries = await content.of(asked.topic);
  const standing = standingContent(asked.topic, entries);
  if (entries.some((kept) => isRepeat(kept, asked, kind))) return { kind: 'done', standing };
  if (standing.revision !== asked.revision) return { kind: 'moved', standing };
  const decision = await decide(standing);
  if (decision === 'asItIs') return { kind: 'done', standing };
  if (typeof decision === 'string') return { kind: 'refused', why: decision, standing };
  const isFull = standing.revision >= mostEntries && kind !== 'withdrawn';
  const isOneMore = standing.revision === 0 && (await content.marks()).length >= mostTopics;
  if (isFull || isOneMore) return { kind: 'refused', why: 'full', standing };
  const added = await content.add(entryOf(asked, standing.revision + 1, decision, clock()));
  const after = await content.of(asked.topic);
  const isOurs = added === 'added' || after.some((kept) => isRepeat(kept, asked, kind));
  return { kind: isOurs ? 'done' : 'moved', standing: standingContent(asked.topic, after) };
}

/** Saves words as a draft; takes back what was submitted. Words that stand already leave no entry. Throws StoreError. */
export const saveContent = (
  deps: ContentDependencies,
  asked: AskedChange & { readonly words: ContentWords },
): Promise<ContentOutcome> =>
  changed(deps, asked, 'saved', ({ saved, state }) => {
    const isAsSaved = saved?.digest === digestOfContent(asked.topic, asked.words) && state !== 'unreadable';
    // Else somebody would become who changed last by changing nothing, and so free the words of another.
    return isAsSaved ? 'asItIs' : { kind: 'saved', words: asked.words };
  });

/** Hands the words that were saved last to a second person. Throws StoreError, and what `mayGoLive` throws. */
export const submitContent = (
  deps: ContentDependencies,
  asked: AskedChange & { readonly digest: string },
): Promise<ContentOutcome> =>
  changed(deps, asked, 'submitted', async ({ saved, state }) => {
    const waits = state === 'draft' || state === 'sentBack' || state === 'withdrawn';
    if (!waits || saved === undefined || saved.digest !== asked.digest) return 'notNow';
    return (await deps.mayGoLive(asked.by, asked.topic, saved.words))
      ? { kind: 'submitted', digest: saved.digest }
      : 'problems';
  });

/**
 * Puts the submitted words live, and no others than those whose digest is named. Whoever saved them last cannot.
 * Throws StoreError, and what `mayGoLive` throws.
 */
export const approveContent = (
  deps: ContentDependencies,
  asked: AskedChange & { readonly digest: string },
): Promise<ContentOutcome> =>
  changed(deps, asked, 'approved', async ({ saved, state }) => {
    if (state !== 'submitted' || saved === undefined || saved.digest !== asked.digest) return 'notNow';
    if (saved.by === asked.by) return 'ownWords';
    return (await deps.mayGoLive(asked.by, asked.topic, saved.words))
      ? { kind: 'approved', words: saved.words }
      : 'problems';
  });

/** Gives submitted words back with a reason. Throws StoreError. */
export const sendBackContent = (
  deps: ContentDependencies,
  asked: AskedChange & { readonly reason: string },
): Promise<ContentOutcome> =>
  changed(deps, asked, 'sentBack', ({ saved, state }) =>
    state === 'submitted' && saved !== undefined
      ? { kind: 'sentBack', digest: saved.digest, reason: asked.reason }
      : 'notNow',
  );

/**
 * Takes a topic back, with a reason: readers see the built-in file again, or nothing where there is none. One person
 * does it alone, since it shows nothing that was not approved. Throws StoreError.
 */
export const withdrawContent = (
  deps: ContentDependencies,
  asked: AskedChange & { readonly reason: string },
): Promise<ContentOutcome> =>
  changed(deps, asked, 'withdrawn', ({ topic, live }) => {
    if (live === undefined) return 'notNow';
    const digest = live === 'unknown' ? '' : digestOfContent(topic, live.words);
    return { kind: 'withdrawn', digest, reason: asked.reason };
  });
