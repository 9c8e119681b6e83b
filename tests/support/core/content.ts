import { toPersonId, type PersonId } from '../../../core/model/roles.ts';
import type { ContentStore } from '../../../core/ports/store.ts';
import {
  type ContentEntry,
  contentEntrySchema,
  type ContentEntryKind,
  contentRequestDigest,
  type ContentWords,
  digestOfContent,
} from '../../../core/model/content-entry.ts';

/** Those who write and approve in tests. */
export const writers = { one: toPersonId('writer-one'), two: toPersonId('writer-two') } as const;

/** The words of a topic, both languages in step. */
export const createContentWords = (differences: Partial<ContentWords> = {}): ContentWords => ({
  title: { en: 'Gifts and favours', cy: 'Rhoddion a ffafrau' },
  text: { en: 'Say no, and tell your supervisor.', cy: 'Dywedwch na, a dywedwch wrth eich goruchwyliwr.' },
  owner: 'Professional Standards',
  reviewBy: '2027-11-26',
  part: 'know',
  place: 60,
  ...differences,
});

/** An entry of a topic, as somebody left it. */
export function createContentEntry(
  kind: ContentEntryKind,
  number: number,
  given: { readonly topic?: string; readonly by?: PersonId; readonly at?: string; readonly words?: ContentWords } = {},
): ContentEntry {
  const { topic = 'gifts', by = writers.one, at = '2026-11-26T10:00:00.000Z', words = createContentWords() } = given;
  const digest = digestOfContent(topic, words);
  const common = {
    v: 1,
    topic,
    number,
    by: { objectId: by },
    at,
    request: contentRequestDigest(`${number}`),
    digest,
  } as const;
  if (kind === 'saved' || kind === 'approved') return { ...common, kind, words };
  return kind === 'submitted' ? { ...common, kind } : { ...common, kind, reason: 'The number is out of date.' };
}

/** A store of content in memory, as a test of the use cases needs it: what it cannot read it gives without its words. */
export function createMemoryContentStore(): ContentStore {
  const kept = new Map<string, unknown[]>();
  const of = (topic: string): unknown[] => kept.get(topic) ?? [];
  return {
    listEntries: async (topic) =>
      of(topic).map((entry, place) => ({ number: place + 1, entry: contentEntrySchema.safeParse(entry).data })),
    listLatestEntries: async () => Array.from(kept, ([topic, entries]) => ({ topic, number: entries.length })),
    add: async (entry) => {
      const entries = of(entry.topic);
      if (entries.length !== entry.number - 1) return 'exists';
      kept.set(entry.topic, [...entries, structuredClone(entry)]);
      return 'added';
    },
  };
}
