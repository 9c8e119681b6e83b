import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { sayWord } from '../../words/say-word.ts';
import { messageShape } from './message-shape.ts';
import type { PlacedWord } from './placed-words.ts';

/** The median school grade that reporters' words stay at or under: what a twelve-year-old reads. */
export const easeGoal = 7;

/** Files of the cards that reporters never see: alerts, channels, and the figures of weeks. */
const notForReporters: ReadonlySet<string> = new Set(
  ['alert', 'summary', 'target', 'week'].map((area) => `words/cards/${area}.ts`),
);
/** The one file of the tab that is for everybody. */
const forEverybody = 'words/tab/report.ts';

/** Whether a word may be read by somebody who reports. */
const isForReporters = ({ file }: PlacedWord): boolean =>
  file === forEverybody ||
  file.startsWith('guidance/') ||
  (file.startsWith('words/cards/') && !notForReporters.has(file));

export interface Ease {
  readonly word: PlacedWord;
  /** The text with typical values filled in. */
  readonly text: string;
  readonly words: number;
  /** The school grade of the Flesch-Kincaid formula, in years; below 0 for the simplest texts. */
  readonly grade: number;
}

/** Typical values of what is filled in, by name; a short word stands for any other. */
const typical: Readonly<Record<string, string | number>> = {
  number: 2,
  of: 3,
  count: 2,
  days: 7,
  by: 12,
  page: 2,
  minutes: 5,
  people: 2,
  hours: 'from Monday to Friday, 8 am to 6 pm',
  day: '25 November 2026',
  emergency: '999',
  phone: '03069 990002',
  force: 'Gwent Police',
  victims: 'Connect Gwent',
  code: 'the code',
};

/** Sentences and words as a reader meets them. A number is read as one word of one syllable. */
const sentences = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu) ?? [];

/** The reading grade of an English text by the formula of Flesch and Kincaid; 0 where it has no word. */
export function gradeOf(text: string): { readonly words: number; readonly grade: number } {
  const words = wordsOf(text);
  const sentence = [...sentences.segment(text)].filter(({ segment }) => wordsOf(segment).length > 0).length;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade = words.length === 0 ? 0 : fleschKincaid({ sentence, word: words.length, syllable: syllables });
  return { words: words.length, grade };
}

/** The English of a word with typical values filled in. */
function textOf({ en }: PlacedWord): string {
  const shape = messageShape('en', en.text);
  const names = shape.kind === 'shape' ? shape.asks.map((ask) => ask.replaceAll(/^\{|[:}].*$/gu, '')) : [];
  const values = Object.fromEntries(names.map((name) => [name, typical[name] ?? 'this']));
  return sayWord('en', { en: en.text, cy: en.text }, values);
}

/** How hard each English word that reporters may read is, the hardest first. */
export const easeOf = (words: readonly PlacedWord[]): readonly Ease[] =>
  words
    .filter(isForReporters)
    .map((word) => {
      const text = textOf(word);
      return { word, text, ...gradeOf(text) };
    })
    .toSorted((one, other) => other.grade - one.grade);

/** The median grade; 0 where there is none. */
export function medianGrade(eases: readonly Ease[]): number {
  const grades = eases.map(({ grade }) => grade).toSorted((one, other) => one - other);
  const middle = (grades.length - 1) / 2;
  return ((grades[Math.floor(middle)] ?? 0) + (grades[Math.ceil(middle)] ?? 0)) / 2;
}

/** Whether a text is long enough for its grade to say something: a label of one long word is graded as a hard book. */
export const isLongEnough = ({ words }: Ease): boolean => words >= 5;

/** Whether the median is at the goal or under it, of all texts and of those that are long enough to be graded. */
export const isEasy = (eases: readonly Ease[]): boolean =>
  [eases, eases.filter(isLongEnough)].every((some) => medianGrade(some) <= easeGoal);
