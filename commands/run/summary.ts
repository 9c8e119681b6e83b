import { agreesWithStore } from '../../bot/running/clock-watch.ts';
import { orSayWhy } from '../../bot/running/say-why.ts';
import { summaryRules } from '../../bot/settings/summary-rules.ts';
import { summaryCommand } from '../summary.ts';
import { withStore } from '../with-store.ts';

await orSayWhy(async () => {
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
