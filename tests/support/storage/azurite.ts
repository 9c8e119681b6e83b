import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Microsoft's own stand-in for Blob Storage, as a process of its own on this machine. */
export interface Azurite {
  /** The connection string of its account. */
  readonly connection: string;
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const main = createRequire(import.meta.url).resolve('azurite/dist/src/blob/main.js');
// Published by Microsoft with Azurite: a key to nothing else.
const account = 'devstoreaccount1';
const key = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Starts Azurite in memory, on a free port, without telemetry. Rejects where it ends before it listens. */
export async function startAzurite(): Promise<Azurite> {
  const folder = await mkdtemp(join(tmpdir(), 'candour-azurite-'));
  const options = ['--inMemoryPersistence', '--skipApiVersionCheck', '--disableTelemetry', '--silent'];
  const child = spawn(process.execPath, [main, '--blobPort', '0', ...options], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {},
  });
  let port: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    port = Number(/listens on http:\/\/127\.0\.0\.1:(\d+)/u.exec(line)?.[1] ?? 0) || undefined;
    if (port !== undefined) break;
  }
  child.stdout.resume();
  const { pid } = child;
  if (port === undefined || pid === undefined) throw new Error('Azurite did not start');
  return {
    port,
    pid,
    connection: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};BlobEndpoint=http://127.0.0.1:${port}/${account};`,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
