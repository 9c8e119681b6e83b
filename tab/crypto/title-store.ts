import { createExcerpt, foldText, minQueryLength } from './decrypted-text-index.ts';

/**
 * `closed`: its key is not unlocked here. `damaged`: not the sealed one, of another case or an earlier version, or gone
 * although it was seen.
 */
export type ShownTitle =
  | { readonly kind: 'open'; readonly title: string; readonly subject: string }
  | { readonly kind: 'closed' | 'damaged' };

export const titleLine = ({ title, subject }: { readonly title: string; readonly subject: string }): string =>
  [title, subject].filter((text) => text !== '').join(' · ');

interface TitleHit {
  readonly caseId: string;
  readonly id: 'title';
  readonly location: { readonly kind: 'title' };
  readonly excerpt: ReturnType<typeof createExcerpt>;
}

/** Titles in clear, in the page's memory only, for as long as a key is unlocked. */
export interface TitleStore {
  readonly state: () => ReadonlyMap<string, ShownTitle>;
  /** In one step, so that a page is rendered once. `undefined` drops what is known of a case. */
  readonly set: (titles: Iterable<readonly [caseId: string, title: ShownTitle | undefined]>) => void;
  readonly drop: (caseId: string) => void;
  /** The newest version that this page has seen of a title, until the page closes. */
  readonly newestVersion: (caseId: string) => number;
  readonly addVersion: (caseId: string, version: number) => void;
  readonly clear: () => void;
  /** Ignores case and marks. */
  readonly search: (words: string) => readonly TitleHit[];
  readonly subscribe: (listener: () => void) => () => void;
}

const noTitles: ReadonlyMap<string, ShownTitle> = new Map();

export function createTitleStore({ isUnlocked }: { readonly isUnlocked: () => boolean }): TitleStore {
  const versions = new Map<string, number>();
  const listeners = new Set<() => void>();
  let titles = noTitles;

  const replace = (next: ReadonlyMap<string, ShownTitle>): void => {
    titles = next;
    for (const listener of listeners) listener();
  };
  const set: TitleStore['set'] = (changes) => {
    if (!isUnlocked()) return;
    const next = new Map(titles);
    for (const [caseId, title] of changes) {
      if (title === undefined) next.delete(caseId);
      else next.set(caseId, title);
    }
    replace(next);
  };
  return {
    state: () => titles,
    set,
    drop: (caseId) => set([[caseId, undefined]]),
    newestVersion: (caseId) => versions.get(caseId) ?? 0,
    addVersion: (caseId, version) => void versions.set(caseId, Math.max(version, versions.get(caseId) ?? 0)),
    clear() {
      if (titles !== noTitles) replace(noTitles);
    },
    search(words) {
      const query = foldText(words.trim());
      if (query.length < minQueryLength) return [];
      return [...titles].flatMap(([caseId, shown]) => {
        if (shown.kind !== 'open') return [];
        const text = titleLine(shown);
        if (!foldText(text).includes(query)) return [];
        return [
          { caseId, id: 'title' as const, location: { kind: 'title' as const }, excerpt: createExcerpt(text, query) },
        ];
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
