import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { subjectIn } from '../../core/casework/subject-extraction.ts';
import { cardLimits, type Subject } from '../../core/model/subject-card.ts';
import { cardOverBy } from '../../crypto/subject-card.ts';
import type { FieldProblem } from '../ui/fields.tsx';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { sealCard } from '../subjects/seal-card.ts';
import {
  cardOf,
  draftOf,
  emptyDraft,
  isTyped,
  type SubjectDraft,
  subjectOf,
  tooLongIn,
} from '../subjects/subject-draft.ts';
import { CaseCards, useKnownCards } from './case-cards.tsx';
import { type OpenedCase, useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { SubjectFields, subjectLabel } from './subject-fields.tsx';
import { NotSameList, SubjectMatches } from './subject-matches.tsx';

const nobody: readonly Subject[] = [];

export default function SubjectCardForm(props: {
  readonly opened: OpenedCase;
  readonly typed: readonly SubjectDraft[] | undefined;
  readonly onTyped: (drafts: readonly SubjectDraft[] | undefined) => void;
}) {
  const { say, call, me } = useTab();
  const keys = useKeys();
  const { view } = useCaseContext();
  const { opened, typed, onTyped } = props;
  const { standing, known, keep } = useKnownCards(opened);
  const { id, form, plain } = useCaseForm({});
  const [saved, setSaved] = useState(0);
  const there = standing.kind === 'open' ? standing.card.subjects : nobody;
  const drafts = typed ?? (there.length === 0 ? [emptyDraft] : there.map(draftOf));
  const set = (place: number, draft: SubjectDraft) => onTyped(drafts.with(place, draft));
  const card = cardOf(drafts);

  const problems: readonly FieldProblem[] = drafts.flatMap((draft, place) => {
    if (!isTyped(draft) || subjectOf(draft) !== undefined) return [];
    const field = tooLongIn(draft) ?? 'description';
    const text = say('subjects.tooLong', { field: say(subjectLabel(field)), person: place + 1 });
    return [{ field: `${id}${place}${field}`, text }];
  });
  const over = card === undefined ? 0 : cardOverBy(card);
  const tooMuch = over > 0 ? [{ field: `${id}0description`, text: say('subjects.tooMuch', { count: over }) }] : [];
  const { subjectCard: kept, formerCards = [], withdrawnCards = [] } = view.record;
  const isWithdrawn = kept !== undefined && withdrawnCards.includes(kept.digest);
  // A card that was withdrawn or does not open is not compared; those before it are.
  const compared = useMemo(
    () => ({ subjects: isWithdrawn ? [] : there, version: kept?.version ?? 0 }),
    [isWithdrawn, there, kept?.version],
  );
  const isComparable = compared.subjects.length > 0 || formerCards.length > 0;
  const blocked = { newer: 'subjects.newer', opening: 'case.opening' } as const;

  return (
    <>
      <p>{say('subjects.intro')}</p>
      {(standing.kind === 'closed' || standing.kind === 'damaged') && (
        <Notice tone="careful" role="status">
          <p>{say(standing.kind === 'closed' ? 'subjects.closedCard' : 'subjects.doubtfulCard')}</p>
        </Notice>
      )}
      {isWithdrawn && (
        <Notice tone="careful" role="status">
          <p>{say('subjects.withdrawnCard')}</p>
        </Notice>
      )}
      <Proposal opened={opened} drafts={drafts} onUse={onTyped} />
      <CaseForm
        {...form}
        intent={JSON.stringify([drafts, view.record.subjectCard?.version ?? 0])}
        problems={[...problems, ...tooMuch]}
        isDirty={typed !== undefined}
        blocked={standing.kind === 'newer' || standing.kind === 'opening' ? say(blocked[standing.kind]) : undefined}
        sendLabel={say('subjects.send')}
        savedText={say('subjects.saved')}
        onSaved={() => {
          onTyped(undefined);
          setSaved((times) => times + 1);
        }}
        send={async (request) => {
          if (card === undefined) throw new Error('sent before it was complete');
          const { record } = view;
          const sealed = await sealCard({ keys, record, tenantId: opened.record.tenantId, by: me.objectId }, card);
          if (!sealed.ok) return sealed;
          keep(sealed.value.digest, card);
          const replaces = record.subjectCard?.digest;
          const send = plain(({ changing }) =>
            call('case.keepSubjects', {
              ...changing,
              card: sealed.value.card,
              ...(replaces !== undefined && { replaces }),
            }),
          );
          return await send(request);
        }}
        beside={
          drafts.length < cardLimits.subjects && (
            <Button size="small" onClick={() => onTyped([...drafts, emptyDraft])}>
              {say('subjects.another')}
            </Button>
          )
        }
      >
        {drafts.map((draft, place) => (
          <SubjectFields
            key={place}
            id={`${id}${place}`}
            place={place}
            draft={draft}
            onDraft={(next) => set(place, next)}
            onOff={() => onTyped(drafts.filter((_, other) => other !== place))}
          />
        ))}
      </CaseForm>
      {isComparable && standing.kind !== 'newer' && standing.kind !== 'opening' && (
        <SubjectMatches key={`${saved} ${withdrawnCards.length}`} standing={compared} isFirst={saved > 0} />
      )}
      <CaseCards opened={opened} known={known} />
      <NotSameList />
    </>
  );
}

function Proposal(props: {
  readonly opened: OpenedCase;
  readonly drafts: readonly SubjectDraft[];
  readonly onUse: (drafts: readonly SubjectDraft[]) => void;
}) {
  const { say } = useTab();
  const { who = '' } = props.opened.report.report.answers;
  const proposed = subjectIn(who);
  if (proposed === undefined) return null;
  const room = props.drafts.filter(isTyped);
  return (
    <Notice tone="calm" role="note">
      <p>{say('subjects.proposal')}</p>
      <p dir="auto" translate="no">
        {who}
      </p>
      {room.length < cardLimits.subjects && (
        <Button size="small" onClick={() => props.onUse([...room, draftOf(proposed)])}>
          {say('subjects.proposalUse')}
        </Button>
      )}
    </Notice>
  );
}
