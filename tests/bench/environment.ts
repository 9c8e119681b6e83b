import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDevelopmentKeys, type DevelopmentKeys } from '../../development/development-keys.ts';
import type { Store } from '../../core/ports/store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { createBotAuthentication } from '../fakes/bot-authentication.ts';
import { startMicrosoft } from '../fakes/microsoft.ts';
import { newAppId, createBotSettings, tenantId } from '../support/journeys/bot-settings.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { type EntryPoint, createDialogEntryPoint, serviceUrl } from './entry-point.ts';

type Environment = Readonly<Record<string, string>>;

/** A folder with keys and a store for one Candour after the other. */
export interface BenchEnvironment {
  readonly environment: Environment;
  readonly keys: DevelopmentKeys;
  /** A second view of the store, which the caller closes. */
  openStore(): Store;
  remove(): Promise<void>;
}

/** Alerts that are not urgent wait for the full hour. */
const alike = { ALERT_TIMING: 'fullHour', ALERT_POLL_SECONDS: '5' };

/** Settings of development: the chat door, which asks for no token. */
export async function createDevelopmentEnvironment(more: Environment = {}): Promise<BenchEnvironment> {
  const folder = createTemporaryFolder();
  const path = join(folder, 'candour.db');
  const keys = await ensureDevelopmentKeys(join(folder, 'keys'));
  return {
    environment: { PORT: '0', SQLITE_PATH: path, BENCH_KEYS: join(folder, 'keys'), ...alike, ...more },
    keys,
    openStore: () => openSqliteStore(path, 'development'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** What a server in production has around it, and the door that people come in by. */
export interface ProductionEnvironment extends BenchEnvironment {
  /** A folder without a file of settings, to start servers in. */
  readonly folder: string;
  readonly door: EntryPoint;
  /** What has the stock adapter check the same tokens. */
  readonly stockEnvironment: Environment;
}

/** As many tokens as people report at a time at most. */
export const tokens = 100;

/**
 * A server's settings in production, its keys and its store, with a stand-in for Microsoft that it gets to by names and
 * over TLS; the tokens are signed now, as the connector's are before they come.
 */
export async function createProductionEnvironment(more: Environment = {}): Promise<ProductionEnvironment> {
  const data = createTemporaryFolder();
  const folder = join(data, 'started-in');
  mkdirSync(folder);
  const path = join(data, 'candour.db');
  const microsoft = await startMicrosoft({ tenantId, appId: newAppId() });
  const { issuer } = microsoft;
  const keys = await ensureDevelopmentKeys(join(data, 'keys'));
  const authority = join(data, 'authority.pem');
  writeFileSync(authority, microsoft.authority);
  const { recipients } = keys;
  const given = createBotSettings({ door: 'dialog', folder: data, serviceUrl, issuer, store: 'sqlite', recipients });
  const bearers: string[] = [];
  while (bearers.length < tokens) bearers.push(await issuer.token({ serviceurl: serviceUrl, jti: randomUUID() }));
  return {
    environment: {
      ...Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : []))),
      ...microsoft.environment,
      NODE_EXTRA_CA_CERTS: authority,
      ...alike,
      ...more,
    },
    keys,
    folder,
    door: createDialogEntryPoint(bearers),
    stockEnvironment: { BENCH_STOCK: JSON.stringify(createBotAuthentication(issuer)) },
    openStore: () => openSqliteStore(path),
    async remove() {
      await microsoft.stop();
      await rm(data, { recursive: true, force: true });
    },
  };
}
