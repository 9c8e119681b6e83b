import { useEffect, useRef, useState } from 'react';
import type { LookedAt, MadeAnswer, PartnerSession } from '../../../contract/partners.ts';
import type { WordKey } from '../../../words/partners/say.ts';
import { loadPart } from '../../parts/load-part.ts';
import type { PartnerClient } from '../frame/client.ts';
import { DrawnWords } from './drawn-words.tsx';
import { Notice } from '../frame/notice.tsx';
import { useFrame } from '../frame/partner-context.ts';
import { Problem } from '../frame/problem.tsx';
import { keysOfWords } from './passphrase-keys.ts';
import { refusalWord } from '../frame/refusal-words.ts';

export const notOpenWords = {
  used: 'invited.used',
  revoked: 'invited.revoked',
  expired: 'invited.expired',
  unknown: 'invited.unknown',
} as const satisfies Readonly<Record<string, WordKey>>;

interface Props {
  readonly ask: PartnerClient['ask'];
  readonly token: string;
  readonly invitation: Extract<LookedAt, { kind: 'open' }>;
  readonly hasPasskeys: boolean;
  readonly onIn: (session: PartnerSession) => void;
  readonly onClosed: (why: keyof typeof notOpenWords) => void;
}

/** The first use of an invitation. It is used up only once the passkey or the words are kept. */
export function Invited({ ask, token, invitation, hasPasskeys, onIn, onClosed }: Props) {
  const { say, announce } = useFrame();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<WordKey>();
  useEffect(() => heading.current?.focus(), []);

  const work = async (make: () => Promise<WordKey | undefined>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    announce(say('enter.working'));
    const wrong = await make().catch((): WordKey => 'frame.partMissing');
    setBusy(false);
    setProblem(wrong);
  };
  const made = (answer: MadeAnswer): WordKey | undefined => {
    if (answer.kind === 'in') onIn(answer.session);
    else if (answer.kind === 'late') return 'enter.late';
    else if (answer.kind === 'notTaken') return 'enter.notTaken';
    else onClosed(answer.kind);
    return undefined;
  };

  const withPasskey = async (): Promise<WordKey | undefined> => {
    const { makePasskey } = await loadPart('entrance/passkey.ts', () => import('./passkey.ts'));
    const offer = await ask('passkey.offer', { token });
    if (!offer.ok) return refusalWord(offer.refusal);
    if (offer.value.kind !== 'offer') {
      onClosed(offer.value.kind);
      return undefined;
    }
    const passkey = await makePasskey(offer.value).catch(() => undefined);
    if (passkey === undefined) return 'enter.stopped';
    const answer = await ask('passkey.make', { token, ...passkey });
    return answer.ok ? made(answer.value) : refusalWord(answer.refusal);
  };
  const withWords = async (words: string): Promise<WordKey | undefined> => {
    const answer = await ask('passphrase.make', { token, ...(await keysOfWords(words, location.hostname)) });
    return answer.ok ? made(answer.value) : refusalWord(answer.refusal);
  };

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say('invited.heading')}
      </h1>
      <p>{say('invited.lead', { organisation: invitation.organisation })}</p>
      <p>{say('invited.nobody')}</p>
      {problem && <Problem word={problem} />}
      {hasPasskeys ? (
        <>
          <p className="hint">{say('invited.passkeyHint')}</p>
          <button type="button" className="first" aria-disabled={isBusy} onClick={() => void work(withPasskey)}>
            {say('invited.makePasskey')}
          </button>
        </>
      ) : (
        <Notice>{say('enter.noPasskeys')}</Notice>
      )}
      <h2>{say('invited.wordsHeading')}</h2>
      <p className="hint">{say('invited.wordsHint')}</p>
      <DrawnWords isBusy={isBusy} onChosen={(words) => void work(() => withWords(words))} />
      {isBusy && <p>{say('enter.working')}</p>}
    </>
  );
}
