// A whole bot in a process of its own, to be killed: node bot-process.ts, with its settings in the environment.
import { readFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { z } from 'zod';
import { createApp } from '../../bot/app.ts';
import { createTeamsAuthentication } from '../../bot/teams/teams-authentication.ts';
import { createDevelopmentRoleDirectory } from '../../development/development-role-directory.ts';
import { loadDevelopmentSettings } from '../../development/development-settings.ts';
import { createEventLog } from '../../bot/runtime/event-log.ts';
import { openFileStore } from '../../bot/config/files-settings.ts';
import { openStore } from '../../bot/config/open-store.ts';
import { startApp } from '../../bot/start-app.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { createAgeSealer } from '../../crypto/node/age-sealer.ts';
import { openCosmosStore } from '../../storage/cosmos/open-cosmos-store.ts';
import { fastAlertRate } from '../support/jobs/fast-alert-rate.ts';

const surroundings = z
  .object({
    /** How far its clock is ahead, in milliseconds: what a killed one held runs out at once. */
    CLOCK_AHEAD_MS: z.coerce.number(),
    /** A file that says so in its place, now for all processes at once: time passes as it says. */
    CLOCK_FILE: z.string().optional(),
    /** How often it looks what is due each week, in milliseconds, where time passes faster than its schedule knows. */
    ROUND_MS: z.coerce.number().optional(),
    /** The account where the store is Cosmos DB; the address is that of a wire to it. */
    COSMOS_BY_WIRE: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.object({ endpoint: z.url(), key: z.string(), database: z.string(), ca: z.string() }))
      .optional(),
  })
  .parse(process.env);

async function serve(): Promise<void> {
  const settings = loadDevelopmentSettings();
  const { CLOCK_AHEAD_MS, CLOCK_FILE, ROUND_MS } = surroundings;
  const ahead = () => (CLOCK_FILE === undefined ? CLOCK_AHEAD_MS : Number(readFileSync(CLOCK_FILE, 'utf8')));
  const aheadAtStart = ahead();
  const clock = () => new Date(Date.now() + ahead());
  const monotonic = () => performance.now() + ahead() - aheadAtStart;
  const log = createEventLog((line) => process.stdout.write(line), clock);
  const cosmos = surroundings.COSMOS_BY_WIRE;
  const store = cosmos
    ? openCosmosStore({
        endpoint: cosmos.endpoint,
        credential: { key: cosmos.key },
        database: cosmos.database,
        clock,
        monotonic,
        agent: new Agent({ keepAlive: true, ca: cosmos.ca }),
        followsRegions: false,
      })
    : await openStore(settings.store, clock);
  const app = await createApp(settings, {
    alertRate: fastAlertRate,
    chatDirectory: createDevelopmentRoleDirectory(settings.roles),
    store,
    files: await openFileStore(settings.files, clock),
    seal: createAgeSealer(settings.recipients),
    authentication: createTeamsAuthentication(settings),
    log,
    clock,
    monotonic,
  });
  await startApp(app, settings, store, log);
  if (ROUND_MS !== undefined) {
    setInterval(() => {
      app.scheduler.runNow('clock');
      app.scheduler.runNow('regularPosts');
    }, ROUND_MS);
  }
}

await serve().catch((error: unknown) => {
  // As `npm run serve` ends then: whoever started it tries again.
  if (error instanceof StoreError && error.code === 'unavailable') process.exit(69);
  throw error;
});
