import { parseArgs } from 'node:util';
import { loadCommandSettings } from '../bot/config/command-settings.ts';
import { toCopyError } from '../bot/config/store-opening-error.ts';
import { copyFolder } from '../storage/blobs/folder-file-store.ts';
import { backUpSqlite } from '../storage/sqlite/backup.ts';
import { printLine, type CliCommand } from './cli-command.ts';

const usage = `Copies the embedded store to a new file while the server runs, and checks the copy.

  npm run backup -- --to <file>

It also copies the encrypted files of reports, into a folder beside the copy: <file>.files. Reports are encrypted in the copy as they are in the store: the same keys open them. Keep it as carefully as the store.
Cosmos DB has its own point-in-time restore: see docs/reliability.md.
`;

function copyFilesFolder(from: string, to: string): boolean {
  try {
    return copyFolder(from, to);
  } catch (error) {
    throw toCopyError(error, from, to);
  }
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The backup could not be made.',
  run: async (args) => {
    const { to } = parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values;
    const { store, files } = loadCommandSettings();
    if (to === undefined || store.kind === 'cosmos') {
      printLine(usage);
      return 2;
    }
    await backUpSqlite(store.path, to, store.use).catch((error: unknown) => {
      throw toCopyError(error, store.path, to);
    });
    printLine('The copy is complete.');
    if (files?.kind === 'blobs') printLine('Files are in a storage account, so this copy does not have them.');
    // After the store, so that every file that it names is there.
    if (files?.kind === 'folder') {
      const copiedFiles = `${to}.files`;
      printLine(copyFilesFolder(files.path, copiedFiles) ? `The files: ${copiedFiles}` : 'There are no files yet.');
    }
    return 0;
  },
};
