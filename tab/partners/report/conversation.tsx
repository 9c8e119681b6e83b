import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { createHeldFiles } from '../../files/pending-files.ts';
import { waitFor } from '../../files/upload-file.ts';
import { createPart, loadPart } from '../../ui/lazy-loader.ts';
import { createPageTalk, type Refused } from '../../report/report-session.ts';
import { isUnderWay } from '../../report/page-actions.ts';
import { PageView } from '../../report/page-view.tsx';
import { useTalk } from '../../report/use-report-session.ts';
import { Later } from '../ui/lazy.tsx';
import { Notice } from '../ui/notice.tsx';
import { useHub } from '../ui/partner-context.ts';
import { UnsentDialog } from '../ui/unsaved-dialog.tsx';
import { sealedFor } from '../../../cards/recipients-text.ts';
import { fingerprintOf, groupedFingerprint, type Recipients } from '../../../core/model/recipients.ts';
import { useKeptCode } from '../../report/use-return-code.ts';

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const hubFiles = createPart(() =>
  loadPart('report/files-panel.tsx', async () => (await import('./files-panel.tsx')).default),
);
const loadComeBack = async () =>
  (
    await loadPart(
      '../../dialogs/come-back-conversation.ts',
      () => import('../../../dialogs/come-back-conversation.ts'),
    )
  ).createComeBackConversation;
const nobody = { objectId: '', name: '' };

const refusedWord = (code: Refused) => {
  if (code === 'list') return 'inside.listRefused';
  if (code === 'tooOften') return 'inside.tooOften';
  return code === 'notSignedIn' ? 'inside.notSignedIn' : 'inside.noAnswer';
};

export function Talk({
  flow,
  onEnd,
}: {
  readonly flow: 'report' | 'comeBack';
  readonly onEnd: (isDone: boolean) => void;
}) {
  const { say, language, speak, announce, call, holdUnsent } = useHub();
  const [held] = useState(() => createHeldFiles({ random, wait: waitFor }));
  // An end, signing out and leaving at once all let go of the files.
  useEffect(() => held.clear, [held]);
  const [talk] = useState(() =>
    createPageTalk({ call, route: 'hub', me: nobody, random, held, loadComeBack, monotonic: () => performance.now() }),
  );
  const onBusy = useCallback(() => announce(say('inside.busy')), [announce, say]);
  const onDone = useCallback(() => onEnd(true), [onEnd]);
  const conversation = useTalk(talk, language, { held, speak, onBusy, onDone });
  const { shown, press, open, isBusy, refusal, isUnsent, recipients, files } = conversation;
  const page = shown?.page;
  const [isAsking, setAsking] = useState(false);

  const isBegun = useRef(false);
  useEffect(() => {
    if (!isBegun.current) open(flow);
    isBegun.current = true;
  });
  useEffect(() => (isUnsent ? holdUnsent() : undefined), [isUnsent, holdUnsent]);

  const stop = (): void => (isUnsent ? setAsking(true) : onEnd(false));
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
            onInputs: conversation.onInputs,
            room: {
              route: 'hub',
              words: ({ kind, by }) => say(kind === 'left' ? 'inside.roomLeft' : 'inside.roomOver', { by }),
              announce,
            },
            besideCode: (code) => <CodeTools code={code} />,
            beforeButtons: files && <Later part={hubFiles} props={{ held, isBusy, takes: files.takes }} />,
          }}
        />
      )}
      {refusal && <Notice isCareful>{say(refusedWord(refusal))}</Notice>}
      {page === undefined && refusal && (
        <button type="button" className="first" onClick={() => open(flow)}>
          {say('frame.tryAgain')}
        </button>
      )}
      {(page === undefined || isUnderWay(page)) && (
        <p>
          <button type="button" aria-disabled={isBusy} onClick={stop}>
            {say('inside.stop')}
          </button>
        </p>
      )}
      {page && isUnderWay(page) && recipients && <SealedFor recipients={recipients} />}
      {isBusy && <p>{say('inside.busy')}</p>}
      {isAsking && <UnsentDialog onStay={() => setAsking(false)} onLeave={() => onEnd(false)} />}
    </>
  );
}

const groups = [
  ['acu', 'inside.forUnit'],
  ['recovery', 'inside.forRecovery'],
  ['reserve', 'inside.forReserve'],
] as const;

function SealedFor({ recipients }: { readonly recipients: Recipients }) {
  const { say, language } = useHub();
  const { heading, why } = sealedFor(language);
  return (
    <details>
      <summary>{heading}</summary>
      <p>{why}</p>
      <ul>
        {groups.flatMap(([group, word]) =>
          recipients[group].map((line) => (
            <li key={line}>
              {say(word)}:{' '}
              <span className="fingerprint" dir="ltr" translate="no">
                {groupedFingerprint(fingerprintOf(line))}
              </span>
            </li>
          )),
        )}
      </ul>
    </details>
  );
}

function CodeTools({ code }: { readonly code: string }) {
  const { say, announce } = useHub();
  const [hint, field] = [useId(), useId()];
  const { copied, byHand, copy, print } = useKeptCode(code, (how) =>
    announce(say(how === 'yes' ? 'inside.codeCopied' : 'inside.codeByHand')),
  );
  return (
    <div className="tools">
      <div className="row">
        <button type="button" aria-describedby={hint} onClick={() => void copy()}>
          {say('inside.codeCopy')}
        </button>
        <button type="button" aria-describedby={hint} onClick={print}>
          {say('inside.codePrint')}
        </button>
      </div>
      <p id={hint}>{say('inside.codeHint')}</p>
      {copied && <p>{say(copied === 'yes' ? 'inside.codeCopied' : 'inside.codeByHand')}</p>}
      {copied === 'byHand' && (
        <>
          <label htmlFor={field}>{say('inside.code')}</label>
          <input id={field} ref={byHand} type="text" readOnly value={code} autoComplete="off" spellCheck={false} />
        </>
      )}
    </div>
  );
}
