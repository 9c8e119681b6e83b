import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { CaseView } from '../../contract/answers.ts';
import { SelectField } from '../parts/fields.tsx';
import { NoteField, ReasonField } from '../parts/note-field.tsx';
import { Notice } from '../parts/notice.tsx';
import { personName } from '../parts/person-name.ts';
import { useTab } from '../parts/tab-context.ts';
import { changing, plainly, withNote, withWords } from '../parts/with-words.ts';
import { wordsProblem } from '../parts/words-problem.ts';
import { type OpenedCase, useCaseContext } from './case-context.ts';
import { CaseForm } from './case-form.tsx';
import { CardShown } from './subject-shown.tsx';
import type { KnownCards } from './use-known-cards.ts';

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

/** Every card of a case, the former ones as well, and how two people withdraw one that is wrong. */
export function CaseCards({ opened, known }: { readonly opened: OpenedCase; readonly known: KnownCards }) {
  const tab = useTab();
  const { say } = tab;
  const { view } = useCaseContext();
  const { subjectCard, formerCards = [], withdrawnCards = [], cardWithdrawal } = view.record;
  const cards = [...formerCards, ...(subjectCard ? [subjectCard] : [])];
  const asked = cards.find(({ digest }) => digest === cardWithdrawal?.of);
  const heading = useRef<HTMLHeadingElement>(null);
  // The form goes with what it did, so this says so, and takes the focus for people who use the keyboard.
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
  const context = useCaseContext();
  const { people } = context.view;
  const id = useId();
  const [of, setOf] = useState<string>();
  const [reason, setReason] = useState('');
  return (
    <CaseForm
      intent={JSON.stringify(['withdraw', of, reason])}
      problems={[
        ...(of === undefined ? [{ field: `${id}card`, text: say('subjects.wrongCardNeeded') }] : []),
        ...wordsProblem(say, `${id}reason`, reason, say('work.reasonNeeded')),
      ]}
      isDirty={of !== undefined || reason !== ''}
      sendLabel={say('subjects.withdrawAsk')}
      savedText={say('subjects.withdrawAsked')}
      onSaved={onSaid}
      send={(request) => {
        if (of === undefined) throw new Error('sent before it was complete');
        return withWords(context, 'handlers', reason, (words) =>
          call('case.askCardWithdrawal', { ...changing(context.view, request), of, words }),
        );
      }}
    >
      <SelectField
        id={`${id}card`}
        label={say('subjects.wrongCard')}
        value={of ?? ''}
        onValue={(value) => setOf(cards.find(({ digest }) => digest === value)?.digest)}
        need="required"
        options={cards.map(({ digest, version, by }) => ({
          value: digest,
          text: say('subjects.cardBy', { version, who: personName(tab, { objectId: by }, people) }),
        }))}
      />
      <ReasonField id={`${id}reason`} value={reason} onValue={setReason} rows={2} />
    </CaseForm>
  );
}

/** Withdraws a card as a second person, who has the reason before them, or refuses; the one who asked can take it back. */
function Decision(props: {
  readonly opened: OpenedCase;
  readonly asked: Card;
  readonly withdrawal: Withdrawal;
  readonly onSaid: (said: Said) => void;
}) {
  const { say, call, me } = useTab();
  const context = useCaseContext();
  const id = useId();
  const [note, setNote] = useState('');
  const { opened, asked, withdrawal, onSaid } = props;
  const { of } = withdrawal;
  // The words of an entry that came after the opening are not here, and the server asks for an opening since.
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
        intent={JSON.stringify(['agree', of])}
        problems={[]}
        blocked={
          isOwn ? say('subjects.withdrawOwn') : reason === undefined ? say('subjects.withdrawUnread') : undefined
        }
        sendLabel={say('subjects.withdraw', { version: asked.version })}
        savedText={say('subjects.withdrawDone')}
        onSaved={() => onSaid('withdrawn')}
        send={(request) => plainly(call('case.withdrawCard', { ...changing(context.view, request), of }))}
      />
      <CaseForm
        intent={JSON.stringify(['refuse', of, note])}
        problems={wordsProblem(say, `${id}note`, note)}
        isDirty={note !== ''}
        sendLabel={say('subjects.withdrawRefuse')}
        savedText={say('subjects.withdrawRefused')}
        onSaved={() => onSaid('refused')}
        send={(request) =>
          withNote(context, note, (words) =>
            call('case.refuseCardWithdrawal', { ...changing(context.view, request), of, ...words }),
          )
        }
      >
        <NoteField id={`${id}note`} value={note} onValue={setNote} rows={2} />
      </CaseForm>
    </>
  );
}
