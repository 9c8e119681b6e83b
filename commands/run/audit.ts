import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { auditCommand } from '../audit.ts';
import { withStore } from '../with-store.ts';

await orExitWithReason('The histories could not be checked.', async () => {
  process.exitCode = await withStore(({ config, store, clock }) =>
    auditCommand(
      { ...store, clock, timeZone: config.TIME_ZONE, say: (line) => console.log(line) },
      process.argv.slice(2),
    ),
  );
});
