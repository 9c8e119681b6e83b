import { link } from '../../cards/page.ts';
import { campaignItemPage } from '../../cards/campaign-item-page.ts';
import { renderPage } from '../../cards/render-page.ts';
import type { CampaignItem } from '../../core/model/campaign-item.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { type PackText, splitPages } from '../../guidance/parse-pack-text.ts';
import { type Topics, sortTopics } from '../../guidance/topic.ts';
import { margin, createPdfBuilder, type PdfBuilder, type PdfFonts } from '../pdf/pdf-builder.ts';
import { translate } from '../../words/cards/translate.ts';
import type { Contacts } from '../../words/contacts.ts';
import { createPoster } from './poster.ts';
import { createTopicSheet } from './topic-sheet.ts';
import { replaceFiguresPlaceholder } from '../../guidance/campaign-item-figures.ts';
import { fillPlaceholders } from '../../guidance/placeholders.ts';
import { toPdfBlocks, type PrintOptions } from './guidance-pdf-blocks.ts';

interface PackFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

interface PackSource {
  readonly plan: readonly CampaignItem[];
  readonly topics: Topics;
  readonly talks: ReadonlyMap<string, PackText>;
  readonly posters: ReadonlyMap<string, PackText>;
  readonly contacts: Contacts;
  /** The guidance's public page, or a topic's. */
  readonly guidanceUrl: (language: Language, topic?: string) => string;
}

/** Links lead to the public pages, not to Candour. */
const renderCardFile = (
  item: CampaignItem,
  language: Language,
  { topics, contacts, guidanceUrl }: PackSource,
): string => {
  const page = campaignItemPage({ item, language, contacts, topics });
  const more = link(translate(language, 'campaign.more'), guidanceUrl(language, item.topic));
  return `${JSON.stringify(renderPage({ ...page, actions: [more] }), undefined, 2)}\n`;
};

/** Only Candour can count a survey's answers. */
const isExportable = ({ pulse }: CampaignItem): boolean => pulse === undefined;

async function createLanguageFiles(
  language: Language,
  source: PackSource,
  fonts: PdfFonts,
): Promise<readonly PackFile[]> {
  const { contacts, guidanceUrl } = source;
  const printed = { language, contacts };
  const plan = source.plan.filter(isExportable);
  const cards = plan.map((item) => {
    const week = String(item.week).padStart(2, '0');
    return { name: `cards/${week}-${item.id}.${language}.json`, content: renderCardFile(item, language, source) };
  });
  const printedFiles: PackFile[] = [];
  for (const topic of sortTopics(source.topics)) {
    const content = await createTopicSheet(topic, { ...printed, address: guidanceUrl(language, topic.id) }, fonts);
    printedFiles.push({ name: `sheets/${topic.id}.${language}.pdf`, content });
  }
  for (const [name, text] of source.posters) {
    const content = await createPoster(text, { ...printed, address: guidanceUrl(language) }, fonts);
    printedFiles.push({ name: `posters/${name.replace(/^poster-/u, '')}.${language}.pdf`, content });
  }
  for (const [name, text] of source.talks) {
    printedFiles.push({ name: `slides/${name}.${language}.pdf`, content: await createSlides(text, printed, fonts) });
  }
  return [{ name: `plan.${language}.md`, content: planText(plan, printed) }, ...cards, ...printedFiles];
}

/** Plan, cards, sheets, posters and slides in both languages. Throws on a damaged font. */
export async function createPackFiles(source: PackSource, fonts: PdfFonts): Promise<readonly PackFile[]> {
  const files: PackFile[] = [];
  for (const language of languages) files.push(...(await createLanguageFiles(language, source, fonts)));
  return files;
}

function itemText(item: CampaignItem, { language, contacts }: PrintOptions): string {
  const fill = (text: string): string => fillPlaceholders(text, language, contacts);
  const week = translate(language, 'print.week', { week: String(item.week) });
  const { scene } = item;
  return [
    `## ${week}: ${fill(item.title[language])}`,
    replaceFiguresPlaceholder(fill(item.body[language]), `*${translate(language, 'print.packFigures')}*`),
    ...(scene === undefined
      ? []
      : [
          `### ${translate(language, 'campaign.scene')}`,
          fill(scene.text[language]),
          ...scene.options.map(({ text, reveal }) => `- **${fill(text[language])}** ${fill(reveal[language])}`),
        ]),
  ].join('\n\n');
}

/** Warns why any channel but Candour singles people out. */
const planText = (plan: readonly CampaignItem[], printed: PrintOptions): string => {
  const { language } = printed;
  const about = [
    `# ${translate(language, 'print.pack')}`,
    translate(language, 'print.packWhat'),
    `**${translate(language, 'print.packWarning')}**`,
    translate(language, 'print.packOften'),
  ];
  return `${[...about, ...plan.map((item) => itemText(item, printed))].join('\n\n')}\n`;
};

const madeOn = new Date('2026-01-01T12:00:00Z');

interface SlideText {
  readonly words: string;
  readonly size: number;
  readonly tag: 'H1' | 'H2' | 'P';
}

function drawSlideText({ pdf, toDrawable, add }: PdfBuilder, { words, size, tag }: SlideText): void {
  pdf.font(tag === 'P' ? 'regular' : 'bold', size).y += size * 0.6;
  add(
    pdf.struct(tag, {}, () =>
      pdf.text(toDrawable(words), { lineGap: size * 0.25, width: pdf.page.width - 2 * margin }),
    ),
  );
}

/** A page for each heading. Throws on a damaged font. */
async function createSlides(text: PackText, printed: PrintOptions, fonts: PdfFonts): Promise<Uint8Array> {
  const { language, contacts } = printed;
  const { title, blocks } = text[language];
  const fill = (words: string): string => fillPlaceholders(words, language, contacts);
  const builder = createPdfBuilder({ language, title: fill(title), createdOn: madeOn, landscape: true }, fonts);
  builder.pdf.y += 140;
  drawSlideText(builder, { words: fill(title), size: 40, tag: 'H1' });
  drawSlideText(builder, { words: contacts.forceName[language], size: 20, tag: 'P' });
  for (const page of splitPages(blocks)) {
    builder.pdf.addPage();
    drawSlideText(builder, { words: fill(page.title), size: 30, tag: 'H2' });
    builder.pdf.y += 10;
    for (const line of toPdfBlocks(page.blocks, printed))
      drawSlideText(builder, { words: line.text, size: 20, tag: 'P' });
  }
  return await builder.close({
    header: fill(title),
    footer: (page, pages) => translate(language, 'print.slide', { page: String(page), pages: String(pages) }),
  });
}
