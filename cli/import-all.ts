import { parseArgs } from 'node:util';
import { loadCommandSettings } from '../bot/config/command-settings.ts';
import { openFileStore } from '../bot/config/files-settings.ts';
import type { FileStore } from '../core/ports/file-store.ts';
import type { TransferStore, TransferKind, TransferRecord } from '../storage/transfer/transfer-kinds.ts';
import { auditCommand } from './audit.ts';
import {
  unreadableName,
  readPartBytes,
  type ExportFolder,
  checkExportFolder,
  manifestEntry,
  filesListName,
  excludedKindsSentence,
  manifestLineCount,
  readPartList,
  TransferError,
  recordFiles,
  readRecords,
} from './transfer/export-folder.ts';
import { openTransferStoreForImport } from './transfer/open-transfer-store.ts';
import { printLine, type CliCommand } from './cli-command.ts';
import { withStore } from './with-store.ts';

const usage = `Imports a folder that "npm run export-all" made into the store in the settings. Stop the server first.

  npm run import-all -- --from <folder>            into an empty store
  npm run import-all -- --from <folder> --beside   beside another force's records, which stay as they are

The command checks the whole folder before it writes anything. If it was stopped, run it again: it continues. Afterwards it checks the histories, as "npm run audit -- verify" does.
`;

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The folder was not imported, or not all of it.',
  errors: [TransferError],
  run: async (args) => {
    const options = { from: { type: 'string' }, beside: { type: 'boolean', default: false } } as const;
    const { from, beside } = parseArgs({ args: [...args], options }).values;
    if (from === undefined || from === '') {
      printLine(usage);
      return 2;
    }
    const settings = loadCommandSettings();
    const clock = () => new Date();
    const files = await openFileStore(settings.files, clock);
    const taken = await importAll(
      { openStore: () => openTransferStoreForImport(settings.store, clock), files, printLine },
      { from, isMerge: beside },
    );
    const audited = await withStore(settings, ({ store }) =>
      auditCommand({ ...store, files, clock, timeZone: settings.timeZone, printLine }, ['verify']),
    );
    return Math.max(taken, audited);
  },
};

interface ImportDependencies {
  readonly openStore: () => TransferStore;
  readonly files: FileStore | undefined;
  readonly printLine: (line: string) => void;
}

interface ImportOptions {
  readonly from: string;
  readonly isMerge: boolean;
}

const batchSize = 100;

interface ImportComparison {
  readonly same: ReadonlyMap<TransferKind, number>;
  readonly conflicts: ReadonlySet<string>;
}

async function compareWithStore(
  folder: ExportFolder,
  transferStore: TransferStore,
  reportConflict: (line: string) => void,
): Promise<ImportComparison> {
  const [same, clashed] = [new Map<TransferKind, number>(), new Set<string>()];
  for (const { kind } of recordFiles) {
    let count = 0;
    if ((await transferStore.count(kind)) > 0) {
      for await (const record of readRecords(folder, kind)) {
        const stored = await transferStore.readLine(kind, record);
        if (stored === undefined) continue;
        if (stored === record.line) count += 1;
        else {
          clashed.add(record.group);
          reportConflict(`Differs in the store: ${kind} ${record.id.join(' ')}. The store’s stays as it is.`);
        }
      }
    }
    same.set(kind, count);
  }
  return { same, conflicts: clashed };
}

async function assertNoOtherRecords(transferStore: TransferStore, { same }: ImportComparison): Promise<void> {
  for (const { kind } of recordFiles) {
    const storedCount = await transferStore.count(kind);
    if (storedCount === same.get(kind)) continue;
    throw new TransferError(
      `The store is not empty (${storedCount} of the kind ${kind}), so nothing was written. Name an empty store, or use --beside to put another force's records beside those in it.`,
    );
  }
}

async function importRecords(
  folder: ExportFolder,
  transferStore: TransferStore,
  kind: TransferKind,
  clashed: ReadonlySet<string>,
): Promise<{ readonly taken: number; readonly left: number }> {
  let [waiting, taken, left]: [TransferRecord[], number, number] = [[], 0, 0];
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await transferStore.add(kind, waiting);
    taken += waiting.length;
    waiting = [];
  };
  for await (const record of readRecords(folder, kind)) {
    if (clashed.has(record.group)) {
      left += 1;
      continue;
    }
    waiting.push(record);
    if (waiting.length >= batchSize) await flush();
  }
  await flush();
  return { taken, left };
}

async function importFiles(
  folder: ExportFolder,
  { files, printLine: say }: ImportDependencies,
  clashed: ReadonlySet<string>,
): Promise<number> {
  let left = 0;
  if (files === undefined) return left;
  for await (const part of readPartList(folder.path, manifestEntry(folder.manifest, filesListName))) {
    const { caseId, holder, id } = part;
    if (clashed.has(`case ${caseId}`)) {
      left += 1;
      continue;
    }
    const bytes = await readPartBytes(folder.path, part);
    if ((await files.putPart({ caseId, holder, id }, part.part, bytes)) === 'kept') continue;
    left += 1;
    say(`Differs in the store: file ${caseId} ${holder} ${id}, part ${part.part}. The store’s stays as it is.`);
  }
  return left;
}

async function importFolder(
  folder: ExportFolder,
  transferStore: TransferStore,
  deps: ImportDependencies,
  beside: boolean,
) {
  const { printLine: say } = deps;
  const comparison = await compareWithStore(folder, transferStore, beside ? say : () => undefined);
  if (!beside) await assertNoOtherRecords(transferStore, comparison);
  let left = 0;
  // Files before the cases that name them: no page ever shows a missing file.
  const leftParts = await importFiles(folder, deps, comparison.conflicts);
  for (const { kind, name } of recordFiles) {
    const moved = await importRecords(folder, transferStore, kind, comparison.conflicts);
    left += moved.left;
    if (moved.taken > 0) say(`${name}: ${moved.taken}`);
  }
  return left + leftParts;
}

/**
 * Existing records stay, and a repeat goes on after an interruption. Exit code 3 if something was left out. Throws
 * TransferError before it writes if the folder is not whole or the store unexpectedly not empty.
 */
export async function importAll(deps: ImportDependencies, { from, isMerge }: ImportOptions): Promise<number> {
  const folder = await checkExportFolder(from);
  const parts = manifestLineCount(folder, filesListName);
  if (parts > 0 && deps.files === undefined) {
    throw new TransferError(
      'The folder holds encrypted files, but the settings say that Candour takes none. Nothing was written: change FILES first.',
    );
  }
  const transferStore = deps.openStore();
  try {
    const left = await importFolder(folder, transferStore, deps, isMerge);
    const unreadableCount = manifestLineCount(folder, unreadableName);
    if (unreadableCount > 0)
      deps.printLine(`Not imported: ${unreadableCount} that the export could not read. They are in ${unreadableName}.`);
    deps.printLine(excludedKindsSentence);
    if (left > 0)
      deps.printLine(`Left out: ${left}, because they, or the case that they belong to, differ in the store.`);
    return left + unreadableCount === 0 ? 0 : 3;
  } finally {
    await transferStore.close();
  }
}
