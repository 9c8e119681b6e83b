import type { CampaignItem } from '../core/model/campaign-item.ts';
import { type Language, languages } from '../core/model/language.ts';

type Both = Readonly<Record<Language, string>>;

export const figuresPlace = '{{figures}}';
const place = /^[ \t]*\{\{\s*figures\s*\}\}[ \t]*$/mu;

export const hasFiguresPlace = (text: string): boolean => place.test(text);

export const inFiguresPlace = (text: string, words: string): string =>
  hasFiguresPlace(text)
    ? text
        .replace(place, () => `\n${words}\n`)
        .replaceAll(/\n{3,}/gu, '\n\n')
        .trim()
    : text;

function withFiguresIn(text: string, figures: string, before: string | undefined): string | undefined {
  if (hasFiguresPlace(text)) return inFiguresPlace(text, figures);
  if (before !== undefined && text.includes(before)) return text.replace(before, () => figures);
  return numbersIn(text).length > 0 ? undefined : `${text.trim()}\n\n${figures}`.trim();
}

/**
 * Puts figures into both texts: at their place, else instead of `before` word for word, else at the end if the text has
 * no number. `undefined` if that does not work in both: other figures may be there already.
 */
export function withFigures(texts: Both, figures: Both, before?: Both): Both | undefined {
  const en = withFiguresIn(texts.en, figures.en, before?.en);
  const cy = withFiguresIn(texts.cy, figures.cy, before?.cy);
  return en === undefined || cy === undefined ? undefined : { en, cy };
}

/** Numbers in digits, in order, without those in link targets. */
export const numbersIn = (text: string): readonly string[] =>
  [...text.replaceAll(/\]\([^)]*\)/gu, ']').matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu)].map(([number]) =>
    /^\d{1,3}(?:,\d{3})+$/u.test(number) ? number.replaceAll(',', '') : number,
  );

export const lacksFigures = (text: string): boolean => hasFiguresPlace(text) || numbersIn(text).length === 0;

const wordsOf = ({ title, body, scene }: CampaignItem, language: Language): string =>
  [title, body, ...(scene ? [scene.text, ...scene.options.flatMap(({ text, reveal }) => [text, reveal])] : [])]
    .map((words) => words[language])
    .join('\n');

export interface ComparedFigures {
  readonly strange: Readonly<Record<Language, readonly string[]>>;
  readonly isAlike: boolean;
}

/** Compares the digits in an item's words with its figures. Numbers written as words are not checked. */
export function compareFigures(item: CampaignItem, figures: Both): ComparedFigures {
  const strangeIn = (language: Language): readonly string[] => {
    const told = new Set(numbersIn(figures[language]));
    return [...new Set(numbersIn(wordsOf(item, language)))].filter((number) => !told.has(number));
  };
  const [en, cy] = languages.map((language) => numbersIn(wordsOf(item, language)).toSorted().join(' '));
  return { strange: { en: strangeIn('en'), cy: strangeIn('cy') }, isAlike: en === cy };
}
