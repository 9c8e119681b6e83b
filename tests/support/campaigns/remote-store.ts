import { Agent } from 'node:https';
import { z } from 'zod';
import type { Store } from '../../../core/ports/store.ts';
import { openCosmosStore } from '../../../storage/cosmos/open-cosmos-store.ts';

/** Where another process keeps a store, and what opens it. */
export const remoteStoreSchema = z.object({
  endpoint: z.string(),
  key: z.string(),
  database: z.string(),
  ca: z.string(),
});

/** The store that another process keeps, as a server has it; patient, since the machine may be busy. */
export const openRemoteStore = ({ endpoint, key, database, ca }: z.infer<typeof remoteStoreSchema>): Store =>
  openCosmosStore({
    endpoint,
    credential: { key },
    database,
    clock: () => new Date(),
    agent: new Agent({ ca, keepAlive: true }),
    followsRegions: false,
    requestTimeoutMs: 60_000,
    deadlineMs: 120_000,
  });
