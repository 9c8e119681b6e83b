import { randomBytes } from 'node:crypto';
import { runOrExit } from '../../bot/runtime/startup-exit.ts';
import { withStore } from '../../cli/store-context.ts';
import { createAgeSeal } from '../../crypto/node/age-seal.ts';
import { makeDevelopmentKeys, migrateKeysFolder } from '../development-keys.ts';
import { loadDevelopmentSettings } from '../development-settings.ts';
import { fillSentence, fillWeeks } from '../example-data.ts';
import { StartError } from '../start-error.ts';

const runFillWeeks = async (): Promise<void> => {
  const settings = loadDevelopmentSettings();
  const { timeZone, development } = settings;
  const outcome = await withStore(settings, async ({ store, clock }) => {
    const { recipients } = await makeDevelopmentKeys(migrateKeysFolder(settings.store.path));
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
};

await runOrExit('The weeks could not be filled.', runFillWeeks, [StartError]);
