import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createAgeSeal } from '../../seals/node/age-seal.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { withStore } from '../../commands/with-store.ts';
import { makeDevelopmentKeys } from '../development-keys.ts';
import { dataFolder, loadDevelopmentSettings } from '../development-settings.ts';
import { fillSentence, fillWeeks } from '../fill-weeks.ts';

await orExitWithReason('The weeks could not be filled.', async () => {
  const settings = loadDevelopmentSettings();
  const { timeZone, development } = settings;
  const outcome = await withStore(settings, async ({ store, clock }) => {
    const { recipients } = await makeDevelopmentKeys(join(dataFolder(settings), 'keys'));
    return fillWeeks({
      store,
      seal: createAgeSeal(recipients),
      clock,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      timeZone,
      development,
    });
  });
  console.log(fillSentence(outcome));
  process.exitCode = outcome.kind === 'filled' ? 0 : 1;
});
