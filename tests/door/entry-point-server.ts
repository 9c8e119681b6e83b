// The server as `npm run serve` starts it, in a process of its own that tells what it costs: its settings stand in the
// environment, and METADATA_URL says where the keys of its tokens are.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { createApp } from '../../bot/app.ts';
import { createTeamsAuthentication } from '../../bot/teams/teams-authentication.ts';
import { loadServerSettings } from '../../bot/config/server-settings.ts';
import { createEventLog } from '../../bot/runtime/event-log.ts';
import { openFileStore } from '../../bot/config/files-settings.ts';
import { openStore } from '../../bot/config/open-store.ts';
import { startApp } from '../../bot/start-app.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';

const { METADATA_URL: metadataUrl } = z.object({ METADATA_URL: z.url() }).parse(process.env);
const settings = loadServerSettings();
const clock = () => new Date();
const log = createEventLog(() => undefined, clock);
const store = await openStore(settings.store, clock);
const app = await createApp(settings, {
  store,
  files: await openFileStore(settings.files, clock),
  seal: createAgeSealer(settings.recipients),
  authentication: createTeamsAuthentication(settings, { metadataUrl }),
  log,
  clock,
});
const running = await startApp(app, settings, store, log);

setFlagsFromString('--expose-gc');
const collect = z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'));
const end = (): void => void running.stop().finally(() => process.exit(0));
let since = process.cpuUsage();

process.on('message', (asked) => {
  if (asked === 'stop') return end();
  const { user, system } = process.cpuUsage(since);
  collect();
  process.send?.({ cpuMs: (user + system) / 1_000, heldBytes: process.memoryUsage().heapUsed });
  since = process.cpuUsage();
});
process.once('disconnect', end);
process.send?.(running.port);
