import { parseArgs } from 'node:util';
import { loadCommandSettings } from '../bot/settings/command-settings.ts';
import { openFiles } from '../bot/settings/files-settings.ts';
import { auditCommand } from './audit.ts';
import { importAll } from './moving/import-all.ts';
import { MovingError } from './moving/moving-error.ts';
import { openToTakeIn } from './moving/open-movable.ts';
import { say, type Verb } from './verb.ts';
import { withStore } from './with-store.ts';

const usage = `Takes a folder that "npm run export-all" made into the store of the settings. Stop the server first.

  npm run import-all -- --from <folder>            into an empty store
  npm run import-all -- --from <folder> --beside   beside another force's records; what stands stays

All of the folder is looked through before anything is written. Where this was stopped, do it again: it goes on. Afterwards the histories are checked, as "npm run audit -- verify" does.
`;

export const verb: Verb = {
  usage,
  undone: 'The folder was not taken in, or not all of it.',
  errors: [MovingError],
  run: async (args) => {
    const options = { from: { type: 'string' }, beside: { type: 'boolean', default: false } } as const;
    const { from, beside } = parseArgs({ args: [...args], options }).values;
    if (from === undefined || from === '') {
      say(usage);
      return 2;
    }
    const settings = loadCommandSettings();
    const clock = () => new Date();
    const files = await openFiles(settings.files, clock);
    const taken = await importAll({ open: () => openToTakeIn(settings.store, clock), files, say }, { from, beside });
    const audited = await withStore(settings, ({ store }) =>
      auditCommand({ ...store, files, clock, timeZone: settings.timeZone, say }, ['verify']),
    );
    return Math.max(taken, audited);
  },
};
