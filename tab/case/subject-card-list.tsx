import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { StoredSubjectCard, SubjectCard } from '../../core/model/subject-card.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import type { CaseView } from '../../contract/operation-answers.ts';
import { Notice } from '../ui/notice.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import {
  deriveCardKeys,
  lastSubjectCardDigest,
  decryptStoredSubjectCard,
  seenCardVersions,
} from '../subjects/subject-card-crypto.ts';
import { type DecryptedCase, useCaseContext } from './case-context.ts';
import { SubjectDetails } from './subject-fields.tsx';
import { WithdrawalDecision, WithdrawalRequestForm } from './withdrawal-forms.tsx';

const useStyles = makeStyles({
  card: {
    marginTop: tokens.spacingVerticalM,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
});

type SubjectCardView = NonNullable<CaseView['record']['subjectCard']>;
const cardWithdrawalWords = {
  asked: 'subjects.withdrawAsked',
  withdrawn: 'subjects.withdrawDone',
  refused: 'subjects.withdrawRefused',
} as const;

export function SubjectCardList({
  opened: decryptedCase,
  known: decryptedCards,
}: {
  readonly opened: DecryptedCase;
  readonly known: DecryptedCards;
}) {
  const tab = useTab();
  const { translate, call, me } = tab;
  const { view } = useCaseContext();
  const { subjectCard, formerCards = [], withdrawnCards = [], cardWithdrawal } = view.record;
  const cards = [...formerCards, ...(subjectCard ? [subjectCard] : [])];
  const requestedCard = cards.find(({ digest }) => digest === cardWithdrawal?.of);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form goes with its result, so this shows it and takes the focus.
  const [result, setResult] = useState<keyof typeof cardWithdrawalWords>();
  useEffect(() => {
    if (result !== undefined) heading.current?.focus();
  }, [result]);
  if (cards.length === 0) return null;
  const open = cards.filter(({ digest }) => !withdrawnCards.includes(digest));
  return (
    <section aria-label={translate('subjects.cardsHeading')}>
      <h4 ref={heading} tabIndex={-1}>
        {translate('subjects.cardsHeading')}
      </h4>
      {result !== undefined && (
        <Notice tone="good" role="status">
          <p>{translate(cardWithdrawalWords[result])}</p>
        </Notice>
      )}
      <p>{translate('subjects.cardsIntro')}</p>
      {cards.map((card) => (
        <SubjectCardItem
          key={card.digest}
          card={card}
          known={decryptedCards}
          isWithdrawn={withdrawnCards.includes(card.digest)}
        />
      ))}
      {cardWithdrawal !== undefined && requestedCard !== undefined ? (
        <WithdrawalDecision
          key={cardWithdrawal.sequence}
          opened={decryptedCase}
          withdrawal={cardWithdrawal}
          texts={{
            own: translate('subjects.withdrawOwn'),
            unread: translate('subjects.withdrawUnread'),
            agree: translate('subjects.withdraw', { version: requestedCard.version }),
            agreed: translate('subjects.withdrawDone'),
            refuse: translate('subjects.withdrawRefuse'),
            refused: translate('subjects.withdrawRefused'),
          }}
          agree={(requestFields) => call('case.withdrawCard', { ...requestFields, of: cardWithdrawal.of })}
          onAgreed={() => setResult('withdrawn')}
          onRefused={() => setResult('refused')}
        />
      ) : (
        (cardWithdrawal === undefined || me.personGroups !== true) &&
        open.length > 0 && (
          <WithdrawalRequestForm
            options={open.map(({ digest, version, by }) => ({
              value: digest,
              text: translate('subjects.cardBy', { version, who: personName(tab, { objectId: by }, view.people) }),
            }))}
            label={translate('subjects.wrongCard')}
            neededText={translate('subjects.wrongCardNeeded')}
            sendLabel={translate('subjects.withdrawAsk')}
            savedText={translate('subjects.withdrawAsked')}
            send={(requestFields, of, words) => call('case.askCardWithdrawal', { ...requestFields, of, words })}
            onSaved={() => setResult('asked')}
          />
        )
      )}
    </section>
  );
}

function SubjectCardItem(props: {
  readonly card: SubjectCardView;
  readonly known: DecryptedCards;
  readonly isWithdrawn: boolean;
}) {
  const tab = useTab();
  const { translate } = tab;
  const styles = useStyles();
  const { people, record } = useCaseContext().view;
  const { card, isWithdrawn } = props;
  const found = props.known.get(card.digest);
  const unseen = { closed: 'subjects.cardClosed', damaged: 'subjects.cardDamaged' } as const;
  const { cardWithdrawal } = record;
  return (
    <div className={styles.card}>
      <p className={styles.title}>
        {translate('subjects.cardBy', { version: card.version, who: personName(tab, { objectId: card.by }, people) })}
      </p>
      {isWithdrawn && <p>{translate('subjects.cardWithdrawn')}</p>}
      {cardWithdrawal?.of === card.digest && (
        <p>{translate('subjects.cardAsked', { who: personName(tab, { objectId: cardWithdrawal.by }, people) })}</p>
      )}
      {typeof found !== 'object' && <p>{translate(found === undefined ? 'subjects.cardUnread' : unseen[found])}</p>}
      {typeof found === 'object' && found.subjects.length === 0 && <p>{translate('subjects.cardNobody')}</p>}
      {typeof found === 'object' &&
        found.subjects.map((subject, place) => (
          <SubjectDetails key={place} heading={translate('subjects.person', { number: place + 1 })} subject={subject} />
        ))}
    </div>
  );
}

/**
 * `closed`: its key is not unlocked here; `damaged`: not the card that was sealed; `newer`: stored since the opening.
 */
type CurrentCard =
  | { readonly kind: 'none' | 'opening' | 'closed' | 'damaged' | 'newer' }
  | { readonly kind: 'open'; readonly card: SubjectCard };

type DecryptedCards = ReadonlyMap<string, SubjectCard | 'closed' | 'damaged'>;

const noCards: readonly StoredSubjectCard[] = [];

export function useDecryptedCards(decryptedCase: DecryptedCase) {
  const { getKeys } = useKeys();
  const { view } = useCaseContext();
  const [decryptedCards, setDecryptedCards] = useState<DecryptedCards>(new Map());
  const recordCard = useCallback(
    (digest: string, card: SubjectCard | 'closed' | 'damaged') =>
      setDecryptedCards((before) => new Map(before).set(digest, card)),
    [],
  );

  const {
    caseId,
    tenantId,
    handledBy,
    subjectCard: releasedCard,
    formerCards: former = noCards,
  } = decryptedCase.record;
  const { entries } = decryptedCase;
  const lastSaved = lastSubjectCardDigest(entries);
  useEffect(() => {
    if (releasedCard === undefined) return;
    void (async () => {
      const keys = await deriveCardKeys(getKeys(handledBy), { tenantId, group: handledBy });
      const seen = seenCardVersions.all().get(caseId) ?? 0;
      const card = await decryptStoredSubjectCard(releasedCard, {
        caseId,
        tenantId,
        keys,
        lastSavedDigest: lastSaved,
        newestSeenVersion: seen,
      });
      if (typeof card === 'object') seenCardVersions.add(caseId, releasedCard.version);
      recordCard(digestOfSeal(releasedCard.sealed), card);
    })();
  }, [releasedCard, lastSaved, caseId, tenantId, handledBy, getKeys, recordCard]);
  useEffect(() => {
    void (async () => {
      const keys = await deriveCardKeys(getKeys(handledBy), { tenantId, group: handledBy });
      for (const card of former) {
        const digest = digestOfSeal(card.sealed);
        const wasStored = entries.some(({ kind, detail }) => kind === 'subjectsKept' && detail?.of === digest);
        const at = { caseId, tenantId, keys, lastSavedDigest: wasStored ? digest : undefined, newestSeenVersion: 0 };
        recordCard(digest, await decryptStoredSubjectCard(card, at));
      }
    })();
  }, [former, entries, caseId, tenantId, handledBy, getKeys, recordCard]);

  const storedCard = view.record.subjectCard;
  const wasReleased = releasedCard !== undefined && digestOfSeal(releasedCard.sealed) === storedCard?.digest;
  const found = storedCard && decryptedCards.get(storedCard.digest);
  const currentCard: CurrentCard =
    storedCard === undefined
      ? { kind: 'none' }
      : found === undefined
        ? { kind: wasReleased ? 'opening' : 'newer' }
        : typeof found === 'string'
          ? { kind: found }
          : { kind: 'open', card: found };
  return { standing: currentCard, known: decryptedCards, recordCard };
}
