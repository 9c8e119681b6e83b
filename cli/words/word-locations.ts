import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type ESTree, parseAst } from 'vite';
import type { Language } from '../../core/model/language.ts';

interface TextSpan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface LocatedWord extends Readonly<Record<Language, TextSpan>> {
  readonly file: string;
  readonly key: string;
  readonly where: string;
}

/** A sheet still finds its words after a file was renamed. */
export const wordName = ({ file, key }: Pick<LocatedWord, 'file' | 'key'>): string => `${dirname(file)} ${key}`;

function parseText(value: ESTree.Expression): TextSpan | undefined {
  const { start, end } = value;
  if (value.type === 'Literal' && typeof value.value === 'string') return { text: value.value, start, end };
  if (value.type !== 'TemplateLiteral' || value.expressions.length > 0) return undefined;
  return { text: value.quasis[0]?.value.cooked ?? '', start, end };
}

const listProperties = (object: ESTree.ObjectExpression) =>
  object.properties.flatMap((property) => {
    if (property.type !== 'Property' || property.computed) return [];
    const { key, value } = property;
    if (key.type === 'Identifier') return [{ name: key.name, value }];
    return key.type === 'Literal' && typeof key.value === 'string' ? [{ name: key.value, value }] : [];
  });

interface FoundWord extends Readonly<Record<Language, TextSpan>> {
  readonly path: readonly string[];
}

function findWords(
  value: ESTree.Expression | ESTree.SpreadElement | null,
  path: readonly string[],
): readonly FoundWord[] {
  switch (value?.type) {
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'ParenthesizedExpression':
      return findWords(value.expression, path);
    case 'ObjectExpression': {
      const properties = listProperties(value);
      const text = (name: Language): TextSpan | undefined =>
        properties.filter((one) => one.name === name).flatMap((one) => parseText(one.value) ?? [])[0];
      const [en, cy] = [text('en'), text('cy')];
      if (en && cy) return [{ path, en, cy }];
      return properties.flatMap((one) => findWords(one.value, [...path, one.name]));
    }
    case 'ArrayExpression':
      return value.elements.flatMap((one, place) => findWords(one, [...path, `${place + 1}`]));
    case 'CallExpression': {
      const called = value.callee.type === 'MemberExpression' ? findWords(value.callee.object, path) : [];
      return [...called, ...value.arguments.flatMap((one) => findWords(one, path))];
    }
    default:
      return [];
  }
}

const docstringBefore = (text: string, start: number): string => {
  const [, comment = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*$/u.exec(text.slice(0, start)) ?? [];
  return comment.replaceAll(/\s*\n\s*\*?\s*/gu, ' ').trim();
};

const wordKey = (path: readonly string[]): string => {
  const [last = ''] = path.slice(-1);
  return last.includes('.') ? last : path.join('.');
};

function parseStatements(file: string, text: string): ESTree.Program['body'] {
  try {
    return parseAst(text, { lang: 'ts' }).body;
  } catch {
    throw new WordsError(`${file} cannot be read as TypeScript.`);
  }
}

function parseWordFile(file: string, text: string): readonly LocatedWord[] {
  return parseStatements(file, text).flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration') return [];
    const where = docstringBefore(text, statement.start);
    return declared.declarations.flatMap(({ id, init }) => {
      const found = findWords(init, []);
      const own = id.type === 'Identifier' ? id.name : '';
      return found.map(({ path, en, cy }) => ({ file, key: path.length > 0 ? wordKey(path) : own, where, en, cy }));
    });
  });
}

/**
 * Every word that is a constant of two literals, one a language. Throws WordsError if a file is no TypeScript, or two
 * words of a folder share a key.
 */
export function locateWords(files: ReadonlyMap<string, string>): readonly LocatedWord[] {
  const words = [...files].flatMap(([file, text]) => parseWordFile(file, text));
  const seen = new Set<string>();
  for (const word of words) {
    const name = wordName(word);
    if (seen.has(name)) throw new WordsError(`${dirname(word.file)} has two words for ${word.key}.`);
    seen.add(name);
  }
  return words;
}

const wordFilePatterns = ['words/**/*.ts', 'manifest/*.ts'];
const sourceFolders = ['bot', 'cards', 'cli', 'development', 'dialogs', 'manifest', 'summary', 'tab'];
const questionWordsFile = 'words/cards/question-word-keys.ts';
const termLabelsFile = 'words/terms/term-word-keys.ts';
const excludedFiles: ReadonlySet<string> = new Set(['words/translate-word.ts']);

const keyPattern = /'([a-zA-Z]+\.[a-zA-Z0-9]+)'/gu;

function readFiles(root: string, patterns: readonly string[]): ReadonlyMap<string, string> {
  const paths = globSync([...patterns], { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const isTabFile = (path: string): boolean => path.startsWith('tab/') || path === termLabelsFile;

const isPageFile = (file: string): boolean => file.startsWith('words/tab/') || file.startsWith('words/partners/');

export const readWordFiles = (root: string): ReadonlyMap<string, string> =>
  new Map([...readFiles(root, wordFilePatterns)].filter(([path]) => !excludedFiles.has(path)));

export const readSources = (root: string): ReadonlyMap<string, string> =>
  readFiles(root, [...sourceFolders.map((folder) => `${folder}/**/*.{ts,tsx}`), questionWordsFile, termLabelsFile]);

export function indexUses(files: ReadonlyMap<string, string>): (file: string, key: string) => readonly string[] {
  const users = new Map<string, string[]>();
  for (const [path, text] of files)
    for (const key of new Set([...text.matchAll(keyPattern)].map((match) => match[1] ?? '')))
      users.set(key, [...(users.get(key) ?? []), path]);
  return (file, key) => (users.get(key) ?? []).filter((path) => isTabFile(path) === isPageFile(file));
}

const buttonPattern = /\b(?:button|link|move)\(\s*translate\(([^()]*)\)/gu;

const expandTables = (code: string, text: string): string =>
  [...code.matchAll(/(\w+)\[/gu)].reduce(
    (all, [, name]) => all + (new RegExp(`\\bconst ${name}\\b[^=]*=([^;]*);`, 'u').exec(text)?.[1] ?? ''),
    code,
  );

const pageFolders = ['cards/', 'summary/', 'bot/jobs/'];

export const findButtonKeys = (files: ReadonlyMap<string, string>): ReadonlySet<string> =>
  new Set(
    [...files]
      .filter(([path]) => pageFolders.some((room) => path.startsWith(room)))
      .flatMap(([, text]) => [...text.matchAll(buttonPattern)].map(([, code = '']) => expandTables(code, text)))
      .flatMap((code) => [...code.matchAll(keyPattern)].map((match) => match[1] ?? '')),
  );

export class WordsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'WordsError';
  }
}
