import { parseArgs } from 'node:util';
import { backUpSqlite } from '../../storage/sqlite/backup.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { withPlace } from '../../bot/settings/store-sentence.ts';
import { StoreError } from '../../concerns/ports/store-error.ts';

const usage = `Copies the embedded store to a new file while the server runs, and checks the copy.

  npm run backup -- --to <file>

The copy holds sealed reports only: it opens with the same keys, and is to be kept as carefully as the store.
Cosmos DB has its own point-in-time restore: see docs/reliability.md.
`;

/** Whether it is the copy that could not be, and not what it is made of. */
const isOfCopy = (error: unknown): boolean => error instanceof StoreError && ['readOnly', 'full'].includes(error.code);

await orExitWithReason('The backup could not be made.', async () => {
  const { to } = parseArgs({ options: { to: { type: 'string' } } }).values;
  const { store } = loadCommandSettings();
  if (to === undefined || store.kind === 'cosmos') {
    console.log(usage);
    process.exitCode = 2;
    return;
  }
  await backUpSqlite(store.path, to, store.use).catch((error: unknown) => {
    throw withPlace(error, isOfCopy(error) ? to : store.path);
  });
  console.log('The copy is whole.');
});
