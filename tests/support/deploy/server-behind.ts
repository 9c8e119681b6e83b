import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadServerSettings } from '../../../bot/config/server-settings.ts';
import type { ServerSettings } from '../../../bot/config/server-settings.ts';
import { ensureDevelopmentKeys } from '../../../development/development-keys.ts';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import { type Microsoft, startMicrosoft } from '../../fakes/microsoft.ts';
import { createBotSettings, newAppId, tenantId } from '../journeys/bot-settings.ts';
import { type ServerChild, startServerChild } from '../server-child.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';
import { findFreePort } from './front-proxy.ts';

/** A server of production in a process of its own, at a port that stays. */
export interface ServerBehind {
  readonly port: number;
  readonly settings: ServerSettings;
  readonly microsoft: Microsoft;
  readonly connector: Connector;
  /** All that each of its processes has printed. */
  readonly printed: () => string;
  /** Ends it and starts it again, as `systemctl restart` does. Answers with how long each took, in milliseconds. */
  restart(): Promise<{ readonly endMs: number; readonly startMs: number }>;
  stop(): Promise<void>;
}

export async function startServerBehind(more: Readonly<Record<string, string>> = {}): Promise<ServerBehind> {
  const folder = createTemporaryFolder();
  const microsoft = await startMicrosoft({ tenantId, appId: newAppId() });
  const connector = await startConnector({ isKnown: microsoft.issuer.isIssued });
  const { recipients } = await ensureDevelopmentKeys(createTemporaryFolder());
  const { issuer } = microsoft;
  const port = await findFreePort();
  const given = createBotSettings({
    door: 'dialog',
    folder,
    serviceUrl: connector.serviceUrl,
    issuer,
    store: 'sqlite',
    recipients,
  });
  const settings = Object.fromEntries(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  const authority = join(folder, 'authority.pem');
  writeFileSync(authority, microsoft.authority);
  const environment = {
    ...settings,
    PORT: String(port),
    HEALTH_PORT: '0',
    PARTNERS: 'yes',
    PUBLIC_HOST: 'candour.example',
    ...microsoft.environment,
    NODE_EXTRA_CA_CERTS: authority,
    ...more,
  };
  const servers: ServerChild[] = [];
  async function start(): Promise<void> {
    const server = startServerChild(folder, environment);
    servers.push(server);
    const ended = server.ended.then((code) => `it ended with ${code}: ${server.complained()}`);
    const first = await Promise.race([server.started, ended]);
    if (typeof first === 'string') throw new Error(first);
  }
  await start();
  const end = async (): Promise<void> => {
    const server = servers.at(-1);
    server?.child.kill('SIGTERM');
    await server?.ended;
  };
  return {
    port,
    settings: loadServerSettings(environment),
    microsoft,
    connector,
    printed: () => servers.map((server) => server.said() + server.complained()).join(''),
    async restart() {
      const began = performance.now();
      await end();
      const ended = performance.now();
      await start();
      return { endMs: Math.round(ended - began), startMs: Math.round(performance.now() - ended) };
    },
    async stop() {
      await end();
      await Promise.all([microsoft.stop(), connector.stop()]);
    },
  };
}
