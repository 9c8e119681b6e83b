import { say } from '../../words/cards/say.ts';
import { showDay } from '../../words/days.ts';
import { workbook } from '../files/workbook.ts';
import type { PlainTable } from '../returns/return-tables.ts';
import type { AnsweredQuestion, InspectorSheet } from './make-sheet.ts';

type Row = readonly (string | number | undefined)[];

function proseRows(
  { number, question, prose }: AnsweredQuestion,
  language: InspectorSheet['language'],
): readonly Row[] {
  const inWords = say(language, 'inspection.inWords');
  if (prose === undefined) return [[number, question, inWords, say(language, 'inspection.notAnswered')]];
  const review = [prose.reviewBy, ...(prose.isOverdue ? [say(language, 'inspection.overdue')] : [])].join('. ');
  return [[number, question, inWords, prose.paragraphs.join(' '), prose.owner, prose.answeredOn, review]];
}

function answersTable({ language, period, asAt, about, questions }: InspectorSheet): PlainTable {
  return {
    title: say(language, 'inspection.answer'),
    columns: [
      { title: '', width: 5 },
      { title: say(language, 'inspection.question'), width: 40 },
      { title: say(language, 'return.told'), width: 40 },
      { title: say(language, 'inspection.answer'), width: 60 },
      { title: say(language, 'inspection.owner'), width: 30 },
      { title: say(language, 'inspection.answeredOn'), width: 20 },
      { title: say(language, 'inspection.reviewBy'), width: 24 },
    ],
    rows: questions.flatMap((asked): readonly Row[] => [
      ...proseRows(asked, language),
      ...asked.figures.map(({ label, value, notes }) => [
        asked.number,
        asked.question,
        label,
        value ?? notes.join(' '),
      ]),
      ...asked.settings.map(({ label, value }) => [asked.number, asked.question, label, value]),
      ...(asked.command === undefined
        ? []
        : [[asked.number, asked.question, say(language, 'inspection.seen'), asked.command]]),
    ]),
    notes: [
      `${say(language, 'return.period')}: ${period}`,
      `${say(language, 'return.asAt')}: ${showDay(language, asAt)}`,
      ...about,
    ],
  };
}

function queriesTable({ language, questions }: InspectorSheet): PlainTable {
  const figures = questions.flatMap((asked) => asked.figures);
  const once = figures.filter(({ id }, place) => figures.findIndex((each) => each.id === id) === place);
  return {
    title: say(language, 'return.definitions'),
    columns: [
      { title: say(language, 'return.told'), width: 40 },
      { title: say(language, 'return.value'), width: 12 },
      { title: say(language, 'return.notes'), width: 40 },
      { title: say(language, 'return.means'), width: 60 },
      { title: say(language, 'inspection.query'), width: 70 },
    ],
    rows: once.map(({ label, value, notes, means, query }) => [label, value, notes.join(' '), means, query]),
    notes: [],
  };
}

/** The inspector's sheet as an Excel workbook: the answers, and each figure with its definition and query. */
export const sheetWorkbook = async (sheet: InspectorSheet, madeOn: Date): Promise<Uint8Array> =>
  await workbook({
    title: sheet.title,
    language: sheet.language,
    madeOn,
    sheets: [answersTable(sheet), queriesTable(sheet)],
  });
