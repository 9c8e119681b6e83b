import type { CampaignItem } from '../concerns/records/campaign-item.ts';
import { type Language, languages } from '../concerns/terms/language.ts';

type Both = Readonly<Record<Language, string>>;

/** The line of its own in a text that figures are put in the place of. */
export const figuresPlace = '{{figures}}';
const place = /^[ \t]*\{\{\s*figures\s*\}\}[ \t]*$/mu;

/** Whether a text still has the line that figures are put in the place of. */
export const hasFiguresPlace = (text: string): boolean => place.test(text);

/** A text with something in the place of that line, set apart from what stands around it; as it is where it has none. */
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
 * Both texts with figures: in the place that they have for them; in the place of those that were put in before, word for
 * word; or at the end, where no number stands yet. `undefined` where that cannot be done in both: other figures may stand
 * there already, in other words.
 */
export function withFigures(texts: Both, figures: Both, before?: Both): Both | undefined {
  const en = withFiguresIn(texts.en, figures.en, before?.en);
  const cy = withFiguresIn(texts.cy, figures.cy, before?.cy);
  return en === undefined || cy === undefined ? undefined : { en, cy };
}

/** The numbers in a text that are written in digits, in their order. Where a link leads is no text. */
export const numbersIn = (text: string): readonly string[] =>
  [...text.replaceAll(/\]\([^)]*\)/gu, ']').matchAll(/\p{Nd}+(?:[.,]\p{Nd}+)*/gu)].map(([number]) =>
    /^\d{1,3}(?:,\d{3})+$/u.test(number) ? number.replaceAll(',', '') : number,
  );

/** Whether a text that tells of figures has none yet. */
export const lacksFigures = (text: string): boolean => hasFiguresPlace(text) || numbersIn(text).length === 0;

/** All words of an item in a language. */
const wordsOf = ({ title, body, scene }: CampaignItem, language: Language): string =>
  [title, body, ...(scene ? [scene.text, ...scene.options.flatMap(({ text, reveal }) => [text, reveal])] : [])]
    .map((words) => words[language])
    .join('\n');

/** The numbers of an item beside the figures that it tells of. */
export interface ComparedFigures {
  /** The numbers in its words that are not among the figures, each once. */
  readonly strange: Readonly<Record<Language, readonly string[]>>;
  /** Whether both languages have the same numbers. */
  readonly isAlike: boolean;
}

/** Holds the numbers in an item's words against figures in words. Numbers that are written as words are not looked at. */
export function compareFigures(item: CampaignItem, figures: Both): ComparedFigures {
  const strangeIn = (language: Language): readonly string[] => {
    const told = new Set(numbersIn(figures[language]));
    return [...new Set(numbersIn(wordsOf(item, language)))].filter((number) => !told.has(number));
  };
  const [en, cy] = languages.map((language) => numbersIn(wordsOf(item, language)).toSorted().join(' '));
  return { strange: { en: strangeIn('en'), cy: strangeIn('cy') }, isAlike: en === cy };
}
