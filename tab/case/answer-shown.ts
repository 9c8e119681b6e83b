import type { ReactNode } from 'react';
import type { QuestionId } from '../../concerns/terms/questions.ts';
import { createPart, loadPart } from '../parts/load-part.ts';
import { useTab } from '../parts/tab-context.ts';

interface Props {
  readonly id: QuestionId;
  readonly answer: string;
  readonly show: (text: string) => ReactNode;
}

/** Loaded later, with the words of a report's questions. */
export const answerShown = createPart(async () => {
  const { answerText } = await loadPart('../cards/answer-text.ts', () => import('../../cards/answer-text.ts'));
  return function AnswerShown({ id, answer, show }: Props): ReactNode {
    const { language } = useTab();
    return show(answerText(language, id, answer));
  };
});
