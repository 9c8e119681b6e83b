import { createAgeSeal } from '../storage/age-seal.ts';
import { TabNotBuiltError } from './api/tab-not-built-error.ts';
import { createApp } from './app.ts';
import { createAuthentication } from './authentication.ts';
import { ConfigError, loadConfig } from './config.ts';
import { createEventLog, thrownName } from './event-log.ts';
import { openStore } from './open-store.ts';
import { recipientsInConfig } from './recipients-in-config.ts';
import { run } from './run.ts';
import { orSayWhy } from './say-why.ts';

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

await orSayWhy(work, [TabNotBuiltError]);
