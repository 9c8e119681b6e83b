import { partnersFolders, tabFolders } from '../../bot/http/tab-files.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { doctorCommand } from '../doctor.ts';

await orExitWithReason('The doctor could not look.', async () => {
  const code = await doctorCommand(
    {
      say: (line) => process.stdout.write(`${line}\n`),
      clock: () => new Date(),
      page: {
        show: () => undefined,
        ask: async () => '',
        folders: tabFolders,
        partnersFolders,
        deadlineMs: 20_000,
      },
    },
    process.argv.slice(2),
  );
  // A check that hangs has been told, and keeps nobody waiting; what was written is out before that.
  process.stdout.write('', () => process.exit(code));
});
