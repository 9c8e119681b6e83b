import { agreesWithStore } from '../../bot/running/clock-watch.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { pdfFonts } from '../../bot/running/pdf-fonts.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { campaignCommand } from '../campaign.ts';
import { withStore } from '../with-store.ts';

await orExitWithReason('Nothing was made.', async () => {
  process.exitCode = await campaignCommand(
    {
      contacts: () => loadCommandSettings().contacts,
      fonts: pdfFonts,
      withPulses: async (work) => {
        const settings = loadCommandSettings();
        return await withStore(settings, ({ store, clock }) =>
          work({
            ...store,
            timeZone: settings.summary.timeZone,
            clock,
            isClockTrusted: () => agreesWithStore(store, clock),
          }),
        );
      },
      write: (bytes) => process.stdout.write(bytes),
      say: (line) => console.error(line),
    },
    process.argv.slice(2),
  );
});
