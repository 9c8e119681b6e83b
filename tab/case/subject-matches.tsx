import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { findHandlersOnCards, type NamedHandler } from '../../core/casework/subject-extraction.ts';
import { type CaseId, formatCaseId } from '../../core/model/case-id.ts';
import type { Refusal } from '../../contract/operation-answers.ts';
import { TextAreaField } from '../ui/form-fields.tsx';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { createLazyModule, loadModule } from '../ui/lazy-module.ts';
import { matchGroundText, matchStrengthText } from '../ui/case-labels.ts';
import { Notice } from '../ui/notice.tsx';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { fetchSubjectCards, compareSubjectCardsInWorker } from '../subjects/compare-subject-cards-in-worker.ts';
import type {
  SubjectCardComparisonResult,
  SubjectCardComparisonInput,
  CaseMatch,
} from '../subjects/compare-encrypted-subject-cards.ts';
import { deriveCardKeys, isCardInHistory, seenCardVersions } from '../subjects/subject-card-crypto.ts';
import { useCaseContext } from './case-context.ts';
import { CaseForm, useCaseForm } from './case-form.tsx';
import { trustsDecisions } from './integrity-alarms.ts';
import { type CaseMatches, deniedMatches, visibleMatches } from './visible-matches.ts';
import { SubjectDetails } from './subject-fields.tsx';
import { useCaseDecryption } from './use-case-decryption.ts';

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
  pair: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'minmax(0, 1fr)' },
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
  },
});

/** `isFirst`: the card was just stored, so the comparison starts by itself. */
export function SubjectMatches(props: {
  readonly currentCard: Omit<SubjectCardComparisonInput['mine'], 'caseId'>;
  readonly isFirst: boolean;
}) {
  const { translate, me } = useTab();
  const { view, alarms } = useCaseContext();
  const { currentCard, isFirst } = props;
  const rules = { hasGroups: me.personGroups, isTrusted: trustsDecisions(alarms) };
  const { comparing, compare } = useCardComparison(currentCard);
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
        <Spinner size="small" label={translate('subjects.comparing')} labelPosition="after" />
      ) : (
        <div>
          <Button onClick={() => void compare()}>{translate('subjects.compare')}</Button>
        </div>
      )}
      {comparing.kind === 'refused' && (
        <Notice tone="careful" role="alert">
          <p>{refusalText(translate, comparing.refusal)}</p>
        </Notice>
      )}
      {comparing.kind === 'done' && (
        <>
          {comparing.handlers.length > 0 && (
            <Notice tone="careful" role="status">
              <p>
                {comparing.handlers.some(({ objectId }) => objectId === me.objectId)
                  ? translate('subjects.maybeYou')
                  : translate('subjects.handler', { names: comparing.handlers.map(({ name }) => name).join(', ') })}
              </p>
            </Notice>
          )}
          <MatchList
            found={visibleMatches(comparing.compared.found, view.record, rules)}
            denied={deniedMatches(comparing.compared.found, view.record, rules)}
            isGraded={isGraded}
          />
          {comparing.without !== undefined && (
            <p>{translate('subjects.comparedWith', { count: comparing.compared.cases, without: comparing.without })}</p>
          )}
          {comparing.compared.closed > 0 && <p>{translate('subjects.closed', { count: comparing.compared.closed })}</p>}
          {comparing.compared.doubtful.length > 0 && (
            <Notice tone="alarm">
              <p>
                {translate('subjects.doubtful', {
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
  denied,
  isGraded,
}: {
  readonly found: readonly CaseMatches[];
  readonly denied: readonly CaseMatches[];
  readonly isGraded: boolean;
}) {
  const { translate } = useTab();
  const styles = useStyles();
  const { record } = useCaseContext().view;
  const heading = useRef<HTMLHeadingElement>(null);
  const [decision, setDecision] = useState<MatchDecision>();
  useEffect(() => heading.current?.focus(), [decision]);
  return (
    <section aria-label={translate('subjects.foundHeading', { count: found.length })}>
      <h4 ref={heading} tabIndex={-1}>
        {translate('subjects.foundHeading', { count: found.length })}
      </h4>
      {decision !== undefined && record[decision.as]?.includes(decision.other) && (
        <Notice tone="good" role="status">
          <p>{translate(decisionWords[decision.as])}</p>
        </Notice>
      )}
      {found.length > 0 && <p>{translate('subjects.noProof')}</p>}
      {!isGraded && <p>{translate('subjects.gradeFirst')}</p>}
      {found.map((one) => (
        <MatchItem key={one.caseId} other={one} onJudged={setDecision} />
      ))}
      {denied.length > 0 && <p>{translate('subjects.stillAlike')}</p>}
      {denied.map(({ caseId, matches }) => (
        <div key={caseId} className={styles.match}>
          <p className={styles.title}>{matchTitle(translate, caseId, matches)}</p>
          <PairList caseId={caseId} matches={matches} />
        </div>
      ))}
    </section>
  );
}

const lazyDecryptedReport = createLazyModule(
  async () => (await loadModule('case/decrypted-report-view.tsx', () => import('./decrypted-report-view.tsx'))).default,
);

const lazyConfirmSamePerson = createLazyModule(
  async () => (await loadModule('case/confirm-same-person.tsx', () => import('./confirm-same-person.tsx'))).default,
);

const decisionWords = {
  linked: 'work.linkSaved',
  notSame: 'subjects.notSameSaved',
  samePerson: 'group.confirmSaved',
} as const;

interface MatchDecision {
  readonly other: CaseId;
  readonly as: keyof typeof decisionWords;
}

const matchTitle = (
  translate: ReturnType<typeof useTab>['translate'],
  caseId: CaseId,
  [best]: CaseMatches['matches'],
): string => `${formatCaseId(caseId)}: ${matchStrengthText(translate, best.match.strength)}`;

/** More than anyone needs at once; the rest is one press away. */
const pairsAtFirst = 5;

/** Each pair of people by itself, since one that is confirmed, or that someone added, settles no other. */
function PairList(props: CaseMatches & { readonly pairDecision?: (match: CaseMatch) => ReactNode }) {
  const { caseId, matches, pairDecision } = props;
  const { translate } = useTab();
  const styles = useStyles();
  const id = useId();
  const [isWhole, setIsWhole] = useState(false);
  const reference = formatCaseId(caseId);
  const shown = isWhole ? matches : matches.slice(0, pairsAtFirst);
  return (
    <>
      {shown.map((one, place) => {
        const { match, mine, theirs } = one;
        return (
          <div key={pairKey(one)} className={styles.pair} role="group" aria-labelledby={`${id}${place}`}>
            <p id={`${id}${place}`}>
              {translate('subjects.grounds', {
                grounds: match.grounds.map((ground) => matchGroundText(translate, ground)).join(', '),
              })}
            </p>
            {mine.isFormer && <p>{translate('subjects.ownFormer')}</p>}
            {theirs.isFormer && <p>{translate('subjects.former', { reference })}</p>}
            <div className={styles.cards}>
              <SubjectDetails
                heading={translate('subjects.thisCase', { version: mine.version })}
                subject={mine.subject}
              />
              <SubjectDetails
                heading={translate('subjects.otherCase', { reference, version: theirs.version })}
                subject={theirs.subject}
              />
            </div>
            {pairDecision?.(one)}
          </div>
        );
      })}
      {shown.length < matches.length && (
        <div>
          <Button size="small" onClick={() => setIsWhole(true)}>
            {translate('subjects.morePairs', { count: matches.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}

const pairKey = ({ mine, theirs }: CaseMatch): string =>
  [mine, theirs].map(({ version, place }) => `${version} ${place?.of ?? ''} ${place?.position ?? ''}`).join(' ');

function MatchItem(props: { readonly other: CaseMatches; readonly onJudged: (judged: MatchDecision) => void }) {
  const { other, onJudged: onDecided } = props;
  const { translate, me } = useTab();
  const styles = useStyles();
  const heading = useId();
  const { caseId, matches } = other;
  // Does not watch for erasure of the other case; its report goes when the keys lock.
  const { decryptionState, decryptedCase, open, alarms } = useCaseDecryption(caseId, false);
  const isUntrusted = (digest: string | undefined): boolean =>
    decryptedCase !== undefined && (!trustsDecisions(alarms) || !isCardInHistory(decryptedCase, digest));
  const isDoubtful = matches.some(({ theirs }) => isUntrusted(theirs.place?.of));
  const reference = formatCaseId(caseId);
  return (
    <section className={styles.match} aria-labelledby={heading}>
      <p id={heading} className={styles.title}>
        {matchTitle(translate, caseId, matches)}
      </p>
      {isDoubtful && (
        <Notice tone="alarm" role="alert">
          <p>{translate('subjects.untrusted', { reference })}</p>
        </Notice>
      )}
      <PairList
        caseId={caseId}
        matches={matches}
        pairDecision={({ mine, theirs }) =>
          decryptedCase !== undefined &&
          !isUntrusted(theirs.place?.of) &&
          me.personGroups &&
          mine.place &&
          theirs.place && (
            <LazyComponent
              module={lazyConfirmSamePerson}
              props={{
                other: caseId,
                mine: mine.place,
                theirs: theirs.place,
                onSaved: () => onDecided({ other: caseId, as: 'samePerson' }),
              }}
              loadingLabel={translate('case.loading')}
            />
          )
        }
      />
      {decryptedCase === undefined && decryptionState.kind !== 'opening' && (
        <>
          <p>{translate('subjects.openBoth')}</p>
          <div>
            <Button onClick={() => void open()}>{translate('subjects.openOther', { reference })}</Button>
          </div>
        </>
      )}
      {decryptionState.kind === 'opening' && (
        <Spinner size="small" label={translate('case.opening')} labelPosition="after" />
      )}
      {(decryptionState.kind === 'refused' ||
        decryptionState.kind === 'otherKey' ||
        decryptionState.kind === 'failed') && (
        <Notice tone="careful" role="alert">
          <p>
            {decryptionState.kind === 'refused'
              ? refusalText(translate, decryptionState.refusal)
              : translate('case.notForYourKey')}
          </p>
        </Notice>
      )}
      {decryptedCase !== undefined && (
        <>
          <LazyComponent
            module={lazyDecryptedReport}
            props={{ opened: decryptedCase }}
            loadingLabel={translate('case.opening')}
          />
          {!isDoubtful && <MatchDecisionForms other={caseId} onJudged={(as) => onDecided({ other: caseId, as })} />}
        </>
      )}
    </section>
  );
}

function MatchDecisionForms(props: { readonly other: CaseId; readonly onJudged: (as: MatchDecision['as']) => void }) {
  const { translate, call } = useTab();
  const { record } = useCaseContext().view;
  const { other, onJudged: onDecided } = props;
  const { form, plain } = useCaseForm({}, other);
  const reference = formatCaseId(other);
  const isLinked = record.linked.includes(other);
  return (
    <>
      {!isLinked && (
        <CaseForm
          {...form}
          problems={[]}
          sendLabel={translate('subjects.link', { reference })}
          savedText={translate('work.linkSaved')}
          onSaved={() => onDecided('linked')}
          send={plain(({ withoutRevision }) => call('case.link', { ...withoutRevision, other }))}
        />
      )}
      {!isLinked && (
        <NotSameForm
          other={other}
          revised={false}
          sendLabel={translate('subjects.notSame')}
          savedText={translate('subjects.notSameSaved')}
          reasonLabel={translate('subjects.notSameReason', { reference })}
          onSaved={() => onDecided('notSame')}
        />
      )}
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
  const { translate, call } = useTab();
  const { draft, field, noteProblems, form, worded } = useCaseForm({ reason: '' }, [other, revised]);
  const { reason } = draft;
  return (
    <CaseForm
      {...form}
      problems={noteProblems('reason', translate('work.reasonNeeded'))}
      sendLabel={sendLabel}
      savedText={savedText}
      onSaved={() => {
        form.onSaved();
        onSaved();
      }}
      send={worded('handlers', reason, ({ withoutRevision, words }) =>
        call('case.notSame', { ...withoutRevision, other, revised, words }),
      )}
      secondaryAction={beside}
    >
      <TextAreaField
        {...field('reason')}
        label={reasonLabel}
        hint={translate('work.noteHint')}
        rows={2}
        need="required"
      />
    </CaseForm>
  );
}

export function NotSameList() {
  const { translate } = useTab();
  const { view } = useCaseContext();
  const { notSame } = view.record;
  const [revised, setRevised] = useState<CaseId>();
  const isRevised = revised !== undefined && !notSame.includes(revised);
  if (notSame.length === 0 && !isRevised) return null;
  return (
    <section aria-label={translate('subjects.notSameHeading')}>
      <h4>{translate('subjects.notSameHeading')}</h4>
      {isRevised && (
        <Notice tone="good" role="status">
          <p>{translate('subjects.reviseSaved')}</p>
        </Notice>
      )}
      {notSame.length > 0 && <p>{translate('subjects.reviseOther')}</p>}
      {notSame.map((other) => (
        <NotSameItem key={other} other={other} onRevised={() => setRevised(other)} />
      ))}
    </section>
  );
}

function NotSameItem({ other, onRevised }: { readonly other: CaseId; readonly onRevised: () => void }) {
  const { translate, navigate } = useTab();
  const reference = formatCaseId(other);
  return (
    <NotSameForm
      other={other}
      revised
      sendLabel={translate('subjects.revise')}
      savedText={translate('subjects.reviseSaved')}
      reasonLabel={translate('subjects.reviseReason', { reference })}
      onSaved={onRevised}
      beside={
        <Button size="small" onClick={() => navigate({ page: 'case', caseId: other })}>
          {translate('case.openLinked', { reference })}
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
      readonly compared: SubjectCardComparisonResult;
      readonly without: number | undefined;
      readonly handlers: readonly NamedHandler[];
    };

function useCardComparison({ subjects, version }: Omit<SubjectCardComparisonInput['mine'], 'caseId'>) {
  const { call } = useTab();
  const { getKeys } = useKeys();
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
    const [groupCards, people] = await Promise.all([fetchSubjectCards(call, handledBy), call('keys.people', {})]);
    if (!groupCards.ok) return void updateState({ kind: 'refused', refusal: groupCards.refusal });
    const { cards, former, tenantId, cases } = groupCards;
    const keys = await deriveCardKeys(getKeys(handledBy), { tenantId, group: handledBy });
    const newestSeenVersions = new Map(seenCardVersions.all());
    const compared = await compareSubjectCardsInWorker(
      { mine: { caseId, subjects, version }, cards, former, tenantId, keys, newestSeenVersions },
      ends.signal,
    );
    if (compared === undefined) return void updateState({ kind: 'refused', refusal: { code: 'unavailable' } });
    for (const { caseId: of, card } of cards) {
      if (keys.has(card.generation) && !compared.doubtful.includes(of)) seenCardVersions.add(of, card.version);
    }
    const handlers = people.ok ? people.value.people : [];
    const casesWithCards = new Set([...cards, ...former].map((one) => one.caseId)).size;
    const without = cases === undefined ? undefined : Math.max(0, cases - casesWithCards);
    updateState({ kind: 'done', compared, without, handlers: findHandlersOnCards(subjects, handlers) });
  }, [call, getKeys, caseId, handledBy, subjects, version]);
  return { comparing: comparisonState, compare };
}
