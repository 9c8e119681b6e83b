import { digestOfSeal } from '../terms/seal-digest.ts';
import type { Actor } from '../records/permissions.ts';
import { type KeptCard, mostCardsOfOne, mostFormerCards } from '../records/subject-card.ts';
import type { AskedChange, CaseOutcome, CaseworkDependencies } from './casework.ts';
import { changeCase } from './change-case.ts';

export interface AskedCard extends AskedChange {
  /** The card as it was sealed for its place: the version that follows, by whoever asks. */
  readonly card: Omit<KeptCard, 'by'>;
  /** The digest of the card that stands, of which this one takes the place; missing where there is none. */
  readonly replaces?: string | undefined;
}

/**
 * Keeps the card of a case in the place of the one before, which stays in the case as a former one and matches as well:
 * one person who writes over a card takes no match away. Refused where there are as many as a case keeps, or as one person writes (`full`), where it is not the version that follows the one that stands (`olderCard`), or is sealed under a key that its group no
 * longer uses (`olderKey`). Throws StoreError.
 */
export const keepSubjects = (deps: CaseworkDependencies, by: Actor, asked: AskedCard): Promise<CaseOutcome> =>
  changeCase(deps, by, asked, ['subjectsKept'], ({ record, by: writer }) => {
    const { sealed, version, generation } = asked.card;
    const standing = record.subjectCard;
    if (!deps.keyGenerations(record.handledBy).includes(generation)) return { why: 'olderKey' };
    const isNext =
      version === (standing?.version ?? 0) + 1 && asked.replaces === (standing && digestOfSeal(standing.sealed));
    if (!isNext) return { why: 'olderCard' };
    const former = [...(record.formerCards ?? []), ...(standing ? [standing] : [])];
    const ofWriter = former.filter(({ by: one }) => one === writer);
    if (former.length > mostFormerCards || ofWriter.length >= mostCardsOfOne) return { why: 'full' };
    return {
      steps: [
        {
          record: {
            ...record,
            subjectCard: { sealed, version, generation, by: writer },
            ...(former.length > 0 && { formerCards: former }),
          },
          event: { kind: 'subjectsKept', detail: { of: digestOfSeal(sealed), version } },
        },
      ],
    };
  });
