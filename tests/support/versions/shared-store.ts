import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:https';
import { join } from 'node:path';
import { CosmosClient } from '@azure/cosmos';
import { loadServerSettings, type ServerSettings } from '../../../bot/config/server-settings.ts';
import type { Store } from '../../../core/ports/store.ts';
import type { KeyGroup } from '../../../core/model/public-keys.ts';
import { ensureDevelopmentKeys } from '../../../development/development-keys.ts';
import { readIdentityFile } from '../../../crypto/node/identity-file.ts';
import { createContainers } from '../../../storage/cosmos/containers.ts';
import { openCosmosStore } from '../../../storage/cosmos/open-cosmos-store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import { type Microsoft, startMicrosoft } from '../../fakes/microsoft.ts';
import { startStrictCosmos, type StrictCosmos } from '../../fakes/strict-cosmos.ts';
import { newAppId, createBotSettings, tenantId } from '../journeys/bot-settings.ts';
import type { ReachableBot } from '../journeys/teams-client.ts';
import { type TabClient, createTabClient } from '../journeys/tab-client.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';
import type { ServerProcess } from './server-process.ts';

/** One store with all that servers in processes of their own need around it, whatever their version. */
export interface SharedStore {
  /** The settings of each server. */
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly connector: Connector;
  readonly identities: Readonly<Record<KeyGroup, readonly string[]>>;
  /** Teams, as it reaches whichever server is in front when something is pressed. */
  reach(front: () => ServerProcess): ReachableBot;
  /** Somebody's tab at a server. */
  tab(server: ServerProcess, objectId: string): TabClient;
  /** The store as this version reads it, which whoever asks for it closes. */
  open(): Store;
  stop(): Promise<void>;
}

const database = 'candour';

async function startDatabase(): Promise<StrictCosmos> {
  const cosmos = await startStrictCosmos({ tls: true });
  const { endpoint, key, ca } = cosmos;
  const connectionPolicy = { enableBackgroundEndpointRefreshing: false, enableEndpointDiscovery: false };
  const client = new CosmosClient({ endpoint, key, agent: new Agent({ ca }), connectionPolicy });
  await createContainers(client, database);
  client.dispose();
  return cosmos;
}

async function identitiesIn(files: Readonly<Record<KeyGroup, string>>): Promise<SharedStore['identities']> {
  const read = async (group: KeyGroup) => (await readIdentityFile(files[group])).identities;
  return {
    acu: await read('acu'),
    recovery: await read('recovery'),
    reserve: await read('reserve'),
    custodians: await read('custodians'),
  };
}

/** A store of its kind with Microsoft's cloud around it, and no server yet. */
export async function createSharedStore(kind: 'sqlite' | 'cosmos'): Promise<SharedStore> {
  const folder = createTemporaryFolder();
  const microsoft: Microsoft = await startMicrosoft({ tenantId, appId: newAppId() });
  const { issuer, entra } = microsoft;
  const connector = await startConnector({ isKnown: issuer.isIssued });
  const cosmos = kind === 'cosmos' ? await startDatabase() : undefined;
  const { recipients, identityFiles } = await ensureDevelopmentKeys(join(folder, 'keys'));
  const authorities = join(folder, 'authorities.pem');
  writeFileSync(authorities, `${microsoft.authority}\n${cosmos?.ca ?? ''}`);
  const { serviceUrl } = connector;
  const given = createBotSettings({ door: 'dialog', folder, serviceUrl, issuer, store: kind, recipients });
  const environment = {
    ...Object.fromEntries(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : []))),
    ...(cosmos && { COSMOS_ENDPOINT: cosmos.endpoint, COSMOS_KEY: cosmos.key, COSMOS_DATABASE: database }),
    ALERT_TIMING: 'atOnce',
    ALERT_POLL_SECONDS: '1',
    ...microsoft.environment,
    NODE_EXTRA_CA_CERTS: authorities,
  };
  const settings: ServerSettings = loadServerSettings(environment);
  const clock = {
    now: () => new Date(),
    monotonic: () => performance.now(),
    forward: () => undefined,
    set: () => undefined,
  };
  return {
    environment,
    folder,
    connector,
    identities: await identitiesIn(identityFiles),
    reach: (front) => ({
      settings,
      connector,
      clock,
      endpoint: () => front().endpoint(),
      authorization: async () => `Bearer ${await issuer.token({ serviceurl: serviceUrl })}`,
    }),
    tab: ({ endpoint }, objectId) => createTabClient({ endpoint, entra }, { objectId, name: 'Somebody' }),
    open: () =>
      cosmos
        ? openCosmosStore({
            endpoint: cosmos.endpoint,
            credential: { key: cosmos.key },
            database,
            clock: clock.now,
            agent: new Agent({ keepAlive: true, ca: readFileSync(authorities) }),
            followsRegions: false,
          })
        : openSqliteStore(join(folder, 'candour.db')),
    async stop() {
      await Promise.all([microsoft.stop(), connector.stop(), cosmos?.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}
