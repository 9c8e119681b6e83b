import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useKeys, useTrackDecrypted } from '../crypto/keys-context.tsx';
import { loadModule } from '../ui/lazy-module.ts';
import { useTab } from '../ui/tab-context.ts';
import type { ShownTitle } from '../crypto/title-store.ts';

/** As many as the server hands out at once. */
const titlesPerRequest = 50;

/**
 * The titles known in this page, with those of some cases asked for and decrypted while a key is unlocked; none while
 * it is locked. `asked` must be the same array for as long as the same rows are shown; those that were answered are
 * asked for again only with another `generation`.
 */
export function useTitles(asked: readonly string[], generation = 0): ReadonlyMap<string, ShownTitle> {
  const { call } = useTab();
  const { titles, getKeys, isUnlocked } = useKeys();
  const known = useSyncExternalStore(titles.subscribe, titles.state);
  useTrackDecrypted('words', known.size > 0);
  const answeredIds = useRef({ generation, ids: new Set<string>() });
  useEffect(() => {
    if (!isUnlocked || answeredIds.current.generation !== generation)
      answeredIds.current = { generation, ids: new Set() };
    const { ids } = answeredIds.current;
    const wanted = asked.filter((caseId) => !ids.has(caseId));
    if (!isUnlocked || wanted.length === 0) return;
    let isOver = false;
    void (async () => {
      const opener = await loadModule('titles/title-crypto.ts', () => import('./title-crypto.ts')).catch(
        () => undefined,
      );
      if (opener === undefined) return;
      for (let from = 0; from < wanted.length; from += titlesPerRequest) {
        if (isOver) return;
        const some = wanted.slice(from, from + titlesPerRequest);
        const answer = await call('cases.titles', { cases: some });
        if (!answer.ok || isOver) return;
        const { tenantId } = answer.value;
        const answered = new Map(answer.value.titles.map((one): [string, typeof one] => [one.caseId, one]));
        const opened = await Promise.all(
          some.map(async (caseId): Promise<readonly [string, ShownTitle | undefined]> => {
            const one = answered.get(caseId);
            if (one !== undefined)
              return [caseId, await opener.openTitle({ keys: { getKeys }, titles, tenantId }, one)];
            // A title is never taken away: one that was seen and is missing was put back to nothing.
            return [caseId, titles.newestVersion(caseId) > 0 ? { kind: 'damaged' } : undefined];
          }),
        );
        if (isOver) return;
        titles.set(opened);
        for (const caseId of some) ids.add(caseId);
      }
    })();
    return () => {
      isOver = true;
    };
  }, [asked, generation, call, getKeys, isUnlocked, titles]);
  return known;
}
