import { posix } from 'node:path';

/** A paragraph, a row, an item or a block of code, with what stands above it. */
interface Passage {
  readonly line: number;
  readonly text: string;
  readonly isCode: boolean;
  /** The headings above it, and for code the paragraph before it. */
  readonly above: string;
}

/** A command that a guide names, with what it names of its arguments. */
interface NamedCommand {
  readonly line: number;
  readonly name: string;
  readonly subcommand: string | undefined;
  readonly options: readonly string[];
  /** Typed to npm, which an archive does not have. */
  readonly isNpm: boolean;
  /** The guide says there that it is for those who have the sources. */
  readonly isOfSources: boolean;
}

/** A file or folder that a guide names, by its path from the root. */
interface NamedFile {
  readonly line: number;
  readonly path: string;
  readonly isLink: boolean;
  readonly isOfSources: boolean;
}

function readPassages(document: string): readonly Passage[] {
  const passages: Passage[] = [];
  const headings: string[] = [];
  let before = '';
  let lines: string[] = [];
  let start = 1;
  let isCode = false;
  const end = (): void => {
    const text = lines.join('\n');
    if (text.trim() !== '') {
      passages.push({ line: start, text, isCode, above: [...headings, isCode ? before : ''].join('\n') });
      before = text;
    }
    lines = [];
  };
  document.split('\n').forEach((line, at) => {
    const isFence = /^\s*```/u.test(line);
    if (isFence) {
      end();
      isCode = !isCode;
      return;
    }
    const [, marks] = /^(#+) /u.exec(isCode ? '' : line) ?? [];
    const beginsAnew = /^\s*(?:$|\||[-*] |\d+\. )/u.test(line) || marks !== undefined;
    if (!isCode && beginsAnew) end();
    if (marks !== undefined) headings.splice(marks.length - 1, headings.length, line);
    if (lines.length === 0 && line.trim() === '') return;
    if (lines.length === 0) start = at + 1;
    lines.push(line);
  });
  end();
  return passages;
}

const isOfSources = ({ text, above }: Passage): boolean => /\bsources\b|ffynonellau/iu.test(`${above}\n${text}`);

const commandPattern =
  /(?:(?<npm>npm run) (?:-s )?(?<script>[a-z][\w:-]*)|node (?:\/opt\/candour\/)?candour\.mjs (?<command>[a-z][\w-]*))(?<rest>[^`"\n|;>&]*)/gu;
const npmVerbPattern = /\bnpm (?<verb>ci|install|start|test)\b/gu;

/** The commands that a guide names, in prose and in what is to be typed. */
export const namedCommands = (document: string): readonly NamedCommand[] =>
  readPassages(document).flatMap((passage) => {
    const { line, text } = passage;
    // A bar is escaped in a row of a table, and an argument to be filled in has angle brackets.
    const typed = text.replaceAll('\\|', '/').replaceAll(/<[^<>\n]+>/gu, '…');
    const commands = [...typed.matchAll(commandPattern)].map(({ groups }): NamedCommand => {
      const words = (groups?.rest ?? '').trim().split(/\s+/u);
      const [first = ''] = words[0] === '--' ? words.slice(1) : words;
      return {
        line,
        name: groups?.script ?? groups?.command ?? '',
        subcommand: /^[a-z][a-z-]*$/u.test(first) ? first : undefined,
        options: words.flatMap((word) => /^\[?(--[a-z][a-z-]*)/u.exec(word)?.[1] ?? []),
        isNpm: groups?.npm !== undefined,
        isOfSources: isOfSources(passage),
      };
    });
    const verbs = [...text.matchAll(npmVerbPattern)].map(
      ({ groups }): NamedCommand => ({
        line,
        name: `npm ${groups?.verb ?? ''}`,
        subcommand: undefined,
        options: [],
        isNpm: true,
        isOfSources: isOfSources(passage),
      }),
    );
    return [...commands, ...verbs];
  });

const folders =
  'bot|cards|cli|contract|core|crypto|deploy|development|dialogs|dist|docs|documents|guidance|manifest|node_modules|release|server|storage|summary|tab|tests|types|words';
const pathPattern = new RegExp(
  `(?<![\\w./-])(?:/opt/candour(?:-[\\d.]+)?/)?(?<path>(?:${folders})/[\\w.*/-]*[\\w*/]|[A-Z][\\w-]+\\.(?:md|txt)|SHA256SUMS|LICENSE|\\.env\\.example|sbom\\.cdx\\.json|candour\\.mjs)(?![\\w-])`,
  'gu',
);
const linkPattern = /\]\((?<target>[^)#\s]+)(?:#[^)\s]*)?\)/gu;

/** The files of Candour that a guide links to, or names in code. */
export const namedFiles = (path: string, document: string): readonly NamedFile[] =>
  readPassages(document).flatMap((passage) => {
    const { line, text, isCode } = passage;
    const common = { line, isOfSources: isOfSources(passage) };
    const links = [...text.matchAll(linkPattern)].flatMap(({ groups }): readonly NamedFile[] => {
      const target = groups?.target ?? '';
      if (/^[a-z]+:/u.test(target)) return [];
      return [{ ...common, path: posix.join(posix.dirname(path), target), isLink: true }];
    });
    const code = isCode ? [text] : [...text.matchAll(/`([^`\n]+)`/gu)].map(([, one = '']) => one);
    const named = code.flatMap((one) =>
      [...one.matchAll(pathPattern)].map(
        ({ groups }): NamedFile => ({ ...common, path: groups?.path ?? '', isLink: false }),
      ),
    );
    return [...links, ...named];
  });
