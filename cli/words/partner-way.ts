import { z } from 'zod';
import type { Page } from '../../cards/page.ts';
import { recipientsText } from '../../cards/recipients-text.ts';
import { renderPage } from '../../cards/render-page.ts';
import { reportPage } from '../../cards/report/report-page.ts';
import { formatCaseId } from '../../core/model/case-id.ts';
import { toDay } from '../../core/model/calendar.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { isQuestionId, questionForRoute } from '../../core/model/questions.ts';
import { partnerSteps } from '../../core/model/report-steps.ts';
import { generateReturnCode } from '../../core/model/return-code.ts';
import { deriveCaseId } from '../../core/model/return-code-keys.ts';
import { parseStaffedHours } from '../../core/model/staffed-hours.ts';
import { initialReportState } from '../../core/reporting/report-flow.ts';
import type { Contacts } from '../../words/contacts.ts';
import { translate } from '../../words/partners/translate.ts';
import { countWords, introTexts } from './first-card.ts';

/** Above a partner's first question, and from the first card to the receipt. Welsh takes some more. */
export const partnerLimits = { first: { en: 80, cy: 95 }, whole: { en: 700, cy: 765 }, presses: 5 } as const;

const cards = [...partnerSteps.filter(({ part }) => part === 'short').map(({ id }) => id), 'receipt'] as const;
type PartnerCard = (typeof cards)[number];

function partnerPage(at: PartnerCard, language: Language, contacts: Contacts): Page {
  const code = generateReturnCode((bytes) => new Uint8Array(bytes));
  const today = toDay(new Date(0), 'Europe/London');
  const result = {
    urgency: 'standard',
    handledBy: 'acu',
    chief: false,
    affected: false,
    passOn: true,
    added: false,
  } as const;
  return reportPage({
    state: {
      ...initialReportState(code, language, 'hub'),
      at,
      ...(at === 'receipt' && { result, saved: { receivedOn: today, mode: 'notKept' } }),
    },
    problems: [],
    token: '',
    contacts,
    draftDays: 7,
    isSealedInPage: true,
    takesFiles: true,
    caseId: formatCaseId(deriveCaseId(code)),
    nextVisitDay: today,
    mayReceiveMessages: true,
    staffing: { rows: parseStaffedHours('mon-fri 08:00-18:00'), onCall: { acu: true, reserve: true } },
  });
}

const textSchema = z.looseObject({
  label: z.string().optional(),
  title: z.string().optional(),
  text: z.string().optional(),
});

function allTexts(part: unknown): readonly string[] {
  if (typeof part !== 'object' || part === null) return [];
  const { label, title, text } = textSchema.safeParse(part).data ?? {};
  return [label, title, text].filter((one) => one !== undefined).concat(Object.values(part).flatMap(allTexts));
}

/** The same above every card. */
const textsAbove = (language: Language, { emergency }: Contacts): readonly string[] => [
  ...(['frame.leave', 'frame.leaveKeys', 'frame.signOut', 'frame.otherLanguage'] as const).map((key) =>
    translate(language, key),
  ),
  translate(language, 'frame.call', { number: emergency }),
];

function textsAround(at: PartnerCard, language: Language): readonly string[] {
  const hasCode = at === 'code' || at === 'receipt';
  const tools = hasCode ? (['inside.codeCopy', 'inside.codePrint', 'inside.codeHint'] as const) : [];
  const open = at === 'receipt' ? [] : [translate(language, 'inside.stop'), recipientsText(language).heading];
  return [...tools.map((key) => translate(language, key)), ...open];
}

/** Headings, labels, hints, choices, buttons and what is around a card, without code, reference and panel for files. */
export const partnerTexts = (language: Language, contacts: Contacts): readonly string[] => [
  ...textsAbove(language, contacts),
  ...cards.flatMap((at) => {
    const page = partnerPage(at, language, contacts);
    const values = new Set((page.references ?? []).map(({ value }) => value));
    return [...allTexts(renderPage(page)).filter((text) => !values.has(text)), ...textsAround(at, language)];
  }),
];

const partnerIntroTexts = (language: Language, contacts: Contacts): readonly string[] =>
  introTexts(renderPage(partnerPage('hubFirst', language, contacts)));

/** On the card of the code too, while it asks what is next by a choice. */
const requiredChoices = (at: PartnerCard, contacts: Contacts): number =>
  (partnerPage(at, 'en', contacts).fields ?? []).filter(
    ({ id, input }) => input.kind === 'choice' && (!isQuestionId(id) || questionForRoute('hub', id).required),
  ).length;

/** Choices that must be made, and a button on each card. */
const countPresses = (contacts: Contacts): number =>
  cards.filter((at) => at !== 'receipt').reduce((sum, at) => sum + requiredChoices(at, contacts) + 1, 0);

export function countPartnerWords(contacts: Contacts) {
  const count = (texts: (language: Language, contacts: Contacts) => readonly string[]) => ({
    en: countWords(texts('en', contacts)),
    cy: countWords(texts('cy', contacts)),
  });
  return { first: count(partnerIntroTexts), whole: count(partnerTexts), presses: countPresses(contacts) };
}

export function isPartnerWayShort(contacts: Contacts): boolean {
  const { first, whole, presses } = countPartnerWords(contacts);
  return (
    presses <= partnerLimits.presses &&
    languages.every(
      (language) =>
        first[language] <= partnerLimits.first[language] && whole[language] <= partnerLimits.whole[language],
    )
  );
}

export function partnerWayLines(contacts: Contacts): readonly string[] {
  const { first, whole, presses } = countPartnerWords(contacts);
  const of = (name: 'first' | 'whole', count: Readonly<Record<Language, number>>): string =>
    languages.map((language) => `${count[language]} of ${partnerLimits[name][language]}`).join(', ');
  return [
    '',
    'A partner, in English and in Welsh:',
    `  words before the first question: ${of('first', first)}`,
    `  words from the first card to the receipt: ${of('whole', whole)}`,
    `  presses: ${presses} of ${partnerLimits.presses}`,
  ];
}
