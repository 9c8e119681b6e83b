import { useCallback, useEffect, useState } from 'react';
import { digestOfSeal } from '../../concerns/terms/seal-digest.ts';
import type { SubjectCard } from '../../concerns/records/subject-card.ts';
import { useKeys } from '../seals/keys-context.tsx';
import { cardKeys } from '../subjects/card-keys.ts';
import { lastKeptIn } from '../subjects/last-kept.ts';
import { openKept } from '../subjects/open-kept.ts';
import { seenVersions } from '../subjects/seen-versions.ts';
import { type OpenedCase, useCaseContext } from './case-context.ts';

/**
 * The card that stands: none yet, being opened, open, under a key that is not open here, not what was sealed, or kept by
 * somebody since the report was opened.
 */
export type StandingCard =
  | { readonly kind: 'none' | 'opening' | 'closed' | 'damaged' | 'newer' }
  | { readonly kind: 'open'; readonly card: SubjectCard };

type Known = ReadonlyMap<string, SubjectCard | 'closed' | 'damaged'>;

/** The card of the case that is open, in clear as long as the keys are unlocked, and one that was just kept from here. */
export function useKnownCards(opened: OpenedCase): {
  readonly standing: StandingCard;
  readonly keep: (digest: string, card: SubjectCard) => void;
} {
  const { keysOf } = useKeys();
  const { view } = useCaseContext();
  const [known, setKnown] = useState<Known>(new Map());
  const note = useCallback(
    (digest: string, card: SubjectCard | 'closed' | 'damaged') =>
      setKnown((before) => new Map(before).set(digest, card)),
    [],
  );

  const { caseId, tenantId, handledBy, subjectCard: handed } = opened.record;
  const lastKept = lastKeptIn(opened.entries);
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
  return { standing, keep: note };
}
