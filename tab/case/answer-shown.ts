import type { ReactNode } from 'react';
import type { QuestionId } from '../../concerns/terms/questions.ts';
import { loadPart } from '../parts/load-part.ts';
import { createPart } from '../parts/part.ts';
import { useTab } from '../parts/tab-context.ts';

interface Props {
  readonly id: QuestionId;
  readonly answer: string;
  /** Shows the answer, which it is given in words, in the language of the page. */
  readonly show: (text: string) => ReactNode;
}

/** An answer in words. The words of a report's questions come with it: they are not needed before. */
export const answerShown = createPart(async () => {
  const { answerText } = await loadPart('../cards/answer-text.ts', () => import('../../cards/answer-text.ts'));
  return function AnswerShown({ id, answer, show }: Props): ReactNode {
    const { language } = useTab();
    return show(answerText(language, id, answer));
  };
});
