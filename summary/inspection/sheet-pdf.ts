import { drawBlock } from '../../pdf/draw-block.ts';
import { drawTable } from '../../pdf/draw-table.ts';
import { type OpenPdf, openPdf, type PdfFonts } from '../../pdf/open-pdf.ts';
import { say, type WordKey } from '../../words/cards/say.ts';
import { showDay } from '../../words/days.ts';
import type { AnsweredQuestion, InspectorSheet } from './make-sheet.ts';

type Language = InspectorSheet['language'];

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
