import { type CampaignItem, markdownWordCount, mostItemWords } from '../core/model/campaign-item.ts';
import { type Language, languages } from '../core/model/language.ts';
import { courseOfText } from './check-topic.ts';
import { inFiguresPlace, lacksFigures } from './figure-placeholders.ts';
import { hasHiddenSigns, type TextProblem } from './text-problem.ts';
import { strayBraces } from './placeholders.ts';
import { readBlocks, type ReadBlocks } from './read-blocks.ts';

/** In characters: it is on a button, and a longer one does not fit a phone. */
const longestOption = 30;

function plainProblems(text: string, language: Language, place: ItemPlace): readonly ItemProblem[] {
  const stray = strayBraces(text);
  return [
    ...(hasHiddenSigns(text) ? [{ code: 'hidden', language, place } as const] : []),
    ...(stray === undefined ? [] : [{ code: 'placeholder', words: stray, language, place } as const]),
  ];
}

/** An item is one idea: no headings, and no named blocks. */
function bodyProblems({ blocks, problems }: ReadBlocks, language: Language): readonly ItemProblem[] {
  const place = 'body';
  const found = problems.map((problem) => ({ ...problem, language, place }) as const);
  const apart = blocks.flatMap((block): readonly ItemProblem[] => {
    if (block.kind === 'named') return [{ code: 'named', words: block.name, language, place }];
    return block.kind === 'heading' ? [{ code: 'notTaken', what: 'title', words: block.text, language, place }] : [];
  });
  return [...found, ...apart];
}

function sceneProblems({ scene }: CampaignItem, language: Language): readonly ItemProblem[] {
  if (scene === undefined) return [];
  const options = scene.options.flatMap(({ text, reveal }, option) => [
    ...plainProblems(text[language], language, { option }),
    ...plainProblems(reveal[language], language, { reveal: option }),
    ...(text[language].length > longestOption
      ? [{ code: 'optionTooLong', language, option, most: longestOption } as const]
      : []),
  ]);
  return [...plainProblems(scene.text[language], language, 'scene'), ...options];
}

const itemWords = ({ body, scene }: CampaignItem, language: Language): number =>
  markdownWordCount(body[language]) + markdownWordCount(scene?.text[language] ?? '');

/** Every problem that keeps an item from being sent. `topics` are the ids that links may lead to. */
export function checkItem(item: CampaignItem, topics: ReadonlySet<string>): readonly ItemProblem[] {
  // A text that still waits for its figures is only checked without them.
  const read = (text: string) => readBlocks(item.figures === undefined ? text : inFiguresPlace(text, ''));
  const bodies = { en: read(item.body.en), cy: read(item.body.cy) };
  const ofLanguage = languages.flatMap((language): readonly ItemProblem[] => {
    const words = itemWords(item, language);
    return [
      ...plainProblems(item.title[language], language, 'title'),
      ...bodyProblems(bodies[language], language),
      ...sceneProblems(item, language),
      ...(item.figures !== undefined && lacksFigures(item.body[language])
        ? [{ code: 'noFigures', language } as const]
        : []),
      ...(words > mostItemWords ? [{ code: 'tooLong', language, words, most: mostItemWords } as const] : []),
    ];
  });
  const isAlike = courseOfText(bodies.en.blocks) === courseOfText(bodies.cy.blocks);
  return [
    ...ofLanguage,
    ...(isAlike ? [] : [{ code: 'bodiesDiffer' } as const]),
    ...(topics.has(item.topic) ? [] : [{ code: 'unknownTopic' } as const]),
  ];
}

/** Options are numbered from 0. */
type ItemPlace = 'title' | 'body' | 'scene' | { readonly option: number } | { readonly reveal: number };

export type ItemProblem =
  | { readonly code: 'missing'; readonly language: Language }
  | { readonly code: 'file'; readonly language: Language }
  | { readonly code: 'filesDiffer' }
  | (TextProblem & { readonly language: Language; readonly place: ItemPlace })
  | { readonly code: 'tooLong'; readonly language: Language; readonly words: number; readonly most: number }
  | { readonly code: 'optionTooLong'; readonly language: Language; readonly option: number; readonly most: number }
  | { readonly code: 'bodiesDiffer' }
  | { readonly code: 'noFigures'; readonly language: Language }
  | { readonly code: 'unknownTopic' };
