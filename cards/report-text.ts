import type { Language } from '../core/model/language.ts';
import { type Answers, isQuestionId, type AdditionMark } from '../core/model/questions.ts';
import type { Route } from '../core/model/report-routes.ts';
import { applicableAnswers } from '../core/model/report-steps.ts';
import { answerText, questionLabel } from './question-texts.ts';
import { translate } from '../words/cards/translate.ts';
import type { WordKey } from '../words/cards/catalogue.ts';

export const reportText = (language: Language, answers: Answers, route: Route = 'staff'): string =>
  Object.entries(applicableAnswers(answers, route))
    .flatMap(([id, answer]) =>
      isQuestionId(id) ? [`${questionLabel(language, id, route)}\n${answerText(language, id, answer)}`] : [],
    )
    .join('\n\n');

export const changedReportText = (language: Language, answers: Answers, route: Route = 'staff'): string =>
  `${translate(language, 'report.changedVersion')}\n\n${reportText(language, answers, route)}`;

export const additionText = (language: Language, marks: readonly AdditionMark[], words: string): string =>
  [marks.map((mark) => `${translate(language, additionMarkKeys[mark])}.`).join('\n'), words]
    .filter((part) => part !== '')
    .join('\n\n');

export const consentWithdrawalText = (language: Language, why: string): string =>
  [translate(language, 'hub.withdrawnText'), why].filter((part) => part !== '').join('\n\n');

export const noDetrimentText = (language: Language): string => translate(language, 'comeBack.notWorseText');

/**
 * A follow-up that became a report of its own. Only the mark "treated worse" is in the text; the others become
 * answers.
 */
export const separateReportText = (
  language: Language,
  reference: string,
  marks: readonly AdditionMark[],
  words: string,
): string =>
  [
    translate(language, 'comeBack.apartText', { reference }),
    additionText(
      language,
      marks.filter((mark) => mark === 'worse'),
      words,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

export const additionMarkKeys = {
  risk: 'comeBack.markRisk',
  worse: 'comeBack.markWorse',
  unit: 'comeBack.markUnit',
} as const satisfies Readonly<Record<AdditionMark, WordKey>>;
