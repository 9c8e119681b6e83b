import type { ContentEntry, ContentWords, KeptContent } from '../records/content-record.ts';
import type { PersonId } from '../terms/person-id.ts';

/** The live words of a topic: those that a second person approved. */
interface LiveContent {
  readonly words: ContentWords;
  /** The number of the entry that approved them: the version that readers see. */
  readonly number: number;
}

/** The ways in which the newest words of a topic can stand. */
export type ContentState = 'none' | 'draft' | 'submitted' | 'sentBack' | 'approved' | 'withdrawn' | 'unreadable';

/** How a topic stands by its entries. */
export interface StandingContent {
  readonly topic: string;
  /** The number of its last entry, 0 where there is none: what a page showed, so that two people do not write over each other. */
  readonly revision: number;
  /** `unreadable`: something was written last that this version cannot read. */
  readonly state: ContentState;
  /** The words that were saved last, with who saved them; missing where nobody did. */
  readonly saved?: { readonly words: ContentWords; readonly digest: string; readonly by: PersonId };
  /**
   * The words that readers see instead of the built-in file; missing where they see that. `unknown` where something that cannot
   * be read may have decided it.
   */
  readonly live?: LiveContent | 'unknown';
  /** Why it was sent back or withdrawn, where that is how it stands. */
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
  // What was submitted is not what can be read.
  if (last.entry.kind === 'submitted' && last.entry.digest !== digest) return 'unreadable';
  return last.entry.kind === 'saved' ? 'draft' : last.entry.kind;
}

/** Works out how a topic stands. What cannot be read before the last decision hides nothing. */
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
