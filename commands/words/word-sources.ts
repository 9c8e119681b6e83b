import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where words stand in both languages, and where they are asked for by their keys. */
const wordFiles = ['words/**/*.ts', 'manifest/*.ts'];
const sources = ['bot', 'cards', 'commands', 'development', 'dialogs', 'manifest', 'summary', 'tab'];
/** Which words each question and each option is put in. */
const wordsOfQuestions = 'words/cards/question-words.ts';
/** Which words of the tab each term of handlers is put in. */
const wordsOfTerms = 'words/terms/term-words.ts';
/** Names of locales, which nobody reads. */
const noWords: ReadonlySet<string> = new Set(['words/say-word.ts']);

/** Whatever looks like a key of a catalogue. */
const keyPattern = /'([a-zA-Z]+\.[a-zA-Z0-9]+)'/gu;

/** The texts of files by path, in the order of their paths. */
function textsOf(root: string, patterns: readonly string[]): ReadonlyMap<string, string> {
  const paths = globSync([...patterns], { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const isOfTab = (path: string): boolean => path.startsWith('tab/') || path === wordsOfTerms;

const isOfPage = (file: string): boolean => file.startsWith('words/tab/') || file.startsWith('words/partners/');

/** The files of a project in which words stand. */
export const readWordFiles = (root: string): ReadonlyMap<string, string> =>
  new Map([...textsOf(root, wordFiles)].filter(([path]) => !noWords.has(path)));

/** The files of a project that may say words. */
export const readSources = (root: string): ReadonlyMap<string, string> =>
  textsOf(root, [...sources.map((folder) => `${folder}/**/*.{ts,tsx}`), wordsOfQuestions, wordsOfTerms]);

/**
 * Which files ask for a word: a function from its file and key to paths. The catalogues of the pages are asked by
 * `tab/` alone, that of the cards by everything else.
 */
export function usesOf(files: ReadonlyMap<string, string>): (file: string, key: string) => readonly string[] {
  const users = new Map<string, string[]>();
  for (const [path, text] of files)
    for (const key of new Set([...text.matchAll(keyPattern)].map((match) => match[1] ?? '')))
      users.set(key, [...(users.get(key) ?? []), path]);
  return (file, key) => (users.get(key) ?? []).filter((path) => isOfTab(path) === isOfPage(file));
}

/** Whatever is said on a button, where it is made of what is said. */
const buttonPattern = /\b(?:button|link|move)\(\s*say\(([^()]*)\)/gu;

/** The source of a button with that of the tables that it takes its words from. */
const withTables = (said: string, text: string): string =>
  [...said.matchAll(/(\w+)\[/gu)].reduce(
    (all, [, name]) => all + (new RegExp(`\\bconst ${name}\\b[^=]*=([^;]*);`, 'u').exec(text)?.[1] ?? ''),
    said,
  );

/** The rooms that make pages of cards. */
const roomsOfPages = ['cards/', 'summary/pages/', 'bot/alerts/'];

/** The keys of words that stand on the buttons of cards, among the files that say them. */
export const buttonKeysIn = (files: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...files]
      .filter(([path]) => roomsOfPages.some((room) => path.startsWith(room)))
      .flatMap(([path, text]) =>
        path.endsWith('buttons.ts')
          ? [text]
          : [...text.matchAll(buttonPattern)].map(([, said = '']) => withTables(said, text)),
      )
      .flatMap((said) => [...said.matchAll(keyPattern)].map((match) => match[1] ?? '')),
  );
