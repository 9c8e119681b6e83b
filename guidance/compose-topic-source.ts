import type { Language } from '../core/model/language.ts';
import type { BilingualSource } from './parse-topic.ts';

export interface TopicContent {
  readonly title: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
  /** Older texts have one for both languages. */
  readonly owner: string | Readonly<Record<Language, string>>;
  readonly reviewBy: string;
  readonly part: string;
  readonly place: number;
}

export const toBilingualOwner = (owner: TopicContent['owner']): Readonly<Record<Language, string>> =>
  typeof owner === 'string' ? { en: owner, cy: owner } : owner;

const collapseWhitespace = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

function composeFile(words: TopicContent, version: number, language: Language): string {
  const [title, text] = [collapseWhitespace(words.title[language]), words.text[language]];
  if (title === '' && text.trim() === '') return '';
  const head = {
    title,
    owner: collapseWhitespace(toBilingualOwner(words.owner)[language]),
    version: `${version}`,
    review: collapseWhitespace(words.reviewBy),
    part: collapseWhitespace(words.part),
    place: `${words.place}`,
  };
  // A left-out line is then reported as missing, by its name.
  const lines = Object.entries(head).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]));
  return ['---', ...lines, '---', '', text].join('\n');
}

/** The two files of a topic, so that the same rules read words from the tab. */
export const composeTopicSource = (words: TopicContent, version: number): BilingualSource => ({
  en: composeFile(words, version, 'en'),
  cy: composeFile(words, version, 'cy'),
});
