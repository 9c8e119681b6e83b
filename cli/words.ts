import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { printLine, type CliCommand, writeToStdout } from './cli-command.ts';
import { WordsError } from './words/word-locations.ts';
import { wordsCommand, wordsUsage } from './words/words-command.ts';

function formatFiles(root: string, paths: readonly string[]): void {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  spawnSync(process.execPath, [biome, 'format', '--write', ...paths], { cwd: root, stdio: 'ignore' });
}

export const cliCommand: CliCommand = {
  usage: wordsUsage,
  failureMessage: 'Nothing was done.',
  errors: [WordsError],
  run: (args) => {
    const root = resolve(import.meta.dirname, '..');
    return wordsCommand({ root, write: writeToStdout, printLine, format: (paths) => formatFiles(root, paths) }, args);
  },
};
