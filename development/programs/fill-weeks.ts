import { randomBytes } from 'node:crypto';
import { runOrExit } from '../../bot/runtime/process-exit.ts';
import { withStore } from '../../cli/with-store.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { ensureDevelopmentKeys, migrateKeysFolder } from '../development-keys.ts';
import { loadDevelopmentSettings } from '../development-settings.ts';
import { fillOutcomeText, fillWeeks } from '../example-reports.ts';
import { DevelopmentStartError } from '../development-start-error.ts';

const runFillWeeks = async (): Promise<void> => {
  const settings = loadDevelopmentSettings();
  const { timeZone, development } = settings;
  const outcome = await withStore(settings, async ({ store, clock }) => {
    const { recipients } = await ensureDevelopmentKeys(migrateKeysFolder(settings.store.path));
    return fillWeeks({
      store,
      seal: createAgeSealer(recipients),
      clock,
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
      timeZone,
      development,
    });
  });
  console.log(fillOutcomeText(outcome));
  process.exitCode = outcome.kind === 'filled' ? 0 : 1;
};

await runOrExit('The weeks could not be filled.', runFillWeeks, [DevelopmentStartError]);
