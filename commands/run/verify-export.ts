import { orSayWhy } from '../../bot/running/say-why.ts';
import { verifyExportCommand } from '../verify-export.ts';

await orSayWhy(async () => {
  process.exitCode = await verifyExportCommand((line) => console.log(line), process.argv.slice(2));
});
