import { say, type WordKey } from '../../words/cards/translate.ts';
import { showDay } from '../../words/days.ts';
import type { AnsweredQuestion, FigureAnswer, InspectorSheet, ProseAnswer } from './inspection-sheet.ts';
import { drawBlock } from '../../documents/pdf/draw-block.ts';
import { drawTable } from '../../documents/pdf/draw-table.ts';
import { openPdf, type OpenPdf, type PdfFonts } from '../../documents/pdf/pdf-document.ts';
import { workbook } from '../files/workbook.ts';
import type { PlainTable } from '../returns/return-files.ts';

type Language = InspectorSheet['language'];

/** Someone's text as Markdown shows it literally: nothing in it makes a heading, a list, a link, a table or a tag. */
export const plainMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>#|~&]/gu, String.raw`\$&`)
    .replace(/^[-+=]/u, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`);

const label = (language: Language, key: WordKey, value: string): string => `- ${say(language, key)}: ${value}`;

function proseLines(prose: ProseAnswer | undefined, language: Language): readonly string[] {
  if (prose === undefined) return [`**${say(language, 'inspection.notAnswered')}**`, ''];
  const late = prose.isOverdue ? `. **${say(language, 'inspection.overdue')}**` : '';
  return [
    ...prose.paragraphs.flatMap((paragraph) => [plainMarkdown(paragraph), '']),
    label(language, 'inspection.owner', plainMarkdown(prose.owner)),
    label(language, 'inspection.answeredOn', prose.answeredOn),
    label(language, 'inspection.reviewBy', `${prose.reviewBy}${late}`),
    '',
  ];
}

function figureLines(figures: readonly FigureAnswer[], language: Language): readonly string[] {
  if (figures.length === 0) return [];
  const columns = (['return.told', 'return.value', 'inspection.id'] as const).map((key) => say(language, key));
  const rows = figures.map(({ label: name, value, id }) => [
    plainMarkdown(name),
    value === undefined ? say(language, 'inspection.none') : String(value),
    `\`${id}\``,
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const notes = new Set(figures.flatMap((figure) => [figure.means, ...figure.notes]));
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
    ...[...notes].map((note) => `- ${note}`),
    '',
  ];
}

function questionLines(asked: AnsweredQuestion, language: Language): readonly string[] {
  const { number, question, prose, figures, settings, command } = asked;
  const others = [
    ...settings.map((setting) => `- ${setting.label} (\`${setting.name}\`): ${setting.value}`),
    ...(command === undefined ? [] : [label(language, 'inspection.seen', `\`${command}\``)]),
  ];
  return [
    `## ${number}. ${question}`,
    '',
    ...proseLines(prose, language),
    ...figureLines(figures, language),
    ...(others.length > 0 ? [...others, ''] : []),
  ];
}

/** The inspector's sheet as Markdown. Ends with a line break. */
export function sheetText({
  language,
  title,
  period,
  periodWord,
  query,
  asAt,
  about,
  questions,
}: InspectorSheet): string {
  return [
    `# ${title}`,
    '',
    label(language, 'return.period', `${period} (\`${periodWord}\`)`),
    label(language, 'return.asAt', showDay(language, asAt)),
    ...about.map((sentence) => `- ${sentence}`),
    `- ${say(language, 'inspection.again', { command: `\`${query}\`` })}`,
    '',
    ...questions.flatMap((question) => questionLines(question, language)),
  ].join('\n');
}

function drawProse(open: OpenPdf, { prose }: AnsweredQuestion, language: Language): void {
  const text = (said: string) => drawBlock(open, { kind: 'text', text: said });
  const fact = (key: WordKey, value: string) => text(`${say(language, key)}: ${value}`);
  if (prose === undefined) {
    text(say(language, 'inspection.notAnswered'));
    return;
  }
  for (const paragraph of prose.paragraphs) text(paragraph);
  fact('inspection.owner', prose.owner);
  fact('inspection.answeredOn', prose.answeredOn);
  fact('inspection.reviewBy', prose.reviewBy);
  if (prose.isOverdue) text(say(language, 'inspection.overdue'));
}

function drawQuestion(open: OpenPdf, asked: AnsweredQuestion, language: Language): void {
  const { number, question, figures, settings, command } = asked;
  drawBlock(open, { kind: 'heading', text: `${number}. ${question}` });
  drawProse(open, asked, language);
  if (figures.length > 0) {
    drawTable(open, {
      columns: [say(language, 'return.told'), say(language, 'return.value')],
      rows: figures.map(({ label, id, value }) => [
        `${label} (${id})`,
        value === undefined ? say(language, 'inspection.none') : String(value),
      ]),
    });
  }
  for (const note of new Set(figures.flatMap(({ notes }) => notes))) drawBlock(open, { kind: 'text', text: note });
  if (settings.length > 0) {
    drawTable(open, {
      columns: [say(language, 'inspection.setting'), say(language, 'return.value')],
      rows: settings.map(({ label, name, value }) => [`${label} (${name})`, value]),
    });
  }
  if (command !== undefined) drawBlock(open, { kind: 'text', text: `${say(language, 'inspection.seen')}: ${command}` });
}

function drawDefinitions(open: OpenPdf, { language, query, questions }: InspectorSheet): void {
  const text = (said: string) => drawBlock(open, { kind: 'text', text: said });
  drawBlock(open, { kind: 'heading', text: say(language, 'return.definitions') });
  text(say(language, 'inspection.again', { command: query }));
  for (const means of new Set(questions.flatMap(({ figures }) => figures.map((figure) => figure.means)))) text(means);
}

/** The inspector's sheet as a tagged PDF, equal for equal sheets. Throws on a damaged font. */
export async function sheetPdf(sheet: InspectorSheet, fonts: PdfFonts): Promise<Uint8Array> {
  const { language, title, period, periodWord, asAt, about, questions } = sheet;
  const open = openPdf({ language, title, madeOn: new Date(`${asAt}T12:00:00Z`) }, fonts);
  const fact = (key: WordKey, value: string) =>
    drawBlock(open, { kind: 'text', text: `${say(language, key)}: ${value}` });
  drawBlock(open, { kind: 'title', text: title });
  fact('return.period', `${period} (${periodWord})`);
  fact('return.asAt', showDay(language, asAt));
  for (const sentence of about) drawBlock(open, { kind: 'text', text: sentence });
  for (const asked of questions) drawQuestion(open, asked, language);
  drawDefinitions(open, sheet);
  return await open.close({
    header: say(language, 'inspection.notPublished'),
    footer: (page, pages) => say(language, 'file.page', { title, page, pages }),
  });
}

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
