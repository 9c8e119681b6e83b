import { parseArgs } from 'node:util';
import { loadCommandSettings } from '../bot/config/command-settings.ts';
import { withPlaceOf } from '../bot/config/store-error-text.ts';
import { copyFolder } from '../storage/blobs/folder-files.ts';
import { backUpSqlite } from '../storage/sqlite/backup.ts';
import { say, type Verb } from './verb.ts';

const usage = `Copies the embedded store to a new file while the server runs, and checks the copy.

  npm run backup -- --to <file>

The sealed files of reports are copied as well, into a folder beside it: <file>.files. The copy holds what is sealed only: it opens with the same keys, and is to be kept as carefully as the store.
Cosmos DB has its own point-in-time restore: see docs/reliability.md.
`;

function copiedFolder(from: string, to: string): boolean {
  try {
    return copyFolder(from, to);
  } catch (error) {
    throw withPlaceOf(error, from, to);
  }
}

export const verb: Verb = {
  usage,
  undone: 'The backup could not be made.',
  run: async (args) => {
    const { to } = parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values;
    const { store, files } = loadCommandSettings();
    if (to === undefined || store.kind === 'cosmos') {
      say(usage);
      return 2;
    }
    await backUpSqlite(store.path, to, store.use).catch((error: unknown) => {
      throw withPlaceOf(error, store.path, to);
    });
    say('The copy is whole.');
    if (files?.kind === 'blobs') say('Files are in a storage account, and not in this copy.');
    // After the store, so that every file that it names is there.
    if (files?.kind === 'folder') {
      const beside = `${to}.files`;
      say(copiedFolder(files.path, beside) ? `The files: ${beside}` : 'There are no files yet.');
    }
    return 0;
  },
};
