import { type KeptCard, mostCardsOfOne, mostFormerCards } from '../records/subject-card.ts';
import { digestOfSeal } from '../terms/digests.ts';
import { type AskedChange, handlers, need, type Standing } from './act.ts';
import { makeUseCase } from './change-case.ts';

export interface AskedCard extends AskedChange {
  readonly card: Omit<KeptCard, 'by'>;
  readonly replaces?: string | undefined;
}

const formerIn = ({ record: { formerCards = [], subjectCard } }: Standing): readonly KeptCard[] => [
  ...formerCards,
  ...(subjectCard ? [subjectCard] : []),
];

/** The old card stays as a former one and matches as well, so that no one takes a match away by overwriting. */
export const keepSubjects = makeUseCase<AskedCard>({
  says: 'Keep the card of the person whom a case is about',
  who: handlers,
  needs: [
    need('it is sealed under a key that its group uses now', 'olderKey', ({ record, asked, rules }) =>
      rules.keyGenerations(record.handledBy).includes(asked.card.generation),
    ),
    need(
      'it is the version that follows the one that is there',
      'olderCard',
      ({ record: { subjectCard }, asked }) =>
        asked.card.version === (subjectCard?.version ?? 0) + 1 &&
        asked.replaces === (subjectCard && digestOfSeal(subjectCard.sealed)),
    ),
    need('the case has room for it, and the person has not written as many as one does', 'full', (standing) => {
      const former = formerIn(standing);
      const ofWriter = former.filter(({ by }) => by === standing.by);
      return former.length <= mostFormerCards && ofWriter.length < mostCardsOfOne;
    }),
  ],
  leaves: ['subjectsKept'],
  does: (standing) => {
    const { record, by, asked } = standing;
    const { sealed, version, generation } = asked.card;
    const former = formerIn(standing);
    return {
      steps: [
        {
          record: {
            ...record,
            subjectCard: { sealed, version, generation, by },
            ...(former.length > 0 && { formerCards: [...former] }),
          },
          event: { kind: 'subjectsKept', detail: { of: digestOfSeal(sealed), version } },
        },
      ],
    };
  },
});
