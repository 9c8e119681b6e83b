import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { createCertificate } from '../../fakes/certificate.ts';
import { waitFor } from '../journeys/wait-for.ts';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';
import { readHostFile } from './host-files.ts';

/** A proxy of Debian as deploy/host has it, in front of a port, by the name `localhost`. */
export interface FrontProxy {
  readonly port: number;
  /** Where it answers without TLS. */
  readonly plainPort: number;
  /** The authority of its certificate. */
  readonly authority: string;
  readonly pid: number;
  /** All that it has said, and written into its folder for logs. */
  readonly printed: () => string;
  stop(): Promise<void>;
}

/** A port of this machine that nobody has now. */
export async function findFreePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = server.address();
  server.close();
  await once(server, 'close');
  return typeof place === 'object' && place !== null ? place.port : 0;
}

/** Throws, in words, if this machine lacks a program. */
export function assertInstalled(programs: Readonly<Record<string, readonly string[]>>): void {
  const missing = Object.entries(programs).filter(([name, args]) => spawnSync(name, args).error);
  if (missing.length > 0) {
    const names = missing.map(([name]) => name);
    throw new Error(`${names.join(' and ')} is missing: "apt-get install ${names.join(' ')}" brings it`);
  }
}

/** Replaces what must be there. */
function replaced(text: string, changes: readonly (readonly [find: string, put: string])[]): string {
  return changes.reduce((all, [find, put]) => {
    if (!all.includes(find)) throw new Error(`the file does not have: ${find}`);
    return all.replaceAll(find, put);
  }, text);
}

async function startProxy(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
  of: { readonly port: number; readonly plainPort: number; readonly authority: () => string | undefined },
): Promise<FrontProxy> {
  const child: ChildProcess = spawn(program, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text) => (printed += text));
  const ended = once(child, 'close');
  const authority = await waitFor(`${program}: ${printed}`, async () => {
    if (child.exitCode !== null) throw new Error(`${program} ended: ${printed}`);
    const socket = net.connect(of.port, '127.0.0.1');
    const isOpen = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    return isOpen ? of.authority() : undefined;
  });
  return {
    port: of.port,
    plainPort: of.plainPort,
    authority,
    pid: child.pid ?? 0,
    printed: () => printed,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts Caddy, whose own authority signs its certificate here. */
export async function startCaddy(serverPort: number): Promise<FrontProxy> {
  const folder = createTemporaryFolder();
  const [port, plainPort] = [await findFreePort(), await findFreePort()];
  const places = ['local_certs', 'skip_install_trust', `http_port ${plainPort}`, `https_port ${port}`];
  const config = readHostFile('Caddyfile').replace(
    /^\{\n/mu,
    `{\n\t${[...places, 'default_bind 127.0.0.1'].join('\n\t')}\n`,
  );
  writeFileSync(join(folder, 'Caddyfile'), config);
  const environment = {
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    PUBLIC_HOST: 'localhost',
    CANDOUR_SERVER: `127.0.0.1:${serverPort}`,
  };
  const root = join(folder, 'caddy/pki/authorities/local/root.crt');
  const leaf = join(folder, 'caddy/certificates/local/localhost/localhost.crt');
  const args = ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
  return startProxy('caddy', args, environment, {
    port,
    plainPort,
    authority: () => (existsSync(leaf) ? readFileSync(root, 'utf8') : undefined),
  });
}

/** Starts nginx, which cannot write a file of what goes through it: a request that it would do that for fails. */
export async function startNginx(serverPort: number): Promise<FrontProxy> {
  const folder = createTemporaryFolder();
  chmodSync(folder, 0o755);
  const [port, plainPort] = [await findFreePort(), await findFreePort()];
  const { key, cert } = await createCertificate();
  writeFileSync(join(folder, 'fullchain.pem'), cert);
  writeFileSync(join(folder, 'privkey.pem'), key, { mode: 0o600 });
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  // nginx gives itself every right to a folder: in what is a file it can make none.
  for (const kind of kinds) writeFileSync(join(folder, kind), '');
  const config = replaced(readHostFile('nginx.conf'), [
    ...(process.getuid?.() === 0 ? [] : [['user www-data;\n', ''] as const]),
    ['pid /run/nginx.pid;', `pid ${folder}/pid;`],
    ['http {\n', `http {\n${kinds.map((kind) => `\t${kind}_temp_path ${folder}/${kind};\n`).join('')}`],
    ['server 127.0.0.1:3978 ', `server 127.0.0.1:${serverPort} `],
    ['listen 80 ', `listen 127.0.0.1:${plainPort} `],
    ['listen 443 ', `listen 127.0.0.1:${port} `],
    ['\t\tlisten [::]:80 default_server;\n', ''],
    ['\t\tlisten [::]:443 ssl default_server;\n', ''],
    ['\t\tlisten [::]:443 ssl;\n', ''],
    ['/etc/letsencrypt/live/candour.example.org/', `${folder}/`],
    ['candour.example.org', 'localhost'],
  ]);
  writeFileSync(join(folder, 'nginx.conf'), config);
  const args = ['-p', folder, '-c', join(folder, 'nginx.conf'), '-g', 'daemon off;', '-e', 'stderr'];
  return startProxy('nginx', args, { PATH: process.env['PATH'] ?? '' }, { port, plainPort, authority: () => cert });
}
