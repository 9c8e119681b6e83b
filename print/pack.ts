import { link } from '../cards/page.ts';
import { itemPage } from '../cards/campaign-page.ts';
import { drawPage } from '../cards/draw-page.ts';
import type { CampaignItem } from '../concerns/records/campaign-item.ts';
import { languages, type Language } from '../concerns/terms/language.ts';
import type { PackText } from '../guidance/read-pack.ts';
import { type Topics, topicsInOrder } from '../guidance/topic.ts';
import type { PdfFonts } from '../pdf/open-pdf.ts';
import { say } from '../words/cards/say.ts';
import type { Contacts } from '../words/contacts.ts';
import { planText } from './plan-text.ts';
import { poster } from './poster.ts';
import { slides } from './slides.ts';
import { topicSheet } from './topic-sheet.ts';

export interface PackFile {
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
