import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCommandSettings } from '../bot/config/command-settings.ts';
import { openFileStore } from '../bot/config/files-settings.ts';
import type { FileStore } from '../core/ports/file-store.ts';
import { canonicalJson } from '../core/model/digests.ts';
import type { RecordKey } from '../storage/document-store.ts';
import { isUnreadableRecord, type TransferStore } from '../storage/transfer/transfer-kinds.ts';
import {
  unreadableName,
  copyFileParts,
  type ManifestEntry,
  filesFolder,
  excludedKindsSentence,
  type LinesWriter,
  writePartList,
  manifestName,
  serialiseManifest,
  TransferError,
  recordFiles,
  createLinesWriter,
  writeWholeFile,
} from './transfer/export-folder.ts';
import { openTransferStoreForExport } from './transfer/open-transfer-store.ts';
import { printLine, type CliCommand } from './cli-command.ts';

const usage = `Writes everything that the store holds into a new folder, for another Candour to import.

  npm run export-all -- --to <folder>

Encrypted texts and files stay encrypted: the command needs no key and opens nothing. The same keys open them in the folder, so keep it as carefully as the store. With Cosmos DB, stop the servers first.
`;

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'Not everything could be exported, so no folder was made.',
  errors: [TransferError],
  run: async (args) => {
    const { to } = parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values;
    if (to === undefined || to === '') {
      printLine(usage);
      return 2;
    }
    const { store, files } = loadCommandSettings();
    const clock = () => new Date();
    const openStore = (folder: string) => openTransferStoreForExport(store, clock, folder);
    return await exportAll({ openStore, files: await openFileStore(files, clock), printLine }, to);
  },
};

interface ExportDependencies {
  readonly openStore: (folder: string) => Promise<TransferStore>;
  readonly files: FileStore | undefined;
  readonly printLine: (line: string) => void;
}

type UnreadableHandler = (kind: string, id: RecordKey, why: string, raw: string) => void;

async function writeRecords(
  transferStore: TransferStore,
  folder: string,
  onUnreadable: UnreadableHandler,
): Promise<readonly ManifestEntry[]> {
  const entries: ManifestEntry[] = [];
  for (const { kind, name } of recordFiles) {
    const lines = createLinesWriter(join(folder, name));
    try {
      for await (const row of transferStore.rows(kind)) {
        if (isUnreadableRecord(row)) onUnreadable(kind, row.id, row.reason, row.raw);
        else lines.add(row.line);
      }
    } catch (error) {
      lines.discard();
      throw error;
    }
    entries.push(lines.end());
  }
  return entries;
}

async function withTransferStore<T>(
  open: ExportDependencies['openStore'],
  work: string,
  use: (transferStore: TransferStore) => Promise<T>,
): Promise<T> {
  mkdirSync(work, { mode: 0o700 });
  try {
    const transferStore = await open(work);
    try {
      return await use(transferStore);
    } finally {
      await transferStore.close();
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function writeExportFolder(
  { openStore, files, printLine: say }: ExportDependencies,
  folder: string,
): Promise<number> {
  let unreadableCount = 0;
  const asideLines: LinesWriter = createLinesWriter(join(folder, unreadableName));
  const onUnreadable: UnreadableHandler = (kind, id, why, raw) => {
    unreadableCount += 1;
    asideLines.add(canonicalJson({ kind, id, why, raw }));
    const what = why === 'newer' ? 'was written by a newer version' : 'cannot be read';
    say(`Put aside: ${kind} ${id.join(' ')} ${what}.`);
  };
  const records = await withTransferStore(openStore, join(folder, 'store.unfinished'), (movable) =>
    writeRecords(movable, folder, onUnreadable),
  );
  mkdirSync(join(folder, filesFolder), { mode: 0o700 });
  // After the store, so that every file that it names is there.
  const unread = files === undefined ? [] : await copyFileParts(files, folder);
  for (const { caseId, holder, id, part } of unread) onUnreadable('file', [caseId, holder, id, part], 'damaged', '');
  const entries = [...records, writePartList(folder), asideLines.end()];
  writeWholeFile(join(folder, manifestName), Buffer.from(serialiseManifest(entries)));
  for (const { name, lines } of entries) if (lines > 0) say(`${name}: ${lines}`);
  return unreadableCount;
}

/**
 * Sealed as it is, into a new folder that gets its name once whole. Exit code 3 if something unreadable was put aside.
 * Throws TransferError if the name is taken.
 */
export async function exportAll(deps: ExportDependencies, to: string): Promise<number> {
  if (existsSync(to)) throw new TransferError(`${to} exists already: name a folder that does not.`);
  const unfinished = `${to}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  chmodSync(unfinished, 0o700);
  try {
    const unreadableCount = await writeExportFolder(deps, unfinished);
    renameSync(unfinished, to);
    if (deps.files === undefined)
      deps.printLine('The settings say that Candour takes no files, so none were exported.');
    deps.printLine(excludedKindsSentence);
    deps.printLine(
      unreadableCount === 0
        ? 'Everything is in the folder. Keep it as carefully as the store.'
        : `Everything is in the folder, except ${unreadableCount} that were put aside into ${unreadableName}. Tell the person who is responsible for the data.`,
    );
    return unreadableCount === 0 ? 0 : 3;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}
