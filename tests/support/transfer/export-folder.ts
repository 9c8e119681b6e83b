import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { exportAll } from '../../../cli/export-all.ts';
import { importAll } from '../../../cli/import-all.ts';
import type { FileStore } from '../../../core/ports/file-store.ts';
import { backUpSqlite } from '../../../storage/sqlite/backup.ts';
import { createSqliteTransferStore } from '../../../storage/sqlite/transfer.ts';
import { openSqliteFile } from '../../../storage/sqlite/sqlite-file.ts';
import type { TransferStore } from '../../../storage/transfer/transfer-kinds.ts';

/** Longer than any pause of a machine that others keep busy. */
const patienceMs = 60_000;

/** A place that leaves and takes in: how it is opened for each. */
export interface TransferEnd {
  readonly openForExport: (folder: string) => Promise<TransferStore>;
  readonly openForImport: () => TransferStore;
  readonly files?: FileStore;
}

/** The store in a file, as the commands open it. */
export const createSqliteEnd = (path: string, files?: FileStore): TransferEnd => ({
  openForExport: async (folder) => {
    await backUpSqlite(path, join(folder, 'store.db'));
    return createSqliteTransferStore(openSqliteFile(join(folder, 'store.db'), patienceMs));
  },
  openForImport: () => createSqliteTransferStore(openSqliteFile(path, patienceMs)),
  ...(files && { files }),
});

export interface CommandOutput {
  readonly code: number;
  readonly said: readonly string[];
}

/** Has everything leave, and gives what was said with the exit code. */
export async function runExport({ openForExport: openStore, files }: TransferEnd, to: string): Promise<CommandOutput> {
  const said: string[] = [];
  const code = await exportAll({ openStore, files, printLine: (line) => said.push(line) }, to);
  return { code, said };
}

/** Takes a folder in, and gives what was said with the exit code. */
export async function runImport(
  { openForImport: openStore, files }: TransferEnd,
  from: string,
  beside = false,
): Promise<CommandOutput> {
  const said: string[] = [];
  const code = await importAll({ openStore, files, printLine: (line) => said.push(line) }, { from, isMerge: beside });
  return { code, said };
}

/** Every file of a folder by its path: with its content where that is text, with a digest of it else. */
export function readFolder(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(
    files.map((name) => {
      const bytes = readFileSync(join(folder, name));
      const isText = /\.(?:nd)?json$/u.test(name);
      return [name, isText ? bytes.toString('utf8') : createHash('sha256').update(bytes).digest('hex')];
    }),
  );
}
