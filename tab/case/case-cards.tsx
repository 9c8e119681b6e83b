import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeptCard, SubjectCard } from '../../core/model/subject-card.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import type { CaseView } from '../../contract/answers.ts';
import { SelectField } from '../ui/fields.tsx';
import { NoteField, ReasonField } from '../ui/note-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { personName } from '../ui/person-name.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { cardKeys, lastKeptIn, openKept, seenVersions } from '../subjects/seal-card.ts';
import { type OpenedCase, useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { CardShown } from './subject-fields.tsx';

const useStyles = makeStyles({
  card: {
    marginTop: tokens.spacingVerticalM,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
});

type Card = NonNullable<CaseView['record']['subjectCard']>;
type Withdrawal = NonNullable<CaseView['record']['cardWithdrawal']>;
const saidTexts = {
  asked: 'subjects.withdrawAsked',
  withdrawn: 'subjects.withdrawDone',
  refused: 'subjects.withdrawRefused',
} as const;
type Said = keyof typeof saidTexts;

export function CaseCards({ opened, known }: { readonly opened: OpenedCase; readonly known: KnownCards }) {
  const tab = useTab();
  const { say } = tab;
  const { view } = useCaseContext();
  const { subjectCard, formerCards = [], withdrawnCards = [], cardWithdrawal } = view.record;
  const cards = [...formerCards, ...(subjectCard ? [subjectCard] : [])];
  const asked = cards.find(({ digest }) => digest === cardWithdrawal?.of);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form goes with its result, so this says it and takes the focus for people who use the keyboard.
  const [said, setSaid] = useState<Said>();
  useEffect(() => {
    if (said !== undefined) heading.current?.focus();
  }, [said]);
  if (cards.length === 0) return null;
  const open = cards.filter(({ digest }) => !withdrawnCards.includes(digest));
  return (
    <section aria-label={say('subjects.cardsHeading')}>
      <h4 ref={heading} tabIndex={-1}>
        {say('subjects.cardsHeading')}
      </h4>
      {said !== undefined && (
        <Notice tone="good" role="status">
          <p>{say(saidTexts[said])}</p>
        </Notice>
      )}
      <p>{say('subjects.cardsIntro')}</p>
      {cards.map((card) => (
        <OneCard key={card.digest} card={card} known={known} isWithdrawn={withdrawnCards.includes(card.digest)} />
      ))}
      {cardWithdrawal !== undefined && asked !== undefined ? (
        <Decision
          key={cardWithdrawal.sequence}
          opened={opened}
          asked={asked}
          withdrawal={cardWithdrawal}
          onSaid={setSaid}
        />
      ) : (
        open.length > 0 && <AskForm cards={open} onSaid={() => setSaid('asked')} />
      )}
    </section>
  );
}

function OneCard(props: { readonly card: Card; readonly known: KnownCards; readonly isWithdrawn: boolean }) {
  const tab = useTab();
  const { say } = tab;
  const styles = useStyles();
  const { people, record } = useCaseContext().view;
  const { card, isWithdrawn } = props;
  const found = props.known.get(card.digest);
  const unseen = { closed: 'subjects.cardClosed', damaged: 'subjects.cardDamaged' } as const;
  const { cardWithdrawal } = record;
  return (
    <div className={styles.card}>
      <p className={styles.title}>
        {say('subjects.cardBy', { version: card.version, who: personName(tab, { objectId: card.by }, people) })}
      </p>
      {isWithdrawn && <p>{say('subjects.cardWithdrawn')}</p>}
      {cardWithdrawal?.of === card.digest && (
        <p>{say('subjects.cardAsked', { who: personName(tab, { objectId: cardWithdrawal.by }, people) })}</p>
      )}
      {typeof found !== 'object' && <p>{say(found === undefined ? 'subjects.cardUnread' : unseen[found])}</p>}
      {typeof found === 'object' && found.subjects.length === 0 && <p>{say('subjects.cardNobody')}</p>}
      {typeof found === 'object' &&
        found.subjects.map((subject, place) => (
          <CardShown key={place} heading={say('subjects.person', { number: place + 1 })} subject={subject} />
        ))}
    </div>
  );
}

function AskForm({ cards, onSaid }: { readonly cards: readonly Card[]; readonly onSaid: () => void }) {
  const tab = useTab();
  const { say, call } = tab;
  const { people } = useCaseContext().view;
  const { draft, set, id, field, wordsProblem, form, worded } = useCaseForm<{ of: string | undefined; reason: string }>(
    {
      of: undefined,
      reason: '',
    },
  );
  const { of, reason } = draft;
  return (
    <CaseForm
      {...form}
      problems={[
        ...(of === undefined ? [{ field: `${id}card`, text: say('subjects.wrongCardNeeded') }] : []),
        ...wordsProblem('reason', say('work.reasonNeeded')),
      ]}
      sendLabel={say('subjects.withdrawAsk')}
      savedText={say('subjects.withdrawAsked')}
      onSaved={onSaid}
      send={
        of !== undefined &&
        worded('handlers', reason, ({ changing, words }) => call('case.askCardWithdrawal', { ...changing, of, words }))
      }
    >
      <SelectField
        id={`${id}card`}
        label={say('subjects.wrongCard')}
        value={of ?? ''}
        onValue={(value) => set({ of: cards.find(({ digest }) => digest === value)?.digest })}
        need="required"
        options={cards.map(({ digest, version, by }) => ({
          value: digest,
          text: say('subjects.cardBy', { version, who: personName(tab, { objectId: by }, people) }),
        }))}
      />
      <ReasonField {...field('reason')} rows={2} />
    </CaseForm>
  );
}

/** A second person, who has read the reason, withdraws the card or refuses; the person who asked can take it back. */
function Decision(props: {
  readonly opened: OpenedCase;
  readonly asked: Card;
  readonly withdrawal: Withdrawal;
  readonly onSaid: (said: Said) => void;
}) {
  const { say, call, me } = useTab();
  const context = useCaseContext();
  const { opened, asked, withdrawal, onSaid } = props;
  const { of } = withdrawal;
  const agreeing = useCaseForm({}, of);
  const refusing = useCaseForm({ note: '' }, of);
  const { note } = refusing.draft;
  // The words of an entry after the opening are not here; the server then asks for a new opening.
  const digest = opened.entries.find(({ sequence }) => sequence === withdrawal.sequence)?.note?.digest;
  const reason = digest === undefined ? undefined : context.words.get(digest);
  const isOwn = withdrawal.by === me.objectId;
  return (
    <>
      {reason !== undefined && (
        <p>
          <strong>{say('subjects.withdrawWhy')}</strong> <span dir="auto">{reason}</span>
        </p>
      )}
      <CaseForm
        {...agreeing.form}
        problems={[]}
        blocked={
          isOwn ? say('subjects.withdrawOwn') : reason === undefined ? say('subjects.withdrawUnread') : undefined
        }
        sendLabel={say('subjects.withdraw', { version: asked.version })}
        savedText={say('subjects.withdrawDone')}
        onSaved={() => onSaid('withdrawn')}
        send={agreeing.plain(({ changing }) => call('case.withdrawCard', { ...changing, of }))}
      />
      <CaseForm
        {...refusing.form}
        problems={refusing.wordsProblem('note')}
        sendLabel={say('subjects.withdrawRefuse')}
        savedText={say('subjects.withdrawRefused')}
        onSaved={() => onSaid('refused')}
        send={refusing.noted(note, ({ changing, note: why }) =>
          call('case.refuseCardWithdrawal', { ...changing, of, ...why }),
        )}
      >
        <NoteField {...refusing.field('note')} rows={2} />
      </CaseForm>
    </>
  );
}

/** `closed`: its key is not open here; `damaged`: not what was sealed; `newer`: kept since the report was opened. */
type StandingCard =
  | { readonly kind: 'none' | 'opening' | 'closed' | 'damaged' | 'newer' }
  | { readonly kind: 'open'; readonly card: SubjectCard };

type KnownCards = ReadonlyMap<string, SubjectCard | 'closed' | 'damaged'>;

const noCards: readonly KeptCard[] = [];

export function useKnownCards(opened: OpenedCase) {
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
