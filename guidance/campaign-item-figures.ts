import type { CampaignItem } from '../core/model/campaign-item.ts';
import { type Language, languages } from '../core/model/language.ts';

type BilingualText = Readonly<Record<Language, string>>;

export const figuresPlaceholder = '{{figures}}';
const figuresPlaceholderPattern = /^[ \t]*\{\{\s*figures\s*\}\}[ \t]*$/mu;

export const hasFiguresPlaceholder = (text: string): boolean => figuresPlaceholderPattern.test(text);

export const replaceFiguresPlaceholder = (text: string, words: string): string =>
  hasFiguresPlaceholder(text)
    ? text
        .replace(figuresPlaceholderPattern, () => `\n${words}\n`)
        .replaceAll(/\n{3,}/gu, '\n\n')
        .trim()
    : text;

function insertIntoText(text: string, figures: string, before: string | undefined): string | undefined {
  if (hasFiguresPlaceholder(text)) return replaceFiguresPlaceholder(text, figures);
  if (before !== undefined && text.includes(before)) return text.replace(before, () => figures);
  return findNumbers(text).length > 0 ? undefined : `${text.trim()}\n\n${figures}`.trim();
}

/**
 * Puts figures into both texts: at their place, else instead of `before` word for word, else at the end if the text has
 * no number. `undefined` if that does not work in both: other figures may be there already.
 */
export function insertFigureTexts(
  texts: BilingualText,
  figures: BilingualText,
  before?: BilingualText,
): BilingualText | undefined {
  const en = insertIntoText(texts.en, figures.en, before?.en);
  const cy = insertIntoText(texts.cy, figures.cy, before?.cy);
  return en === undefined || cy === undefined ? undefined : { en, cy };
}

/** Numbers in digits, in order, without those in link targets. */
export const findNumbers = (text: string): readonly string[] =>
  [...text.replaceAll(/\]\([^)]*\)/gu, ']').matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu)].map(([number]) =>
    /^\d{1,3}(?:,\d{3})+$/u.test(number) ? number.replaceAll(',', '') : number,
  );

export const isMissingFigures = (text: string): boolean =>
  hasFiguresPlaceholder(text) || findNumbers(text).length === 0;

const itemText = ({ title, body, scene }: CampaignItem, language: Language): string =>
  [title, body, ...(scene ? [scene.text, ...scene.options.flatMap(({ text, reveal }) => [text, reveal])] : [])]
    .map((words) => words[language])
    .join('\n');

export interface FiguresComparison {
  readonly unknownNumbers: Readonly<Record<Language, readonly string[]>>;
  readonly isAlike: boolean;
}

/** Numbers in words are not checked. */
export function compareFigures(item: CampaignItem, figures: BilingualText): FiguresComparison {
  const findUnknownNumbers = (language: Language): readonly string[] => {
    const knownNumbers = new Set(findNumbers(figures[language]));
    return [...new Set(findNumbers(itemText(item, language)))].filter((number) => !knownNumbers.has(number));
  };
  const [en, cy] = languages.map((language) => findNumbers(itemText(item, language)).toSorted().join(' '));
  return { unknownNumbers: { en: findUnknownNumbers('en'), cy: findUnknownNumbers('cy') }, isAlike: en === cy };
}
