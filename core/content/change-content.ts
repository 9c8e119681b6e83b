import {
  type ContentEntry,
  contentRequestDigest,
  type ContentWords,
  digestOfContent,
  type StoredContentEntry,
} from '../model/content-entry.ts';
import type { PersonId } from '../model/roles.ts';
import type { ContentStore } from '../ports/store.ts';
import type { Clock } from '../model/calendar.ts';

interface LiveContentVersion {
  readonly words: ContentWords;
  readonly number: number;
}

export type ContentState = 'none' | 'draft' | 'submitted' | 'sentBack' | 'approved' | 'withdrawn' | 'unreadable';

interface CurrentContent {
  readonly topic: string;
  /** The last entry's number, or 0: pages send it, so that two people do not overwrite each other. */
  readonly revision: number;
  readonly state: ContentState;
  readonly saved?: { readonly words: ContentWords; readonly digest: string; readonly by: PersonId };
  readonly live?: LiveContentVersion | 'unknown';
  readonly reason?: string;
}

type Entry<Kind extends ContentEntry['kind']> = Extract<ContentEntry, { kind: Kind }>;
const isSaved = (entry: ContentEntry | undefined): entry is Entry<'saved'> => entry?.kind === 'saved';
const isDecision = (entry: ContentEntry | undefined): entry is Entry<'approved' | 'withdrawn'> =>
  entry?.kind === 'approved' || entry?.kind === 'withdrawn';

function findLiveContent(entries: readonly StoredContentEntry[]): CurrentContent['live'] {
  const decided = entries.findLast(({ entry }) => isDecision(entry));
  const since = entries.filter(({ number }) => number > (decided?.number ?? 0));
  if (since.some(({ entry }) => entry === undefined)) return 'unknown';
  return decided?.entry?.kind === 'approved' ? { words: decided.entry.words, number: decided.number } : undefined;
}

function contentState(last: StoredContentEntry | undefined, digest: string | undefined): ContentState {
  if (last === undefined) return 'none';
  if (last.entry === undefined) return 'unreadable';
  if (last.entry.kind === 'submitted' && last.entry.digest !== digest) return 'unreadable';
  return last.entry.kind === 'saved' ? 'draft' : last.entry.kind;
}

/** Unreadable entries before the last decision hide nothing. */
export function currentContent(topic: string, entries: readonly StoredContentEntry[]): CurrentContent {
  const last = entries.at(-1);
  const saved = entries.map(({ entry }) => entry).findLast(isSaved);
  const live = findLiveContent(entries);
  return {
    topic,
    revision: last?.number ?? 0,
    state: contentState(last, saved?.digest),
    ...(saved && { saved: { words: saved.words, digest: saved.digest, by: saved.by.objectId } }),
    ...(live && { live }),
    ...(last?.entry && 'reason' in last.entry && { reason: last.entry.reason }),
  };
}

/** Withdrawing is never refused for it. */
export const maxContentEntries = 500;
export const maxContentTopics = 60;

export interface ContentDependencies {
  readonly content: ContentStore;
  readonly clock: Clock;
  /** Throws if the answer is unknown. */
  readonly mayGoLive: (by: PersonId, topic: string, words: ContentWords) => Promise<boolean>;
}

export type ContentRefusal = 'ownWords' | 'problems' | 'notNow' | 'full';

/** `moved`: someone else was faster; nothing was written. */
export type ContentOutcome =
  | { readonly kind: 'done' | 'moved'; readonly current: CurrentContent }
  | { readonly kind: 'refused'; readonly why: ContentRefusal; readonly current: CurrentContent };

export interface ContentChangeRequest {
  readonly topic: string;
  readonly by: PersonId;
  readonly revision: number;
  readonly request: string;
}

type NewContentEntry =
  | { readonly kind: 'saved' | 'approved'; readonly words: ContentWords }
  | { readonly kind: 'submitted'; readonly digest: string }
  | { readonly kind: 'sentBack' | 'withdrawn'; readonly digest: string; readonly reason: string };
type Decision = NewContentEntry | ContentRefusal | 'asItIs';

const isRepeat = ({ entry }: StoredContentEntry, input: ContentChangeRequest, kind: ContentEntry['kind']): boolean =>
  entry?.kind === kind && entry.request === contentRequestDigest(input.request) && entry.by.objectId === input.by;

function createEntry(input: ContentChangeRequest, number: number, newEntry: NewContentEntry, now: Date): ContentEntry {
  const { topic, by, request } = input;
  const common = {
    v: 1,
    topic,
    number,
    by: { objectId: by },
    at: now.toISOString(),
    request: contentRequestDigest(request),
  } as const;
  return 'words' in newEntry
    ? { ...common, ...newEntry, digest: digestOfContent(topic, newEntry.words) }
    : { ...common, ...newEntry };
}

async function changeContent(
  deps: ContentDependencies,
  input: ContentChangeRequest,
  kind: ContentEntry['kind'],
  decide: (current: CurrentContent) => Decision | Promise<Decision>,
): Promise<ContentOutcome> {
  const { content, clock } = deps;
  const entries = await content.listEntries(input.topic);
  const current = currentContent(input.topic, entries);
  if (entries.some((entry) => isRepeat(entry, input, kind))) return { kind: 'done', current: current };
  if (current.revision !== input.revision) return { kind: 'moved', current: current };
  const decision = await decide(current);
  if (decision === 'asItIs') return { kind: 'done', current: current };
  if (typeof decision === 'string') return { kind: 'refused', why: decision, current: current };
  const isFull = current.revision >= maxContentEntries && kind !== 'withdrawn';
  const hasTooManyTopics = current.revision === 0 && (await content.listLatestEntries()).length >= maxContentTopics;
  if (isFull || hasTooManyTopics) return { kind: 'refused', why: 'full', current: current };
  const added = await content.add(createEntry(input, current.revision + 1, decision, clock()));
  const after = await content.listEntries(input.topic);
  const isOurs = added === 'added' || after.some((entry) => isRepeat(entry, input, kind));
  return { kind: isOurs ? 'done' : 'moved', current: currentContent(input.topic, after) };
}

/** Takes back a submission. Unchanged words leave no entry. Throws StoreError. */
export const saveContent = (
  deps: ContentDependencies,
  input: ContentChangeRequest & { readonly words: ContentWords },
): Promise<ContentOutcome> =>
  changeContent(deps, input, 'saved', ({ saved, state }) => {
    const isAsSaved = saved?.digest === digestOfContent(input.topic, input.words) && state !== 'unreadable';
    // Otherwise someone would become the last author by changing nothing, and free the other to approve.
    return isAsSaved ? 'asItIs' : { kind: 'saved', words: input.words };
  });

/** Throws StoreError, and what `mayGoLive` throws. */
export const submitContent = (
  deps: ContentDependencies,
  input: ContentChangeRequest & { readonly digest: string },
): Promise<ContentOutcome> =>
  changeContent(deps, input, 'submitted', async ({ saved, state }) => {
    const waits = state === 'draft' || state === 'sentBack' || state === 'withdrawn';
    if (!waits || saved === undefined || saved.digest !== input.digest) return 'notNow';
    return (await deps.mayGoLive(input.by, input.topic, saved.words))
      ? { kind: 'submitted', digest: saved.digest }
      : 'problems';
  });

/** Puts exactly the submitted words of this digest live. The last author cannot. */
export const approveContent = (
  deps: ContentDependencies,
  input: ContentChangeRequest & { readonly digest: string },
): Promise<ContentOutcome> =>
  changeContent(deps, input, 'approved', async ({ saved, state }) => {
    if (state !== 'submitted' || saved === undefined || saved.digest !== input.digest) return 'notNow';
    if (saved.by === input.by) return 'ownWords';
    return (await deps.mayGoLive(input.by, input.topic, saved.words))
      ? { kind: 'approved', words: saved.words }
      : 'problems';
  });

export const sendBackContent = (
  deps: ContentDependencies,
  input: ContentChangeRequest & { readonly reason: string },
): Promise<ContentOutcome> =>
  changeContent(deps, input, 'sentBack', ({ saved, state }) =>
    state === 'submitted' && saved !== undefined
      ? { kind: 'sentBack', digest: saved.digest, reason: input.reason }
      : 'notNow',
  );

/**
 * Readers see the built-in file again, or nothing. One person does it alone, since it shows nothing unapproved. Throws
 * StoreError.
 */
export const withdrawContent = (
  deps: ContentDependencies,
  input: ContentChangeRequest & { readonly reason: string },
): Promise<ContentOutcome> =>
  changeContent(deps, input, 'withdrawn', ({ topic, live }) => {
    if (live === undefined) return 'notNow';
    const digest = live === 'unknown' ? '' : digestOfContent(topic, live.words);
    return { kind: 'withdrawn', digest, reason: input.reason };
  });
