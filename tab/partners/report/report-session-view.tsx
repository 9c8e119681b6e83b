import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { createPendingFiles } from '../../files/pending-files.ts';
import { abortableDelay } from '../../files/upload-file.ts';
import { createLazyModule, loadModule } from '../../ui/lazy-module.ts';
import { createReportSession, type ReportSessionRefusal } from '../../report/report-session.ts';
import { isConversationInProgress } from '../../report/page-actions.ts';
import { PageView } from '../../report/page-view.tsx';
import { useReportSession } from '../../report/use-report-session.ts';
import { LazyComponent } from '../ui/lazy-component.tsx';
import { Notice } from '../ui/notice.tsx';
import { useSignedInPage } from '../ui/partner-context.ts';
import { UnsavedDialog } from '../ui/unsaved-dialog.tsx';
import { recipientsText } from '../../../cards/recipients-text.ts';
import { keyFingerprint, formatFingerprint, type Recipients } from '../../../core/model/public-keys.ts';
import { useReturnCodeActions } from '../../report/use-return-code-actions.ts';

const randomBytes = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const filesPanel = createLazyModule(() =>
  loadModule('report/files-panel.tsx', async () => (await import('./files-panel.tsx')).default),
);
const loadComeBack = async () =>
  (
    await loadModule(
      '../../dialogs/come-back-conversation.ts',
      () => import('../../../dialogs/come-back-conversation.ts'),
    )
  ).createComeBackConversation;
const loadCodeWords = async () =>
  (
    await loadModule(
      '../../crypto/word-lists/return-code-words.ts',
      () => import('../../../crypto/word-lists/return-code-words.ts'),
    )
  ).returnCodeWords;
const anonymousUser = { objectId: '', name: '' };

const sessionRefusalWordKey = (code: ReportSessionRefusal) => {
  if (code === 'list') return 'inside.listRefused';
  if (code === 'tooOften') return 'inside.tooOften';
  return code === 'notSignedIn' ? 'inside.notSignedIn' : 'inside.noAnswer';
};

export function ReportSessionView({
  flow,
  onEnd,
}: {
  readonly flow: 'report' | 'comeBack';
  readonly onEnd: (isDone: boolean) => void;
}) {
  const { translate, language, setLanguage, announce, call, guardUnsaved } = useSignedInPage();
  const [held] = useState(() => createPendingFiles({ random: randomBytes, wait: abortableDelay }));
  // An end, signing out and a quick exit all drop the files.
  useEffect(() => held.clear, [held]);
  const [session] = useState(() =>
    createReportSession({
      call,
      route: 'hub',
      me: anonymousUser,
      random: randomBytes,
      pendingFiles: held,
      loadComeBack,
      loadCodeWords,
      monotonic: () => performance.now(),
    }),
  );
  const onBusy = useCallback(
    (isBusy: boolean) => announce(isBusy ? translate('inside.busy') : ''),
    [announce, translate],
  );
  const onDone = useCallback(() => onEnd(true), [onEnd]);
  const controls = useReportSession(session, language, { held, speak: setLanguage, onBusy, onDone });
  const { shown, press, open, isBusy, refusal, isUnsaved, recipients, files } = controls;
  const page = shown?.page;
  const [isAsking, setAsking] = useState(false);

  const isBegun = useRef(false);
  useEffect(() => {
    if (!isBegun.current) open(flow);
    isBegun.current = true;
  });
  useEffect(() => (isUnsaved ? guardUnsaved() : undefined), [isUnsaved, guardUnsaved]);

  const stop = (): void => (isUnsaved ? setAsking(true) : onEnd(false));
  return (
    <>
      {shown && (
        <PageView
          key={shown.number}
          page={shown.page}
          className="card"
          onPress={press}
          step={{
            isBusy,
            onInputs: controls.onInputs,
            remainingLength: {
              route: 'hub',
              words: ({ kind, by }) => translate(kind === 'left' ? 'inside.roomLeft' : 'inside.roomOver', { by }),
              announce,
            },
            renderCodeActions: (code) => <ReturnCodeActions code={code} />,
            refusal: shown.refusal && <Notice isCareful>{translate(sessionRefusalWordKey(shown.refusal))}</Notice>,
            beforeButtons: files && <LazyComponent module={filesPanel} props={{ held, isBusy, takes: files.takes }} />,
          }}
        />
      )}
      {refusal && <Notice isCareful>{translate(sessionRefusalWordKey(refusal))}</Notice>}
      {page === undefined && refusal && (
        <button type="button" className="first" onClick={() => open(flow)}>
          {translate('frame.tryAgain')}
        </button>
      )}
      {(page === undefined || isConversationInProgress(page)) && (
        <p>
          <button type="button" aria-disabled={isBusy} onClick={stop}>
            {translate('inside.stop')}
          </button>
        </p>
      )}
      {page && isConversationInProgress(page) && recipients && <RecipientList recipients={recipients} />}
      {isBusy && <p>{translate('inside.busy')}</p>}
      {isAsking && <UnsavedDialog onStay={() => setAsking(false)} onLeave={() => onEnd(false)} />}
    </>
  );
}

const recipientGroups = [
  ['acu', 'inside.forUnit'],
  ['recovery', 'inside.forRecovery'],
  ['reserve', 'inside.forReserve'],
] as const;

function RecipientList({ recipients }: { readonly recipients: Recipients }) {
  const { translate, language } = useSignedInPage();
  const { heading, why } = recipientsText(language);
  return (
    <details>
      <summary>{heading}</summary>
      <p>{why}</p>
      <ul>
        {recipientGroups.flatMap(([group, word]) =>
          recipients[group].map((line) => (
            <li key={line}>
              {translate(word)}:{' '}
              <span className="fingerprint" dir="ltr" translate="no">
                {formatFingerprint(keyFingerprint(line))}
              </span>
            </li>
          )),
        )}
      </ul>
    </details>
  );
}

function ReturnCodeActions({ code }: { readonly code: string }) {
  const { translate, announce } = useSignedInPage();
  const [hint, field] = [useId(), useId()];
  const { copied, inputRef, copy, print } = useReturnCodeActions(code, (how) =>
    announce(translate(how === 'yes' ? 'inside.codeCopied' : 'inside.codeByHand')),
  );
  return (
    <div className="tools">
      <div className="row">
        <button type="button" aria-describedby={hint} onClick={() => void copy()}>
          {translate('inside.codeCopy')}
        </button>
        <button type="button" aria-describedby={hint} onClick={print}>
          {translate('inside.codePrint')}
        </button>
      </div>
      <p id={hint}>{translate('inside.codeHint')}</p>
      {copied && <p>{translate(copied === 'yes' ? 'inside.codeCopied' : 'inside.codeByHand')}</p>}
      {copied === 'byHand' && (
        <>
          <label htmlFor={field}>{translate('inside.code')}</label>
          <input id={field} ref={inputRef} type="text" readOnly value={code} autoComplete="off" spellCheck={false} />
        </>
      )}
    </div>
  );
}
