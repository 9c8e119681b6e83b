import { join } from 'node:path';
import type { Plugin } from 'vite';
import { catalogue as cards } from '../../words/cards/catalogue.ts';
import { catalogue as partners } from '../../words/partners/catalogue.ts';
import { catalogue as tab } from '../../words/tab/catalogue.ts';
import type { Word } from '../../words/word.ts';
import { IntlMessageFormat } from 'intl-messageformat';
import type { MessagePart, ParsedMessage } from '../ui/parsed-message-format.ts';

type Catalogue = ReadonlyMap<string, Word>;
const catalogues: ReadonlyMap<string, Catalogue> = new Map(
  Object.entries({ cards, partners, tab }).map(([name, words]) => [name, new Map<string, Word>(Object.entries(words))]),
);

const root = join(import.meta.dirname, '..', '..').replaceAll('\\', '/');
const parsedMessageFile = `${root}/tab/ui/parsed-message-format.ts`;
const virtualWordPrefix = '\0candour-word:';
const wordId = (name: string, key: string): string => `${virtualWordPrefix}${name}/${key}`;
const areaPattern = /\/words\/(?<name>cards|partners|tab)\/(?<file>[\w-]+)\.ts$/u;
/** A test of the catalogues holds that code names a word by its whole key. */
const keyPattern = /'([a-zA-Z]+\.[a-zA-Z0-9]+)'/gu;

const generateWordCode = (word: Word): string =>
  JSON.stringify(Object.fromEntries(Object.entries(word).map(([language, text]) => [language, parseIcuMessage(text)])));

const isWord = (value: unknown): value is Word =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string');

async function generateAreaCode(id: string, name: string): Promise<string | undefined> {
  const loadedModule: unknown = await import(id);
  const areas =
    typeof loadedModule === 'object' && loadedModule !== null ? Object.entries<unknown>({ ...loadedModule }) : [];
  const catalogueExports = areas.flatMap(([exported, words]) => {
    const all = typeof words === 'object' && words !== null ? Object.entries<unknown>({ ...words }) : [];
    return all.every(([key, word]) => isWord(word) && catalogues.get(name)?.has(key)) ? [{ exported, all }] : [];
  });
  if (catalogueExports.length === 0) return undefined;
  const keys = catalogueExports.flatMap(({ all }) => all.map(([key]) => key));
  return [
    ...keys.map((key, at) => `import w${at} from ${JSON.stringify(wordId(name, key))};`),
    ...catalogueExports.map(({ exported, all }) => {
      const entries = all.map(([key]) => `${JSON.stringify(key)}: w${keys.indexOf(key)}`);
      return `export const ${exported} = { ${entries.join(', ')} };`;
    }),
  ].join('\n');
}

/** Gives each module of a page its own words, already parsed, so that no page loads a whole catalogue. */
export const splitCatalogues = (): Plugin => ({
  name: 'candour-words',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (source.startsWith(virtualWordPrefix)) return source;
    if (!source.endsWith('/message-format.ts') || importer === undefined) return undefined;
    const found = await this.resolve(source, importer, { skipSelf: true });
    return found?.id === `${root}/words/message-format.ts` ? parsedMessageFile : undefined;
  },
  load(id) {
    if (!id.startsWith(virtualWordPrefix)) {
      const { name, file } = areaPattern.exec(id)?.groups ?? {};
      if (name === undefined || file === 'translate') return undefined;
      return file === 'catalogue' ? 'export const catalogue = {};' : generateAreaCode(id, name);
    }
    const [name = '', key = ''] = id.slice(virtualWordPrefix.length).split('/');
    const word = catalogues.get(name)?.get(key);
    if (word === undefined) return this.error(`there is no word ${key} in ${name}`);
    return [
      `import { catalogue } from ${JSON.stringify(`${root}/words/${name}/catalogue.ts`)};`,
      `export default catalogue[${JSON.stringify(key)}] = ${generateWordCode(word)};`,
    ].join('\n');
  },
  transform(code, id) {
    if (id.startsWith('\0') || id.includes('/node_modules/') || !/\.tsx?$/u.test(id)) return undefined;
    const keys = [...new Set([...code.matchAll(keyPattern)].map((match) => match[1] ?? ''))];
    const ids = [...catalogues].flatMap(([name, words]) =>
      keys.filter((key) => words.has(key)).map((key) => wordId(name, key)),
    );
    if (ids.length === 0) return undefined;
    return { code: `${code}\n${ids.map((one) => `import ${JSON.stringify(one)};`).join(' ')}\n`, map: null };
  },
});

type MessageElement = ReturnType<IntlMessageFormat['getAst']>[number];
const [literal, argument, number] = [0, 1, 2];

function parseElement(element: MessageElement): MessagePart {
  if (!('value' in element)) return 0;
  if (Object.is(element.type, literal)) return element.value;
  if (Object.is(element.type, argument)) return [element.value];
  if (Object.is(element.type, number) && 'style' in element && !element.style) return [element.value, 'number'];
  const isCounted = !('pluralType' in element) || (element.offset === 0 && element.pluralType === 'cardinal');
  if (!('options' in element) || !isCounted) throw new Error('a word asks for what the page cannot say');
  const choices = Object.entries(element.options).map(([key, { value }]) => [key, parseElements(value)] as const);
  return [element.value, 'pluralType' in element ? 'plural' : 'select', Object.fromEntries(choices)];
}

function parseElements(elements: readonly MessageElement[]): ParsedMessage {
  const parts = elements.map(parseElement);
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}

/** Parses a message at the build, so that no page needs a parser. Throws for syntax that no word uses so far. */
export const parseIcuMessage = (text: string): ParsedMessage =>
  parseElements(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
