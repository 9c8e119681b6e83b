import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { say, type Verb, write } from './verb.ts';
import { WordsError } from './words/word-locations.ts';
import { wordsCommand, wordsUsage } from './words/words-command.ts';

function formatIn(root: string, paths: readonly string[]): void {
  const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');
  spawnSync(process.execPath, [biome, 'format', '--write', ...paths], { cwd: root, stdio: 'ignore' });
}

export const verb: Verb = {
  usage: wordsUsage,
  undone: 'Nothing was done.',
  errors: [WordsError],
  run: (args) => {
    const root = resolve(import.meta.dirname, '..');
    return wordsCommand({ root, write, say, format: (paths) => formatIn(root, paths) }, args);
  },
};
