import type { ContentEntry, ContentWords, KeptContent } from '../records/content-record.ts';
import type { PersonId } from '../terms/directory.ts';

interface LiveContent {
  readonly words: ContentWords;
  readonly number: number;
}

export type ContentState = 'none' | 'draft' | 'submitted' | 'sentBack' | 'approved' | 'withdrawn' | 'unreadable';

export interface StandingContent {
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

/** How a topic stands by its entries. Unreadable ones before the last decision hide nothing. */
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
