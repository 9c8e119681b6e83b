import { isBlank } from './visible-text.ts';
import { kinds, towards } from './kinds.ts';
import type { Route } from './routes.ts';

/** `notKept` is never called anonymous: Teams tells the bot who is typing. */
export const modes = ['named', 'confidential', 'notKept'] as const;
export type Mode = (typeof modes)[number];

interface TextQuestion {
  readonly kind: 'text';
  readonly max: number;
  readonly lines: 'one' | 'many';
}
interface ChoiceQuestion {
  readonly kind: 'choice' | 'choices';
  readonly options: readonly string[];
}
export type Question = (TextQuestion | ChoiceQuestion) & { readonly required: boolean };

const line = { kind: 'text', max: 400, lines: 'one', required: false } as const;
const lines = { kind: 'text', max: 400, lines: 'many', required: false } as const;
const choice = <const Options extends readonly string[]>(options: Options) =>
  ({ kind: 'choice', options, required: false }) as const;
const choices = <const Options extends readonly string[]>(options: Options) =>
  ({ kind: 'choices', options, required: false }) as const;

/** Questions that only an organisation is asked, passing on what someone told it. */
export const hubQuestions = {
  consent: { ...choice(['agrees', 'against', 'notSafe', 'notAsked']), required: true },
  consentWhy: { ...lines, max: 1000 },
  wants: choices(['lookInto', 'stopContact', 'keepAway', 'beTold', 'noted', 'unsure', 'other']),
  contactWays: choices(['phone', 'text', 'email', 'letter', 'inPerson', 'throughUs', 'none']),
  contactDetail: line,
  contactWhen: line,
  contactNot: line,
  contactLanguage: choice(['en', 'cy', 'bsl', 'other']),
  contactLanguageOther: line,
  childAtRisk: choice(['yes', 'no', 'unsure']),
  adultAtRisk: choice(['yes', 'no', 'unsure']),
  onTheirCase: choice(['yes', 'no', 'unsure']),
  knowsAddress: choice(['yes', 'no', 'unsure']),
  dash: choice(['yes', 'no', 'unsure']),
  marac: choice(['yes', 'no', 'unsure']),
  toldElse: choices(['lado', 'socialServices', 'police', 'health', 'other', 'nobody']),
  toldWhen: line,
  practitioner: lines,
  paperOn: line,
} as const satisfies Record<string, Question>;

export const questions = {
  mode: { ...choice(modes), required: true },
  what: { kind: 'text', max: 8000, lines: 'many', required: true },
  risk: choice(['yes', 'no', 'unsure']),
  conflict: { ...choice(['no', 'yes', 'chief', 'unsure']), required: true },
  kind: choice(kinds),
  who: lines,
  towards: choice(towards),
  where: line,
  when: line,
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
  vulnerability: choices(['mentalHealth', 'learning', 'young', 'dependency', 'victim', 'trauma', 'other', 'unsure']),
  known: choice(['saw', 'told', 'other']),
  theirWords: { ...lines, max: 2000 },
  observed: lines,
  theyAgree: choice(['agree', 'against', 'no', 'unsure']),
  passedOn: choice(['yes', 'no', 'neither', 'unsure']),
  evidence: lines,
  subjectKnows: choice(['yes', 'no', 'unsure']),
  whoElse: lines,
  affected: choice(['yes', 'no']),
  ...hubQuestions,
} as const satisfies Record<string, Question>;

export type QuestionId = keyof typeof questions;
export type HubQuestionId = keyof typeof hubQuestions;
export const isQuestion = (name: string): name is QuestionId => Object.hasOwn(questions, name);

const onHub: Readonly<Partial<Record<QuestionId, Question>>> = {
  what: { ...questions.what, required: false },
  observed: { ...questions.observed, max: 4000 },
};

export const questionOn = (route: Route, id: QuestionId): Question =>
  (route === 'hub' ? onHub[id] : undefined) ?? questions[id];

export const longestFollowUp = questions.what.max;

export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

export type Problem = {
  readonly question: string;
  readonly code:
    | 'missing'
    /** Neither of two questions is answered, and one is needed. */
    | 'either'
    | 'long'
    /** The card had no room for the end of the text: so many characters are lost. */
    | 'cut'
    | 'odd'
    /** A confidential identity could never be opened. */
    | 'noCustodian'
    | 'noReserve'
    | 'notSaved'
    | 'nothingSaved'
    | 'newer'
    | 'full'
    /** It goes on where it was kept, on the page. */
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

export function problemWith(id: QuestionId, answer: string | undefined, route: Route = 'staff'): Problem | undefined {
  const question = questionOn(route, id);
  const text = (answer ?? '').trim();
  if (isBlank(text)) return question.required ? { question: id, code: 'missing' } : undefined;
  if (question.kind === 'text') {
    return text.length > question.max ? { question: id, code: 'long', by: text.length - question.max } : undefined;
  }
  const chosen = question.kind === 'choices' ? text.split(',') : [text];
  return chosen.every((option) => question.options.includes(option)) ? undefined : { question: id, code: 'odd' };
}

export const isHarmed = ({ affected, towards }: Answers): boolean => affected === 'yes' || towards === 'me';

/**
 * Marks beside words added to a report: someone is at risk now, the reporter was treated worse, it may concern the
 * unit.
 */
export const marks = ['risk', 'worse', 'unit'] as const;
export type Mark = (typeof marks)[number];

const isMark = (text: string): text is Mark => marks.some((mark) => mark === text);

export function marksIn(choice: string): readonly Mark[] | undefined {
  const chosen = choice.split(',').filter((one) => one !== '');
  return chosen.every(isMark) ? marks.filter((mark) => chosen.includes(mark)) : undefined;
}
