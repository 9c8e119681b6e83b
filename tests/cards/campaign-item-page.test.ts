import { describe, expect, it } from '@jest/globals';
import { campaignItemPage, campaignItemSummary, withdrawnCampaignItemPage } from '../../cards/campaign-item-page.ts';
import { renderPage } from '../../cards/render-page.ts';
import { parseSubmittedAction } from '../../cards/submitted-action.ts';
import { languages } from '../../core/model/language.ts';
import { listButtons, fullContacts } from '../support/cards/example-views.ts';
import { cardProblems } from '../support/cards/card-problems.ts';
import { exampleItem, plan } from '../support/guidance/built-in-plan.ts';
import { topics } from '../support/guidance/built-in-topics.ts';

const drawn = (item = exampleItem, language: 'en' | 'cy' = 'en') =>
  renderPage(campaignItemPage({ item, language, contacts: fullContacts, topics }));
const inBoth = plan.flatMap((item) => languages.map((language) => [item.id, language, item] as const));
const alike = (text: string) => ({ en: text, cy: text });

describe('an item of a campaign', () => {
  it.each(inBoth)('%s can be drawn in %s, with one button that leads to its topic', (_, language, item) => {
    const card = drawn(item, language);
    expect(cardProblems(card)).toEqual([]);
    const sent = listButtons(card).flatMap(({ data }) => parseSubmittedAction(data)?.action ?? []);
    expect(sent).toEqual([{ verb: 'show', card: 'guidance', topic: item.topic, language }]);
  });

  it('is the same for everybody in a language', () => {
    expect(JSON.stringify(drawn())).toBe(JSON.stringify(drawn()));
  });

  it('fills in what the force has set, and leaves no name in braces', () => {
    for (const [, language, item] of inBoth) expect(JSON.stringify(drawn(item, language))).not.toMatch(/\{[a-z]+\}/iu);
  });

  it('keeps what was chosen in a scene on the device: a choice is nothing that is sent', () => {
    const text = JSON.stringify(drawn());
    expect(text.match(/Action\.ToggleVisibility/gu)).toHaveLength(exampleItem.scene?.options.length ?? 0);
    expect(text.match(/"isVisible":false/gu)?.length).toBeGreaterThanOrEqual(2);
  });

  it('draws a scene word for word, whatever a client would make of it', () => {
    const hostile = '**bold** [words](https://example.com) {{DATE(2026-11-26)}}';
    const scene = { text: alike(hostile), options: [0, 1].map(() => ({ text: alike('One'), reveal: alike(hostile) })) };
    const blocks = JSON.stringify(drawn({ ...exampleItem, scene })).match(/"type":"TextBlock"[^}]*\}/gu) ?? [];
    expect(blocks.join('\n')).not.toContain('**bold**');
    expect(JSON.stringify(drawn({ ...exampleItem, scene }))).not.toContain('{{DATE');
  });

  it('says in a toast nothing of what it is about', () => {
    expect(languages.map(campaignItemSummary)).toEqual(['A short message', 'Neges fer']);
  });
});

describe('a message that was withdrawn', () => {
  it.each(languages)('says nothing of what stood there, in %s', (language) => {
    const card = renderPage(withdrawnCampaignItemPage(language));
    expect(cardProblems(card)).toEqual([]);
    expect(listButtons(card)).toEqual([]);
    for (const { title } of plan) expect(JSON.stringify(card)).not.toContain(title[language]);
  });
});
