import { useCallback, useEffect, useState } from 'react';
import { digestOfSeal } from '../../concerns/terms/digests.ts';
import type { KeptCard, SubjectCard } from '../../concerns/records/subject-card.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { cardKeys } from '../subjects/card-keys.ts';
import { lastKeptIn } from '../subjects/last-kept.ts';
import { openKept } from '../subjects/open-kept.ts';
import { seenVersions } from '../subjects/seen-versions.ts';
import { type OpenedCase, useCaseContext } from './case-context.ts';

/** `closed`: its key is not open here; `damaged`: not what was sealed; `newer`: kept since the report was opened. */
export type StandingCard =
  | { readonly kind: 'none' | 'opening' | 'closed' | 'damaged' | 'newer' }
  | { readonly kind: 'open'; readonly card: SubjectCard };

export type KnownCards = ReadonlyMap<string, SubjectCard | 'closed' | 'damaged'>;

const noCards: readonly KeptCard[] = [];

export function useKnownCards(opened: OpenedCase): {
  readonly standing: StandingCard;
  readonly known: KnownCards;
  readonly keep: (digest: string, card: SubjectCard) => void;
} {
  const { keysOf } = useKeys();
  const { view } = useCaseContext();
  const [known, setKnown] = useState<KnownCards>(new Map());
  const note = useCallback(
    (digest: string, card: SubjectCard | 'closed' | 'damaged') =>
      setKnown((before) => new Map(before).set(digest, card)),
    [],
  );

  const { caseId, tenantId, handledBy, subjectCard: handed, formerCards: former = noCards } = opened.record;
  const { entries } = opened;
  const lastKept = lastKeptIn(entries);
  useEffect(() => {
    if (handed === undefined) return;
    void (async () => {
      const keys = await cardKeys(keysOf(handledBy), { tenantId, group: handledBy });
      const seen = seenVersions.all().get(caseId) ?? 0;
      const card = await openKept(handed, { caseId, tenantId, keys, lastKept, seen });
      if (typeof card === 'object') seenVersions.saw(caseId, handed.version);
      note(digestOfSeal(handed.sealed), card);
    })();
  }, [handed, lastKept, caseId, tenantId, handledBy, keysOf, note]);
  useEffect(() => {
    void (async () => {
      const keys = await cardKeys(keysOf(handledBy), { tenantId, group: handledBy });
      for (const card of former) {
        const digest = digestOfSeal(card.sealed);
        const wasKept = entries.some(({ kind, detail }) => kind === 'subjectsKept' && detail?.of === digest);
        const at = { caseId, tenantId, keys, lastKept: wasKept ? digest : undefined, seen: 0 };
        note(digest, await openKept(card, at));
      }
    })();
  }, [former, entries, caseId, tenantId, handledBy, keysOf, note]);

  const kept = view.record.subjectCard;
  const wasHanded = handed !== undefined && digestOfSeal(handed.sealed) === kept?.digest;
  const found = kept && known.get(kept.digest);
  const standing: StandingCard =
    kept === undefined
      ? { kind: 'none' }
      : found === undefined
        ? { kind: wasHanded ? 'opening' : 'newer' }
        : typeof found === 'string'
          ? { kind: found }
          : { kind: 'open', card: found };
  return { standing, known, keep: note };
}
