import { parseArgs } from 'node:util';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { withPlace } from '../../bot/settings/store-sentence.ts';
import { expectOwnUse } from '../../bot/settings/store-settings.ts';
import { folderFiles } from '../../storage/files/folder-files.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { auditCommand } from '../audit.ts';
import { drill } from '../drill.ts';

const usage = `Tries a restore of the embedded store, somewhere else, and touches nothing that stands.

  npm run drill                                     of a backup that is made now
  npm run drill -- --from <file>                    of a backup that "npm run backup" made
  npm run drill -- --from <file> --oldest <hours>   and it may be so old at most

It says how old the backup is, how long the restore took, and what is not whole. It ends with 0 when all went well.
Cosmos DB has a drill of its own: see docs/guides/operator.md.
`;

/** Hours as they were given; not a number where they are none. */
const hoursIn = (given: string | undefined): number | undefined =>
  given === undefined ? undefined : /^\d{1,5}$/u.test(given) ? Number(given) : Number.NaN;

await orExitWithReason('The drill could not be carried out.', async () => {
  const { from, oldest } = parseArgs({ options: { from: { type: 'string' }, oldest: { type: 'string' } } }).values;
  const { store, files, timeZone } = loadCommandSettings();
  const oldestHours = hoursIn(oldest);
  if (store.kind === 'cosmos' || Number.isNaN(oldestHours) || (oldest !== undefined && from === undefined)) {
    console.log(usage);
    process.exitCode = 2;
    return;
  }
  expectOwnUse(from === undefined ? store : { ...store, path: from });
  const clock = () => new Date();
  const say = (line: string) => console.log(line);
  const run = drill(
    {
      store,
      filesPath: files?.kind === 'folder' ? files.path : undefined,
      openStore: (path) => openSqliteStore(path, store.use),
      openFiles: (path) => folderFiles(path, clock),
      verify: (restored, restoredFiles) =>
        auditCommand({ ...restored, files: restoredFiles, clock, timeZone, say }, ['verify']),
      clock,
      monotonic: () => performance.now(),
      say,
    },
    { from, oldestHours },
  );
  process.exitCode = await run.catch((error: unknown) => {
    throw withPlace(error, from ?? store.path);
  });
  if (files?.kind === 'blobs') say('Files are in a storage account: they were not looked at.');
});
