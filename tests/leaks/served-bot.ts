import { writeHeapSnapshot, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { createApp } from '../../bot/app.ts';
import { createAuthentication } from '../../bot/teams/authentication.ts';
import { loadConfig } from '../../bot/settings/config.ts';
import { chatDirectory } from '../../development/chat-directory.ts';
import { developmentSettings } from '../../development/development-settings.ts';
import { developmentClientId } from '../../development/people.ts';
import { createTabTokens } from '../../development/tab-tokens.ts';
import { createTeamsHost } from '../../development/teams-host.ts';
import { createEventLog } from '../../bot/running/event-log.ts';
import { recipientsInConfig } from '../../bot/settings/recipients-in-config.ts';
import { openStore } from '../../bot/settings/open-store.ts';
import { run } from '../../bot/run.ts';
import { createAgeSeal } from '../../seals/node/age-seal.ts';

// Candour in a process of its own, by the same functions as `npm run serve`, with the chat door, which asks for no token, and the page
// that stands in for Teams around the tab.
const settings = developmentSettings(process.env);
const config = loadConfig(settings);
const clock = () => new Date();
const log = createEventLog((line) => process.stdout.write(line), clock);
const recipients = recipientsInConfig(config);
const store = openStore(config, clock);
const tenantId = config.TENANT_ID ?? '';
const tokens = await createTabTokens(tenantId, developmentClientId, clock);
const app = createApp(config, {
  store,
  seal: createAgeSeal(recipients),
  authentication: createAuthentication(config),
  log,
  clock,
  secret: config.CARRIED_STATE_SECRET ?? '',
  tenantId,
  recipients,
  entraKeys: tokens.keys,
  chatDirectory: chatDirectory(config),
  alsoServe: createTeamsHost((person) => tokens.token(person)).serve,
});
const running = await run(app, config, store, log);

setFlagsFromString('--expose-gc');
// Without this a snapshot cuts strings after 1,024 characters.
setFlagsFromString('--heap-snapshot-string-limit=10000000');
const collect = z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'));
const end = (): void => void running.stop().finally(() => process.exit(0));

process.on('message', (asked) => {
  if (asked === 'stop') return end();
  collect();
  if (asked === 'collect') process.send?.('collected');
  else process.send?.(writeHeapSnapshot(String(asked)));
});
process.once('disconnect', end);
process.send?.(running.port);
