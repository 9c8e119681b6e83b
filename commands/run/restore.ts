import { parseArgs } from 'node:util';
import { restoreSqlite } from '../../storage/sqlite/backup.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { expectOwnUse } from '../../bot/settings/store-settings.ts';

const usage = `Puts a copy made by "npm run backup" in the place of the embedded store. Stop the server first.

  npm run restore -- --from <file>

The store before it is put aside, not removed. What was saved after the copy was made is in that file only.
`;

await orExitWithReason('The backup could not be restored.', async () => {
  const { from } = parseArgs({ options: { from: { type: 'string' } } }).values;
  const { store } = loadCommandSettings();
  if (from === undefined || store.kind === 'cosmos') {
    console.log(usage);
    process.exitCode = 2;
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/[:.]/gu, '-');
  const { path, use } = store;
  expectOwnUse({ ...store, path: from });
  const aside = restoreSqlite(from, path, `${path}.before-${stamp}`, use);
  console.log('The copy is in place.');
  if (aside !== undefined) console.log(`The store before it: ${aside}`);
});
