import { z } from 'zod';
import { createChatRenderer, renderDialogCard } from '../../bot/teams/card-responses.ts';
import { renderPage } from '../../cards/render-page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { initialReportState } from '../../core/reporting/report-flow.ts';
import { toDay } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { generateReturnCode } from '../../core/model/return-code.ts';
import { parseStaffedHours } from '../../core/model/staffed-hours.ts';
import { translate } from '../../words/cards/translate.ts';
import { type Contacts, contactsSchema } from '../../words/contacts.ts';

const entryPoints = ['window', 'chat', 'page'] as const;
type EntryPoint = (typeof entryPoints)[number];

interface FirstCardCount {
  readonly entryPoint: EntryPoint;
  readonly words: Readonly<Record<Language, number>>;
}

const firstCardGoal: Readonly<Record<Language, number>> = { en: 170, cy: 190 };

const elementSchema = z.looseObject({
  type: z.string().optional(),
  isVisible: z.boolean().optional(),
  text: z.string().optional(),
  title: z.string().optional(),
});
const containerKeys = ['body', 'items', 'columns', 'rows', 'cells', 'facts', 'inlines', 'actions'] as const;

function collectTexts(part: unknown, texts: string[]): boolean {
  if (Array.isArray(part)) return part.some((one) => collectTexts(one, texts));
  const element = elementSchema.safeParse(part).data;
  if (element === undefined || element.isVisible === false) return false;
  if (element.type?.startsWith('Input.')) return true;
  texts.push(...[element.title, element.text].filter((text) => text !== undefined));
  return containerKeys.some((name) => collectTexts(element[name], texts));
}

/**
 * From top to bottom, with headings and buttons' titles, without texts that show only after a press; all if it asks
 * nothing.
 */
export function introTexts(card: unknown): readonly string[] {
  const texts: string[] = [];
  collectTexts(card, texts);
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

export function firstCardTexts(entryPoint: EntryPoint, language: Language, contacts: Contacts): readonly string[] {
  const page = reportPage({
    state: initialReportState(
      generateReturnCode((bytes) => new Uint8Array(bytes)),
      language,
    ),
    problems: [],
    token: '',
    contacts,
    draftDays: 7,
    isSealedInPage: entryPoint === 'page',
    nextVisitDay: toDay(new Date(0), 'Europe/London'),
    mayReceiveMessages: true,
    staffing: { rows: parseStaffedHours('mon-fri 08:00-18:00'), onCall: { acu: true, reserve: true } },
  });
  switch (entryPoint) {
    case 'window':
      return [translate(language, 'common.dialogTitle'), ...introTexts(renderDialogCard(page))];
    case 'chat':
      return introTexts(createChatRenderer(true)(page));
    case 'page':
      return [translate(language, 'common.report'), ...introTexts(renderPage(page))];
  }
}

export const countFirstCardWords = (contacts: Contacts): readonly FirstCardCount[] =>
  entryPoints.map((entryPoint) => {
    const count = (language: Language): number => countWords(firstCardTexts(entryPoint, language, contacts));
    return { entryPoint, words: { en: count('en'), cy: count('cy') } };
  });

export const isFirstCardUnderGoal = (counts: readonly FirstCardCount[]): boolean =>
  counts.every(({ words }) => languages.every((language) => words[language] < firstCardGoal[language]));

const tableRow = (cells: readonly [string, string, string]): string =>
  `  ${cells[0].padEnd(10)}${cells[1].padStart(7)}${cells[2].padStart(7)}`;
const countTable = (heading: string, counts: readonly FirstCardCount[]): readonly string[] => [
  heading,
  tableRow(['', 'English', 'Welsh']),
  ...counts.map(({ entryPoint, words }) => tableRow([entryPoint, String(words.en), String(words.cy)])),
  '',
];

export const firstCardLines = (contacts: Contacts): readonly string[] => [
  'Words before the first question of a report, at each door',
  '',
  ...countTable('With the contacts that are set here:', countFirstCardWords(contacts)),
  ...countTable('With every way out set:', countFirstCardWords(withAllContacts(contacts))),
  `Each is to stay under ${firstCardGoal.en} in English and under ${firstCardGoal.cy} in Welsh.`,
];
