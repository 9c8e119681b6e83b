import { markdownWordCount, maxItemWords } from '../../core/model/campaign-item.ts';
import { type Language, languages } from '../../core/model/language.ts';
import type { FeedbackFiguresAnswer } from '../../contract/campaigns.ts';
import { insertFigureTexts } from '../../guidance/campaign-item-figures.ts';
import type { BilingualText, ItemDraft } from './item-draft.ts';

export type PublishedQuarterFigures = Extract<FeedbackFiguresAnswer, { readonly kind: 'told' }>;

const maxOutcomes = 3;

const isOutcome = (id: string): boolean => id.startsWith('outcome.') && id !== 'outcome.all';

const figuresBlock = ({ quarter, lines }: Pick<PublishedQuarterFigures, 'quarter' | 'lines'>): BilingualText => {
  const blockText = (language: Language): string =>
    `${quarter.title[language]}:\n\n${lines.map(({ words }) => `- ${words[language]}`).join('\n')}`;
  return { en: blockText('en'), cy: blockText('cy') };
};

export const figuresText = (quarterFigures: PublishedQuarterFigures): BilingualText => figuresBlock(quarterFigures);

export interface InsertedFigures {
  readonly draft: ItemDraft;
  readonly text: BilingualText;
}

/** Puts figures into both texts, in their own place or that of `before`; `undefined` if they have no place. */
export function insertFigures(
  draft: ItemDraft,
  quarterFigures: PublishedQuarterFigures,
  before?: BilingualText,
): InsertedFigures | undefined {
  const totals = quarterFigures.lines.filter(({ id }) => !isOutcome(id));
  const outcomes = quarterFigures.lines.filter(({ id }) => isOutcome(id)).slice(0, maxOutcomes);
  const tryInsert = (count: number): InsertedFigures | undefined => {
    const text = figuresBlock({ ...quarterFigures, lines: [...totals, ...outcomes.slice(0, count)] });
    const body = insertFigureTexts(draft.body, text, before ?? text);
    return (
      body && { draft: { ...draft, body, unedited: { ...draft.unedited, quarter: quarterFigures.quarter.name } }, text }
    );
  };
  for (let count = outcomes.length; count > 0; count -= 1) {
    const one = tryInsert(count);
    if (one && languages.every((language) => markdownWordCount(one.draft.body[language]) <= maxItemWords)) return one;
  }
  return tryInsert(0);
}
