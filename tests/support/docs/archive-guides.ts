import packageJson from '../../../package.json' with { type: 'json' };
import { namedCommands, namedFiles } from './guide-references.ts';

/** An archive, or the list from which it is made. */
export interface ArchiveContents {
  /** Paths of all files in it. */
  readonly paths: ReadonlySet<string>;
  /** Its texts, by their paths. */
  readonly texts: ReadonlyMap<string, string>;
  /** How each command is called, as it says itself. */
  readonly usages: ReadonlyMap<string, string>;
}

/** They tell of the sources, and cite them as evidence. */
const citesSources =
  /^docs\/(?:(?:decisions|papers|formats)\/|guides\/secrets-and-people\.md$|(?:acts|architecture|dependencies|disclosure-control|dpia-notes|glossary|performance|reliability|threat-model|welsh)\.md$)/u;

/** Made by those who follow a guide. */
const madeByGuides = ['dist/candour-teams.zip', 'dist/entra-app.json', 'dist/tab-before', 'dist/partners-before'];

const isInstruction = (path: string): boolean =>
  /\.(?:md|yml|example)$|^deploy\/host\//u.test(path) && !path.startsWith('guidance/');

const escapePattern = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
const hasWord = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w-])${escapePattern(word)}(?![\\w-])`, 'u').test(text);

function findCommandProblems(path: string, text: string, { usages }: ArchiveContents): readonly string[] {
  const scripts: readonly string[] = Object.keys(packageJson.scripts);
  return namedCommands(text).flatMap(({ line, name, subcommand, options, isNpm, isOfSources }) => {
    const at = `${path}:${line}: ${name}`;
    if (isNpm) {
      if (!name.startsWith('npm ') && !scripts.includes(name)) return [`${at} is no command`];
      const isThere = name === 'package' && path.endsWith('.yml');
      return isThere || isOfSources || citesSources.test(path) ? [] : [`${at} needs the sources, and does not say so`];
    }
    if (name === 'help') return [];
    const usage = usages.get(name);
    if (usage === undefined) return [`${at} is no command of the archive`];
    const unknown = [...(subcommand === undefined ? [] : [subcommand]), ...options].filter(
      (word) => word !== '--help' && !hasWord(usage, word),
    );
    return unknown.map((word) => `${at} has no ${word}`);
  });
}

const isThere = (path: string, paths: ReadonlySet<string>): boolean => {
  const folder = `${path.replace(/\/$/u, '')}/`;
  return paths.has(path) || [...paths].some((one) => one.startsWith(folder));
};

function findFileProblems(path: string, text: string, { paths }: ArchiveContents): readonly string[] {
  return namedFiles(path, text)
    .filter((named) => !madeByGuides.includes(named.path) && !isThere(named.path, paths))
    .filter((named) => !citesSources.test(path) && (named.isLink || !named.isOfSources))
    .map((named) => `${path}:${named.line}: ${named.path} is not in the archive`);
}

/** Each command and file that a text of the archive names and that is not there, with its line. */
export const findGuideProblems = (archive: ArchiveContents): readonly string[] =>
  [...archive.texts]
    .filter(([path]) => isInstruction(path))
    // A line that begins with "#" is no heading there.
    .map(([path, text]) => [path, path.endsWith('.md') ? text : text.replaceAll(/^# ?/gmu, '')] as const)
    .flatMap(([path, text]) => [...findCommandProblems(path, text, archive), ...findFileProblems(path, text, archive)]);
