import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { restoreFolder } from '../../storage/files/copy-folder.ts';
import { restoreSqlite } from '../../storage/sqlite/backup.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { withPlace } from '../../bot/settings/store-sentence.ts';
import { expectOwnUse } from '../../bot/settings/store-settings.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';
import type { StoreUse } from '../../storage/sqlite/made-for.ts';

const usage = `Puts a copy made by "npm run backup" in the place of the embedded store. Stop the server first.

  npm run restore -- --from <file>

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
  const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
  const { store, files } = loadCommandSettings();
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
  if (files?.kind !== 'folder') return;
  const copied = `${from}.files`;
  if (existsSync(copied)) {
    const filesAside = restoredFolder(copied, files.path, `${files.path}.before-${stamp}`);
    console.log('The files are in place.');
    if (filesAside !== undefined) console.log(`The files before them: ${filesAside}`);
  } else
    console.log(
      `There are no files beside the copy. Those of ${files.path} stay; what no case names goes after two days.`,
    );
});
