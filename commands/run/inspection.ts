import { agreesWithStore } from '../../bot/running/clock-watch.ts';
import { pdfFonts } from '../../bot/running/pdf-fonts.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { inspectionCommand } from '../inspection.ts';
import { withStore } from '../with-store.ts';

await orExitWithReason('The sheet could not be made.', async () => {
  process.exitCode = await inspectionCommand(
    {
      withWeeks: async (work) => {
        const settings = loadCommandSettings();
        return await withStore(settings, async ({ store, clock }) => {
          const isClockTrusted = (): boolean => agreesWithStore(store, clock);
          return await work({ ...store, ...settings.summary, clock, isClockTrusted }, settings.inspected);
        });
      },
      fonts: pdfFonts,
      write: (text) => process.stdout.write(text),
      say: (line) => console.error(line),
    },
    process.argv.slice(2),
  );
});
