import { parseArgs } from 'node:util';
import { loadCommandSettings } from '../bot/settings/command-settings.ts';
import { openFiles } from '../bot/settings/files-settings.ts';
import { exportAll } from './moving/export-all.ts';
import { MovingError } from './moving/moving-error.ts';
import { openToLeave } from './moving/open-movable.ts';
import { say, type Verb } from './verb.ts';

const usage = `Writes everything that the store holds into a new folder, for another Candour to take in.

  npm run export-all -- --to <folder>

What is sealed leaves as it is: no key is needed, and nothing is opened. The folder opens with the same keys, and is to be kept as carefully as the store. With Cosmos DB, stop the servers first.
`;

export const verb: Verb = {
  usage,
  undone: 'Not everything could leave, and no folder was made.',
  errors: [MovingError],
  run: async (args) => {
    const { to } = parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values;
    if (to === undefined || to === '') {
      say(usage);
      return 2;
    }
    const { store, files } = loadCommandSettings();
    const clock = () => new Date();
    const open = (folder: string) => openToLeave(store, clock, folder);
    return await exportAll({ open, files: await openFiles(files, clock), say }, to);
  },
};
