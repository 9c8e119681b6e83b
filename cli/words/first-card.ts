import { z } from 'zod';
import { cardInChat, cardInDialog } from '../../bot/teams/card-actions.ts';
import { drawPage } from '../../cards/render-page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { startReport } from '../../core/reporting/report-flow.ts';
import { dayOf } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { drawReturnCode } from '../../core/model/codes.ts';
import { parseStaffedHours } from '../../core/model/staffed-hours.ts';
import { say } from '../../words/cards/translate.ts';
import { type Contacts, contactsSchema } from '../../words/contacts.ts';

const doors = ['window', 'chat', 'page'] as const;
type Door = (typeof doors)[number];

interface FirstCardCount {
  readonly door: Door;
  readonly words: Readonly<Record<Language, number>>;
}

const firstCardGoal: Readonly<Record<Language, number>> = { en: 170, cy: 190 };

const elementSchema = z.looseObject({
  type: z.string().optional(),
  isVisible: z.boolean().optional(),
  text: z.string().optional(),
  title: z.string().optional(),
});
const holders = ['body', 'items', 'columns', 'rows', 'cells', 'facts', 'inlines', 'actions'] as const;

function collect(part: unknown, texts: string[]): boolean {
  if (Array.isArray(part)) return part.some((one) => collect(one, texts));
  const element = elementSchema.safeParse(part).data;
  if (element === undefined || element.isVisible === false) return false;
  if (element.type?.startsWith('Input.')) return true;
  texts.push(...[element.title, element.text].filter((text) => text !== undefined));
  return holders.some((name) => collect(element[name], texts));
}

/**
 * From top to bottom, with headings and the titles of buttons; all of them if it asks nothing. Without texts that show
 * only after a press.
 */
export function textsBeforeFirstQuestion(card: unknown): readonly string[] {
  const texts: string[] = [];
  collect(card, texts);
  return texts;
}

export const countWords = (texts: readonly string[]): number =>
  texts.flatMap((text) => text.split(/\s+/u)).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const withEveryWay = (contacts: Contacts): Contacts =>
  contactsSchema.parse({
    iopc: '03069 990001',
    victimsPhone: '03069 990002',
    federation: { en: 'Example Federation, 01632 960001', cy: 'Ffederasiwn Enghreifftiol, 01632 960001' },
    ...contacts,
  });

export function firstCardTexts(door: Door, language: Language, contacts: Contacts): readonly string[] {
  const page = reportPage({
    state: startReport(
      drawReturnCode((bytes) => new Uint8Array(bytes)),
      language,
    ),
    problems: [],
    token: '',
    contacts,
    draftDays: 7,
    isSealedInPage: door === 'page',
    lookAgainOn: dayOf(new Date(0), 'Europe/London'),
    mayBeAsked: true,
    staffing: { rows: parseStaffedHours('mon-fri 08:00-18:00'), onCall: { acu: true, reserve: true } },
  });
  switch (door) {
    case 'window':
      return [say(language, 'common.dialogTitle'), ...textsBeforeFirstQuestion(cardInDialog(page))];
    case 'chat':
      return textsBeforeFirstQuestion(cardInChat(true)(page));
    case 'page':
      return [say(language, 'common.report'), ...textsBeforeFirstQuestion(drawPage(page))];
  }
}

export const countFirstCard = (contacts: Contacts): readonly FirstCardCount[] =>
  doors.map((door) => {
    const count = (language: Language): number => countWords(firstCardTexts(door, language, contacts));
    return { door, words: { en: count('en'), cy: count('cy') } };
  });

export const isUnderGoal = (counts: readonly FirstCardCount[]): boolean =>
  counts.every(({ words }) => languages.every((language) => words[language] < firstCardGoal[language]));

const lineOf = (cells: readonly [string, string, string]): string =>
  `  ${cells[0].padEnd(10)}${cells[1].padStart(7)}${cells[2].padStart(7)}`;
const table = (heading: string, counts: readonly FirstCardCount[]): readonly string[] => [
  heading,
  lineOf(['', 'English', 'Welsh']),
  ...counts.map(({ door, words }) => lineOf([door, String(words.en), String(words.cy)])),
  '',
];

export const firstCardLines = (contacts: Contacts): readonly string[] => [
  'Words before the first question of a report, at each door',
  '',
  ...table('With the contacts that are set here:', countFirstCard(contacts)),
  ...table('With every way out set:', countFirstCard(withEveryWay(contacts))),
  `Each is to stay under ${firstCardGoal.en} in English and under ${firstCardGoal.cy} in Welsh.`,
];
