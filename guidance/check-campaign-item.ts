import { type CampaignItem, markdownWordCount, maxItemWords } from '../core/model/campaign-item.ts';
import { type Language, languages } from '../core/model/language.ts';
import { textStructure } from './check-topic.ts';
import { replaceFiguresPlaceholder, isMissingFigures } from './campaign-item-figures.ts';
import { hasHiddenCharacters, type TextProblem } from './guidance-problems.ts';
import { findStrayBraces } from './placeholders.ts';
import { parseBlocks, type ParsedBlocks } from './parse-blocks.ts';

/** In characters: a longer one does not fit a button on a phone. */
const maxOptionLength = 30;

function checkPlainText(text: string, language: Language, place: ItemLocation): readonly ItemProblem[] {
  const stray = findStrayBraces(text);
  return [
    ...(hasHiddenCharacters(text) ? [{ code: 'hidden', language, place } as const] : []),
    ...(stray === undefined ? [] : [{ code: 'placeholder', words: stray, language, place } as const]),
  ];
}

/** An item is one idea: no headings, and no named blocks. */
function checkBody({ blocks, problems }: ParsedBlocks, language: Language): readonly ItemProblem[] {
  const place = 'body';
  const found = problems.map((problem) => ({ ...problem, language, place }) as const);
  const apart = blocks.flatMap((block): readonly ItemProblem[] => {
    if (block.kind === 'named') return [{ code: 'named', words: block.name, language, place }];
    return block.kind === 'heading' ? [{ code: 'notTaken', what: 'title', words: block.text, language, place }] : [];
  });
  return [...found, ...apart];
}

function checkScene({ scene }: CampaignItem, language: Language): readonly ItemProblem[] {
  if (scene === undefined) return [];
  const options = scene.options.flatMap(({ text, reveal }, option) => [
    ...checkPlainText(text[language], language, { option }),
    ...checkPlainText(reveal[language], language, { reveal: option }),
    ...(text[language].length > maxOptionLength
      ? [{ code: 'optionTooLong', language, option, most: maxOptionLength } as const]
      : []),
  ]);
  return [...checkPlainText(scene.text[language], language, 'scene'), ...options];
}

const itemWordCount = ({ body, scene }: CampaignItem, language: Language): number =>
  markdownWordCount(body[language]) + markdownWordCount(scene?.text[language] ?? '');

/** Every problem that keeps an item from being sent. `topics`: ids that links may lead to. */
export function checkItem(item: CampaignItem, topics: ReadonlySet<string>): readonly ItemProblem[] {
  // Without the figures that a text still waits for.
  const parse = (text: string) => parseBlocks(item.figures === undefined ? text : replaceFiguresPlaceholder(text, ''));
  const bodies = { en: parse(item.body.en), cy: parse(item.body.cy) };
  const ofLanguage = languages.flatMap((language): readonly ItemProblem[] => {
    const words = itemWordCount(item, language);
    return [
      ...checkPlainText(item.title[language], language, 'title'),
      ...checkBody(bodies[language], language),
      ...checkScene(item, language),
      ...(item.figures !== undefined && isMissingFigures(item.body[language])
        ? [{ code: 'noFigures', language } as const]
        : []),
      ...(words > maxItemWords ? [{ code: 'tooLong', language, words, most: maxItemWords } as const] : []),
    ];
  });
  const isAlike = textStructure(bodies.en.blocks) === textStructure(bodies.cy.blocks);
  return [
    ...ofLanguage,
    ...(isAlike ? [] : [{ code: 'bodiesDiffer' } as const]),
    ...(topics.has(item.topic) ? [] : [{ code: 'unknownTopic' } as const]),
  ];
}

/** Options are numbered from 0. */
type ItemLocation = 'title' | 'body' | 'scene' | { readonly option: number } | { readonly reveal: number };

export type ItemProblem =
  | { readonly code: 'missing'; readonly language: Language }
  | { readonly code: 'file'; readonly language: Language }
  | { readonly code: 'filesDiffer' }
  | (TextProblem & { readonly language: Language; readonly place: ItemLocation })
  | { readonly code: 'tooLong'; readonly language: Language; readonly words: number; readonly most: number }
  | { readonly code: 'optionTooLong'; readonly language: Language; readonly option: number; readonly most: number }
  | { readonly code: 'bodiesDiffer' }
  | { readonly code: 'noFigures'; readonly language: Language }
  | { readonly code: 'unknownTopic' };
