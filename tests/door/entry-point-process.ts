import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { z } from 'zod';
import { ensureDevelopmentKeys } from '../../development/development-keys.ts';
import { startConnector } from '../fakes/connector.ts';
import { startTokenIssuer, type TokenIssuer } from '../fakes/token-issuer.ts';
import { newAppId, createBotSettings } from '../support/journeys/bot-settings.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { childEnvironment } from '../support/child-environment.ts';

const costSchema = z.object({ cpuMs: z.number(), heldBytes: z.number() });

/** What the server's process took since it was asked last, and what it holds after a collection. */
export type Cost = z.infer<typeof costSchema>;

/** A server of production in a process of its own, with all that it talks to. */
export interface EntryPointProcess {
  readonly port: number;
  readonly issuer: TokenIssuer;
  readonly serviceUrl: string;
  cost(): Promise<Cost>;
  stop(): Promise<void>;
}

/** Starts it on a new store. Settles once it listens. */
export async function startEntryPointProcess(): Promise<EntryPointProcess> {
  const folder = createTemporaryFolder();
  const issuer = await startTokenIssuer({ appId: newAppId() });
  const connector = await startConnector();
  const { recipients } = await ensureDevelopmentKeys(`${folder}/keys`);
  const { serviceUrl } = connector;
  const settings = createBotSettings({ door: 'dialog', folder, serviceUrl, issuer, store: 'sqlite', recipients });
  const child = fork(new URL('./entry-point-server.ts', import.meta.url), {
    execArgv: ['--no-warnings'],
    env: { ...childEnvironment, METADATA_URL: issuer.metadataUrl, ...settings },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [port] = z.tuple([z.number()]).parse((await once(child, 'message')).slice(0, 1));
  return {
    port,
    issuer,
    serviceUrl,
    async cost() {
      const answer = once(child, 'message');
      child.send('cost');
      const [said] = await answer;
      return costSchema.parse(said);
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.send('stop');
        await ended;
      }
      await Promise.all([issuer.stop(), connector.stop()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
