import { markdownWordCount, mostItemWords } from '../../concerns/records/campaign-item.ts';
import { type Language, languages } from '../../concerns/terms/language.ts';
import type { FiguresTold } from '../../contract/campaigns.ts';
import { withFigures } from '../../guidance/figures-in-words.ts';
import type { Both, ItemDraft } from './item-draft.ts';

/** The figures of a quarter, where there are any. */
export type ToldFigures = Extract<FiguresTold, { readonly kind: 'told' }>;

/** Outcomes beside the totals: more of them would be a table, and no short read. */
const mostOutcomes = 3;

const isOutcome = (id: string): boolean => id.startsWith('outcome.') && id !== 'outcome.all';

/** Figures as they stand in a text: which quarter, then a line each. */
const blockOf = ({ quarter, lines }: Pick<ToldFigures, 'quarter' | 'lines'>): Both => {
  const inOne = (language: Language): string =>
    `${quarter.title[language]}:\n\n${lines.map(({ words }) => `- ${words[language]}`).join('\n')}`;
  return { en: inOne('en'), cy: inOne('cy') };
};

/** Everything that was told, as words that numbers are looked for in. */
export const figuresText = (told: ToldFigures): Both => blockOf(told);

/** A draft with figures in both texts, and the figures as they were put in. */
export interface PutFigures {
  readonly draft: ItemDraft;
  readonly put: Both;
}

/**
 * Puts figures into both texts of a draft at once, in the place that they have for them or in that of `before`: the
 * totals, and of the outcomes as many as there is room for. `undefined` where nobody knows where they go.
 */
export function putFigures(draft: ItemDraft, told: ToldFigures, before?: Both): PutFigures | undefined {
  const totals = told.lines.filter(({ id }) => !isOutcome(id));
  const outcomes = told.lines.filter(({ id }) => isOutcome(id)).slice(0, mostOutcomes);
  const tried = (count: number): PutFigures | undefined => {
    const put = blockOf({ ...told, lines: [...totals, ...outcomes.slice(0, count)] });
    // Figures that stand there already, word for word, are put in again.
    const body = withFigures(draft.body, put, before ?? put);
    return body && { draft: { ...draft, body, kept: { ...draft.kept, quarter: told.quarter.name } }, put };
  };
  for (let count = outcomes.length; count > 0; count -= 1) {
    const one = tried(count);
    if (one && languages.every((language) => markdownWordCount(one.draft.body[language]) <= mostItemWords)) return one;
  }
  return tried(0);
}
