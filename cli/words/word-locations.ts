import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ESTree, parseAst } from 'vite';
import { type Language, languages } from '../../core/model/language.ts';
import { linesIn } from '../../guidance/check-topic.ts';
import { builtInTopics } from '../../guidance/node/built-in-texts.ts';
import type { Topic } from '../../guidance/topic.ts';

interface PlacedText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface PlacedWord extends Readonly<Record<Language, PlacedText>> {
  readonly file: string;
  readonly key: string;
  readonly where: string;
}

export const nameOf = ({ file, key }: Pick<PlacedWord, 'file' | 'key'>): string => `${file} ${key}`;

function textOf(value: ESTree.Expression): PlacedText | undefined {
  const { start, end } = value;
  if (value.type === 'Literal' && typeof value.value === 'string') return { text: value.value, start, end };
  if (value.type !== 'TemplateLiteral' || value.expressions.length > 0) return undefined;
  return { text: value.quasis[0]?.value.cooked ?? '', start, end };
}

const propertiesOf = (object: ESTree.ObjectExpression) =>
  object.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.computed) return [];
    const { key, value } = property;
    if (key.type === 'Identifier') return [{ name: key.name, value }];
    return key.type === 'Literal' && typeof key.value === 'string' ? [{ name: key.value, value }] : [];
  });

interface Found extends Readonly<Record<Language, PlacedText>> {
  readonly path: readonly string[];
}

function wordsIn(value: ESTree.Expression | ESTree.SpreadElement | null, path: readonly string[]): readonly Found[] {
  switch (value?.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return wordsIn(value.expression, path);
    case 'ObjectExpression': {
      const properties = propertiesOf(value);
      const text = (name: Language): PlacedText | undefined =>
        properties.filter((one) => one.name === name).flatMap((one) => textOf(one.value) ?? [])[0];
      const [en, cy] = [text('en'), text('cy')];
      if (en && cy) return [{ path, en, cy }];
      return properties.flatMap((one) => wordsIn(one.value, [...path, one.name]));
    }
    case 'ArrayExpression':
      return value.elements.flatMap((one, place) => wordsIn(one, [...path, `${place + 1}`]));
    case 'CallExpression': {
      const called = value.callee.type === 'MemberExpression' ? wordsIn(value.callee.object, path) : [];
      return [...called, ...value.arguments.flatMap((one) => wordsIn(one, path))];
    }
    default:
      return [];
  }
}

const docstringBefore = (text: string, start: number): string => {
  const [, comment = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/u.exec(text.slice(0, start)) ?? [];
  return comment.replaceAll(/\s*\n\s*\*?\s*/gu, ' ').trim();
};

const keyOf = (path: readonly string[]): string => {
  const [last = ''] = path.slice(-1);
  return last.includes('.') ? last : path.join('.');
};

function statementsOf(file: string, text: string): ESTree.Program['body'] {
  try {
    return parseAst(text, { lang: 'ts' }).body;
  } catch {
    throw new WordsError(`${file} cannot be read as TypeScript.`);
  }
}

function wordsOfFile(file: string, text: string): readonly PlacedWord[] {
  return statementsOf(file, text).flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration') return [];
    const where = docstringBefore(text, statement.start);
    return declared.declarations.flatMap(({ id, init }) => {
      const found = wordsIn(init, []);
      const own = id.type === 'Identifier' ? id.name : '';
      return found.map(({ path, en, cy }) => ({ file, key: path.length > 0 ? keyOf(path) : own, where, en, cy }));
    });
  });
}

/**
 * Every word that is a constant in both languages as two literals. Throws WordsError if a file cannot be read as
 * TypeScript, or two words of a file have one key.
 */
export function placedWords(files: ReadonlyMap<string, string>): readonly PlacedWord[] {
  const words = [...files].flatMap(([file, text]) => wordsOfFile(file, text));
  const seen = new Set<string>();
  for (const word of words) {
    const name = nameOf(word);
    if (seen.has(name)) throw new WordsError(`${word.file} has two words for ${word.key}.`);
    seen.add(name);
  }
  return words;
}

const wordFiles = ['words/**/*.ts', 'manifest/*.ts'];
const sources = ['bot', 'cards', 'cli', 'development', 'dialogs', 'manifest', 'summary', 'tab'];
const wordsOfQuestions = 'words/cards/question-words.ts';
const wordsOfTerms = 'words/terms/term-labels.ts';
const noWords: ReadonlySet<string> = new Set(['words/translate.ts']);

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

const roomsOfPages = ['cards/', 'summary/', 'bot/jobs/'];

export const buttonKeysIn = (files: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...files]
      .filter(([path]) => roomsOfPages.some((room) => path.startsWith(room)))
      .flatMap(([, text]) => [...text.matchAll(buttonPattern)].map(([, said = '']) => withTables(said, text)))
      .flatMap((said) => [...said.matchAll(keyPattern)].map((match) => match[1] ?? '')),
  );

const topicTexts = ({ text }: Topic, language: (typeof languages)[number]): readonly PlacedText[] =>
  [text[language].title, ...linesIn(text[language].blocks).map((line) => line.map((one) => one.text).join(''))].map(
    (said) => ({ text: said, start: 0, end: 0 }),
  );

export const topicWords = (root: string): readonly PlacedWord[] =>
  [...builtInTopics(join(root, 'guidance', 'topics')).values()].flatMap((topic) => {
    const [en, cy] = languages.map((language) => topicTexts(topic, language));
    return (en ?? []).flatMap((text, at): readonly PlacedWord[] => {
      const other = cy?.[at];
      const file = `guidance/topics/${topic.id}.en.md`;
      return other === undefined ? [] : [{ file, key: `topics.${topic.id}`, where: '', en: text, cy: other }];
    });
  });

export class WordsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WordsError';
  }
}
