import { useEffect, useState } from 'react';
import type { QuestionId } from '../../concerns/questions.ts';
import { useTab } from '../app/tab-context.ts';

/** An answer in words, in the language of the page; `undefined` where there is none, or until its words are loaded. */
export function useAnswerText(id: QuestionId, answer: string | undefined): string | undefined {
  const { language } = useTab();
  const [text, setText] = useState<string>();
  useEffect(() => {
    let isOver = false;
    const show = async () => {
      const words = answer === undefined ? undefined : await import('../../cards/answer-text.ts');
      if (!isOver) setText(answer === undefined ? undefined : words?.answerText(language, id, answer));
    };
    void show();
    return () => {
      isOver = true;
    };
  }, [id, answer, language]);
  return text;
}
