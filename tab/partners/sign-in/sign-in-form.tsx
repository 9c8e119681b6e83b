import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { PartnerSession, SignInAnswer } from '../../../contract/partner-operations.ts';
import type { WordKey } from '../../../words/partners/translate.ts';
import { loadModule } from '../../ui/lazy-module.ts';
import { type PartnerClient, signInRefusalWordKey } from '../ui/partner-client.ts';
import { Notice, ProblemNotice } from '../ui/notice.tsx';
import { usePageShell } from '../ui/partner-context.ts';
import { derivePassphraseCredential, parseSignInPassphrase } from './sign-in-passphrase.ts';

interface Props {
  readonly ask: PartnerClient['callSignIn'];
  readonly hasPasskeys: boolean;
  readonly isAgain: boolean;
  readonly notice: ReactNode;
  readonly onSignedIn: (session: PartnerSession) => void;
}

const signInProblemWords = {
  unknown: 'enter.unknownPasskey',
  revoked: 'enter.revoked',
  notTaken: 'enter.notTaken',
  late: 'enter.late',
} as const satisfies Readonly<Record<Exclude<SignInAnswer['kind'], 'in'>, WordKey>>;

export function SignInForm({ ask, hasPasskeys, isAgain, notice, onSignedIn }: Props) {
  const { translate: say, announce, contacts, language } = usePageShell();
  const typed = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<WordKey>();
  const [field, hint, wrong] = [useId(), useId(), useId()];
  useEffect(() => {
    if (isAgain) heading.current?.focus();
  }, [isAgain]);

  const run = async (enter: () => Promise<WordKey | undefined>) => {
    if (isBusy) return;
    setBusy(true);
    setProblem(undefined);
    announce(say('enter.working'));
    const wrong = await enter().catch((): WordKey => 'frame.partMissing');
    setBusy(false);
    setProblem(wrong);
  };
  const signInByPasskey = async (): Promise<WordKey | undefined> => {
    const { getPasskeyAssertion: answerOf } = await loadModule('sign-in/passkey.ts', () => import('./passkey.ts'));
    const offer = await ask('signIn.offer', {});
    if (!offer.ok) return signInRefusalWordKey(offer.refusal);
    const passkey = await answerOf(offer.value).catch(() => undefined);
    if (passkey === undefined) return 'enter.stopped';
    const answer = await ask('signIn.passkey', passkey);
    if (!answer.ok) return signInRefusalWordKey(answer.refusal);
    if (answer.value.kind !== 'in') return signInProblemWords[answer.value.kind];
    onSignedIn(answer.value.session);
    return undefined;
  };
  const signInByPassphrase = async (): Promise<WordKey | undefined> => {
    const words = parseSignInPassphrase(typed.current?.value ?? '');
    if (words === undefined) {
      typed.current?.focus();
      return 'enter.wordsMissing';
    }
    const answer = await ask('signIn.passphrase', await derivePassphraseCredential(words, location.hostname));
    if (!answer.ok) return signInRefusalWordKey(answer.refusal);
    if (answer.value.kind === 'in') {
      onSignedIn(answer.value.session);
      return undefined;
    }
    return answer.value.kind === 'unknown' ? 'enter.unknownWords' : signInProblemWords[answer.value.kind];
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run(signInByPassphrase);
  };
  const isOfField = problem === 'enter.wordsMissing' || problem === 'enter.unknownWords';

  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {say(isAgain ? 'enter.again' : 'enter.heading')}
      </h1>
      {notice}
      {!isAgain && <p>{say('enter.lead', { force: contacts.forceName[language] })}</p>}
      {problem && !isOfField && <ProblemNotice word={problem} />}
      {hasPasskeys ? (
        <>
          <p className="hint">{say('enter.passkeyHint')}</p>
          <button type="button" className="first" aria-disabled={isBusy} onClick={() => void run(signInByPasskey)}>
            {say('enter.passkey')}
          </button>
        </>
      ) : (
        <Notice>{say('enter.noPasskeys')}</Notice>
      )}
      <h2>{say('enter.wordsHeading')}</h2>
      <form onSubmit={submit} noValidate>
        <label htmlFor={field}>{say('enter.words')}</label>
        <p id={hint} className="hint">
          {say('enter.wordsHint')}
        </p>
        {isOfField && (
          <p id={wrong} className="hint" role="alert">
            {say(problem)}
          </p>
        )}
        <input
          ref={typed}
          id={field}
          type="text"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          aria-invalid={isOfField}
          aria-describedby={isOfField ? `${hint} ${wrong}` : hint}
        />
        <p>
          <button type="submit" aria-disabled={isBusy}>
            {say('enter.withWords')}
          </button>
        </p>
      </form>
      {isBusy && <p>{say('enter.working')}</p>}
    </>
  );
}
