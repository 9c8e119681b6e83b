import { isBlank } from './blank.ts';
import { kinds, towards } from './kinds.ts';
import type { Route } from './routes.ts';

/** The three ways of reporting. `notKept` is never called anonymous: Teams tells the bot who is typing. */
export const modes = ['named', 'confidential', 'notKept'] as const;
export type Mode = (typeof modes)[number];

interface TextQuestion {
  readonly kind: 'text';
  /** The most that is accepted, in UTF-16 units as a client counts them. */
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

/** The questions to an organisation that passes on what somebody told it, beside some of the others. */
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

/** Every question of a report, with its limits. What they say stands in the words; cards and dialogs read this. */
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
/** The questions that only a partner is asked. */
export type HubQuestionId = keyof typeof hubQuestions;
/** Whether a name is that of a question. */
export const isQuestion = (name: string): name is QuestionId => Object.hasOwn(questions, name);

/** The questions that a partner is asked otherwise: one of two accounts is enough, and both have room for one. */
const onHub: Readonly<Partial<Record<QuestionId, Question>>> = {
  what: { ...questions.what, required: false },
  observed: { ...questions.observed, max: 4000 },
};

/** A question as it is asked by a route. */
export const questionOn = (route: Route, id: QuestionId): Question =>
  (route === 'hub' ? onHub[id] : undefined) ?? questions[id];

/** The most that words which are added to a report may have: a follow-up may be as long as an account. */
export const longestFollowUp = questions.what.max;

/** Answers as they were typed or chosen, as text; several choices are joined by commas, as Adaptive Cards send them. */
export type Answers = Readonly<Partial<Record<QuestionId, string>>>;

export type Problem = {
  readonly question: string;
  readonly code:
    | 'missing'
    /** Neither of two questions is answered of which one is needed. */
    | 'either'
    | 'long'
    /** The end of what was typed or pasted is gone, by so many characters: the card had no room for it. */
    | 'cut'
    | 'odd'
    /** Nobody holds the role of a custodian: a confidential identity could never be opened. */
    | 'noCustodian'
    /** Too few people hold the role of the reserve: what may concern the unit is not taken. */
    | 'noReserve'
    | 'notSaved'
    | 'nothingSaved'
    /** A newer version wrote what this would change, and this one may not: nothing was saved. */
    | 'newer'
    | 'full'
    /** The draft under the code has more in it than a dialog can carry: it was kept on the page, and goes on there. */
    | 'longDraft'
    | 'reportFullToday'
    | 'reportFull'
    | 'notFound'
    /** The draft under the code was begun at another door, and goes on there. */
    | 'otherDoor'
    | 'slip'
    | 'tooOften'
    /** More than Candour takes from one person in an hour or on a day. */
    | 'overBudget'
    | 'typed';
  readonly by?: number;
};

/** The problem with one answer, `undefined` where it stands. Blank is missing only where an answer is required. */
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
