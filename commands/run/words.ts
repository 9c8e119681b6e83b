import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { wordsCommand } from '../words/words-command.ts';

await orExitWithReason('The words could not be looked at.', async () => {
  process.exitCode = await wordsCommand(
    { environment: process.env, say: (line) => console.log(line) },
    process.argv.slice(2),
  );
});
