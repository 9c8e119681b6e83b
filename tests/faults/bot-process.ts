// A whole bot in a process of its own, to be killed: node bot-process.ts, with its settings in the environment.
import { Agent } from 'node:https';
import { z } from 'zod';
import { createApp } from '../../bot/app.ts';
import { createAuthentication } from '../../bot/teams/authentication.ts';
import { chatDirectory } from '../../development/chat-directory.ts';
import { loadDevelopmentSettings } from '../../development/development-settings.ts';
import { createEventLog } from '../../bot/running/event-log.ts';
import { openStore } from '../../bot/settings/open-store.ts';
import { run } from '../../bot/run.ts';
import { createAgeSeal } from '../../seals/node/age-seal.ts';
import { openCosmosStore } from '../../storage/cosmos/open-cosmos-store.ts';

const surroundings = z
  .object({
    /** How far its clock is ahead, in milliseconds: what a killed one held runs out at once. */
    CLOCK_AHEAD_MS: z.coerce.number(),
    /** The account where the store is Cosmos DB; the address is that of a wire to it. */
    COSMOS_BY_WIRE: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.object({ endpoint: z.url(), key: z.string(), database: z.string(), ca: z.string() }))
      .optional(),
  })
  .parse(process.env);

const settings = loadDevelopmentSettings();
const clock = () => new Date(Date.now() + surroundings.CLOCK_AHEAD_MS);
const log = createEventLog((line) => process.stdout.write(line), clock);
const cosmos = surroundings.COSMOS_BY_WIRE;
const store = cosmos
  ? openCosmosStore({
      endpoint: cosmos.endpoint,
      credential: { key: cosmos.key },
      database: cosmos.database,
      clock,
      agent: new Agent({ keepAlive: true, ca: cosmos.ca }),
      followsRegions: false,
    })
  : openStore(settings.store, clock);
const app = createApp(settings, {
  chatDirectory: chatDirectory(settings.roles),
  store,
  seal: createAgeSeal(settings.recipients),
  authentication: createAuthentication(settings),
  log,
  clock,
});
await run(app, settings, store, log);
