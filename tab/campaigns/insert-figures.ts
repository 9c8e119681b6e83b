import { markdownWordCount, mostItemWords } from '../../core/model/campaign-item.ts';
import { type Language, languages } from '../../core/model/language.ts';
import type { FiguresTold } from '../../contract/campaigns.ts';
import { withFigures } from '../../guidance/figure-placeholders.ts';
import type { Both, ItemDraft } from './item-draft.ts';

export type ToldFigures = Extract<FiguresTold, { readonly kind: 'told' }>;

const mostOutcomes = 3;

const isOutcome = (id: string): boolean => id.startsWith('outcome.') && id !== 'outcome.all';

const blockOf = ({ quarter, lines }: Pick<ToldFigures, 'quarter' | 'lines'>): Both => {
  const inOne = (language: Language): string =>
    `${quarter.title[language]}:\n\n${lines.map(({ words }) => `- ${words[language]}`).join('\n')}`;
  return { en: inOne('en'), cy: inOne('cy') };
};

export const figuresText = (told: ToldFigures): Both => blockOf(told);

export interface PutFigures {
  readonly draft: ItemDraft;
  readonly put: Both;
}

/**
 * Puts figures into both texts at once: in their own place or that of `before`, with as many outcomes as fit.
 * `undefined` if there is no place for them.
 */
export function putFigures(draft: ItemDraft, told: ToldFigures, before?: Both): PutFigures | undefined {
  const totals = told.lines.filter(({ id }) => !isOutcome(id));
  const outcomes = told.lines.filter(({ id }) => isOutcome(id)).slice(0, mostOutcomes);
  const tried = (count: number): PutFigures | undefined => {
    const put = blockOf({ ...told, lines: [...totals, ...outcomes.slice(0, count)] });
    const body = withFigures(draft.body, put, before ?? put);
    return body && { draft: { ...draft, body, kept: { ...draft.kept, quarter: told.quarter.name } }, put };
  };
  for (let count = outcomes.length; count > 0; count -= 1) {
    const one = tried(count);
    if (one && languages.every((language) => markdownWordCount(one.draft.body[language]) <= mostItemWords)) return one;
  }
  return tried(0);
}
