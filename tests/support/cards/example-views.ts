import { z } from 'zod';
import { type Contacts, contactsSchema } from '../../../words/contacts.ts';
import { caseIdFromBytes } from '../../../core/model/case-id.ts';
import { generateReturnCode } from '../../../core/model/return-code.ts';
import { encodeReturnCodeWords } from '../../../core/model/return-code-words.ts';
import { returnCodeWords } from '../../../crypto/word-lists/return-code-words.ts';
import { daySchema } from '../../../core/model/case-record.ts';
import type { ReporterThread } from '../../../core/reporting/find-by-return-code.ts';
import { parseStaffedHours, type Staffing } from '../../../core/model/staffed-hours.ts';
import { addDays } from '../../../core/model/calendar.ts';
import type { ComeBackState } from '../../../core/reporting/come-back-flow.ts';
import type { Language } from '../../../core/model/language.ts';
import type { Answers } from '../../../core/model/questions.ts';
import { type ReportState, initialReportState } from '../../../core/reporting/report-flow.ts';

/** Contacts with every setting filled in; all of them are made up. */
export const fullContacts: Contacts = contactsSchema.parse({
  iopc: '03069 990001',
  victimsPhone: '03069 990002',
  federation: {
    en: 'Example Federation, 01632 960001; Example Union, 01632 960003; the chaplain, https://chaplain.example/talk',
    cy: 'Ffederasiwn Enghreifftiol, 01632 960001; Undeb Enghreifftiol, 01632 960003; y caplan, https://chaplain.example/siarad',
  },
  commissioner: { en: 'example commissioner, 01632 960002', cy: 'comisiynydd enghreifftiol, 01632 960002' },
  guidanceUrl: 'https://example.org/guidance',
  strategyUrl: 'https://example.org/strategy',
});
export const fewContacts: Contacts = contactsSchema.parse({});

export const exampleCode = generateReturnCode((bytes) =>
  Uint8Array.from({ length: bytes }, (_, place) => (place * 53) % 256),
);
export const exampleCaseId = caseIdFromBytes(Uint8Array.from([7, 99, 201, 18, 240, 55]));
export const exampleDay = daySchema.parse('2026-11-25');

/** A force that is staffed in office hours, with somebody on call. */
export const exampleStaffing: Staffing = {
  rows: parseStaffedHours('mon-fri 08:00-18:00'),
  onCall: { acu: true, reserve: true },
};
/** Facts that every card of a report is told, beside its state. */
export const exampleFacts = {
  draftDays: 7,
  nextVisitDay: addDays(exampleDay, 7),
  mayReceiveMessages: true,
  staffing: exampleStaffing,
} as const;

/** A sealed state as it looks in a card. */
export const exampleToken = 'eyJhbGciOiJkaXIi..example..state';
/** The longest state that a card may carry. */
export const longestToken = 'Ab3-_9zQ'.repeat(938).slice(0, 7_500);

const words =
  'the officer came back at night and "asked" for her number, he said it’s fine; I didn’t think so. Ni ddywedais ddim'.split(
    ' ',
  );

/** The longest that a card of somebody who comes back carries: neither what was typed nor a message is in it. */
export const longestComeBackToken = longestToken.slice(0, 1_200);

/** Made-up prose of a length, with the quotes, commas and line ends that prose has. */
export function prose(length: number): string {
  let text = '';
  for (let place = 0; text.length < length; place += 1) {
    text += `${words[(place * 7 + Math.floor(place / 11)) % words.length] ?? ''}${place % 60 === 59 ? '\n' : ' '}`;
  }
  return `${text.slice(0, length - 1)}.`;
}

export const typicalAnswers: Answers = {
  mode: 'confidential',
  what: 'A made-up example. A colleague has been messaging a witness from his own phone since her case was closed.',
  risk: 'no',
  conflict: 'no',
  kind: 'boundaries',
  who: 'A made-up constable of a made-up team',
  towards: 'public',
  where: 'In the town',
  when: 'Since about October',
  ongoing: 'yes',
  signs: 'messages,caseClosed',
  vulnerability: 'victim',
  known: 'told',
  theirWords: 'He said that he only wanted to see how I was.',
  observed: 'She put her phone away each time it rang.',
  theyAgree: 'agree',
  passedOn: 'no',
  evidence: 'Perhaps on the witness’s phone',
  subjectKnows: 'no',
  whoElse: '',
  affected: 'no',
};

export const longestAnswers: Answers = {
  ...typicalAnswers,
  mode: 'notKept',
  what: prose(8_000),
  risk: 'yes',
  conflict: 'chief',
  who: prose(400),
  towards: 'both',
  where: prose(400),
  when: prose(400),
  signs: 'contact,messages,flirting,gifts,touch,hero,asksFor,caseClosed,quickEnd,other',
  vulnerability: 'mentalHealth,learning,young,dependency,victim,trauma,other',
  theirWords: prose(2_000),
  observed: prose(400),
  evidence: prose(400),
  whoElse: prose(400),
  affected: 'yes',
};

export const exampleCodeWords = (language: Language): string =>
  encodeReturnCodeWords(exampleCode, returnCodeWords[language]);

export const reportState = (language: Language, at: ReportState['at'], answers: Answers = {}): ReportState => ({
  ...initialReportState(exampleCode, language),
  at,
  answers,
});

export const comeBackState = (language: Language, at: ComeBackState['at']): ComeBackState => ({
  language,
  at,
  code: '',
  addition: '',
  messageId: 'example',
  found: {
    status: 'acknowledged',
    receivedOn: '2026-11-25',
    additions: 2,
    until: '2026-12-02',
    next: { dueOn: '2026-12-04', isLate: false },
  },
});

/** A made-up thread of messages: a question, an answer, and a longer word at the end. */
export const exampleThread: ReporterThread = {
  entries: [
    {
      from: 'handlers',
      on: exampleDay,
      text: 'Thank you. Do you remember on which day you were told?\nYou do not have to answer.',
    },
    { from: 'reporter', on: addDays(exampleDay, 1) },
    { from: 'handlers', on: addDays(exampleDay, 2), text: 'Thank you. It is being looked into.' },
  ],
  unverifiedCount: 0,
};
/** The same, and its last word is a question that nobody has answered. */
export const questionThread: ReporterThread = {
  entries: [
    ...exampleThread.entries.slice(0, 2),
    {
      from: 'handlers',
      on: addDays(exampleDay, 2),
      text: 'Thank you. Had anybody else seen the messages?\nYou do not have to answer.',
    },
  ],
  unverifiedCount: 0,
};
/** A made-up thread that takes several pages, with something in it that could not be confirmed. */
export const longestThread: ReporterThread = {
  entries: [1, 2, 3, 4].flatMap((place) => [
    { from: 'handlers' as const, on: exampleDay, text: prose(7_000 * place) },
    { from: 'reporter' as const, on: exampleDay },
  ]),
  unverifiedCount: 2,
};

const actionSchema = z.looseObject({ type: z.string().startsWith('Action.') });

/** Every object of a card that a condition holds for, buttons and inputs among them. */
export function listElements(card: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (typeof card !== 'object' || card === null) return [];
  const inner = Object.entries(card).flatMap(([key, value]) => (key === 'data' ? [] : listElements(value)));
  return Array.isArray(card) ? inner : [{ ...card }, ...inner];
}

/** The buttons of a card, wherever they stand. */
export const listButtons = (card: unknown) =>
  listElements(card).flatMap((part) => actionSchema.safeParse(part).data ?? []);

/** The buttons of a card that send something back: neither links nor what the client does by itself. */
export const listSubmitButtons = (card: unknown) => listButtons(card).filter(({ data }) => data !== undefined);

/** The texts of a card that are drawn as one kind of element. */
export const listTexts = (card: unknown, type: 'TextBlock' | 'TextRun'): readonly string[] =>
  listElements(card).flatMap((part) =>
    part['type'] === type && typeof part['text'] === 'string' ? [part['text']] : [],
  );
