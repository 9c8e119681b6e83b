import { z } from 'zod';
import { createChatRenderer, renderDialogCard } from '../../bot/teams/card-responses.ts';
import { renderPage } from '../../cards/render-page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { initialReportState } from '../../core/reporting/report-flow.ts';
import type { Page } from '../../cards/page.ts';
import { recipientsText } from '../../cards/recipients-text.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { toDay } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { generateReturnCode } from '../../core/model/return-code.ts';
import { parseStaffedHours } from '../../core/model/staffed-hours.ts';
import { translate } from '../../words/cards/translate.ts';
import { reportPageWords } from '../../words/tab/report-page.ts';
import { type Contacts, contactsSchema } from '../../words/contacts.ts';

const entryPoints = ['window', 'chat', 'page'] as const;
type EntryPoint = (typeof entryPoints)[number];

interface WordCount {
  readonly entryPoint: EntryPoint;
  readonly words: Readonly<Record<Language, number>>;
}
type WordLimits = Readonly<Record<EntryPoint, Readonly<Record<Language, number>>>>;

const limitsFor = (bot: WordLimits['chat'], page: WordLimits['page']): WordLimits => ({ window: bot, chat: bot, page });

/** Above the first field. */
const firstCardLimits = limitsFor({ en: 80, cy: 95 }, { en: 80, cy: 95 });
/** From the first card to the receipt. Welsh takes some more. */
const shortestWayLimits = limitsFor({ en: 350, cy: 390 }, { en: 450, cy: 520 });

const elementSchema = z.looseObject({
  type: z.string().optional(),
  isVisible: z.boolean().optional(),
  label: z.string().optional(),
  text: z.string().optional(),
  title: z.string().optional(),
});
const containerKeys = ['body', 'items', 'columns', 'rows', 'cells', 'facts', 'inlines', 'choices', 'actions'] as const;

/** Whether an input was met, at which `'toInput'` stops. */
function collectTexts(part: unknown, texts: string[], until: 'toInput' | 'toEnd'): boolean {
  if (Array.isArray(part)) return part.some((one) => collectTexts(one, texts, until));
  const element = elementSchema.safeParse(part).data;
  if (element === undefined || element.isVisible === false) return false;
  if (until === 'toInput' && element.type?.startsWith('Input.')) return true;
  texts.push(...[element.label, element.title, element.text].filter((text) => text !== undefined));
  return containerKeys.some((name) => collectTexts(element[name], texts, until));
}

/**
 * From top to bottom, with headings and buttons' titles, without texts that show only after a press; all if it asks
 * nothing.
 */
export function introTexts(card: unknown): readonly string[] {
  const texts: string[] = [];
  collectTexts(card, texts, 'toInput');
  return texts;
}

function allTexts(card: unknown): readonly string[] {
  const texts: string[] = [];
  collectTexts(card, texts, 'toEnd');
  return texts;
}

export const countWords = (texts: readonly string[]): number =>
  texts.flatMap((text) => text.split(/\s+/u)).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const withAllContacts = (contacts: Contacts): Contacts =>
  contactsSchema.parse({
    iopc: '03069 990001',
    victimsPhone: '03069 990002',
    federation: { en: 'Example Federation, 01632 960001', cy: 'Ffederasiwn Enghreifftiol, 01632 960001' },
    ...contacts,
  });

/** In the place of the code's words, which nobody reads as text. */
const codeInWords = 'the code in words';

type ShortestStep = 'account' | 'limits' | 'code' | 'receipt';
/** The cards of a report that is sent from the card of its code, for a unit that may write to reporters. */
const shortestWay: readonly ShortestStep[] = ['account', 'limits', 'code', 'receipt'];

function shortestWayPage(at: ShortestStep, entryPoint: EntryPoint, language: Language, contacts: Contacts): Page {
  const code = generateReturnCode((bytes) => new Uint8Array(bytes));
  const result = { urgency: 'standard', handledBy: 'acu', chief: false, affected: false, added: false } as const;
  const today = toDay(new Date(0), 'Europe/London');
  return reportPage({
    state: {
      ...initialReportState(code, language),
      at,
      ...(at === 'receipt' && { result, saved: { receivedOn: today, mode: 'confidential' } }),
    },
    problems: [],
    token: '',
    contacts,
    draftDays: 7,
    isSealedInPage: entryPoint === 'page',
    ...(entryPoint === 'page' ? { takesFiles: true } : { filesPage: 'https://teams.example/report' }),
    codeWords: codeInWords,
    caseId: formatCaseId(deriveCaseId(code)),
    nextVisitDay: today,
    mayReceiveMessages: true,
    staffing: { rows: parseStaffedHours('mon-fri 08:00-18:00'), onCall: { acu: true, reserve: true } },
  });
}

function renderAt(entryPoint: EntryPoint, page: Page): unknown {
  if (entryPoint === 'window') return renderDialogCard(page);
  return entryPoint === 'chat' ? createChatRenderer(true)(page) : renderPage(page);
}

/** The texts that a dialog and the page have above a card. */
const titleAbove = (entryPoint: EntryPoint, language: Language): readonly string[] => {
  if (entryPoint === 'chat') return [];
  return [translate(language, entryPoint === 'window' ? 'common.dialogTitle' : 'common.report')];
};

export const firstCardTexts = (entryPoint: EntryPoint, language: Language, contacts: Contacts): readonly string[] => [
  ...titleAbove(entryPoint, language),
  ...introTexts(renderAt(entryPoint, shortestWayPage('account', entryPoint, language, contacts))),
];

const ofCode = /^report\.code(?:Copy|Print|Hint)$/u;
const ofOpenCard = /^report\.stop$/u;
const pageTexts = (keys: RegExp, language: Language): readonly string[] =>
  Object.entries(reportPageWords).flatMap(([key, word]) => (keys.test(key) ? [word[language]] : []));

/** The texts that the page has around a card: tools for the code, the way to stop, and the keys that are sealed to. */
const textsAround = (at: ShortestStep, language: Language): readonly string[] => [
  ...(at === 'code' || at === 'receipt' ? pageTexts(ofCode, language) : []),
  ...(at === 'receipt' ? [] : [...pageTexts(ofOpenCard, language), recipientsText(language).heading]),
];

/**
 * Everything that a person is shown from the first card to the receipt: headings, labels, hints, choices and buttons,
 * and what stands around each card, with neither the code nor the reference, nor the page's panel for files.
 */
export const shortestWayTexts = (entryPoint: EntryPoint, language: Language, contacts: Contacts): readonly string[] =>
  shortestWay.flatMap((at) => {
    const page = shortestWayPage(at, entryPoint, language, contacts);
    const values = new Set([codeInWords, ...(page.references ?? []).map(({ value }) => value)]);
    return [
      ...titleAbove(entryPoint, language),
      ...allTexts(renderAt(entryPoint, page)).filter((text) => !values.has(text)),
      ...(entryPoint === 'page' ? textsAround(at, language) : []),
    ];
  });

const countAll = (
  contacts: Contacts,
  texts: (entryPoint: EntryPoint, language: Language, contacts: Contacts) => readonly string[],
): readonly WordCount[] =>
  entryPoints.map((entryPoint) => {
    const count = (language: Language): number => countWords(texts(entryPoint, language, contacts));
    return { entryPoint, words: { en: count('en'), cy: count('cy') } };
  });

export const countFirstCardWords = (contacts: Contacts): readonly WordCount[] => countAll(contacts, firstCardTexts);
export const countShortestWayWords = (contacts: Contacts): readonly WordCount[] => countAll(contacts, shortestWayTexts);

const isWithin = (counts: readonly WordCount[], limits: WordLimits): boolean =>
  counts.every(({ entryPoint, words }) =>
    languages.every((language) => words[language] <= limits[entryPoint][language]),
  );

export const isFirstCardShort = (counts: readonly WordCount[]): boolean => isWithin(counts, firstCardLimits);
export const isShortestWayShort = (counts: readonly WordCount[]): boolean => isWithin(counts, shortestWayLimits);

const tableRow = (cells: readonly [string, string, string]): string =>
  `  ${cells[0].padEnd(10)}${cells[1].padStart(12)}${cells[2].padStart(12)}`;
const countTable = (heading: string, counts: readonly WordCount[], limits: WordLimits): readonly string[] => [
  heading,
  tableRow(['', 'English', 'Welsh']),
  ...counts.map(({ entryPoint, words: { en, cy } }) =>
    tableRow([entryPoint, `${en} of ${limits[entryPoint].en}`, `${cy} of ${limits[entryPoint].cy}`]),
  ),
  '',
];

export const firstCardLines = (contacts: Contacts): readonly string[] =>
  [
    { contacts, heading: 'with the contacts that are set here' },
    { contacts: withAllContacts(contacts), heading: 'with every way out set' },
  ]
    .flatMap(({ contacts: set, heading }) => [
      ...countTable(`Words before the first field of a report, ${heading}:`, countFirstCardWords(set), firstCardLimits),
      ...countTable(
        `Words from the first card to the receipt, ${heading}:`,
        countShortestWayWords(set),
        shortestWayLimits,
      ),
    ])
    .concat('Neither the code, nor the reference, nor the panel for files on the page is counted.');
