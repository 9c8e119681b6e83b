import type { Language } from '../concerns/terms/language.ts';
import { type Answers, type QuestionId, questions } from '../concerns/terms/questions.ts';
import { standingAnswers } from '../concerns/terms/steps.ts';
import { answerText } from './answer-text.ts';
import { questionLabel } from './question-field.ts';
import { say } from '../words/cards/say.ts';

const isQuestion = (id: string): id is QuestionId => Object.hasOwn(questions, id);

/** A report in words, as plain text: each question that was answered, and beneath it the answer as it was given. */
export const reportText = (language: Language, answers: Answers): string =>
  Object.entries(standingAnswers(answers))
    .flatMap(([id, answer]) =>
      isQuestion(id) ? [`${questionLabel(language, id)}\n${answerText(language, id, answer)}`] : [],
    )
    .join('\n\n');

/** A changed version of a report, as it is added to the one that is saved. */
export const changedReportText = (language: Language, answers: Answers): string =>
  `${say(language, 'report.changedVersion')}\n\n${reportText(language, answers)}`;
