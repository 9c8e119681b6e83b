import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowLeftRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
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
import { loadReaderRecipients, sealNoteText } from '../crypto/seal-note-text.ts';
import { type CaseContext, CurrentCaseContext, type LeaveReason } from './case-context.ts';
import { CaseSections } from './case-sections.tsx';
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
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
});

/** In the page's memory, never in an address. */
export default function CasePage() {
  const { translate, location, navigate } = useTab();
  const styles = useStyles();
  const caseId = location.page === 'case' ? parseCaseId(location.caseId) : undefined;
  const context = useCaseView(caseId ?? '');
  const { shown } = context;
  const heading = useRef<HTMLHeadingElement>(null);
  const wasShown = useRef(false);
  const { textIndex } = useKeys();
  const isGone = shown.kind === 'left' || (shown.kind === 'shown' && shown.view.record.erasedOn !== undefined);

  useEffect(() => {
    // A search must not find a case that the reader may no longer see.
    if (isGone && caseId !== undefined) textIndex.drop(caseId);
  }, [isGone, caseId, textIndex]);
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
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => navigate({ page: 'cases' })}>
          {translate('case.back')}
        </Button>
        {shown.kind === 'shown' && (
          <Button size="small" icon={<ArrowClockwiseRegular />} onClick={() => void context.reload()}>
            {translate('case.refresh')}
          </Button>
        )}
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {isShown
          ? translate('case.heading', { reference: caseId ? formatCaseId(caseId) : '' })
          : translate(left[shown.how])}
      </h1>
      {shown.kind === 'shown' ? (
        <CasePageContent {...context} view={shown.view} />
      ) : (
        <CaseUnavailable shown={shown} onRetry={() => void context.reload()} />
      )}
    </div>
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
