import { agreesWithStore } from '../../bot/running/clock-watch.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { returnCommand } from '../return.ts';
import { withStore } from '../with-store.ts';

await orExitWithReason('The return could not be made.', async () => {
  process.exitCode = await returnCommand(
    {
      withWeeks: async (work) => {
        const settings = loadCommandSettings();
        return await withStore(settings, async ({ store, clock }) => {
          const isClockTrusted = (): boolean => agreesWithStore(store, clock);
          return await work({ ...store, ...settings.summary, clock, isClockTrusted });
        });
      },
      write: (text) => process.stdout.write(text),
      say: (line) => console.error(line),
    },
    process.argv.slice(2),
  );
});
