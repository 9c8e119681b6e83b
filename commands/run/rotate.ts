import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { rotateCommand } from '../rotate.ts';

await orExitWithReason('Nothing was changed.', async () => {
  const code = await rotateCommand(
    {
      say: (line) => process.stdout.write(`${line}\n`),
      // What is piped or kept by whoever runs this is no terminal.
      ...(process.stderr.isTTY && { show: (line: string) => void process.stderr.write(`${line}\n`) }),
      clock: () => new Date(),
    },
    process.argv.slice(2),
  );
  process.stdout.write('', () => process.exit(code));
});
