import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createAgeSeal } from '../../seals/node/age-seal.ts';
import { dataFolder } from '../../development/development-settings.ts';
import { orExitWithReason } from '../../bot/running/exit-with-reason.ts';
import { makeDevelopmentKeys } from '../../development/development-keys.ts';
import { fillSentence, fillWeeks } from '../../development/fill-weeks.ts';
import { developmentConfig, withStore } from '../with-store.ts';

await orExitWithReason('The weeks could not be filled.', async () => {
  const outcome = await withStore(async ({ config, store, clock }) => {
    const { recipients } = await makeDevelopmentKeys(join(dataFolder(config), 'keys'));
    return fillWeeks({
      store,
      seal: createAgeSeal(recipients),
      clock,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      timeZone: config.TIME_ZONE,
      development: config.development,
    });
  }, developmentConfig());
  console.log(fillSentence(outcome));
  process.exitCode = outcome.kind === 'filled' ? 0 : 1;
});
