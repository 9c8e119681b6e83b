import { Agent } from 'node:https';
import type { Store } from '../../../concerns/ports/store.ts';
import { openCosmosStore } from '../../../storage/cosmos/open-cosmos-store.ts';
import type { StoreByWire } from '../../bench/served/campaign-talk.ts';

/** The store that another process keeps, as a server has it; patient, since the machine may be busy. */
export const storeByWire = ({ endpoint, key, database, ca }: StoreByWire): Store =>
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
