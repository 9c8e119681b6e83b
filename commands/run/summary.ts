import { agreesWithStore } from '../../bot/running/clock-watch.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { summaryRules } from '../../bot/settings/summary-rules.ts';
import { summaryCommand } from '../summary.ts';
import { withStore } from '../with-store.ts';

await orExitWithReason('The summary could not be made.', async () => {
  process.exitCode = await withStore(({ config, store, clock }) =>
    summaryCommand(
      {
        ...store,
        ...summaryRules(config),
        clock,
        isClockTrusted: () => agreesWithStore(store, clock),
        write: (text) => process.stdout.write(text),
        say: (line) => console.error(line),
      },
      process.argv.slice(2),
    ),
  );
});
