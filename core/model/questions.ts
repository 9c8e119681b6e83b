import { isBlank } from './invisible-characters.ts';
import { reportKinds, towardsOptions } from './classification.ts';
import type { Route } from './report-routes.ts';

/** `notKept` is never called anonymous: Teams tells the bot who is typing. */
export const identityModes = ['named', 'confidential', 'notKept'] as const;
export type IdentityMode = (typeof identityModes)[number];

interface TextQuestion {
  readonly kind: 'text';
  readonly max: number;
  readonly lines: 'one' | 'many';
}
interface ChoiceQuestion {
  readonly kind: 'choice' | 'choices';
  readonly options: readonly string[];
  /** Options that contradict every other. */
  readonly exclusive?: readonly string[];
}
export type Question = (TextQuestion | ChoiceQuestion) & { readonly required: boolean };

const shortText = { kind: 'text', max: 400, lines: 'one', required: false } as const;
const longText = { kind: 'text', max: 400, lines: 'many', required: false } as const;
const choice = <const Options extends readonly string[]>(options: Options) =>
  ({ kind: 'choice', options, required: false }) as const;
const choices = <const Options extends readonly string[]>(
  options: Options,
  exclusive: readonly Options[number][] = [],
) => ({ kind: 'choices', options, exclusive, required: false }) as const;

export const partnerQuestions = {
  consent: { ...choice(['agrees', 'against', 'notSafe', 'notAsked']), required: true },
  consentWhy: { ...longText, max: 1000 },
  wants: choices(['lookInto', 'stopContact', 'keepAway', 'beTold', 'noted', 'unsure', 'other'], ['noted']),
  contactWays: choices(['phone', 'text', 'email', 'letter', 'inPerson', 'throughUs', 'none'], ['none']),
  contactDetail: shortText,
  contactWhen: shortText,
  contactNot: shortText,
  contactLanguage: choice(['en', 'cy', 'bsl', 'other']),
  contactLanguageOther: shortText,
  childAtRisk: choice(['yes', 'no', 'unsure']),
  adultAtRisk: choice(['yes', 'no', 'unsure']),
  onTheirCase: choice(['yes', 'no', 'unsure']),
  knowsAddress: choice(['yes', 'no', 'unsure']),
  dash: choice(['yes', 'no', 'unsure']),
  marac: choice(['yes', 'no', 'unsure']),
  toldElse: choices(['lado', 'socialServices', 'police', 'health', 'other', 'nobody'], ['nobody']),
  toldWhen: shortText,
  practitioner: longText,
  paperOn: shortText,
} as const satisfies Record<string, Question>;

export const questions = {
  mode: { ...choice(identityModes), required: true },
  what: { kind: 'text', max: 8000, lines: 'many', required: true },
  risk: choice(['yes', 'no', 'unsure']),
  conflict: { ...choice(['no', 'yes', 'chief', 'unsure']), required: true },
  kind: choice(reportKinds),
  who: longText,
  towards: choice(towardsOptions),
  where: shortText,
  when: shortText,
  ongoing: choice(['yes', 'no', 'unsure']),
  signs: choices([
    'contact',
    'messages',
    'flirting',
    'gifts',
    'touch',
    'hero',
    'asksFor',
    'caseClosed',
    'quickEnd',
    'other',
  ]),
  vulnerability: choices(
    ['mentalHealth', 'learning', 'young', 'dependency', 'victim', 'trauma', 'other', 'unsure'],
    ['unsure'],
  ),
  known: choice(['saw', 'told', 'other']),
  theirWords: { ...longText, max: 2000 },
  observed: longText,
  theyAgree: choice(['agree', 'against', 'no', 'unsure']),
  passedOn: choice(['yes', 'no', 'neither', 'unsure']),
  evidence: longText,
  subjectKnows: choice(['yes', 'no', 'unsure']),
  whoElse: longText,
  affected: choice(['yes', 'no']),
  ...partnerQuestions,
} as const satisfies Record<string, Question>;

export type QuestionId = keyof typeof questions;
export type PartnerQuestionId = keyof typeof partnerQuestions;
export const isQuestionId = (name: string): name is QuestionId => Object.hasOwn(questions, name);

const partnerOverrides: Readonly<Partial<Record<QuestionId, Question>>> = {
  what: { ...questions.what, required: false },
  observed: { ...questions.observed, max: 4000 },
};

export const questionForRoute = (route: Route, id: QuestionId): Question =>
  (route === 'hub' ? partnerOverrides[id] : undefined) ?? questions[id];

export const maxFollowUpLength = questions.what.max;

export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

export type StepProblem = {
  readonly question: string;
  readonly code:
    | 'missing'
    /** Neither of two questions is answered, and one is needed. */
    | 'either'
    | 'long'
    /** The card had no room for the end of the text: so many characters are lost. */
    | 'cut'
    | 'odd'
    /** Of a return code: `by` is how many words there are, or which of them is not known. */
    | 'wordCount'
    | 'unknownWord'
    | 'wordSlip'
    /** Options of one question that contradict each other. */
    | 'contradiction'
    /** No one could ever open a confidential identity. */
    | 'noCustodian'
    | 'noReserve'
    | 'notSaved'
    | 'nothingSaved'
    | 'draftNotSaved'
    /** A draft, after its report was sent. */
    | 'alreadySent'
    | 'newer'
    | 'full'
    /** It goes on where it was stored, on the page. */
    | 'longDraft'
    | 'reportFullToday'
    | 'reportFull'
    | 'notFound'
    | 'otherDoor'
    | 'slip'
    | 'tooOften'
    | 'overBudget'
    | 'typed';
  readonly by?: number;
};

export function findAnswerProblem(
  id: QuestionId,
  answer: string | undefined,
  route: Route = 'staff',
): StepProblem | undefined {
  const question = questionForRoute(route, id);
  const text = (answer ?? '').trim();
  if (isBlank(text)) return question.required ? { question: id, code: 'missing' } : undefined;
  if (question.kind === 'text') {
    return text.length > question.max ? { question: id, code: 'long', by: text.length - question.max } : undefined;
  }
  const chosen = question.kind === 'choices' ? text.split(',') : [text];
  if (!chosen.every((option) => question.options.includes(option))) return { question: id, code: 'odd' };
  const contradicts = chosen.length > 1 && chosen.some((option) => question.exclusive?.includes(option));
  return contradicts ? { question: id, code: 'contradiction' } : undefined;
}

export const isReporterAffected = ({ affected, towards }: Answers): boolean => affected === 'yes' || towards === 'me';

/** Someone is at risk now, the reporter was treated worse, it may concern the unit. */
export const additionMarks = ['risk', 'worse', 'unit'] as const;
export type AdditionMark = (typeof additionMarks)[number];

const isAdditionMark = (text: string): text is AdditionMark => additionMarks.some((mark) => mark === text);

export function parseAdditionMarks(choice: string): readonly AdditionMark[] | undefined {
  const chosen = choice.split(',').filter((one) => one !== '');
  return chosen.every(isAdditionMark) ? additionMarks.filter((mark) => chosen.includes(mark)) : undefined;
}
