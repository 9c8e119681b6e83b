import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { findHandlersOnCards, type NamedHandler } from '../../core/casework/subject-extraction.ts';
import { type CaseId, formatCaseId } from '../../core/model/codes.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import { TextAreaField } from '../ui/form-fields.tsx';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { matchGroundText, matchStrengthText } from '../ui/case-labels.ts';
import { Notice } from '../ui/notice.tsx';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { fetchGroupCards, compareCardsInWorker } from '../subjects/compare-cards-in-worker.ts';
import type { CardComparisonResult, CardComparisonInput, CaseMatch } from '../subjects/compare-encrypted-cards.ts';
import { deriveCardKeys, seenCardVersions } from '../subjects/subject-card-crypto.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { visibleMatches } from './visible-matches.ts';
import { SubjectDetails } from './subject-fields.tsx';
import { useDecryption } from './use-decryption.ts';

const useStyles = makeStyles({
  match: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'minmax(0, 1fr)',
    marginTop: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
  },
});

/** `isFirst`: the card was just stored, so the comparison starts by itself. */
export function SubjectMatches(props: {
  readonly standing: Omit<CardComparisonInput['mine'], 'caseId'>;
  readonly isFirst: boolean;
}) {
  const { say, me } = useTab();
  const { view } = useCaseContext();
  const { standing: currentCard, isFirst } = props;
  const { comparing, compare } = useComparison(currentCard);
  const begun = useRef(false);
  useEffect(() => {
    if (!isFirst || begun.current) return;
    begun.current = true;
    void compare();
  }, [isFirst, compare]);

  const isGraded = view.record.grading !== undefined;
  return (
    <>
      {comparing.kind === 'comparing' ? (
        <Spinner size="small" label={say('subjects.comparing')} labelPosition="after" />
      ) : (
        <div>
          <Button onClick={() => void compare()}>{say('subjects.compare')}</Button>
        </div>
      )}
      {comparing.kind === 'refused' && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(say, comparing.refusal)}</p>
        </Notice>
      )}
      {comparing.kind === 'done' && (
        <>
          {comparing.handlers.length > 0 && (
            <Notice tone="careful" role="status">
              <p>
                {comparing.handlers.some(({ objectId }) => objectId === me.objectId)
                  ? say('subjects.maybeYou')
                  : say('subjects.handler', { names: comparing.handlers.map(({ name }) => name).join(', ') })}
              </p>
            </Notice>
          )}
          <MatchList found={visibleMatches(comparing.compared.found, view.record)} isGraded={isGraded} />
          {comparing.without !== undefined && (
            <p>{say('subjects.comparedWith', { count: comparing.compared.cases, without: comparing.without })}</p>
          )}
          {comparing.compared.closed > 0 && <p>{say('subjects.closed', { count: comparing.compared.closed })}</p>}
          {comparing.compared.doubtful.length > 0 && (
            <Notice tone="alarm">
              <p>
                {say('subjects.doubtful', {
                  references: comparing.compared.doubtful.map((caseId) => formatCaseId(caseId)).join(', '),
                })}
              </p>
            </Notice>
          )}
        </>
      )}
    </>
  );
}

function MatchList({
  found,
  isGraded,
}: {
  readonly found: ReturnType<typeof visibleMatches>;
  readonly isGraded: boolean;
}) {
  const { say } = useTab();
  const { record } = useCaseContext().view;
  const heading = useRef<HTMLHeadingElement>(null);
  const [decision, setDecision] = useState<MatchDecision>();
  useEffect(() => heading.current?.focus(), [decision]);
  return (
    <section aria-label={say('subjects.foundHeading', { count: found.length })}>
      <h4 ref={heading} tabIndex={-1}>
        {say('subjects.foundHeading', { count: found.length })}
      </h4>
      {decision !== undefined && record[decision.as].includes(decision.other) && (
        <Notice tone="good" role="status">
          <p>{say(decision.as === 'linked' ? 'work.linkSaved' : 'subjects.notSameSaved')}</p>
        </Notice>
      )}
      {found.length > 0 && <p>{say('subjects.noProof')}</p>}
      {!isGraded && <p>{say('subjects.gradeFirst')}</p>}
      {found.map((one) => (
        <MatchItem key={one.caseId} other={one} onJudged={setDecision} />
      ))}
    </section>
  );
}

const lazyDecryptedReport = createLazyModule(
  async () => (await loadModule('case/report-view.tsx', () => import('./report-view.tsx'))).default,
);

interface MatchDecision {
  readonly other: CaseId;
  readonly as: 'linked' | 'notSame';
}

function MatchItem(props: { readonly other: CaseMatch; readonly onJudged: (judged: MatchDecision) => void }) {
  const { other, onJudged: onDecided } = props;
  const { say } = useTab();
  const styles = useStyles();
  const heading = useId();
  const { caseId, match, mine, theirs } = other;
  // Does not watch for erasure of the other case; its report goes when the keys lock.
  const { opening, opened, open } = useDecryption(caseId, false);
  const reference = formatCaseId(caseId);
  return (
    <section className={styles.match} aria-labelledby={heading}>
      <p id={heading} className={styles.title}>{`${reference}: ${matchStrengthText(say, match.strength)}`}</p>
      <p>
        {say('subjects.grounds', { grounds: match.grounds.map((ground) => matchGroundText(say, ground)).join(', ') })}
      </p>
      {mine.isFormer && <p>{say('subjects.ownFormer')}</p>}
      {theirs.isFormer && <p>{say('subjects.former', { reference })}</p>}
      <div className={styles.cards}>
        <SubjectDetails heading={say('subjects.thisCase', { version: mine.version })} subject={mine.subject} />
        <SubjectDetails
          heading={say('subjects.otherCase', { reference, version: theirs.version })}
          subject={theirs.subject}
        />
      </div>
      {opened === undefined && opening.kind !== 'opening' && (
        <>
          <p>{say('subjects.openBoth')}</p>
          <div>
            <Button onClick={() => void open()}>{say('subjects.openOther', { reference })}</Button>
          </div>
        </>
      )}
      {opening.kind === 'opening' && <Spinner size="small" label={say('case.opening')} labelPosition="after" />}
      {(opening.kind === 'refused' || opening.kind === 'otherKey' || opening.kind === 'failed') && (
        <Notice tone="careful" role="alert">
          <p>{opening.kind === 'refused' ? refusalText(say, opening.refusal) : say('case.notForYourKey')}</p>
        </Notice>
      )}
      {opened !== undefined && (
        <>
          <LazyComponent module={lazyDecryptedReport} props={{ opened }} loadingLabel={say('case.opening')} />
          <MatchDecisionForms other={caseId} onJudged={(as) => onDecided({ other: caseId, as })} />
        </>
      )}
    </section>
  );
}

function MatchDecisionForms(props: { readonly other: CaseId; readonly onJudged: (as: MatchDecision['as']) => void }) {
  const { say, call } = useTab();
  const { other, onJudged: onDecided } = props;
  const { form, plain } = useCaseForm({}, other);
  const reference = formatCaseId(other);
  return (
    <>
      <CaseForm
        {...form}
        problems={[]}
        sendLabel={say('subjects.link', { reference })}
        savedText={say('work.linkSaved')}
        onSaved={() => onDecided('linked')}
        send={plain(({ withoutRevision }) => call('case.link', { ...withoutRevision, other }))}
      />
      <NotSameForm
        other={other}
        revised={false}
        sendLabel={say('subjects.notSame')}
        savedText={say('subjects.notSameSaved')}
        reasonLabel={say('subjects.notSameReason', { reference })}
        onSaved={() => onDecided('notSame')}
      />
    </>
  );
}

interface NotSameFormProps {
  readonly other: CaseId;
  readonly revised: boolean;
  readonly sendLabel: string;
  readonly savedText: string;
  readonly reasonLabel: string;
  readonly onSaved: () => void;
  readonly beside?: ReactNode;
}

function NotSameForm(props: NotSameFormProps) {
  const { other, revised, sendLabel, savedText, reasonLabel, onSaved, beside } = props;
  const { say, call } = useTab();
  const { draft, field, noteProblems, form, worded } = useCaseForm({ reason: '' }, [other, revised]);
  const { reason } = draft;
  return (
    <CaseForm
      {...form}
      problems={noteProblems('reason', say('work.reasonNeeded'))}
      sendLabel={sendLabel}
      savedText={savedText}
      onSaved={() => {
        form.onSaved();
        onSaved();
      }}
      send={worded('handlers', reason, ({ withoutRevision, words }) =>
        call('case.notSame', { ...withoutRevision, other, revised, words }),
      )}
      beside={beside}
    >
      <TextAreaField {...field('reason')} label={reasonLabel} hint={say('work.noteHint')} rows={2} need="required" />
    </CaseForm>
  );
}

export function NotSameList() {
  const { say } = useTab();
  const { view } = useCaseContext();
  const { notSame } = view.record;
  const [revised, setRevised] = useState<CaseId>();
  const isRevised = revised !== undefined && !notSame.includes(revised);
  if (notSame.length === 0 && !isRevised) return null;
  return (
    <section aria-label={say('subjects.notSameHeading')}>
      <h4>{say('subjects.notSameHeading')}</h4>
      {isRevised && (
        <Notice tone="good" role="status">
          <p>{say('subjects.reviseSaved')}</p>
        </Notice>
      )}
      {notSame.length > 0 && <p>{say('subjects.reviseOther')}</p>}
      {notSame.map((other) => (
        <NotSameItem key={other} other={other} onRevised={() => setRevised(other)} />
      ))}
    </section>
  );
}

function NotSameItem({ other, onRevised }: { readonly other: CaseId; readonly onRevised: () => void }) {
  const { say, navigate } = useTab();
  const reference = formatCaseId(other);
  return (
    <NotSameForm
      other={other}
      revised
      sendLabel={say('subjects.revise')}
      savedText={say('subjects.reviseSaved')}
      reasonLabel={say('subjects.reviseReason', { reference })}
      onSaved={onRevised}
      beside={
        <Button size="small" onClick={() => navigate({ page: 'case', caseId: other })}>
          {say('case.openLinked', { reference })}
        </Button>
      }
    />
  );
}

type ComparisonState =
  | { readonly kind: 'idle' | 'comparing' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | {
      readonly kind: 'done';
      readonly compared: CardComparisonResult;
      readonly without: number | undefined;
      readonly handlers: readonly NamedHandler[];
    };

function useComparison({ subjects, version }: Omit<CardComparisonInput['mine'], 'caseId'>) {
  const { call } = useTab();
  const { keysOf } = useKeys();
  const { view } = useCaseContext();
  const [comparisonState, setComparisonState] = useState<ComparisonState>({ kind: 'idle' });
  const abortController = useRef<AbortController>(undefined);
  useEffect(() => () => abortController.current?.abort(), []);
  const { caseId, handledBy } = view.record;

  const compare = useCallback(async () => {
    abortController.current?.abort();
    const ends = new AbortController();
    abortController.current = ends;
    setComparisonState({ kind: 'comparing' });
    const updateState = (to: ComparisonState) => !ends.signal.aborted && setComparisonState(to);
    const [groupCards, people] = await Promise.all([fetchGroupCards(call, handledBy), call('keys.people', {})]);
    if (!groupCards.ok) return void updateState({ kind: 'refused', refusal: groupCards.refusal });
    const { cards, former, tenantId, cases } = groupCards;
    const keys = await deriveCardKeys(keysOf(handledBy), { tenantId, group: handledBy });
    const newestSeenVersions = new Map(seenCardVersions.all());
    const compared = await compareCardsInWorker(
      { mine: { caseId, subjects, version }, cards, former, tenantId, keys, newestSeenVersions },
      ends.signal,
    );
    if (compared === undefined) return void updateState({ kind: 'refused', refusal: { code: 'unavailable' } });
    for (const { caseId: of, card } of cards) {
      if (keys.has(card.generation) && !compared.doubtful.includes(of)) seenCardVersions.saw(of, card.version);
    }
    const handlers = people.ok ? people.value.people : [];
    const casesWithCards = new Set([...cards, ...former].map((one) => one.caseId)).size;
    const without = cases === undefined ? undefined : Math.max(0, cases - casesWithCards);
    updateState({ kind: 'done', compared, without, handlers: findHandlersOnCards(subjects, handlers) });
  }, [call, keysOf, caseId, handledBy, subjects, version]);
  return { comparing: comparisonState, compare };
}
