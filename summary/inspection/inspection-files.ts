import { translate, type WordKey } from '../../words/cards/translate.ts';
import { formatDay } from '../../words/date-format.ts';
import type { AnsweredQuestion, FigureAnswer, InspectionSheet, ProseAnswer } from './inspection-sheet.ts';
import { drawBlock } from '../../documents/pdf/draw-block.ts';
import { drawTable } from '../../documents/pdf/draw-table.ts';
import { createPdfBuilder, type PdfBuilder, type PdfFonts } from '../../documents/pdf/pdf-builder.ts';
import { createWorkbook } from '../files/workbook.ts';
import type { PlainTable } from '../returns/return-files.ts';

type Language = InspectionSheet['language'];

/** Shows a text literally: nothing in it makes a heading, a list, a link, a table or a tag. */
export const escapeMarkdown = (text: string): string =>
  text
    .replaceAll(/[\\`*_[\]<>#|~&]/gu, String.raw`\$&`)
    .replace(/^[-+=]/u, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])/u, String.raw`$1\$2`);

const renderListItem = (language: Language, key: WordKey, value: string): string =>
  `- ${translate(language, key)}: ${value}`;

function proseLines(prose: ProseAnswer | undefined, language: Language): readonly string[] {
  if (prose === undefined) return [`**${translate(language, 'inspection.notAnswered')}**`, ''];
  const late = prose.isOverdue ? `. **${translate(language, 'inspection.overdue')}**` : '';
  return [
    ...prose.paragraphs.flatMap((paragraph) => [escapeMarkdown(paragraph), '']),
    renderListItem(language, 'inspection.owner', escapeMarkdown(prose.owner)),
    renderListItem(language, 'inspection.answeredOn', prose.answeredOn),
    renderListItem(language, 'inspection.reviewBy', `${prose.reviewBy}${late}`),
    '',
  ];
}

function figureLines(figures: readonly FigureAnswer[], language: Language): readonly string[] {
  if (figures.length === 0) return [];
  const columns = (['return.told', 'return.value', 'inspection.id'] as const).map((key) => translate(language, key));
  const rows = figures.map(({ label: name, value, id }) => [
    escapeMarkdown(name),
    value === undefined ? translate(language, 'inspection.none') : String(value),
    `\`${id}\``,
  ]);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const notes = new Set(figures.flatMap((figure) => [figure.definition, ...figure.notes]));
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
    ...[...notes].map((note) => `- ${note}`),
    '',
  ];
}

function questionLines(answer: AnsweredQuestion, language: Language): readonly string[] {
  const { number, question, prose, figures, settings, command } = answer;
  const others = [
    ...settings.map((setting) => `- ${setting.label} (\`${setting.name}\`): ${setting.value}`),
    ...(command === undefined ? [] : [renderListItem(language, 'inspection.seen', `\`${command}\``)]),
  ];
  return [
    `## ${number}. ${question}`,
    '',
    ...proseLines(prose, language),
    ...figureLines(figures, language),
    ...(others.length > 0 ? [...others, ''] : []),
  ];
}

/** Markdown. Ends with a line break. */
export function renderInspectionMarkdown({
  language,
  title,
  period,
  periodWord,
  query,
  asAt,
  about,
  questions,
}: InspectionSheet): string {
  return [
    `# ${title}`,
    '',
    renderListItem(language, 'return.period', `${period} (\`${periodWord}\`)`),
    renderListItem(language, 'return.asAt', formatDay(language, asAt)),
    ...about.map((sentence) => `- ${sentence}`),
    `- ${translate(language, 'inspection.again', { command: `\`${query}\`` })}`,
    '',
    ...questions.flatMap((question) => questionLines(question, language)),
  ].join('\n');
}

function drawProse(open: PdfBuilder, { prose }: AnsweredQuestion, language: Language): void {
  const text = (words: string) => drawBlock(open, { kind: 'text', text: words });
  const fact = (key: WordKey, value: string) => text(`${translate(language, key)}: ${value}`);
  if (prose === undefined) {
    text(translate(language, 'inspection.notAnswered'));
    return;
  }
  for (const paragraph of prose.paragraphs) text(paragraph);
  fact('inspection.owner', prose.owner);
  fact('inspection.answeredOn', prose.answeredOn);
  fact('inspection.reviewBy', prose.reviewBy);
  if (prose.isOverdue) text(translate(language, 'inspection.overdue'));
}

function drawQuestion(open: PdfBuilder, answer: AnsweredQuestion, language: Language): void {
  const { number, question, figures, settings, command } = answer;
  drawBlock(open, { kind: 'heading', text: `${number}. ${question}` });
  drawProse(open, answer, language);
  if (figures.length > 0) {
    drawTable(open, {
      columns: [translate(language, 'return.told'), translate(language, 'return.value')],
      rows: figures.map(({ label, id, value }) => [
        `${label} (${id})`,
        value === undefined ? translate(language, 'inspection.none') : String(value),
      ]),
    });
  }
  for (const note of new Set(figures.flatMap(({ notes }) => notes))) drawBlock(open, { kind: 'text', text: note });
  if (settings.length > 0) {
    drawTable(open, {
      columns: [translate(language, 'inspection.setting'), translate(language, 'return.value')],
      rows: settings.map(({ label, name, value }) => [`${label} (${name})`, value]),
    });
  }
  if (command !== undefined)
    drawBlock(open, { kind: 'text', text: `${translate(language, 'inspection.seen')}: ${command}` });
}

function drawDefinitions(open: PdfBuilder, { language, query, questions }: InspectionSheet): void {
  const text = (words: string) => drawBlock(open, { kind: 'text', text: words });
  drawBlock(open, { kind: 'heading', text: translate(language, 'return.definitions') });
  text(translate(language, 'inspection.again', { command: query }));
  for (const means of new Set(questions.flatMap(({ figures }) => figures.map((figure) => figure.definition))))
    text(means);
}

/** A tagged PDF, equal for equal sheets. Throws on a damaged font. */
export async function renderInspectionPdf(sheet: InspectionSheet, fonts: PdfFonts): Promise<Uint8Array> {
  const { language, title, period, periodWord, asAt, about, questions } = sheet;
  const open = createPdfBuilder({ language, title, createdOn: new Date(`${asAt}T12:00:00Z`) }, fonts);
  const fact = (key: WordKey, value: string) =>
    drawBlock(open, { kind: 'text', text: `${translate(language, key)}: ${value}` });
  drawBlock(open, { kind: 'title', text: title });
  fact('return.period', `${period} (${periodWord})`);
  fact('return.asAt', formatDay(language, asAt));
  for (const sentence of about) drawBlock(open, { kind: 'text', text: sentence });
  for (const answered of questions) drawQuestion(open, answered, language);
  drawDefinitions(open, sheet);
  return await open.close({
    header: translate(language, 'inspection.notPublished'),
    footer: (page, pages) => translate(language, 'file.page', { title, page, pages }),
  });
}

type Row = readonly (string | number | undefined)[];

function proseRows(
  { number, question, prose }: AnsweredQuestion,
  language: InspectionSheet['language'],
): readonly Row[] {
  const inWords = translate(language, 'inspection.inWords');
  if (prose === undefined) return [[number, question, inWords, translate(language, 'inspection.notAnswered')]];
  const review = [prose.reviewBy, ...(prose.isOverdue ? [translate(language, 'inspection.overdue')] : [])].join('. ');
  return [[number, question, inWords, prose.paragraphs.join(' '), prose.owner, prose.answeredOn, review]];
}

function answersTable({ language, period, asAt, about, questions }: InspectionSheet): PlainTable {
  return {
    title: translate(language, 'inspection.answer'),
    columns: [
      { title: '', width: 5 },
      { title: translate(language, 'inspection.question'), width: 40 },
      { title: translate(language, 'return.told'), width: 40 },
      { title: translate(language, 'inspection.answer'), width: 60 },
      { title: translate(language, 'inspection.owner'), width: 30 },
      { title: translate(language, 'inspection.answeredOn'), width: 20 },
      { title: translate(language, 'inspection.reviewBy'), width: 24 },
    ],
    rows: questions.flatMap((answered): readonly Row[] => [
      ...proseRows(answered, language),
      ...answered.figures.map(({ label, value, notes }) => [
        answered.number,
        answered.question,
        label,
        value ?? notes.join(' '),
      ]),
      ...answered.settings.map(({ label, value }) => [answered.number, answered.question, label, value]),
      ...(answered.command === undefined
        ? []
        : [[answered.number, answered.question, translate(language, 'inspection.seen'), answered.command]]),
    ]),
    notes: [
      `${translate(language, 'return.period')}: ${period}`,
      `${translate(language, 'return.asAt')}: ${formatDay(language, asAt)}`,
      ...about,
    ],
  };
}

function queriesTable({ language, questions }: InspectionSheet): PlainTable {
  const figures = questions.flatMap((asked) => asked.figures);
  const once = figures.filter(({ id }, place) => figures.findIndex((each) => each.id === id) === place);
  return {
    title: translate(language, 'return.definitions'),
    columns: [
      { title: translate(language, 'return.told'), width: 40 },
      { title: translate(language, 'return.value'), width: 12 },
      { title: translate(language, 'return.notes'), width: 40 },
      { title: translate(language, 'return.means'), width: 60 },
      { title: translate(language, 'inspection.query'), width: 70 },
    ],
    rows: once.map(({ label, value, notes, definition, query }) => [label, value, notes.join(' '), definition, query]),
    notes: [],
  };
}

/** The answers, and each figure with its definition and query. */
export const createInspectionWorkbook = async (sheet: InspectionSheet, madeOn: Date): Promise<Uint8Array> =>
  await createWorkbook({
    title: sheet.title,
    language: sheet.language,
    madeOn,
    sheets: [answersTable(sheet), queriesTable(sheet)],
  });
