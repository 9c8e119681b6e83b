import { useCallback, useEffect, useRef, useState } from 'react';
import { handlersAmong, type NamedHandler } from '../../concerns/casework/read-subject.ts';
import type { Refusal } from '../../contract/answers.ts';
import { useTab } from '../parts/tab-context.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { cardKeys } from '../subjects/card-keys.ts';
import { cardsOfGroup } from '../subjects/cards-of-group.ts';
import { compareCards } from '../subjects/compare-cards.ts';
import type { Compared, Comparison } from '../subjects/compare-sealed.ts';
import { seenVersions } from '../subjects/seen-versions.ts';
import { useCaseContext } from './case-context.ts';

export type Comparing =
  | { readonly kind: 'idle' | 'comparing' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'done';
      readonly compared: Compared;
      readonly without: number | undefined;
      readonly handlers: readonly NamedHandler[];
    };

/** Results go when the keys lock. */
export function useComparison({ subjects, version }: Omit<Comparison['mine'], 'caseId'>): {
  readonly comparing: Comparing;
  readonly compare: () => Promise<void>;
} {
  const { call } = useTab();
  const { keysOf } = useKeys();
  const { view } = useCaseContext();
  const [comparing, setComparing] = useState<Comparing>({ kind: 'idle' });
  const over = useRef<AbortController>(undefined);
  useEffect(() => () => over.current?.abort(), []);
  const { caseId, handledBy } = view.record;

  const compare = useCallback(async () => {
    over.current?.abort();
    const ends = new AbortController();
    over.current = ends;
    setComparing({ kind: 'comparing' });
    const come = (to: Comparing) => !ends.signal.aborted && setComparing(to);
    const [handed, people] = await Promise.all([cardsOfGroup(call, handledBy), call('keys.people', {})]);
    if (!handed.ok) return void come({ kind: 'refused', refusal: handed.refusal });
    const { cards, former, tenantId, cases } = handed;
    const keys = await cardKeys(keysOf(handledBy), { tenantId, group: handledBy });
    const seen = new Map(seenVersions.all());
    const compared = await compareCards(
      { mine: { caseId, subjects, version }, cards, former, tenantId, keys, seen },
      ends.signal,
    );
    if (compared === undefined) return void come({ kind: 'refused', refusal: { code: 'unavailable' } });
    for (const { caseId: of, card } of cards) {
      if (keys.has(card.generation) && !compared.doubtful.includes(of)) seenVersions.saw(of, card.version);
    }
    const handling = people.ok ? people.value.people : [];
    // A case whose card was withdrawn may have former cards alone.
    const carded = new Set([...cards, ...former].map((one) => one.caseId)).size;
    const without = cases === undefined ? undefined : Math.max(0, cases - carded);
    come({ kind: 'done', compared, without, handlers: handlersAmong(subjects, handling) });
  }, [call, keysOf, caseId, handledBy, subjects, version]);
  return { comparing, compare };
}
