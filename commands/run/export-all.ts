import { parseArgs } from 'node:util';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { openFiles } from '../../bot/settings/files-settings.ts';
import { exportAll } from '../moving/export-all.ts';
import { MovingError } from '../moving/moving-error.ts';
import { openToLeave } from '../moving/open-movable.ts';

const usage = `Writes everything that the store holds into a new folder, for another Candour to take in.

  npm run export-all -- --to <folder>

What is sealed leaves as it is: no key is needed, and nothing is opened. The folder opens with the same keys, and is to be kept as carefully as the store. With Cosmos DB, stop the servers first.
`;

await orExitWithReason('Not everything could leave, and no folder was made.', async () => {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  if (to === undefined || to === '') {
    console.log(usage);
    process.exitCode = 2;
    return;
  }
  const { store, files } = loadCommandSettings();
  const clock = () => new Date();
  process.exitCode = await exportAll(
    {
      open: (folder) => openToLeave(store, clock, folder),
      files: await openFiles(files, clock),
      say: (line) => console.log(line),
    },
    to,
  );
}, [MovingError]);
