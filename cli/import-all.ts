import { parseArgs } from 'node:util';
import { loadCommandSettings } from '../bot/config/command-settings.ts';
import { openFiles } from '../bot/config/files-settings.ts';
import type { FileStore } from '../core/ports/file-store.ts';
import type { Movable, MovedKind, MovedRecord } from '../storage/transfer/record-kinds.ts';
import { auditCommand } from './audit.ts';
import {
  asideName,
  bytesOf,
  type CheckedFolder,
  checkFolder,
  describedIn,
  filesListName,
  leftBehindSentence,
  linesOf,
  listedParts,
  MovingError,
  recordFiles,
  recordsIn,
} from './transfer/export-folder.ts';
import { openToTakeIn } from './transfer/open-transfer-store.ts';
import { say, type Verb } from './verb.ts';
import { withStore } from './store-context.ts';

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

interface ImportDependencies {
  readonly open: () => Movable;
  readonly files: FileStore | undefined;
  readonly say: (line: string) => void;
}

interface ImportOptions {
  readonly from: string;
  readonly beside: boolean;
}

const recordsAtOnce = 100;

interface Standing {
  readonly same: ReadonlyMap<MovedKind, number>;
  readonly clashed: ReadonlySet<string>;
}

async function compare(folder: CheckedFolder, movable: Movable, say: (line: string) => void): Promise<Standing> {
  const [same, clashed] = [new Map<MovedKind, number>(), new Set<string>()];
  for (const { kind } of recordFiles) {
    let count = 0;
    if ((await movable.count(kind)) > 0) {
      for await (const record of recordsIn(folder, kind)) {
        const standing = await movable.standing(kind, record);
        if (standing === undefined) continue;
        if (standing === record.line) count += 1;
        else {
          clashed.add(record.group);
          say(`Stands otherwise: ${kind} ${record.id.join(' ')}. It stays as it is.`);
        }
      }
    }
    same.set(kind, count);
  }
  return { same, clashed };
}

async function expectNothingElse(movable: Movable, { same }: Standing): Promise<void> {
  for (const { kind } of recordFiles) {
    const standing = await movable.count(kind);
    if (standing === same.get(kind)) continue;
    throw new MovingError(
      `The store holds something already (${standing} of the kind ${kind}), and nothing was written. Name an empty store, or say --beside to put another force's records beside what stands.`,
    );
  }
}

async function takeIn(
  folder: CheckedFolder,
  movable: Movable,
  kind: MovedKind,
  clashed: ReadonlySet<string>,
): Promise<{ readonly taken: number; readonly left: number }> {
  let [waiting, taken, left]: [MovedRecord[], number, number] = [[], 0, 0];
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await movable.add(kind, waiting);
    taken += waiting.length;
    waiting = [];
  };
  for await (const record of recordsIn(folder, kind)) {
    if (clashed.has(record.group)) {
      left += 1;
      continue;
    }
    waiting.push(record);
    if (waiting.length >= recordsAtOnce) await flush();
  }
  await flush();
  return { taken, left };
}

async function takeInFiles(
  folder: CheckedFolder,
  { files, say }: ImportDependencies,
  clashed: ReadonlySet<string>,
): Promise<number> {
  let left = 0;
  if (files === undefined) return left;
  for await (const part of listedParts(folder.path, describedIn(folder.manifest, filesListName))) {
    const { caseId, holder, id } = part;
    if (clashed.has(`case ${caseId}`)) {
      left += 1;
      continue;
    }
    const bytes = await bytesOf(folder.path, part);
    if ((await files.putPart({ caseId, holder, id }, part.part, bytes)) === 'kept') continue;
    left += 1;
    say(`Stands otherwise: file ${caseId} ${holder} ${id}, part ${part.part}. It stays as it is.`);
  }
  return left;
}

async function takeInAll(folder: CheckedFolder, movable: Movable, deps: ImportDependencies, beside: boolean) {
  const { say } = deps;
  const standing = await compare(folder, movable, beside ? say : () => undefined);
  if (!beside) await expectNothingElse(movable, standing);
  let left = 0;
  // Files before the cases that name them: no page ever shows a missing file.
  const leftParts = await takeInFiles(folder, deps, standing.clashed);
  for (const { kind, name } of recordFiles) {
    const moved = await takeIn(folder, movable, kind, standing.clashed);
    left += moved.left;
    if (moved.taken > 0) say(`${name}: ${moved.taken}`);
  }
  return left + leftParts;
}

/**
 * Existing records stay, and a repeat goes on after an interruption. Exit code 3 if something was left out. Throws
 * MovingError, before anything is written, if the folder is not whole or the store is unexpectedly not empty.
 */
export async function importAll(deps: ImportDependencies, { from, beside }: ImportOptions): Promise<number> {
  const folder = await checkFolder(from);
  const parts = linesOf(folder, filesListName);
  if (parts > 0 && deps.files === undefined) {
    throw new MovingError(
      'The folder holds sealed files, and by the settings none are kept. Nothing was written: set FILES first.',
    );
  }
  const movable = deps.open();
  try {
    const left = await takeInAll(folder, movable, deps, beside);
    const asides = linesOf(folder, asideName);
    if (asides > 0)
      deps.say(`Not taken in: ${asides} that could not be read where they came from. They are in ${asideName}.`);
    deps.say(leftBehindSentence);
    if (left > 0)
      deps.say(`Left out: ${left}, since something else stands in the place of it or of what it belongs to.`);
    return left + asides === 0 ? 0 : 3;
  } finally {
    await movable.close();
  }
}
