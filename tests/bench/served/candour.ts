import { createApp } from '../../../bot/app.ts';
import { createAuthentication } from '../../../bot/teams/authentication.ts';
import { makeDevelopmentKeys } from '../../../development/development-keys.ts';
import { loadConfig } from '../../../bot/settings/config.ts';
import { chatDirectory } from '../../../development/chat-directory.ts';
import { developmentSettings } from '../../../development/development-settings.ts';
import { createEventLog } from '../../../bot/running/event-log.ts';
import { openStore } from '../../../bot/settings/open-store.ts';
import { run } from '../../../bot/run.ts';
import { createAgeSeal } from '../../../seals/node/age-seal.ts';
import { createStockSeal } from '../stock-seal.ts';
import { talk } from './talk.ts';

// Candour by the same functions as `npm run serve`, with the chat door, which asks for no token.
const settings = developmentSettings(process.env);
const config = loadConfig(settings);
const clock = () => new Date();
const log = createEventLog((line) => process.stdout.write(line), clock);
const keys = await makeDevelopmentKeys(settings['BENCH_KEYS'] ?? 'keys');
const seal = (settings['BENCH_SEAL'] === 'stock' ? createStockSeal : createAgeSeal)(keys.recipients);
const store = openStore(config, clock);
const app = createApp(config, {
  chatDirectory: chatDirectory(config),
  store,
  seal,
  authentication: createAuthentication(config),
  log,
  clock,
  secret: config.CARRIED_STATE_SECRET ?? '',
  tenantId: config.TENANT_ID ?? '',
});
const running = await run(app, config, store, log);
talk(running.port, () => running.stop());
