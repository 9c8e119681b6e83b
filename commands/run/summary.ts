import { agreesWithStore } from '../../bot/running/clock-watch.ts';
import { pdfFonts } from '../../bot/running/pdf-fonts.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { summaryCommand } from '../summary.ts';
import { withStore } from '../with-store.ts';

await orExitWithReason('The summary could not be made.', async () => {
  const settings = loadCommandSettings();
  process.exitCode = await withStore(settings, ({ store, clock }) =>
    summaryCommand(
      {
        ...store,
        ...settings.summary,
        clock,
        isClockTrusted: () => agreesWithStore(store, clock),
        write: (bytes) => process.stdout.write(bytes),
        isTerminal: process.stdout.isTTY,
        fonts: pdfFonts,
        say: (line) => console.error(line),
      },
      process.argv.slice(2),
    ),
  );
});
