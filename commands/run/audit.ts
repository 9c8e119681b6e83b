import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { openFiles } from '../../bot/settings/files-settings.ts';
import { auditCommand } from '../audit.ts';
import { withStore } from '../with-store.ts';

await orExitWithReason('The histories could not be checked.', async () => {
  const settings = loadCommandSettings();
  process.exitCode = await withStore(
    settings,
    async ({ store, clock }) =>
      await auditCommand(
        {
          ...store,
          files: await openFiles(settings.files, clock),
          clock,
          timeZone: settings.timeZone,
          roles: settings.roles,
          say: (line) => console.log(line),
        },
        process.argv.slice(2),
      ),
  );
});
