import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The words that mark what only a force can say, in each language, in a statement or the heading above it. */
const leftToForce = /for the force to (?:fill in|decide)|i’r heddlu ei lenwi/iu;
/** A file that can show something: words alone show nothing. */
const shows = /\.(?:tsx?|mjs|json|yml)$/u;

/** One thing that a paper says below its introduction: a row, a line of a list, or a paragraph. */
interface Statement {
  readonly text: string;
  readonly isLeftToForce: boolean;
  readonly files: readonly string[];
}

/** The files of this project that a text links to, as it writes them. */
export const linkedFiles = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/gu)].flatMap(({ 1: file = '' }) =>
    /^[a-z]+:/u.test(file) ? [] : [file],
  );

const isHead = (line: string, next: string | undefined): boolean =>
  line.startsWith('|') && (next ?? '').startsWith('|---');
const isRule = (line: string): boolean => line.startsWith('|---');

/** The statements of a paper in their order. Its introduction, headings, diagrams and heads of tables are none. */
export function parseStatements(paper: string): readonly Statement[] {
  const [, ...sections] = paper.replaceAll(/^```[\s\S]*?^```$/gmu, '').split(/^(?=## )/mu);
  return sections.flatMap((section) => {
    const [heading = '', ...lines] = section.split('\n');
    return lines
      .filter(
        (line, at) => line.trim() !== '' && !line.startsWith('#') && !isHead(line, lines[at + 1]) && !isRule(line),
      )
      .map((text) => ({
        text,
        isLeftToForce: leftToForce.test(heading) || leftToForce.test(text),
        files: linkedFiles(text),
      }));
  });
}

/** A sentence for each statement of a paper that nothing shows, and for each file that it names and that is not there. */
export function statementProblems(paper: string, folder: string): readonly string[] {
  return parseStatements(paper).flatMap(({ text, isLeftToForce, files }) => [
    ...files.filter((file) => !existsSync(join(folder, file))).map((file) => `is not there: ${file}`),
    ...(isLeftToForce || files.some((file) => shows.test(file)) ? [] : [`is shown by nothing: ${text}`]),
  ]);
}
