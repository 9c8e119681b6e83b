import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { wordsCommand } from '../../../cli/words/words-command.ts';
import { type LocatedWord, locateWords, readWordFiles } from '../../../cli/words/word-locations.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../../..');
/** Whatever of the project the command reads. */
const parts = ['words', 'manifest', 'cards', 'docs/guides/cy'];

/** Runs the command as `npm run words` does, on a project of its own folder. */
async function runIn(folder: string, formatted: string[], args: readonly string[]) {
  const written: string[] = [];
  const said: string[] = [];
  const code = await wordsCommand(
    {
      root: folder,
      environment: {},
      write: (text) => written.push(text),
      printLine: (line) => said.push(line),
      format: (paths) => formatted.push(...paths),
    },
    args,
  );
  return { code, written: written.join(''), said: said.join('\n') };
}

/** Runs the command on the project itself. */
export const runWords = (...args: string[]) => runIn(root, [], args);

/** A copy of the project's words in a folder of its own, on which the command can be run. */
export function createWordsProject() {
  const folder = createTemporaryFolder();
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  const formatted: string[] = [];

  return {
    folder,
    formatted,
    path: (name: string): string => join(folder, name),
    text: (name: string): string => readFileSync(join(folder, name), 'utf8'),
    bytes: (name: string): Uint8Array => readFileSync(join(folder, name)),
    put(name: string, content: string | Uint8Array): string {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    words: (): readonly LocatedWord[] => locateWords(readWordFiles(folder)),
    files: (): ReadonlyMap<string, string> => readWordFiles(folder),
    run: (...args: string[]) => runIn(folder, formatted, args),
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  };
}
export type WordsProject = ReturnType<typeof createWordsProject>;
