import type { Language } from '../core/model/language.ts';
import { isBlank } from '../core/model/invisible-characters.ts';
import { type Answers, isQuestionId, type QuestionId, questions } from '../core/model/questions.ts';
import type { Route } from '../core/model/report-routes.ts';
import { answerText } from './question-texts.ts';
import { optionKey, questionLabel } from './question-texts.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { translate } from '../words/cards/translate.ts';

export interface ReportAnswer {
  readonly id: QuestionId;
  readonly label: string;
  readonly text: string;
  readonly isTyped: boolean;
}

export interface ReportPart {
  readonly id: PartId;
  readonly heading: string;
  readonly note?: string;
  readonly answers: readonly ReportAnswer[];
}

const consentQuestions: readonly QuestionId[] = ['consent', 'consentWhy'];
const contactQuestions: readonly QuestionId[] = [
  'contactWays',
  'contactDetail',
  'contactWhen',
  'contactNot',
  'contactLanguage',
  'contactLanguageOther',
];
const partDefinitions = [
  { id: 'consent', heading: 'opened.consent', questions: consentQuestions },
  { id: 'contact', heading: 'opened.contact', questions: contactQuestions },
  {
    id: 'risk',
    heading: 'opened.risk',
    questions: [
      'risk',
      'childAtRisk',
      'adultAtRisk',
      'onTheirCase',
      'knowsAddress',
      'dash',
      'marac',
      'toldElse',
      'toldWhen',
    ],
  },
  { id: 'words', heading: 'opened.words', questions: ['what'] },
  { id: 'observed', heading: 'opened.observed', questions: ['observed'] },
] as const satisfies readonly { id: string; heading: WordKey; questions: readonly QuestionId[] }[];
type PartId = (typeof partDefinitions)[number]['id'] | 'rest';

const groupedQuestions = new Set<QuestionId>(partDefinitions.flatMap((part) => part.questions));
// Every partner's report has the same mode, and the case shows it.
const otherQuestions = Object.keys(questions)
  .filter(isQuestionId)
  .filter((id) => !groupedQuestions.has(id) && id !== 'mode');

function toReportAnswers(
  language: Language,
  route: Route,
  answers: Answers,
  ids: readonly QuestionId[],
): readonly ReportAnswer[] {
  return ids.flatMap((id) => {
    const answer = answers[id];
    if (answer === undefined || isBlank(answer)) return [];
    return [
      {
        id,
        label: questionLabel(language, id, route),
        text: answerText(language, id, answer),
        isTyped: questions[id].kind === 'text',
      },
    ];
  });
}

const hasConsentAnswer = ({ consent: answer }: Answers): boolean =>
  answer !== undefined && optionKey('consent', answer) !== undefined;

function partNote(language: Language, id: PartId, answers: Answers, isEmpty: boolean): string | undefined {
  if (id === 'consent' && !hasConsentAnswer(answers)) return translate(language, 'opened.noConsent');
  if (id === 'contact' && isEmpty) return translate(language, 'opened.noContact');
  return id === 'contact' && answers.contactLanguage === 'bsl' ? translate(language, 'opened.bsl') : undefined;
}

/** Consent and contact are there even if unanswered; every answer is in exactly one part. */
export const partnerReportParts = (language: Language, answers: Answers): readonly ReportPart[] =>
  [...partDefinitions, { id: 'rest', heading: 'opened.rest', questions: otherQuestions } as const].flatMap(
    ({ id, heading, questions: ids }): readonly ReportPart[] => {
      const given = toReportAnswers(language, 'hub', answers, ids);
      const note = partNote(language, id, answers, given.length === 0);
      if (given.length === 0 && note === undefined) return [];
      return [{ id, heading: translate(language, heading), ...(note !== undefined && { note }), answers: given }];
    },
  );

/** A handler must confirm these before writing to a partner's reporter. */
export const consentAndContactParts = (language: Language, answers: Answers): readonly ReportPart[] =>
  partnerReportParts(language, answers).filter(({ id }) => id === 'consent' || id === 'contact');

export const reportAnswers = (language: Language, route: Route, answers: Answers): readonly ReportAnswer[] =>
  route === 'hub'
    ? partnerReportParts(language, answers).flatMap((part) => part.answers)
    : toReportAnswers(language, route, answers, Object.keys(questions).filter(isQuestionId));

export const partnerReportNotes = (language: Language, answers: Answers): readonly string[] =>
  partnerReportParts(language, answers).flatMap(({ note }) => note ?? []);

export const partnerReportText = (language: Language, answers: Answers): string =>
  partnerReportParts(language, answers)
    .filter(({ answers: given }) => given.length > 0)
    .map(({ heading, answers: given }) =>
      [`[${heading}]`, ...given.map(({ label, text }) => `${label}\n${text}`)].join('\n\n'),
    )
    .join('\n\n');
