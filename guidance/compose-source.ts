import type { Language } from '../core/model/language.ts';
import type { TopicSource } from './read-topic.ts';

export interface WrittenWords {
  readonly title: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
  /** Older texts have one for both languages. */
  readonly owner: string | Readonly<Record<Language, string>>;
  readonly reviewBy: string;
  readonly part: string;
  readonly place: number;
}

export const ownersOf = (owner: WrittenWords['owner']): Readonly<Record<Language, string>> =>
  typeof owner === 'string' ? { en: owner, cy: owner } : owner;

const inOneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

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
  // The check then reports a left-out line as missing, by its name.
  const lines = Object.entries(head).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  return ['---', ...lines, '---', '', text].join('\n');
}

/** Words from the tab as the two files of a topic, so that the same rules read both. */
export const composeSource = (words: WrittenWords, version: number): TopicSource => ({
  en: sideOf(words, version, 'en'),
  cy: sideOf(words, version, 'cy'),
});
