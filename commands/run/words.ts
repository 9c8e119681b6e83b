import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { wordsCommand } from '../words/words-command.ts';
import { WordsError } from '../words/words-error.ts';

const root = resolve(import.meta.dirname, '../..');
const biome = join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome');

await orExitWithReason('Nothing was done.', async () => {
  process.exitCode = await wordsCommand(
    {
      root,
      write: (text) => process.stdout.write(text),
      say: (line) => console.log(line),
      format: (paths) => {
        spawnSync(process.execPath, [biome, 'format', '--write', ...paths], { cwd: root, stdio: 'ignore' });
      },
    },
    process.argv.slice(2),
  );
}, [WordsError]);
