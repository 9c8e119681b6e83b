import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { restoreFolder } from '../../storage/files/copy-folder.ts';
import { restoreSqlite } from '../../storage/sqlite/backup.ts';
import { goOnAfterRestore, pauseAfterRestore, pauseText } from '../restore-pause.ts';
import { withStore } from '../with-store.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { withPlace } from '../../bot/settings/store-sentence.ts';
import { expectOwnUse } from '../../bot/settings/store-settings.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { StoreUse } from '../../storage/sqlite/made-for.ts';

const usage = `Puts a copy made by "npm run backup" in the place of the embedded store. Stop the server first.

  npm run restore -- --from <file>
  npm run restore -- --pause
  npm run restore -- --go-on

Messages to many and regular posts are paused then, until somebody lets them go on with --go-on: what was sent after the copy was made stands nowhere in it. For Cosmos DB, which Azure restores, --pause does the same before a server starts on the restored account.

The files that were copied beside it (<file>.files) are put back as well. What stood before is put aside, not removed. What was saved after the copy was made is in that file only.
`;

/** Whether the store is at fault, and not what is put back: it is in use, or there is no room or no right where it is. */
const isOfStore = (error: unknown): boolean =>
  error instanceof StoreError && ['busy', 'readOnly', 'full'].includes(error.code);

function restored(from: string, to: string, aside: string, use: StoreUse): string | undefined {
  try {
    return restoreSqlite(from, to, aside, use);
  } catch (error) {
    throw withPlace(error, isOfStore(error) ? to : from);
  }
}

function restoredFolder(from: string, to: string, aside: string): string | undefined {
  try {
    return restoreFolder(from, to, aside);
  } catch (error) {
    throw withPlace(error, isOfStore(error) ? to : from);
  }
}

await orExitWithReason('The backup could not be restored.', async () => {
  const options = { from: { type: 'string' }, pause: { type: 'boolean' }, 'go-on': { type: 'boolean' } } as const;
  const { from, pause, 'go-on': goOn } = parseArgs({ options }).values;
  const settings = loadCommandSettings();
  const { store, files } = settings;
  if (from === undefined && (pause ?? goOn) === true) {
    await withStore(settings, async ({ store: opened, clock }) => {
      if (goOn === true) return console.log(await goOnAfterRestore(opened));
      await pauseAfterRestore(opened, clock);
      for (const line of await pauseText(opened)) console.log(line);
    });
    return;
  }
  if (from === undefined || store.kind === 'cosmos') {
    console.log(usage);
    process.exitCode = 2;
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/[:.]/gu, '-');
  const { path, use } = store;
  expectOwnUse({ ...store, path: from });
  const aside = restored(from, path, `${path}.before-${stamp}`, use);
  console.log('The copy is in place.');
  if (aside !== undefined) console.log(`The store before it: ${aside}`);
  const copied = `${from}.files`;
  if (files?.kind === 'folder' && existsSync(copied)) {
    const filesAside = restoredFolder(copied, files.path, `${files.path}.before-${stamp}`);
    console.log('The files are in place.');
    if (filesAside !== undefined) console.log(`The files before them: ${filesAside}`);
  } else if (files?.kind === 'folder')
    console.log(
      `There are no files beside the copy. Those of ${files.path} stay; what no case names goes after two days.`,
    );
  await withStore(settings, async ({ store: opened }) => {
    for (const line of await pauseText(opened)) console.log(line);
  });
});
