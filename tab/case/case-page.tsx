import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowLeftRegular } from '@fluentui/react-icons';
import { useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { parseCaseId, formatCaseId } from '../../core/model/case-id.ts';
import { digestOfSeal } from '../../core/model/digests.ts';
import type { CaseView, Refusal } from '../../contract/operation-answers.ts';
import { useChangePolling } from '../ui/change-poller.ts';
import { StaleBar } from '../ui/stale-bar.tsx';
import { Notice } from '../ui/notice.tsx';
import { refusalText } from '../ui/refusal-text.ts';
import { useTab } from '../ui/tab-context.ts';
import { type UnsavedFields, UnsavedFieldsContext } from '../ui/unsaved-changes.ts';
import { useKeys } from '../crypto/keys-context.tsx';
import { type ShownTitle, titleLine } from '../crypto/title-store.ts';
import { useTitles } from '../titles/use-titles.ts';
import { loadReaderRecipients, sealNoteText } from '../crypto/seal-note-text.ts';
import { type CaseContext, CurrentCaseContext, type LeaveReason } from './case-context.ts';
import { CaseSections } from './case-sections.tsx';
import { CaseListMemoryContext } from '../cases/case-list-memory.ts';
import { QueueBar } from './queue-bar.tsx';
import { decryptedMessageText, decryptedNoteTexts } from './decrypt-notes.ts';
import { useCaseDecryption } from './use-case-decryption.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '& h1': { margin: 0, fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600 },
    '& p': { margin: 0 },
  },
  title: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
});

/** In the page's memory, never in an address. */
export default function CasePage() {
  const { translate, location, navigate, me } = useTab();
  const styles = useStyles();
  const caseId = location.page === 'case' ? parseCaseId(location.caseId) : undefined;
  const context = useCaseView(caseId ?? '');
  const { shown } = context;
  const heading = useRef<HTMLHeadingElement>(null);
  const memory = useContext(CaseListMemoryContext);
  const queue = location.page === 'case' ? location.queue : undefined;
  const goBack = (): void => {
    if (queue) memory.openedCaseId = caseId;
    navigate({ page: 'cases' });
  };
  const wasShown = useRef(false);
  const isGone = shown.kind === 'left' || (shown.kind === 'shown' && shown.view.record.erasedOn !== undefined);
  const { textIndex, titles: titleStore } = useKeys();
  const titled = useMemo(() => (caseId === undefined || isGone ? [] : [caseId]), [caseId, isGone]);
  const titleVersion = shown.kind === 'shown' ? (shown.view.record.caseTitle?.version ?? 0) : 0;
  const title = useTitles(titled, titleVersion).get(caseId ?? '');

  const assignedAtStart = queue?.cases.find((one) => one.caseId === caseId)?.assignee;
  const assignee = shown.kind === 'shown' ? shown.view.record.assignee : undefined;
  // Only when one comes to it: a case that is worked on does not go away by itself.
  const [wasTaken, setWasTaken] = useState<boolean>();
  if (wasTaken === undefined && shown.kind === 'shown')
    setWasTaken(assignee !== undefined && assignee !== me.objectId && assignee !== assignedAtStart);
  const passedBecause = isGone ? 'gone' : wasTaken === true ? 'taken' : undefined;

  useEffect(() => {
    // A search must not find a case that the reader may no longer see.
    if (!isGone || caseId === undefined) return;
    textIndex.drop(caseId);
    titleStore.drop(caseId);
  }, [isGone, caseId, textIndex, titleStore]);
  const isShown = shown.kind === 'loading' || shown.kind === 'shown' || shown.kind === 'failed';
  const left = { refused: 'case.refusedHeading', out: 'case.outHeading' } as const;

  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (wasShown.current && (isLost || shown.kind === 'left')) heading.current?.focus();
    wasShown.current = shown.kind === 'shown';
  }, [shown]);

  return (
    <div className={styles.page}>
      <div className={styles.line}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={goBack}>
          {translate('case.back')}
        </Button>
        {shown.kind === 'shown' && (
          <Button size="small" icon={<ArrowClockwiseRegular />} onClick={() => void context.reload()}>
            {translate('case.refresh')}
          </Button>
        )}
      </div>
      {queue && <QueueBar key={caseId} queue={queue} why={passedBecause} />}
      <h1 ref={heading} tabIndex={-1}>
        {isShown
          ? translate('case.heading', { reference: caseId ? formatCaseId(caseId) : '' })
          : translate(left[shown.how])}
      </h1>
      {isShown && !isGone && title !== undefined && <CaseTitleLine shown={title} />}
      {shown.kind === 'shown' ? (
        <CasePageContent {...context} view={shown.view} />
      ) : (
        <CaseUnavailable shown={shown} onRetry={() => void context.reload()} />
      )}
    </div>
  );
}

function CaseTitleLine({ shown }: { readonly shown: ShownTitle }) {
  const { translate } = useTab();
  const styles = useStyles();
  if (shown.kind !== 'open')
    return <p role="status">{translate(shown.kind === 'closed' ? 'titles.closed' : 'titles.damaged')}</p>;
  return (
    <p className={styles.title} dir="auto" translate="no">
      {titleLine(shown)}
    </p>
  );
}

function CaseUnavailable({
  shown,
  onRetry,
}: {
  readonly shown: Exclude<CasePageState, { readonly kind: 'shown' }>;
  readonly onRetry: () => void;
}) {
  const { translate } = useTab();
  if (shown.kind === 'loading') return <Spinner label={translate('case.loading')} labelPosition="after" />;
  if (shown.kind === 'left') {
    return (
      <Notice tone="calm" role="status">
        <p>{translate(shown.how === 'out' ? 'case.outText' : 'case.refusedText')}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="careful" role="alert">
      <p>{refusalText(translate, shown.refusal)}</p>
      <Button onClick={onRetry}>{translate('case.retry')}</Button>
    </Notice>
  );
}

/** Holds everything decrypted of a case, and goes with it. */
function CasePageContent({
  view,
  show,
  reload,
  leave,
}: Pick<CaseContext, 'show' | 'reload' | 'leave'> & { readonly view: CaseView }) {
  const { call } = useTab();
  const keys = useKeys();
  const { caseId } = view.record;
  const { open, wrote: addWrittenText, ...decryption } = useCaseDecryption(caseId, view.record.erasedOn !== undefined);
  const [unsavedFields] = useState<UnsavedFields>(() => new Map());
  const [sentMessages, setSentMessages] = useState<CaseContext['sentMessages']>([]);
  const [proposal, setProposal] = useState<CaseContext['proposal']>();
  const { textIndex: openedWords } = keys;
  const { textsByDigest } = decryption;

  useEffect(() => {
    // The search finds words written here only once they are in the history.
    for (const text of view.events.flatMap((event) => decryptedNoteTexts(event, textsByDigest)))
      openedWords.add(caseId, text);
  }, [view.events, textsByDigest, caseId, openedWords]);

  const sealContext = { loadPeople: () => call('keys.people', {}), keys, record: view.record };
  const context: CaseContext = {
    ...decryption,
    view,
    show,
    reload,
    leave,
    sentMessages: decryption.decryptedCase === undefined ? [] : sentMessages,
    proposal,
    propose(person) {
      setProposal((before) => {
        const count = (before?.count ?? 0) + 1;
        return person === undefined ? { kind: 'conflict', count } : { kind: 'exclude', person, count };
      });
    },
    async openReport() {
      setSentMessages([]);
      await open();
      await reload();
    },
    async seal(reader, text, shown = text) {
      const sealed = await sealNoteText(sealContext, reader, text);
      if (sealed.ok) addWrittenText(digestOfSeal(sealed.value), shown);
      return sealed;
    },
    loadHandlerRecipients: () => loadReaderRecipients(sealContext, 'handlers'),
    addSentMessage(message) {
      setSentMessages((before) => [...before, message]);
      openedWords.add(caseId, decryptedMessageText('toReporter', message));
    },
  };
  return (
    <CurrentCaseContext value={context}>
      <UnsavedFieldsContext value={unsavedFields}>
        <CaseSections />
        <CaseChangedBar view={view} reload={reload} />
      </UnsavedFieldsContext>
    </CurrentCaseContext>
  );
}

type CasePageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly view: CaseView }
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | { readonly kind: 'left'; readonly how: LeaveReason };

function useCaseView(caseId: string) {
  const { call } = useTab();
  const [shown, setShown] = useState<CasePageState>({ kind: 'loading' });
  const show = useCallback((view: CaseView) => {
    setShown((before) =>
      before.kind === 'left' ||
      (before.kind === 'shown' && before.view.record.chain.sequence > view.record.chain.sequence)
        ? before
        : { kind: 'shown', view },
    );
  }, []);
  const leave = useCallback((how: LeaveReason) => setShown({ kind: 'left', how }), []);
  const reload = useCallback(async () => {
    const read = await call('case.view', { caseId });
    if (read.ok) {
      show(read.value);
      return read.value;
    }
    const { refusal } = read;
    if (refusal.code === 'refused') leave('refused');
    else
      setShown((before) => (before.kind === 'shown' || before.kind === 'left' ? before : { kind: 'failed', refusal }));
    return undefined;
  }, [call, caseId, show, leave]);

  useEffect(() => {
    void reload();
  }, [reload]);
  return { shown, show, reload, leave };
}

function CaseChangedBar({ view, reload }: Pick<CaseContext, 'view' | 'reload'>) {
  const { translate } = useTab();
  const { caseId, chain } = view.record;
  const { sequence } = chain;
  const [changedAfter, setChangedAfter] = useState<number>();
  const shown = useMemo(() => ({ case: { caseId, sequence } }), [caseId, sequence]);
  useChangePolling(shown, (answer) => {
    if (answer.case === 'gone') void reload();
    setChangedAfter(answer.case === 'changed' ? sequence : undefined);
  });
  if (changedAfter !== sequence) return null;
  return <StaleBar words={translate('case.changed')} onShow={reload} />;
}
