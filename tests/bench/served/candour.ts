import { createLocalJWKSet } from 'jose';
import { createApp } from '../../../bot/app.ts';
import { createTeamsAuthentication } from '../../../bot/teams/teams-authentication.ts';
import { ensureDevelopmentKeys } from '../../../development/development-keys.ts';
import { createDevelopmentRoleDirectory } from '../../../development/development-role-directory.ts';
import { loadDevelopmentSettings } from '../../../development/development-settings.ts';
import { createEventLog } from '../../../bot/runtime/event-log.ts';
import { openFileStore } from '../../../bot/config/files-settings.ts';
import { openStore } from '../../../bot/config/open-store.ts';
import { startApp } from '../../../bot/start-app.ts';
import { createAgeSealer } from '../../../crypto/node/age-sealer.ts';
import { startIpc } from './ipc.ts';
import { fastAlertRate } from '../../support/jobs/fast-alert-rate.ts';

// Candour by the same functions as `npm run serve`, with the chat door, which asks for no token.
const { BENCH_ENTRA, BENCH_KEYS } = process.env;
const settings = loadDevelopmentSettings();
const clock = () => new Date();
const log = createEventLog((line) => process.stdout.write(line), clock);
const keys = await ensureDevelopmentKeys(BENCH_KEYS ?? 'keys');
const seal = createAgeSealer(keys.recipients);
const store = await openStore(settings.store, clock);
const app = await createApp(settings, {
  alertRate: fastAlertRate,
  chatDirectory: createDevelopmentRoleDirectory(settings.roles),
  store,
  files: await openFileStore(settings.files, clock),
  seal,
  authentication: createTeamsAuthentication(settings),
  log,
  clock,
  // Who signs the tokens of the tab, where somebody comes to it.
  ...(BENCH_ENTRA && { entraKeys: createLocalJWKSet(JSON.parse(BENCH_ENTRA)) }),
});
const running = await startApp(app, settings, store, log);
startIpc({ port: running.port }, () => running.stop());
