import type { Language } from '../concerns/terms/language.ts';
import { type Answers, isQuestion } from '../concerns/terms/questions.ts';
import type { Mark } from '../concerns/terms/marks.ts';
import type { Route } from '../concerns/terms/routes.ts';
import { standingAnswers } from '../concerns/terms/steps.ts';
import { markKeys } from './mark-keys.ts';
import { answerText } from './answer-text.ts';
import { questionLabel } from './question-field.ts';
import { say } from '../words/cards/say.ts';

/** A report in words, as plain text: each question that was answered, and beneath it the answer as it was given. */
export const reportText = (language: Language, answers: Answers, route: Route = 'staff'): string =>
  Object.entries(standingAnswers(answers, route))
    .flatMap(([id, answer]) =>
      isQuestion(id) ? [`${questionLabel(language, id, route)}\n${answerText(language, id, answer)}`] : [],
    )
    .join('\n\n');

/** A changed version of a report, as it is added to the one that is saved. */
export const changedReportText = (language: Language, answers: Answers, route: Route = 'staff'): string =>
  `${say(language, 'report.changedVersion')}\n\n${reportText(language, answers, route)}`;

/** Words as they are added to a report, under the marks that were set beside them. */
export const addedText = (language: Language, set: readonly Mark[], words: string): string =>
  [set.map((mark) => `${say(language, markKeys[mark])}.`).join('\n'), words].filter((part) => part !== '').join('\n\n');

/** That the person whom a partner spoke with has taken back their consent, with why where they said it. */
export const withdrawnText = (language: Language, why: string): string =>
  [say(language, 'hub.withdrawnText'), why].filter((part) => part !== '').join('\n\n');

/** The answer that somebody was not treated worse, as it is added to a report. */
export const notWorseText = (language: Language): string => say(language, 'comeBack.notWorseText');

/**
 * Words that were to be added to a report and stand apart from it, under its reference as it is shown. That the person was
 * treated worse stands among them; the other marks are answers of the report that these words become.
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
