import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { translateWord } from '../../words/translate-word.ts';
import { analyseIcuMessage } from './icu-message-analysis.ts';
import type { LocatedWord } from './word-locations.ts';

export const maxMedianGrade = 7;

const staffWordFiles: ReadonlySet<string> = new Set(
  ['alert', 'summary-tables', 'alert-channel-pages', 'weekly-summary'].map((area) => `words/cards/${area}.ts`),
);
const reportPageWordFile = 'words/tab/report-page.ts';

const isForReporters = ({ file }: LocatedWord): boolean =>
  file === reportPageWordFile ||
  file.startsWith('guidance/') ||
  (file.startsWith('words/cards/') && !staffWordFiles.has(file));

export interface ReadabilityScore {
  readonly word: LocatedWord;
  readonly text: string;
  readonly words: number;
  readonly grade: number;
}

const sampleValues: Readonly<Record<string, string | number>> = {
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

const sentenceSegmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' });
const splitWords = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+(?:[’'.-][\p{L}\p{N}]+)*/gu) ?? [];

export function readingGrade(text: string): { readonly words: number; readonly grade: number } {
  const words = splitWords(text);
  const sentence = [...sentenceSegmenter.segment(text)].filter(({ segment }) => splitWords(segment).length > 0).length;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade = words.length === 0 ? 0 : fleschKincaid({ sentence, word: words.length, syllable: syllables });
  return { words: words.length, grade };
}

function sampleText({ en }: LocatedWord): string {
  const shape = analyseIcuMessage('en', en.text);
  const names = shape.kind === 'shape' ? shape.placeholders.map((ask) => ask.replaceAll(/^\{|[:}].*$/gu, '')) : [];
  const values = Object.fromEntries(names.map((name) => [name, sampleValues[name] ?? 'this']));
  return translateWord('en', { en: en.text, cy: en.text }, values);
}

export const scoreWords = (words: readonly LocatedWord[]): readonly ReadabilityScore[] =>
  words
    .filter(isForReporters)
    .map((word) => {
      const text = sampleText(word);
      return { word, text, ...readingGrade(text) };
    })
    .toSorted((one, other) => other.grade - one.grade);

export function medianGrade(scores: readonly ReadabilityScore[]): number {
  const grades = scores.map(({ grade }) => grade).toSorted((one, other) => one - other);
  const middle = (grades.length - 1) / 2;
  return ((grades[Math.floor(middle)] ?? 0) + (grades[Math.ceil(middle)] ?? 0)) / 2;
}

const isLongEnough = ({ words }: ReadabilityScore): boolean => words >= 5;

export const meetsReadabilityGoal = (scores: readonly ReadabilityScore[]): boolean =>
  [scores, scores.filter(isLongEnough)].every((some) => medianGrade(some) <= maxMedianGrade);

const maxListed = 10;

const medianLine = (scores: readonly ReadabilityScore[], which: string): string =>
  `  ${medianGrade(scores).toFixed(1).padStart(5)}  the median of ${scores.length} texts${which}`;

export const readabilityLines = (scores: readonly ReadabilityScore[]): readonly string[] => [
  'School grade of the English that reporters may read, by the formula of Flesch and Kincaid',
  '',
  medianLine(scores, ''),
  medianLine(scores.filter(isLongEnough), ' of five words or more'),
  '',
  `The median is to be ${maxMedianGrade} or lower. The hardest of five words or more:`,
  '',
  ...scores
    .filter(isLongEnough)
    .slice(0, maxListed)
    .map(({ grade, word, text }) => `  ${grade.toFixed(1).padStart(5)}  ${word.key}: ${text.replaceAll('\n', ' ')}`),
];
