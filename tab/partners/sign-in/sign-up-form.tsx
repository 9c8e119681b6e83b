import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import type { InvitationAnswer, SignUpAnswer, PartnerSession } from '../../../contract/partner-operations.ts';
import type { WordKey } from '../../../words/partners/translate.ts';
import { loadModule } from '../../ui/lazy-module.ts';
import { type PartnerClient, signInRefusalWordKey } from '../ui/partner-client.ts';
import { AccessLine } from '../ui/access-line.tsx';
import { Notice, ProblemNotice } from '../ui/notice.tsx';
import { usePageShell } from '../ui/partner-context.ts';
import { createSignInPassphrase, derivePassphraseCredential, parseSignInPassphrase } from './sign-in-passphrase.ts';
import { type Language, otherLanguage } from '../../../core/model/language.ts';

export const closedInvitationWords = {
  used: 'invited.used',
  revoked: 'invited.revoked',
  expired: 'invited.expired',
  unknown: 'invited.unknown',
} as const satisfies Readonly<Record<string, WordKey>>;

interface Props {
  readonly ask: PartnerClient['callSignIn'];
  readonly token: string;
  readonly invitation: Extract<InvitationAnswer, { kind: 'open' }>;
  readonly hasPasskeys: boolean;
  readonly onSignedIn: (session: PartnerSession) => void;
  readonly onClosed: (why: keyof typeof closedInvitationWords) => void;
}

export function SignUpForm({ ask, token, invitation, hasPasskeys, onSignedIn, onClosed }: Props) {
  const { translate: say, announce } = usePageShell();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<WordKey>();
  useEffect(() => heading.current?.focus(), []);

  const run = async (make: () => Promise<WordKey | undefined>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    announce(say('enter.working'));
    const wrong = await make().catch((): WordKey => 'frame.partMissing');
    setBusy(false);
    setProblem(wrong);
  };
  const handleResponse = (answer: SignUpAnswer): WordKey | undefined => {
    if (answer.kind === 'in') onSignedIn(answer.session);
    else if (answer.kind === 'late') return 'enter.late';
    else if (answer.kind === 'notTaken') return 'enter.notTaken';
    else onClosed(answer.kind);
    return undefined;
  };

  const createPasskey = async (): Promise<WordKey | undefined> => {
    const { registerPasskey } = await loadModule('sign-in/passkey.ts', () => import('./passkey.ts'));
    const offer = await ask('passkey.offer', { token });
    if (!offer.ok) return signInRefusalWordKey(offer.refusal);
    if (offer.value.kind !== 'offer') {
      onClosed(offer.value.kind);
      return undefined;
    }
    const passkey = await registerPasskey(offer.value).catch(() => undefined);
    if (passkey === undefined) return 'enter.stopped';
    const answer = await ask('passkey.make', { token, ...passkey });
    return answer.ok ? handleResponse(answer.value) : signInRefusalWordKey(answer.refusal);
  };
  const createPassphrase = async (words: string): Promise<WordKey | undefined> => {
    const answer = await ask('passphrase.make', {
      token,
      ...(await derivePassphraseCredential(words, location.hostname)),
    });
    return answer.ok ? handleResponse(answer.value) : signInRefusalWordKey(answer.refusal);
  };

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say('invited.heading')}
      </h1>
      <p>{say('invited.lead', { organisation: invitation.organisation })}</p>
      {invitation.access && <AccessLine access={invitation.access} />}
      <p>{say('invited.nobody')}</p>
      {problem && <ProblemNotice word={problem} />}
      {hasPasskeys ? (
        <>
          <p className="hint">{say('invited.passkeyHint')}</p>
          <button type="button" className="first" aria-disabled={isBusy} onClick={() => void run(createPasskey)}>
            {say('invited.makePasskey')}
          </button>
        </>
      ) : (
        <Notice>{say('enter.noPasskeys')}</Notice>
      )}
      <h2>{say('invited.wordsHeading')}</h2>
      <p className="hint">{say('invited.wordsHint')}</p>
      <SignInPassphraseForm isBusy={isBusy} onChosen={(words) => void run(() => createPassphrase(words))} />
      {isBusy && <p>{say('enter.working')}</p>}
    </>
  );
}

const generateButtonWords: Readonly<Record<Language, WordKey>> = { en: 'invited.drawEnglish', cy: 'invited.drawWelsh' };

/** The words must be typed back: the link is used up, so someone without them would be shut out. */
function SignInPassphraseForm({
  isBusy,
  onChosen,
}: {
  readonly isBusy: boolean;
  readonly onChosen: (words: string) => void;
}) {
  const { translate: say, language } = usePageShell();
  const [generated, setGenerated] = useState<{ readonly words: string; readonly language: Language }>();
  const [problem, setProblem] = useState<WordKey>();
  const shown = useRef<HTMLParagraphElement>(null);
  const typed = useRef<HTMLInputElement>(null);
  const [field, hint, wrong] = [useId(), useId(), useId()];
  useEffect(() => shown.current?.focus(), [generated]);

  const generate = async (from: Language) => {
    const words = await createSignInPassphrase(from).catch(() => undefined);
    setProblem(words === undefined ? 'frame.partMissing' : undefined);
    if (words !== undefined) setGenerated({ words, language: from });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || generated === undefined) return;
    const isSame = parseSignInPassphrase(typed.current?.value ?? '') === generated.words;
    setProblem(isSame ? undefined : 'invited.notThese');
    if (isSame) onChosen(generated.words);
    else typed.current?.focus();
  };

  if (generated === undefined) {
    return (
      <>
        {problem && <ProblemNotice word={problem} />}
        <div className="row">
          {[language, otherLanguage(language)].map((from) => (
            <button key={from} type="button" onClick={() => void generate(from)}>
              {say(generateButtonWords[from])}
            </button>
          ))}
        </div>
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <p id={hint}>{say('invited.drawn')}</p>
      <p ref={shown} tabIndex={-1} className="drawn" lang={generated.language} translate="no" aria-describedby={hint}>
        {generated.words}
      </p>
      <label htmlFor={field}>{say('invited.typeBack')}</label>
      {problem && (
        <p id={wrong} className="hint" role="alert">
          {say(problem)}
        </p>
      )}
      <input
        ref={typed}
        id={field}
        type="text"
        lang={generated.language}
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? wrong : undefined}
      />
      <div className="row">
        <button type="submit" className="first" aria-disabled={isBusy}>
          {say('invited.useWords')}
        </button>
        <button type="button" onClick={() => void generate(generated.language)}>
          {say('invited.other')}
        </button>
      </div>
    </form>
  );
}
