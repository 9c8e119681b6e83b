import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadServerSettings } from '../../../bot/config/server-settings.ts';
import { ensureDevelopmentKeys } from '../../../development/development-keys.ts';
import { type Connector, startConnector } from '../../fakes/connector.ts';
import { type Microsoft, startMicrosoft } from '../../fakes/microsoft.ts';
import { newAppId, createBotSettings, tenantId } from '../journeys/bot-settings.ts';
import type { ReachableBot } from '../journeys/teams-client.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';
import { createSandbox, type Confined } from './sandbox.ts';

/** What a program printed and how it ended. */
interface Ended {
  readonly code: number;
  readonly said: string;
  readonly complained: string;
}

/** What a second machine is given of a first: its settings, and what is done there before its server starts. */
interface MovedHere {
  readonly from: ServedArtefact;
  readonly prepare: (machine: Pick<ServedArtefact, 'place' | 'run'>) => Promise<void>;
}

/** A server of the artefact in production, and its commands beside it. */
export interface ServedArtefact extends ReachableBot {
  readonly place: Confined;
  /** The settings and what leads to the stand-ins of Microsoft's services. */
  readonly environment: Readonly<Record<string, string>>;
  readonly microsoft: Microsoft;
  readonly connector: Connector;
  /** From the start of the process to its listening, in milliseconds. */
  readonly readyMs: number;
  readonly pid: number;
  /** The private keys of the groups, one file each, where the server cannot read them. */
  readonly keys: string;
  readonly printed: () => string;
  /** Runs a command of the artefact with the server's settings, by the server's account and begun in its data. */
  run(args: readonly string[], more?: Readonly<Record<string, string>>): Promise<Ended>;
  /** The same by the account of these tests, as on another machine: it may read the keys. */
  runElsewhere(args: readonly string[]): Promise<Ended>;
  /** Tells the server to end, and answers with its code. */
  end(): Promise<number>;
  stop(): Promise<void>;
}

async function endOf(command: ChildProcess): Promise<Ended> {
  let [said, complained] = ['', ''];
  command.stdout?.setEncoding('latin1').on('data', (text: string) => (said += text));
  command.stderr?.setEncoding('utf8').on('data', (text: string) => (complained += text));
  const [code] = await once(command, 'close');
  return { code: Number(code), said, complained };
}

/** The settings of a force that has no server yet, and all that it has around one. */
async function createForce() {
  const microsoft = await startMicrosoft({ tenantId, appId: newAppId() });
  const { issuer } = microsoft;
  const connector = await startConnector({ isKnown: issuer.isIssued });
  const keys = createTemporaryFolder();
  const { recipients } = await ensureDevelopmentKeys(keys);
  const { serviceUrl } = connector;
  const given = createBotSettings({ door: 'dialog', folder: '', serviceUrl, issuer, store: 'sqlite', recipients });
  const settings = Object.fromEntries(Object.entries(given).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  const environment = { ...settings, PARTNERS: 'yes', PUBLIC_HOST: 'candour.example', ...microsoft.environment };
  return { microsoft, connector, keys, environment };
}

/** Unpacks an archive and starts what is in it, as somebody who may write nothing but its data. */
export async function serveArtefact(archive: string, moved?: MovedHere): Promise<ServedArtefact> {
  const place = createSandbox();
  execFileSync('tar', ['-xzf', archive, '-C', place.installed]);
  const [name = ''] = readdirSync(place.installed);
  const program = join(place.installed, name, 'candour.mjs');
  const force = moved?.from ?? (await createForce());
  const { microsoft, connector, keys } = force;
  const { issuer } = microsoft;
  const { serviceUrl } = connector;
  const authority = join(place.data, 'authority.pem');
  writeFileSync(authority, microsoft.authority, { mode: 0o644 });
  const environment = {
    ...force.environment,
    SQLITE_PATH: join(place.data, 'candour.db'),
    NODE_EXTRA_CA_CERTS: authority,
  };
  const run: ServedArtefact['run'] = (args, more = {}) =>
    endOf(place.start([program, ...args], { ...environment, ...more }, place.data));
  await moved?.prepare({ place, run });

  const began = performance.now();
  const server = place.start([program, 'serve'], environment);
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const ended = once(server, 'close').then(([code]) => Number(code));
  const port = await new Promise<number>((resolve, reject) => {
    server.stdout?.on('data', () => {
      const found = /"event":"started","port":(\d+)/u.exec(printed)?.[1];
      if (found !== undefined) resolve(Number(found));
    });
    void ended.then(() => reject(new Error(`the server ended: ${printed}`)));
  });
  const readyMs = performance.now() - began;

  async function end(): Promise<number> {
    server.kill('SIGTERM');
    return await ended;
  }
  return {
    place,
    environment,
    microsoft,
    connector,
    readyMs,
    pid: server.pid ?? 0,
    keys,
    printed: () => printed,
    settings: loadServerSettings(environment),
    endpoint: () => `http://127.0.0.1:${port}/api/messages`,
    authorization: async () => `Bearer ${await issuer.token({ serviceurl: serviceUrl })}`,
    clock: {
      now: () => new Date(),
      monotonic: () => performance.now(),
      forward: () => undefined,
      set: () => undefined,
    },
    run: (args, more = {}) => run(args, { PORT: String(port), ...more }),
    runElsewhere: (args) =>
      endOf(spawn(process.execPath, [program, ...args], { cwd: keys, env: environment, stdio: 'pipe' })),
    end,
    async stop() {
      await end();
      if (moved === undefined) await Promise.all([microsoft.stop(), connector.stop()]);
    },
  };
}
