import { createAgeSeal } from '../seals/node/age-seal.ts';
import { TabNotBuiltError } from './http/tab-not-built-error.ts';
import { createApp } from './app.ts';
import { createAuthentication } from './teams/authentication.ts';
import { ConfigError, loadConfig } from './settings/config.ts';
import { createEventLog, thrownName } from './running/event-log.ts';
import { openStore } from './settings/open-store.ts';
import { recipientsInConfig } from './settings/recipients-in-config.ts';
import { run } from './run.ts';
import { orExitWithReason } from './running/exit-with-reason.ts';

const work = async (): Promise<void> => {
  const config = loadConfig(process.env);
  if (config.development) throw new ConfigError(['CANDOUR_ENVIRONMENT']);
  const clock = () => new Date();
  const log = createEventLog((line) => process.stdout.write(line), clock);
  // Node prints what was thrown, which may hold anything, before it ends by itself.
  process.once('uncaughtException', (error) => {
    log({ event: 'crashed', thrown: thrownName(error) });
    process.exit(1);
  });
  const seal = createAgeSeal(recipientsInConfig(config));
  const store = openStore(config, clock);
  const authentication = createAuthentication(config);
  const { CARRIED_STATE_SECRET: secret = '', TENANT_ID: tenantId = '' } = config;
  const app = createApp(config, { store, seal, authentication, log, clock, secret, tenantId });
  const running = await run(app, config, store, log);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.stop());
};

await orExitWithReason('Candour cannot start.', work, [TabNotBuiltError]);
