import { questionField } from '../../cards/question-texts.ts';
import { partnerStepHeadings, isPartnerStep } from '../../cards/partner-page-texts.ts';
import { staffingLine } from '../../cards/staffing-line.ts';
import type { Day } from '../../core/model/calendar.ts';
import type { Staffing } from '../../core/model/staffed-hours.ts';
import type { Language } from '../../core/model/language.ts';
import { type QuestionId, questionForRoute } from '../../core/model/questions.ts';
import { partnerSteps } from '../../core/model/report-steps.ts';
import { drawBlock, type PdfBlock } from '../pdf/draw-block.ts';
import { drawRuledLines, ruledLinesHeight } from '../pdf/draw-block.ts';
import { type PdfBuilder, createPdfBuilder, type PdfFonts } from '../pdf/pdf-builder.ts';
import { translate } from '../../words/cards/translate.ts';
import type { Contacts } from '../../words/contacts.ts';

interface PartnerFormOptions {
  readonly language: Language;
  readonly contacts: Contacts;
  readonly staffing: Staffing;
  readonly printedOn: Day;
}

/** Lines to write on, by how much the card accepts. */
const lineCount = (most: number): number => (most > 4_000 ? 18 : most > 1_000 ? 10 : most > 400 ? 5 : 2);

const optionHeight = 20;
/** In points: a heading shares a page with its first question. */
const minHeightBelowHeading = 170;

function drawQuestion(builder: PdfBuilder, { language, contacts }: PartnerFormOptions, id: QuestionId): void {
  const question = questionForRoute('hub', id);
  const field = questionField({ language, answers: {}, problems: [], contacts, route: 'hub' }, id);
  const draw = (block: PdfBlock, follows = 0): void => drawBlock(builder, block, follows);
  const isDay = id === 'paperOn';
  const label = isDay ? translate(language, 'hubForm.day') : field.label;
  if (question.kind === 'text') {
    const count = isDay ? 1 : lineCount(question.max);
    draw({ kind: 'label', text: label }, ruledLinesHeight(Math.min(count, 3)) + optionHeight);
    if (field.hint !== undefined && !isDay) draw({ kind: 'text', text: field.hint });
    return drawRuledLines(builder, count);
  }
  // Choices share a page with their question.
  draw({ kind: 'label', text: label }, optionHeight * (question.options.length + 3));
  if (field.hint !== undefined) draw({ kind: 'text', text: field.hint });
  draw({ kind: 'text', text: translate(language, question.kind === 'choices' ? 'hubForm.several' : 'hubForm.one') });
  if (field.input.kind !== 'choice') return;
  for (const { title } of field.input.choices) draw({ kind: 'text', text: `☐ ${title}` });
}

/** The questions of the partners' cards. Equal settings on one day give equal bytes. Throws on a damaged font. */
export async function createPartnerForm(about: PartnerFormOptions, fonts: PdfFonts): Promise<Uint8Array> {
  const { language, contacts, printedOn } = about;
  const title = translate(language, 'hubForm.title');
  const builder = createPdfBuilder({ language, title, createdOn: new Date(`${printedOn}T12:00:00Z`) }, fonts);
  const text = (words: string): void => drawBlock(builder, { kind: 'text', text: words });
  drawBlock(builder, { kind: 'title', text: title });
  drawBlock(builder, {
    kind: 'label',
    text: translate(language, 'common.dangerHeading', { emergency: contacts.emergency }),
  });
  text(translate(language, 'hubForm.what'));
  text(translate(language, 'hubForm.keep'));
  drawBlock(builder, { kind: 'heading', text: translate(language, 'hub.beforeHeading') });
  for (const key of ['hub.consentFirst', 'hub.doNotAsk', 'hub.noNotes'] as const) text(translate(language, key));
  drawBlock(builder, { kind: 'heading', text: translate(language, 'hub.dutyHeading') });
  text(translate(language, 'hub.duty'));
  text(translate(language, 'hub.staffDoors', { victimUnit: contacts.victimUnit[language] }));
  // Someone fills in paper at any time.
  text(staffingLine(language, { ...about.staffing, opens: undefined }));
  text(translate(language, 'hubForm.optional'));
  for (const { id, questions } of partnerSteps) {
    if (!isPartnerStep(id)) continue;
    drawBlock(builder, { kind: 'heading', text: translate(language, partnerStepHeadings[id]) }, minHeightBelowHeading);
    for (const question of questions) drawQuestion(builder, about, question);
  }
  return await builder.close({
    header: contacts.forceName[language],
    footer: (page, pages) => translate(language, 'hubForm.footer', { page: String(page), pages: String(pages) }),
  });
}
