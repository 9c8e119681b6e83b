import {
  type ContentEntry,
  contentRequest,
  type ContentWords,
  digestOfContent,
  type KeptContent,
} from '../model/content-record.ts';
import type { PersonId } from '../model/directory.ts';
import type { ContentStore } from '../ports/store.ts';
import type { Clock } from '../model/calendar.ts';

interface LiveContent {
  readonly words: ContentWords;
  readonly number: number;
}

export type ContentState = 'none' | 'draft' | 'submitted' | 'sentBack' | 'approved' | 'withdrawn' | 'unreadable';

interface StandingContent {
  readonly topic: string;
  /** The last entry's number, or 0: pages send it, so that two people do not overwrite each other. */
  readonly revision: number;
  readonly state: ContentState;
  readonly saved?: { readonly words: ContentWords; readonly digest: string; readonly by: PersonId };
  readonly live?: LiveContent | 'unknown';
  readonly reason?: string;
}

type Entry<Kind extends ContentEntry['kind']> = Extract<ContentEntry, { kind: Kind }>;
const isSaved = (entry: ContentEntry | undefined): entry is Entry<'saved'> => entry?.kind === 'saved';
const decides = (entry: ContentEntry | undefined): entry is Entry<'approved' | 'withdrawn'> =>
  entry?.kind === 'approved' || entry?.kind === 'withdrawn';

function liveIn(entries: readonly KeptContent[]): StandingContent['live'] {
  const decided = entries.findLast(({ entry }) => decides(entry));
  const since = entries.filter(({ number }) => number > (decided?.number ?? 0));
  if (since.some(({ entry }) => entry === undefined)) return 'unknown';
  return decided?.entry?.kind === 'approved' ? { words: decided.entry.words, number: decided.number } : undefined;
}

function stateOf(last: KeptContent | undefined, digest: string | undefined): ContentState {
  if (last === undefined) return 'none';
  if (last.entry === undefined) return 'unreadable';
  if (last.entry.kind === 'submitted' && last.entry.digest !== digest) return 'unreadable';
  return last.entry.kind === 'saved' ? 'draft' : last.entry.kind;
}

/** The current state of a topic, from its entries. Unreadable ones before the last decision hide nothing. */
export function standingContent(topic: string, entries: readonly KeptContent[]): StandingContent {
  const last = entries.at(-1);
  const saved = entries.map(({ entry }) => entry).findLast(isSaved);
  const live = liveIn(entries);
  return {
    topic,
    revision: last?.number ?? 0,
    state: stateOf(last, saved?.digest),
    ...(saved && { saved: { words: saved.words, digest: saved.digest, by: saved.by.objectId } }),
    ...(live && { live }),
    ...(last?.entry && 'reason' in last.entry && { reason: last.entry.reason }),
  };
}

/** Withdrawing is never refused for it. */
export const mostEntries = 500;
export const mostTopics = 60;

export interface ContentDependencies {
  readonly content: ContentStore;
  readonly clock: Clock;
  /** Throws if that cannot be found out. */
  readonly mayGoLive: (by: PersonId, topic: string, words: ContentWords) => Promise<boolean>;
}

export type ContentRefusal = 'ownWords' | 'problems' | 'notNow' | 'full';

/** `moved`: someone else was faster; nothing was written. */
export type ContentOutcome =
  | { readonly kind: 'done' | 'moved'; readonly standing: StandingContent }
  | { readonly kind: 'refused'; readonly why: ContentRefusal; readonly standing: StandingContent };

export interface AskedChange {
  readonly topic: string;
  readonly by: PersonId;
  readonly revision: number;
  /** Drawn by the page for each act: a repeat is done once. */
  readonly request: string;
}

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

/** The frame of every change: repeats, revision, bounds, one write. */
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

/** Saves a draft and takes back a submission. Unchanged words leave no entry. Throws StoreError. */
export const saveContent = (
  deps: ContentDependencies,
  asked: AskedChange & { readonly words: ContentWords },
): Promise<ContentOutcome> =>
  changed(deps, asked, 'saved', ({ saved, state }) => {
    const isAsSaved = saved?.digest === digestOfContent(asked.topic, asked.words) && state !== 'unreadable';
    // Otherwise someone would become the last author by changing nothing, and free the other to approve.
    return isAsSaved ? 'asItIs' : { kind: 'saved', words: asked.words };
  });

/** Submits the last saved words to a second person. Throws StoreError, and what `mayGoLive` throws. */
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

/** Puts exactly the submitted words of this digest live. The last author cannot. */
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
 * Readers see the built-in file again, or nothing. One person does it alone, since it shows nothing unapproved. Throws
 * StoreError.
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
