import type { CampaignItem } from '../core/model/campaign-item.ts';
import type { Language } from '../core/model/language.ts';
import { fillPlaceholders } from '../guidance/placeholders.ts';
import { parseBlocks } from '../guidance/parse-blocks.ts';
import type { Topics } from '../guidance/topic.ts';
import { translate } from '../words/cards/translate.ts';
import type { Contacts } from '../words/contacts.ts';
import { button } from './page.ts';
import { surveyButton } from './survey-page.ts';
import { blockSections } from './guidance-page.ts';
import type { Page, Section } from './page.ts';
import { plainLines } from './page.ts';

interface ItemView {
  readonly item: CampaignItem;
  readonly campaign?: string;
  readonly language: Language;
  readonly contacts: Contacts;
  readonly topics: Topics;
}

function scenePart({ item: { scene }, language, contacts }: ItemView): Pick<Page, 'reveals'> & { sections: Section[] } {
  if (scene === undefined) return { sections: [] };
  const filled = (text: string): string => fillPlaceholders(text, language, contacts);
  const sceneLines = plainLines(filled(scene.text[language])).map((text) => [{ text }]);
  return {
    sections: [
      { heading: translate(language, 'campaign.scene'), text: [], set: sceneLines },
      { text: [translate(language, 'campaign.sceneKept')] },
    ],
    reveals: scene.options.map(({ text, reveal }) => ({
      title: filled(text[language]),
      text: plainLines(filled(reveal[language])),
    })),
  };
}

/** One card for everyone in a language, with one neutral button that leads on. */
export function campaignItemPage(view: ItemView): Page {
  const { item, campaign, language, contacts, topics } = view;
  const { sections, ...reveals } = scenePart(view);
  const { blocks } = parseBlocks(item.body[language]);
  return {
    language,
    heading: fillPlaceholders(item.title[language], language, contacts),
    sections: [...blockSections(blocks, { language, contacts, topics }), ...sections],
    ...reveals,
    actions: [
      ...(campaign !== undefined && item.pulse ? [surveyButton({ campaign, phase: item.pulse, language })] : []),
      button(translate(language, 'campaign.more'), { verb: 'show', card: 'guidance', topic: item.topic, language }),
    ],
  };
}

/** Replaces a withdrawn message. It never says what the message was about. */
export const withdrawnCampaignItemPage = (language: Language): Page => ({
  language,
  heading: translate(language, 'campaign.withdrawnHeading'),
  sections: [{ text: [translate(language, 'campaign.withdrawn')] }],
  actions: [],
});

export const campaignItemSummary = (language: Language): string => translate(language, 'campaign.toast');
