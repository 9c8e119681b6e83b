import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const wordFiles = ['words/**/*.ts', 'manifest/*.ts'];
const sources = ['bot', 'cards', 'commands', 'development', 'dialogs', 'manifest', 'summary', 'tab'];
const wordsOfQuestions = 'words/cards/question-words.ts';
const wordsOfTerms = 'words/terms/term-words.ts';
const noWords: ReadonlySet<string> = new Set(['words/say-word.ts']);

const keyPattern = /'([a-zA-Z]+\.[a-zA-Z0-9]+)'/gu;

function textsOf(root: string, patterns: readonly string[]): ReadonlyMap<string, string> {
  const paths = globSync([...patterns], { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const isOfTab = (path: string): boolean => path.startsWith('tab/') || path === wordsOfTerms;

const isOfPage = (file: string): boolean => file.startsWith('words/tab/') || file.startsWith('words/partners/');

export const readWordFiles = (root: string): ReadonlyMap<string, string> =>
  new Map([...textsOf(root, wordFiles)].filter(([path]) => !noWords.has(path)));

export const readSources = (root: string): ReadonlyMap<string, string> =>
  textsOf(root, [...sources.map((folder) => `${folder}/**/*.{ts,tsx}`), wordsOfQuestions, wordsOfTerms]);

/**
 * Which files ask for a word, by its file and key. Only `tab/` asks the catalogues of the pages; everything else asks
 * that of the cards.
 */
export function usesOf(files: ReadonlyMap<string, string>): (file: string, key: string) => readonly string[] {
  const users = new Map<string, string[]>();
  for (const [path, text] of files)
    for (const key of new Set([...text.matchAll(keyPattern)].map((match) => match[1] ?? '')))
      users.set(key, [...(users.get(key) ?? []), path]);
  return (file, key) => (users.get(key) ?? []).filter((path) => isOfTab(path) === isOfPage(file));
}

const buttonPattern = /\b(?:button|link|move)\(\s*say\(([^()]*)\)/gu;

const withTables = (said: string, text: string): string =>
  [...said.matchAll(/(\w+)\[/gu)].reduce(
    (all, [, name]) => all + (new RegExp(`\\bconst ${name}\\b[^=]*=([^;]*);`, 'u').exec(text)?.[1] ?? ''),
    said,
  );

const roomsOfPages = ['cards/', 'summary/pages/', 'bot/alerts/'];

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
