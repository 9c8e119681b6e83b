import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { type Language, otherLanguage } from '../../../concerns/terms/language.ts';
import type { WordKey } from '../../../words/partners/say.ts';
import { useFrame } from '../frame/partner-context.ts';
import { Problem } from '../frame/problem.tsx';
import { drawnWords, typedWords } from './passphrase-keys.ts';

const drawing: Readonly<Record<Language, WordKey>> = { en: 'invited.drawEnglish', cy: 'invited.drawWelsh' };

/** The words must be typed back: someone who had not written them down would be shut out, since the link is used up. */
export function DrawnWords({
  isBusy,
  onChosen,
}: {
  readonly isBusy: boolean;
  readonly onChosen: (words: string) => void;
}) {
  const { say, language } = useFrame();
  const [drawn, setDrawn] = useState<{ readonly words: string; readonly language: Language }>();
  const [problem, setProblem] = useState<WordKey>();
  const shown = useRef<HTMLParagraphElement>(null);
  const typed = useRef<HTMLInputElement>(null);
  const [field, hint, wrong] = [useId(), useId(), useId()];
  useEffect(() => shown.current?.focus(), [drawn]);

  const draw = async (from: Language) => {
    const words = await drawnWords(from).catch(() => undefined);
    setProblem(words === undefined ? 'frame.partMissing' : undefined);
    if (words !== undefined) setDrawn({ words, language: from });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy || drawn === undefined) return;
    const isSame = typedWords(typed.current?.value ?? '') === drawn.words;
    setProblem(isSame ? undefined : 'invited.notThese');
    if (isSame) onChosen(drawn.words);
    else typed.current?.focus();
  };

  if (drawn === undefined) {
    return (
      <>
        {problem && <Problem word={problem} />}
        <div className="row">
          {[language, otherLanguage(language)].map((from) => (
            <button key={from} type="button" onClick={() => void draw(from)}>
              {say(drawing[from])}
            </button>
          ))}
        </div>
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate>
      <p id={hint}>{say('invited.drawn')}</p>
      <p ref={shown} tabIndex={-1} className="drawn" lang={drawn.language} translate="no" aria-describedby={hint}>
        {drawn.words}
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
        lang={drawn.language}
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
        <button type="button" onClick={() => void draw(drawn.language)}>
          {say('invited.other')}
        </button>
      </div>
    </form>
  );
}
