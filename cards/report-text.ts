import type { Language } from '../core/model/language.ts';
import { type Answers, isQuestion, type Mark } from '../core/model/questions.ts';
import type { Route } from '../core/model/routes.ts';
import { standingAnswers } from '../core/model/report-steps.ts';
import { answerText, questionLabel } from './question-field.ts';
import { say } from '../words/cards/translate.ts';
import type { WordKey } from '../words/cards/catalogue.ts';

export const reportText = (language: Language, answers: Answers, route: Route = 'staff'): string =>
  Object.entries(standingAnswers(answers, route))
    .flatMap(([id, answer]) =>
      isQuestion(id) ? [`${questionLabel(language, id, route)}\n${answerText(language, id, answer)}`] : [],
    )
    .join('\n\n');

export const changedReportText = (language: Language, answers: Answers, route: Route = 'staff'): string =>
  `${say(language, 'report.changedVersion')}\n\n${reportText(language, answers, route)}`;

export const addedText = (language: Language, set: readonly Mark[], words: string): string =>
  [set.map((mark) => `${say(language, markKeys[mark])}.`).join('\n'), words].filter((part) => part !== '').join('\n\n');

export const withdrawnText = (language: Language, why: string): string =>
  [say(language, 'hub.withdrawnText'), why].filter((part) => part !== '').join('\n\n');

export const notWorseText = (language: Language): string => say(language, 'comeBack.notWorseText');

/**
 * Words that were to be added to a report and became a report of their own. Only the mark "treated worse" is in the
 * text; the other marks become answers of the new report.
 */
export const apartText = (language: Language, reference: string, set: readonly Mark[], words: string): string =>
  [
    say(language, 'comeBack.apartText', { reference }),
    addedText(
      language,
      set.filter((mark) => mark === 'worse'),
      words,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n\n');

export const markKeys = {
  risk: 'comeBack.markRisk',
  worse: 'comeBack.markWorse',
  unit: 'comeBack.markUnit',
} as const satisfies Readonly<Record<Mark, WordKey>>;
