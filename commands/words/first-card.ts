import { z } from 'zod';
import { cardInChat, cardInDialog } from '../../bot/teams/card-actions.ts';
import { drawPage } from '../../cards/draw-page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { dayOf } from '../../concerns/terms/calendar.ts';
import { startReport } from '../../concerns/reporting/report-flow.ts';
import { parseStaffedHours } from '../../concerns/terms/staffed-hours.ts';
import { type Language, languages } from '../../concerns/terms/language.ts';
import { drawReturnCode } from '../../concerns/terms/return-code.ts';
import { type Contacts, contactsSchema } from '../../words/contacts.ts';
import { say } from '../../words/cards/say.ts';

/** The doors through which the first card is met. */
const doors = ['window', 'chat', 'page'] as const;
type Door = (typeof doors)[number];

export interface FirstCardCount {
  readonly door: Door;
  readonly words: Readonly<Record<Language, number>>;
}

/** The figure that the words before the first question stay under. Welsh needs a few more to say the same. */
export const firstCardGoal: Readonly<Record<Language, number>> = { en: 170, cy: 190 };

const elementSchema = z.looseObject({
  type: z.string().optional(),
  isVisible: z.boolean().optional(),
  text: z.string().optional(),
  title: z.string().optional(),
});
/** Where elements of a card hold others, in the order in which they are drawn. A card behind a button is not drawn. */
const holders = ['body', 'items', 'columns', 'rows', 'cells', 'facts', 'inlines', 'actions'] as const;

/** Puts down the texts of a card until its first input. Answers whether one was met. */
function collect(part: unknown, texts: string[]): boolean {
  if (Array.isArray(part)) return part.some((one) => collect(one, texts));
  const element = elementSchema.safeParse(part).data;
  if (element === undefined || element.isVisible === false) return false;
  if (element.type?.startsWith('Input.')) return true;
  texts.push(...[element.title, element.text].filter((text) => text !== undefined));
  return holders.some((name) => collect(element[name], texts));
}

/**
 * The texts of a drawn card that stand before its first input, from top to bottom, with headings and the titles of
 * buttons; all of them where it asks nothing. What shows only after a press is left out.
 */
export function textsBeforeFirstQuestion(card: unknown): readonly string[] {
  const texts: string[] = [];
  collect(card, texts);
  return texts;
}

/** How many words texts have: whatever stands between spaces and has a letter or a digit. */
export const countWords = (texts: readonly string[]): number =>
  texts.flatMap((text) => text.split(/\s+/u)).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Contacts with every way out set: those that a force has not set get a made-up number. */
export const withEveryWay = (contacts: Contacts): Contacts =>
  contactsSchema.parse({
    iopc: '03069 990001',
    victimsPhone: '03069 990002',
    federation: { en: 'Example Federation, 01632 960001', cy: 'Ffederasiwn Enghreifftiol, 01632 960001' },
    ...contacts,
  });

/** Everything that somebody reads at a door before the first question of a report. */
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
    // The longest that may be said.
    mayBeAsked: true,
    staffing: { rows: parseStaffedHours('mon-fri 08:00-18:00'), onCall: { acu: true, reserve: true } },
  });
  switch (door) {
    case 'window':
      return [say(language, 'common.dialogTitle'), ...textsBeforeFirstQuestion(cardInDialog(page))];
    case 'chat':
      return textsBeforeFirstQuestion(cardInChat(true)(page));
    case 'page':
      // The page's own heading stands above the card, in the same words.
      return [say(language, 'common.report'), ...textsBeforeFirstQuestion(drawPage(page))];
  }
}

/** How many words somebody reads at each door before the first question, in each language. */
export const countFirstCard = (contacts: Contacts): readonly FirstCardCount[] =>
  doors.map((door) => {
    const count = (language: Language): number => countWords(firstCardTexts(door, language, contacts));
    return { door, words: { en: count('en'), cy: count('cy') } };
  });

/** Whether every door stays under the goal in both languages. */
export const isUnderGoal = (counts: readonly FirstCardCount[]): boolean =>
  counts.every(({ words }) => languages.every((language) => words[language] < firstCardGoal[language]));
