import { writeHeapSnapshot, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { z } from 'zod';
import { createApp } from '../../bot/app.ts';
import { createTeamsAuthentication } from '../../bot/teams/teams-authentication.ts';
import { createDevelopmentRoleDirectory } from '../../development/development-role-directory.ts';
import { loadDevelopmentSettings } from '../../development/development-settings.ts';
import { createTabTokenIssuer, createSimulatedTeamsHost } from '../../development/simulated-teams-host.ts';
import { createEventLog } from '../../bot/runtime/event-log.ts';
import { openFileStore } from '../../bot/config/files-settings.ts';
import type { Store } from '../../core/ports/store.ts';
import { openStore } from '../../bot/config/open-store.ts';
import { startApp } from '../../bot/start-app.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { fastAlertRate } from '../support/jobs/fast-alert-rate.ts';

// Candour in a process of its own, by the same functions as `npm run serve`, with the chat door, which asks for no token, and the page
// that stands in for Teams around the tab.
const settings = loadDevelopmentSettings();
const clock = () => new Date();
const log = createEventLog((line) => process.stdout.write(line), clock);
const opened = await openStore(settings.store, clock);
let isHolding = false;
/** What waits is held here: where nothing can end a wait, all that waits in it is collected. */
const waiting: (() => void)[] = [];
const store: Store = {
  ...opened,
  cases: {
    ...opened.cases,
    async create(...saved) {
      if (isHolding) {
        process.send?.('holding');
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      return await opened.cases.create(...saved);
    },
  },
};
const tokens = await createTabTokenIssuer(settings.tenantId, settings.tab.clientId, clock);
const app = await createApp(settings, {
  alertRate: fastAlertRate,
  store,
  files: await openFileStore(settings.files, clock),
  seal: createAgeSealer(settings.recipients),
  authentication: createTeamsAuthentication(settings),
  log,
  clock,
  entraKeys: tokens.keys,
  chatDirectory: createDevelopmentRoleDirectory(settings.roles),
  extendServer: createSimulatedTeamsHost((person) => tokens.token(person)).serve,
});
const running = await startApp(app, settings, store, log);

setFlagsFromString('--expose-gc');
// Without this a snapshot cuts strings after 1,024 characters.
setFlagsFromString('--heap-snapshot-string-limit=10000000');
const collect = z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'));
const end = (): void => void running.stop().finally(() => process.exit(0));

process.on('message', (asked) => {
  if (asked === 'stop') return end();
  // What is to be held says so itself, once it is.
  if (asked === 'hold') return void (isHolding = true);
  collect();
  if (asked === 'collect') process.send?.('collected');
  else process.send?.(writeHeapSnapshot(String(asked)));
});
process.once('disconnect', end);
process.send?.(running.port);
