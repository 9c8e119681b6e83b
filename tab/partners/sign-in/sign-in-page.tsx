import { useEffect, useState } from 'react';
import type { LookedAt, PartnerSession } from '../../../contract/partners.ts';
import type { WordKey } from '../../../words/partners/translate.ts';
import type { Arrived } from '../ui/invitation-link.ts';
import { type PartnerClient, refusalWord } from '../ui/client.ts';
import { Invited, notOpenWords } from './invitation.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFrame } from '../ui/partner-context.ts';
import { SignIn } from './sign-in-form.tsx';

type Open = Extract<LookedAt, { kind: 'open' }>;

type Link =
  | { readonly kind: 'none' | 'looking' }
  | { readonly kind: 'failed' | 'told'; readonly word: WordKey }
  | { readonly kind: 'open'; readonly invitation: Open };

const atFirst = (arrived: Arrived): Link => {
  if (arrived.kind === 'invited') return { kind: 'looking' };
  if (arrived.kind === 'nothing') return { kind: 'none' };
  return { kind: 'told', word: arrived.kind === 'inQuery' ? 'invited.inQuery' : 'invited.unknown' };
};

export function Entrance({
  ask,
  arrived,
  isAgain,
  word,
  onIn,
}: {
  readonly ask: PartnerClient['ask'];
  readonly arrived: Arrived;
  readonly isAgain: boolean;
  readonly word: WordKey | undefined;
  readonly onIn: (session: PartnerSession) => void;
}) {
  const { say } = useFrame();
  const [link, setLink] = useState<Link>(() => (isAgain ? { kind: 'none' } : atFirst(arrived)));
  const [hasPasskeys] = useState(() => typeof globalThis.PublicKeyCredential === 'function');
  const token = arrived.kind === 'invited' ? arrived.token : undefined;

  useEffect(() => {
    if (link.kind !== 'looking' || token === undefined) return undefined;
    let isHere = true;
    const look = async () => {
      const answer = await ask('invitation.look', { token });
      if (!isHere) return;
      if (!answer.ok) setLink({ kind: 'failed', word: refusalWord(answer.refusal) });
      else if (answer.value.kind === 'open') setLink({ kind: 'open', invitation: answer.value });
      else setLink({ kind: 'told', word: notOpenWords[answer.value.kind] });
    };
    void look();
    return () => {
      isHere = false;
    };
  }, [ask, token, link]);

  if (link.kind === 'looking') return <p>{say('frame.loading')}</p>;
  if (link.kind === 'failed') {
    return (
      <>
        <Notice isCareful>{say(link.word)}</Notice>
        <button type="button" className="first" onClick={() => setLink({ kind: 'looking' })}>
          {say('frame.tryAgain')}
        </button>
      </>
    );
  }
  if (link.kind === 'open' && token !== undefined) {
    const closed = (why: keyof typeof notOpenWords) => setLink({ kind: 'told', word: notOpenWords[why] });
    return <Invited {...{ ask, token, hasPasskeys, onIn }} invitation={link.invitation} onClosed={closed} />;
  }
  const said = link.kind === 'told' ? link.word : word;
  return <SignIn {...{ ask, hasPasskeys, isAgain, onIn }} told={said && <Notice isCareful>{say(said)}</Notice>} />;
}
