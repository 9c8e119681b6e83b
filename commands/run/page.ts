import { partnersFolders, tabFolders } from '../../bot/http/tab-files.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { KeysError } from '../keys/keys-error.ts';
import { askSecret } from '../keys/secret-prompt.ts';
import { PageError } from '../page/page-error.ts';
import { pageCommand } from '../page.ts';

await orExitWithReason('Nothing was done.', async () => {
  process.exitCode = await pageCommand(
    {
      say: (line) => console.log(line),
      show(line) {
        if (!process.stderr.isTTY) throw new KeysError('noTerminal');
        process.stderr.write(`${line}\n`);
      },
      ask: async (prompt) => await askSecret(prompt, process.stdin, process.stderr),
      folders: tabFolders,
      partnersFolders,
      deadlineMs: 20_000,
    },
    process.argv.slice(2),
  );
}, [KeysError, PageError]);
