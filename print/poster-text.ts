import { languages, type Language } from '../concerns/terms/language.ts';
import type { PackText } from '../guidance/read-pack.ts';
import type { Block, Topic } from '../guidance/topic.ts';

/** In characters: leaves room for the code on one page. */
const mostOnAPoster = 240;

function firstSentences(text: string, language: Language): string {
  let fitting = '';
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    const sentence = segment.trimEnd();
    // A sentence that announces the next would announce nothing.
    if (sentence.endsWith(':') || fitting.length + sentence.length > mostOnAPoster) break;
    fitting += segment;
  }
  return fitting.trim();
}

function firstWords(blocks: readonly Block[], language: Language): string {
  const paragraph = blocks.find((block) => block.kind === 'paragraph');
  return paragraph === undefined ? '' : firstSentences(paragraph.words.map(({ text }) => text).join(''), language);
}

/**
 * The title and the first sentences that fit. Both languages have as many paragraphs: if none fits in one, both have
 * only their title.
 */
export function posterText({ text }: Topic): PackText {
  const words = { en: firstWords(text.en.blocks, 'en'), cy: firstWords(text.cy.blocks, 'cy') };
  const isSaid = languages.every((language) => words[language] !== '');
  const sideOf = (language: Language) => ({
    title: text[language].title,
    blocks: isSaid ? [{ kind: 'paragraph', words: [{ kind: 'text', text: words[language] }] } as const] : [],
  });
  return { en: sideOf('en'), cy: sideOf('cy') };
}
