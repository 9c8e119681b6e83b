import { link } from '../../cards/page.ts';
import { itemPage } from '../../cards/campaign-page.ts';
import { drawPage } from '../../cards/render-page.ts';
import type { CampaignItem } from '../../core/model/campaign-item.ts';
import { type Language, languages } from '../../core/model/language.ts';
import { type PackText, pagesOf } from '../../guidance/read-pack.ts';
import { type Topics, topicsInOrder } from '../../guidance/topic.ts';
import { margin, openPdf, type OpenPdf, type PdfFonts } from '../pdf/pdf-document.ts';
import { say } from '../../words/cards/translate.ts';
import type { Contacts } from '../../words/contacts.ts';
import { poster } from './poster.ts';
import { topicSheet } from './topic-sheet.ts';
import { inFiguresPlace } from '../../guidance/figure-placeholders.ts';
import { filledIn } from '../../guidance/placeholders.ts';
import { blockLines, type PrintedWith } from './block-lines.ts';

interface PackFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

interface PackOf {
  readonly plan: readonly CampaignItem[];
  readonly topics: Topics;
  readonly talks: ReadonlyMap<string, PackText>;
  readonly posters: ReadonlyMap<string, PackText>;
  readonly contacts: Contacts;
  /** The public page of the guidance, or of one topic. */
  readonly addressOf: (language: Language, topic?: string) => string;
}

/** Links lead to the public pages instead of to Candour. */
const cardOf = (item: CampaignItem, language: Language, { topics, contacts, addressOf }: PackOf): string => {
  const page = itemPage({ item, language, contacts, topics });
  const more = link(say(language, 'campaign.more'), addressOf(language, item.topic));
  return `${JSON.stringify(drawPage({ ...page, actions: [more] }), undefined, 2)}\n`;
};

/** Only Candour can count the answers to a pulse. */
const canLeave = ({ pulse }: CampaignItem): boolean => pulse === undefined;

async function filesIn(language: Language, of: PackOf, fonts: PdfFonts): Promise<readonly PackFile[]> {
  const { contacts, addressOf } = of;
  const printed = { language, contacts };
  const plan = of.plan.filter(canLeave);
  const cards = plan.map((item) => {
    const week = String(item.week).padStart(2, '0');
    return { name: `cards/${week}-${item.id}.${language}.json`, content: cardOf(item, language, of) };
  });
  const made: PackFile[] = [];
  for (const topic of topicsInOrder(of.topics)) {
    const content = await topicSheet(topic, { ...printed, address: addressOf(language, topic.id) }, fonts);
    made.push({ name: `sheets/${topic.id}.${language}.pdf`, content });
  }
  for (const [name, text] of of.posters) {
    const content = await poster(text, { ...printed, address: addressOf(language) }, fonts);
    made.push({ name: `posters/${name.replace(/^poster-/u, '')}.${language}.pdf`, content });
  }
  for (const [name, text] of of.talks) {
    made.push({ name: `slides/${name}.${language}.pdf`, content: await slides(text, printed, fonts) });
  }
  return [{ name: `plan.${language}.md`, content: planText(plan, printed) }, ...cards, ...made];
}

/** Plan, cards, sheets, posters and slides in both languages. Throws on a damaged font. */
export async function packFiles(of: PackOf, fonts: PdfFonts): Promise<readonly PackFile[]> {
  const files: PackFile[] = [];
  for (const language of languages) files.push(...(await filesIn(language, of, fonts)));
  return files;
}

function itemText(item: CampaignItem, { language, contacts }: PrintedWith): string {
  const filled = (text: string): string => filledIn(text, language, contacts);
  const week = say(language, 'print.week', { week: String(item.week) });
  const { scene } = item;
  return [
    `## ${week}: ${filled(item.title[language])}`,
    inFiguresPlace(filled(item.body[language]), `*${say(language, 'print.packFigures')}*`),
    ...(scene === undefined
      ? []
      : [
          `### ${say(language, 'campaign.scene')}`,
          filled(scene.text[language]),
          ...scene.options.map(({ text, reveal }) => `- **${filled(text[language])}** ${filled(reveal[language])}`),
        ]),
  ].join('\n\n');
}

/** Warns why any channel but Candour singles people out. */
const planText = (plan: readonly CampaignItem[], printed: PrintedWith): string => {
  const { language } = printed;
  const about = [
    `# ${say(language, 'print.pack')}`,
    say(language, 'print.packWhat'),
    `**${say(language, 'print.packWarning')}**`,
    say(language, 'print.packOften'),
  ];
  return `${[...about, ...plan.map((item) => itemText(item, printed))].join('\n\n')}\n`;
};

const madeOn = new Date('2026-01-01T12:00:00Z');

interface Said {
  readonly words: string;
  readonly size: number;
  readonly tag: 'H1' | 'H2' | 'P';
}

function drawSaid({ pdf, shown, add }: OpenPdf, { words, size, tag }: Said): void {
  pdf.font(tag === 'P' ? 'regular' : 'bold', size).y += size * 0.6;
  add(pdf.struct(tag, {}, () => pdf.text(shown(words), { lineGap: size * 0.25, width: pdf.page.width - 2 * margin })));
}

/** One page for each heading. Throws on a damaged font. */
async function slides(text: PackText, printed: PrintedWith, fonts: PdfFonts): Promise<Uint8Array> {
  const { language, contacts } = printed;
  const { title, blocks } = text[language];
  const filled = (words: string): string => filledIn(words, language, contacts);
  const open = openPdf({ language, title: filled(title), madeOn, landscape: true }, fonts);
  open.pdf.y += 140;
  drawSaid(open, { words: filled(title), size: 40, tag: 'H1' });
  drawSaid(open, { words: contacts.forceName[language], size: 20, tag: 'P' });
  for (const page of pagesOf(blocks)) {
    open.pdf.addPage();
    drawSaid(open, { words: filled(page.title), size: 30, tag: 'H2' });
    open.pdf.y += 10;
    for (const line of blockLines(page.blocks, printed)) drawSaid(open, { words: line.text, size: 20, tag: 'P' });
  }
  return await open.close({
    header: filled(title),
    footer: (page, pages) => say(language, 'print.slide', { page: String(page), pages: String(pages) }),
  });
}
