import { useCallback, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { createHeldFiles } from '../../files/held-files.ts';
import { waitFor } from '../../files/wait-for.ts';
import { loadPart } from '../../parts/load-part.ts';
import { createPart } from '../../parts/part.ts';
import { createPageTalk, type Refused } from '../../report/page-talk.ts';
import { dataOfMove, isUnderWay } from '../../report/card-actions.ts';
import type { DrawnCard } from '../../report/drawn-card.ts';
import { useCardLanguage } from '../../report/use-card-language.ts';
import { useTalk } from '../../report/use-talk.ts';
import { Later } from '../frame/later.tsx';
import { Notice } from '../frame/notice.tsx';
import { useHub } from '../frame/partner-context.ts';
import { UnsentDialog } from '../frame/unsent-dialog.tsx';
import { CardView } from './card-view.tsx';
import { CodeTools } from './code-tools.tsx';
import { SealedFor } from './sealed-for.tsx';

const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes));
const hubFiles = createPart(() => loadPart('hub/hub-files.tsx', async () => (await import('./hub-files.tsx')).default));
const loadComeBack = async () =>
  (
    await loadPart(
      '../../conversations/come-back-conversation.ts',
      () => import('../../../conversations/come-back-conversation.ts'),
    )
  ).createComeBackConversation;
/** Nobody tells this page who is at it, and nothing of who they are is sealed but what they type. */
const nobody = { objectId: '', name: '' };

const refusedWord = (code: Refused) => {
  if (code === 'list') return 'inside.listRefused';
  if (code === 'tooOften') return 'inside.tooOften';
  return code === 'notSignedIn' ? 'inside.notSignedIn' : 'inside.noAnswer';
};

/** Passing something on, or coming back with a code, card by card. `onEnd` is told whether it came to its end. */
export function Talk({
  flow,
  onEnd,
}: {
  readonly flow: 'report' | 'comeBack';
  readonly onEnd: (isDone: boolean) => void;
}) {
  const { say, language, speak, announce, call, holdUnsent } = useHub();
  const [held] = useState(() => createHeldFiles({ random, wait: waitFor }));
  // Whatever takes the talk away lets go of its files: an end, signing out, and leaving at once.
  useEffect(() => held.clear, [held]);
  const [talk] = useState(() =>
    createPageTalk({ call, route: 'hub', me: nobody, random, held, loadComeBack, monotonic: () => performance.now() }),
  );
  const onBusy = useCallback(() => announce(say('inside.busy')), [announce, say]);
  const onDone = useCallback(() => onEnd(true), [onEnd]);
  const { card, press, open, isBusy, refusal, hasAnswers, recipients, files, holdsFiles } = useTalk(talk, language, {
    held,
    onBusy,
    onDone,
  });
  const drawn = useRef<DrawnCard>(undefined);
  const [holdsWords, setHoldsWords] = useState(false);
  const [code, setCode] = useState<DrawnCard['code']>();
  const [beforeButtons, setBeforeButtons] = useState<HTMLElement>();
  const [isAsking, setAsking] = useState(false);

  const isBegun = useRef(false);
  useEffect(() => {
    if (!isBegun.current) open(flow);
    isBegun.current = true;
  });
  const changed = useCallback((now: DrawnCard) => {
    drawn.current = now;
    setHoldsWords(now.holdsWords());
    setCode(now.code);
    setBeforeButtons(now.beforeButtons);
  }, []);
  const inputs = useCallback(() => drawn.current?.inputs() ?? {}, []);
  useCardLanguage(card, { language, speak }, press, inputs);

  // A card that offers to finish has nothing unsent behind it but what stands in its own input.
  const isUnsent =
    holdsWords || holdsFiles || (card !== undefined && hasAnswers && dataOfMove(card, 'done') === undefined);
  useEffect(() => (isUnsent ? holdUnsent() : undefined), [isUnsent, holdUnsent]);

  const stop = (): void => (isUnsent ? setAsking(true) : onEnd(false));
  return (
    <>
      {card && <CardView card={card} isBusy={isBusy} onPress={press} onChange={changed} />}
      {card && code && createPortal(<CodeTools key={code.text} code={code.text} />, code.below)}
      {card &&
        files &&
        beforeButtons &&
        createPortal(<Later part={hubFiles} props={{ held, isBusy, takes: files.takes }} />, beforeButtons)}
      {refusal && <Notice isCareful>{say(refusedWord(refusal))}</Notice>}
      {card === undefined && refusal && (
        <button type="button" className="first" onClick={() => open(flow)}>
          {say('frame.tryAgain')}
        </button>
      )}
      {(card === undefined || isUnderWay(card)) && (
        <p>
          <button type="button" aria-disabled={isBusy} onClick={stop}>
            {say('inside.stop')}
          </button>
        </p>
      )}
      {card && isUnderWay(card) && recipients && <SealedFor recipients={recipients} />}
      {isBusy && <p>{say('inside.busy')}</p>}
      {isAsking && <UnsentDialog onStay={() => setAsking(false)} onLeave={() => onEnd(false)} />}
    </>
  );
}
