import { useEffect, useState } from 'react';
import type { InvitationAnswer, PartnerSession } from '../../../contract/partner-operations.ts';
import type { WordKey } from '../../../words/partners/translate.ts';
import type { InvitationLink } from '../ui/invitation-link.ts';
import { type PartnerClient, signInRefusalWordKey } from '../ui/partner-client.ts';
import { SignUpForm, closedInvitationWords } from './sign-up-form.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePageShell } from '../ui/partner-context.ts';
import { SignInForm } from './sign-in-form.tsx';

type OpenInvitation = Extract<InvitationAnswer, { kind: 'open' }>;

type InvitationLinkState =
  | { readonly kind: 'none' | 'looking' }
  | { readonly kind: 'failed' | 'told'; readonly word: WordKey }
  | { readonly kind: 'open'; readonly invitation: OpenInvitation };

const initialLinkState = (link: InvitationLink): InvitationLinkState => {
  if (link.kind === 'invited') return { kind: 'looking' };
  if (link.kind === 'nothing') return { kind: 'none' };
  return { kind: 'told', word: link.kind === 'inQuery' ? 'invited.inQuery' : 'invited.unknown' };
};

export function SignInPage({
  ask,
  invitationLink,
  isAgain,
  noticeWordKey,
  onSignedIn,
}: {
  readonly ask: PartnerClient['callSignIn'];
  readonly invitationLink: InvitationLink;
  readonly isAgain: boolean;
  readonly noticeWordKey: WordKey | undefined;
  readonly onSignedIn: (session: PartnerSession) => void;
}) {
  const { translate: say } = usePageShell();
  const [link, setLink] = useState<InvitationLinkState>(() =>
    isAgain ? { kind: 'none' } : initialLinkState(invitationLink),
  );
  const [hasPasskeys] = useState(() => typeof globalThis.PublicKeyCredential === 'function');
  const token = invitationLink.kind === 'invited' ? invitationLink.token : undefined;

  useEffect(() => {
    if (link.kind !== 'looking' || token === undefined) return undefined;
    let isHere = true;
    const checkInvitation = async () => {
      const answer = await ask('invitation.look', { token });
      if (!isHere) return;
      if (!answer.ok) setLink({ kind: 'failed', word: signInRefusalWordKey(answer.refusal) });
      else if (answer.value.kind === 'open') setLink({ kind: 'open', invitation: answer.value });
      else setLink({ kind: 'told', word: closedInvitationWords[answer.value.kind] });
    };
    void checkInvitation();
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
    const onClosed = (why: keyof typeof closedInvitationWords) =>
      setLink({ kind: 'told', word: closedInvitationWords[why] });
    return <SignUpForm {...{ ask, token, hasPasskeys, onSignedIn }} invitation={link.invitation} onClosed={onClosed} />;
  }
  const wordKey = link.kind === 'told' ? link.word : noticeWordKey;
  return (
    <SignInForm
      {...{ ask, hasPasskeys, isAgain, onSignedIn }}
      notice={wordKey && <Notice isCareful>{say(wordKey)}</Notice>}
    />
  );
}
