import type { Language } from '../concerns/terms/language.ts';
import type { TopicSource } from './read-topic.ts';

/** The words of a topic by their fields, as somebody writes them in the tab. */
export interface WrittenWords {
  readonly title: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
  /** The office that answers for them; one text for both languages in what was written before there were two. */
  readonly owner: string | Readonly<Record<Language, string>>;
  readonly reviewBy: string;
  readonly part: string;
  readonly place: number;
}

/** The office that answers for some words, in each language. */
export const ownersOf = (owner: WrittenWords['owner']): Readonly<Record<Language, string>> =>
  typeof owner === 'string' ? { en: owner, cy: owner } : owner;

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** One language as a file has it; nothing where neither a title nor a text was written. */
function sideOf(words: WrittenWords, version: number, language: Language): string {
  const [title, text] = [inOneLine(words.title[language]), words.text[language]];
  if (title === '' && text.trim() === '') return '';
  const head = {
    title,
    owner: inOneLine(ownersOf(words.owner)[language]),
    version: `${version}`,
    review: inOneLine(words.reviewBy),
    part: inOneLine(words.part),
    place: `${words.place}`,
  };
  // A line that is left out is said to be missing, by its name.
  const lines = Object.entries(head).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  return ['---', ...lines, '---', '', text].join('\n');
}

/** Words that were written by their fields as the two files of a topic, so that both are read by the same rules. */
export const composeSource = (words: WrittenWords, version: number): TopicSource => ({
  en: sideOf(words, version, 'en'),
  cy: sideOf(words, version, 'cy'),
});
