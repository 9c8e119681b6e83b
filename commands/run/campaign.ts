import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { pdfFonts } from '../../bot/running/pdf-fonts.ts';
import { loadCommandSettings } from '../../bot/settings/command-settings.ts';
import { campaignCommand } from '../campaign.ts';

await orExitWithReason('The pack could not be made.', async () => {
  process.exitCode = await campaignCommand(
    {
      contacts: () => loadCommandSettings().contacts,
      fonts: pdfFonts,
      say: (line) => console.error(line),
    },
    process.argv.slice(2),
  );
});
