import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type CommandSettings, loadCommandSettings } from '../bot/config/command-settings.ts';
import { toStoreOpeningError } from '../bot/config/store-opening-error.ts';
import { assertStoreEnvironment } from '../bot/config/store-settings.ts';
import { isPausedByRestore, restoredTaskState, type Store } from '../core/ports/store.ts';
import { StoreError } from '../core/ports/store-error.ts';
import type { Clock } from '../core/model/calendar.ts';
import { restoreFolder } from '../storage/blobs/folder-file-store.ts';
import { restoreSqlite } from '../storage/sqlite/backup.ts';
import type { StoreEnvironment } from '../storage/sqlite/store-environment.ts';
import { printLine, type CliCommand } from './cli-command.ts';
import { withStore } from './with-store.ts';

const usage = `Replaces the embedded store with a copy that "npm run backup" made. Stop the server first.

  npm run restore -- --from <file>
  npm run restore -- --pause
  npm run restore -- --go-on

Messages to staff and regular posts then wait until someone resumes them with --go-on: the copy does not know what was sent after it was made. For Cosmos DB, which Azure restores, --pause makes them wait before a server starts on the restored account.

It also restores the files that were copied beside it (<file>.files). It puts the earlier store aside and does not remove it: only that store has what was saved after the copy was made.
`;

const isTargetStoreError = (error: unknown): boolean =>
  error instanceof StoreError && ['busy', 'readOnly', 'full'].includes(error.code);

function restoreStoreFile(from: string, to: string, aside: string, use: StoreEnvironment): string | undefined {
  try {
    return restoreSqlite(from, to, aside, use);
  } catch (error) {
    throw toStoreOpeningError(error, isTargetStoreError(error) ? to : from);
  }
}

function restoreFilesFolder(from: string, to: string, aside: string): string | undefined {
  try {
    return restoreFolder(from, to, aside);
  } catch (error) {
    throw toStoreOpeningError(error, isTargetStoreError(error) ? to : from);
  }
}

async function pauseOrResume(settings: CommandSettings, resume: boolean): Promise<number> {
  return await withStore(settings, async ({ store, clock }) => {
    if (resume) printLine(await resumeAfterRestore(store));
    else {
      await pauseAfterRestore(store, clock);
      for (const line of await pauseLines(store)) printLine(line);
    }
    return 0;
  });
}

export const cliCommand: CliCommand = {
  usage,
  failureMessage: 'The backup could not be restored.',
  run: async (args) => {
    const options = { from: { type: 'string' }, pause: { type: 'boolean' }, 'go-on': { type: 'boolean' } } as const;
    const { from, pause, 'go-on': goOn } = parseArgs({ args: [...args], options }).values;
    const settings = loadCommandSettings();
    const { store, files } = settings;
    if (from === undefined && (pause ?? goOn) === true) return await pauseOrResume(settings, goOn === true);
    if (from === undefined || store.kind === 'cosmos') {
      printLine(usage);
      return 2;
    }
    const stamp = new Date().toISOString().replaceAll(/[:.]/gu, '-');
    const { path, use } = store;
    assertStoreEnvironment({ ...store, path: from });
    const aside = restoreStoreFile(from, path, `${path}.before-${stamp}`, use);
    printLine('The copy is in place.');
    if (aside !== undefined) printLine(`The store before it: ${aside}`);
    const copied = `${from}.files`;
    if (files?.kind === 'folder' && existsSync(copied)) {
      const filesAside = restoreFilesFolder(copied, files.path, `${files.path}.before-${stamp}`);
      printLine('The files are in place.');
      if (filesAside !== undefined) printLine(`The files before them: ${filesAside}`);
    } else if (files?.kind === 'folder')
      printLine(
        `There are no files beside the copy. Those in ${files.path} stay. A file that no case names is removed after two days.`,
      );
    return await withStore(settings, async ({ store: opened }) => {
      for (const line of await pauseLines(opened)) printLine(line);
      return 0;
    });
  },
};

type PausedStore = Pick<Store, 'dailyTaskStates' | 'campaigns' | 'scheduledPosts'>;

const postNames = {
  dailyCount: 'The daily count',
  weekInChannel: 'The weekly summary in a channel',
  weekToPerson: 'The weekly summary to people who asked for it',
} as const;

async function pausedWorkLines({ campaigns, scheduledPosts }: PausedStore): Promise<readonly string[]> {
  const running = (await campaigns.list()).map(({ value }) => value).filter(({ state }) => state === 'running');
  const posts = new Set((await scheduledPosts.all()).map(({ regular }) => postNames[regular.what]));
  return [
    ...running.map(({ name, items }) => {
      const open = items.filter(({ state }) => state === 'planned' || state === 'sending');
      const sending = open.filter(({ state }) => state === 'sending').length;
      return `- The campaign “${name}”: ${sending} of ${open.length} unfinished items were being sent.`;
    }),
    ...[...posts].map((name) => `- ${name}.`),
  ];
}

export async function pauseAfterRestore(
  { dailyTaskStates }: Pick<Store, 'dailyTaskStates'>,
  clock: Clock,
): Promise<void> {
  const stored = await dailyTaskStates.read('restored');
  if (!(await dailyTaskStates.write(restoredTaskState(clock()), stored?.version))) throw new StoreError('busy');
}

export async function pauseLines(store: PausedStore): Promise<readonly string[]> {
  if (!isPausedByRestore((await store.dailyTaskStates.read('restored'))?.value))
    return ['Nothing is waiting because of a restore.'];
  const lines = await pausedWorkLines(store);
  return [
    'Messages to staff and regular posts are paused: what was sent after the copy was made would be sent again.',
    ...(lines.length === 0 ? ['None is planned.'] : lines),
    'Cancel in the tab what has already arrived. Then resume the rest: npm run restore -- --go-on',
  ];
}

export async function resumeAfterRestore({ dailyTaskStates }: Pick<Store, 'dailyTaskStates'>): Promise<string> {
  const stored = await dailyTaskStates.read('restored');
  if (stored === undefined || !isPausedByRestore(stored.value)) return 'Nothing is waiting because of a restore.';
  if (!(await dailyTaskStates.write({ ...stored.value, state: 'done' }, stored.version))) throw new StoreError('busy');
  return 'Messages to staff and regular posts resume within ten seconds.';
}
