import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { verifyExportCommand } from '../verify-export.ts';

await orExitWithReason('The export could not be checked.', async () => {
  process.exitCode = await verifyExportCommand((line) => console.log(line), process.argv.slice(2));
});
