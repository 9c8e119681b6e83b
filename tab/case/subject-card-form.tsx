import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { extractSubject } from '../../core/casework/subject-extraction.ts';
import { subjectCardLimits, type Subject } from '../../core/model/subject-card.ts';
import { excessSubjectCardBytes } from '../../crypto/subject-card-encryption.ts';
import type { FieldProblem } from '../ui/form-fields.tsx';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { Notice } from '../ui/notice.tsx';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { sealNextSubjectCard } from '../subjects/subject-card-crypto.ts';
import {
  toSubjectCard,
  toSubjectDraft,
  emptySubjectDraft,
  hasSubjectText,
  type SubjectDraft,
  toSubject,
  findOverlongField,
} from '../subjects/subject-draft.ts';
import { SubjectCardList, useDecryptedCards } from './subject-card-list.tsx';
import { type DecryptedCase, useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { SubjectFields, subjectFieldWordKey } from './subject-fields.tsx';
import { NotSameList, SubjectMatches } from './subject-matches.tsx';

const lazyPersonGroups = createLazyModule(
  async () => (await loadModule('case/person-groups.tsx', () => import('./person-groups.tsx'))).default,
);

const noSubjects: readonly Subject[] = [];

export default function SubjectCardForm(props: {
  readonly opened: DecryptedCase;
  readonly typed: readonly SubjectDraft[] | undefined;
  readonly onTyped: (drafts: readonly SubjectDraft[] | undefined) => void;
}) {
  const { translate, call, me } = useTab();
  const keys = useKeys();
  const { view } = useCaseContext();
  const { opened: decryptedCase, typed, onTyped } = props;
  const { standing: currentCard, known: decryptedCards, recordCard } = useDecryptedCards(decryptedCase);
  const { id, form, plain } = useCaseForm({});
  const [saved, setSaved] = useState(0);
  const currentSubjects = currentCard.kind === 'open' ? currentCard.card.subjects : noSubjects;
  const drafts = typed ?? (currentSubjects.length === 0 ? [emptySubjectDraft] : currentSubjects.map(toSubjectDraft));
  const set = (place: number, draft: SubjectDraft) => onTyped(drafts.with(place, draft));
  const card = toSubjectCard(drafts);

  const problems: readonly FieldProblem[] = drafts.flatMap((draft, place) => {
    if (!hasSubjectText(draft) || toSubject(draft) !== undefined) return [];
    const field = findOverlongField(draft) ?? 'description';
    const text = translate('subjects.tooLong', { field: translate(subjectFieldWordKey(field)), person: place + 1 });
    return [{ field: `${id}${place}${field}`, text }];
  });
  const excessLength = card === undefined ? 0 : excessSubjectCardBytes(card);
  const tooMuch =
    excessLength > 0
      ? [{ field: `${id}0description`, text: translate('subjects.tooMuch', { count: excessLength }) }]
      : [];
  const { subjectCard: storedCard, formerCards = [], withdrawnCards = [] } = view.record;
  const isWithdrawn = storedCard !== undefined && withdrawnCards.includes(storedCard.digest);
  // A withdrawn card, or one that does not decrypt, is not compared; those before it are.
  const compared = useMemo(
    () => ({ subjects: isWithdrawn ? [] : currentSubjects, version: storedCard?.version ?? 0 }),
    [isWithdrawn, currentSubjects, storedCard?.version],
  );
  const isComparable = compared.subjects.length > 0 || formerCards.length > 0;
  const blocked = { newer: 'subjects.newer', opening: 'case.opening' } as const;

  return (
    <>
      <p>{translate('subjects.intro')}</p>
      {(currentCard.kind === 'closed' || currentCard.kind === 'damaged') && (
        <Notice tone="careful" role="status">
          <p>{translate(currentCard.kind === 'closed' ? 'subjects.closedCard' : 'subjects.doubtfulCard')}</p>
        </Notice>
      )}
      {isWithdrawn && (
        <Notice tone="careful" role="status">
          <p>{translate('subjects.withdrawnCard')}</p>
        </Notice>
      )}
      <SubjectProposal opened={decryptedCase} drafts={drafts} onUse={onTyped} />
      <CaseForm
        {...form}
        intent={JSON.stringify([drafts, view.record.subjectCard?.version ?? 0])}
        problems={[...problems, ...tooMuch]}
        isDirty={typed !== undefined}
        blocked={
          currentCard.kind === 'newer' || currentCard.kind === 'opening'
            ? translate(blocked[currentCard.kind])
            : undefined
        }
        sendLabel={translate('subjects.send')}
        savedText={translate('subjects.saved')}
        onSaved={() => {
          onTyped(undefined);
          setSaved((times) => times + 1);
        }}
        send={async (request) => {
          if (card === undefined) throw new Error('sent before it was complete');
          const { record } = view;
          const sealed = await sealNextSubjectCard(
            { keys, record, tenantId: decryptedCase.record.tenantId, by: me.objectId },
            card,
          );
          if (!sealed.ok) return sealed;
          recordCard(sealed.value.digest, card);
          const replaces = record.subjectCard?.digest;
          const send = plain(({ withRevision }) =>
            call('case.keepSubjects', {
              ...withRevision,
              card: sealed.value.card,
              ...(replaces !== undefined && { replaces }),
            }),
          );
          return await send(request);
        }}
        secondaryAction={
          drafts.length < subjectCardLimits.subjects && (
            <Button size="small" onClick={() => onTyped([...drafts, emptySubjectDraft])}>
              {translate('subjects.another')}
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
            onRemove={() => onTyped(drafts.filter((_, other) => other !== place))}
          />
        ))}
      </CaseForm>
      {isComparable && currentCard.kind !== 'newer' && currentCard.kind !== 'opening' && (
        <SubjectMatches key={`${saved} ${withdrawnCards.length}`} currentCard={compared} isFirst={saved > 0} />
      )}
      <SubjectCardList opened={decryptedCase} known={decryptedCards} />
      <NotSameList />
      {me.personGroups && (
        <LazyComponent
          module={lazyPersonGroups}
          props={{ opened: decryptedCase }}
          loadingLabel={translate('case.loading')}
        />
      )}
    </>
  );
}

function SubjectProposal(props: {
  readonly opened: DecryptedCase;
  readonly drafts: readonly SubjectDraft[];
  readonly onUse: (drafts: readonly SubjectDraft[]) => void;
}) {
  const { translate } = useTab();
  const { who = '' } = props.opened.report.report.answers;
  const proposed = extractSubject(who);
  if (proposed === undefined) return null;
  const filledDrafts = props.drafts.filter(hasSubjectText);
  return (
    <Notice tone="calm" role="note">
      <p>{translate('subjects.proposal')}</p>
      <p dir="auto" translate="no">
        {who}
      </p>
      {filledDrafts.length < subjectCardLimits.subjects && (
        <Button size="small" onClick={() => props.onUse([...filledDrafts, toSubjectDraft(proposed)])}>
          {translate('subjects.proposalUse')}
        </Button>
      )}
    </Notice>
  );
}
