import type { Language } from '../core/model/language.ts';
import { isBlank } from '../core/model/visible-text.ts';
import { type Answers, isQuestion, type QuestionId, questions } from '../core/model/questions.ts';
import type { Route } from '../core/model/routes.ts';
import { answerText } from './question-field.ts';
import { optionKey, questionLabel } from './question-field.ts';
import type { WordKey } from '../words/cards/catalogue.ts';
import { say } from '../words/cards/translate.ts';

export interface ShownAnswer {
  readonly id: QuestionId;
  readonly label: string;
  readonly text: string;
  readonly isTyped: boolean;
}

export interface ReportPart {
  readonly id: PartId;
  readonly heading: string;
  readonly note?: string;
  readonly answers: readonly ShownAnswer[];
}

const consent: readonly QuestionId[] = ['consent', 'consentWhy'];
const contact: readonly QuestionId[] = [
  'contactWays',
  'contactDetail',
  'contactWhen',
  'contactNot',
  'contactLanguage',
  'contactLanguageOther',
];
const parts = [
  { id: 'consent', heading: 'opened.consent', questions: consent },
  { id: 'contact', heading: 'opened.contact', questions: contact },
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
type PartId = (typeof parts)[number]['id'] | 'rest';

const placed = new Set<QuestionId>(parts.flatMap((part) => part.questions));
// The mode is the same for every hub report and is shown with the case.
const rest = Object.keys(questions)
  .filter(isQuestion)
  .filter((id) => !placed.has(id) && id !== 'mode');

function shown(language: Language, route: Route, answers: Answers, ids: readonly QuestionId[]): readonly ShownAnswer[] {
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

const saysConsent = ({ consent: answer }: Answers): boolean =>
  answer !== undefined && optionKey('consent', answer) !== undefined;

function noteOf(language: Language, id: PartId, answers: Answers, isEmpty: boolean): string | undefined {
  if (id === 'consent' && !saysConsent(answers)) return say(language, 'opened.noConsent');
  if (id === 'contact' && isEmpty) return say(language, 'opened.noContact');
  return id === 'contact' && answers.contactLanguage === 'bsl' ? say(language, 'opened.bsl') : undefined;
}

/** An opened hub report in its parts. Consent and contact are there even if unanswered; every answer is in one part. */
export const hubParts = (language: Language, answers: Answers): readonly ReportPart[] =>
  [...parts, { id: 'rest', heading: 'opened.rest', questions: rest } as const].flatMap(
    ({ id, heading, questions: ids }): readonly ReportPart[] => {
      const given = shown(language, 'hub', answers, ids);
      const note = noteOf(language, id, answers, given.length === 0);
      if (given.length === 0 && note === undefined) return [];
      return [{ id, heading: say(language, heading), ...(note !== undefined && { note }), answers: given }];
    },
  );

/** The parts that a handler must confirm before writing to a hub's reporter. */
export const contactParts = (language: Language, answers: Answers): readonly ReportPart[] =>
  hubParts(language, answers).filter(({ id }) => id === 'consent' || id === 'contact');

export const shownAnswers = (language: Language, route: Route, answers: Answers): readonly ShownAnswer[] =>
  route === 'hub'
    ? hubParts(language, answers).flatMap((part) => part.answers)
    : shown(language, route, answers, Object.keys(questions).filter(isQuestion));

export const hubNotes = (language: Language, answers: Answers): readonly string[] =>
  hubParts(language, answers).flatMap(({ note }) => note ?? []);

export const hubText = (language: Language, answers: Answers): string =>
  hubParts(language, answers)
    .filter(({ answers: given }) => given.length > 0)
    .map(({ heading, answers: given }) =>
      [`[${heading}]`, ...given.map(({ label, text }) => `${label}\n${text}`)].join('\n\n'),
    )
    .join('\n\n');
