import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { currentStoreVersion } from '../../../storage/store-version.ts';
import { type LoopbackServer, startLoopbackServer } from '../../fakes/loopback-server.ts';
import { type Proxy, startProxy } from '../../fakes/proxy.ts';
import { createDeployment, doctorOutputSchema, problemNames } from '../../support/cli/run-doctor.ts';
import { createHostCertificate, publicHost } from '../../support/cli/public-address.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { importedPath } from '../../support/imported-file.ts';

const program = importedPath(() => import('../../../cli/candour.ts'), import.meta.url);
const policy = "default-src 'none'; frame-ancestors https://teams.microsoft.com";
let folder: string;
let server: LoopbackServer;
let proxy: Proxy | undefined;
beforeEach(async () => {
  folder = createTemporaryFolder();
  const made = await createHostCertificate({ days: 60 });
  writeFileSync(join(folder, 'authority.pem'), made.cert);
  const page = { 'content-type': 'text/html', 'content-security-policy': policy };
  const numbers = `candour_build_info{version="${currentStoreVersion.release}"} 1\n`;
  server = await startLoopbackServer(({ path }) => {
    if (path === '/tab') return { kind: 'answer', status: 200, text: '<!doctype html>', headers: page };
    if (path === '/readyz') return { kind: 'answer', status: 200, body: { status: 'ready' } };
    if (path === '/metrics') return { kind: 'answer', status: 200, text: numbers };
    return { kind: 'answer', status: 401 };
  }, made);
});
afterEach(async () => {
  await Promise.all([server.stop(), proxy?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

/** What the program finds where nobody in this network knows the server's name. */
async function found(portOf: (place: string) => number | undefined, more: Readonly<Record<string, string>> = {}) {
  proxy = await startProxy(portOf);
  const authority = { NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem') };
  const deployment = { ...(await createDeployment(folder)), PUBLIC_HOST: publicHost };
  const env = { PATH: process.env['PATH'], ...deployment, ...authority, ...proxy.environment, ...more };
  const asked = ['--json', '--offline', '--server', `https://${publicHost}`];
  const printed = await new Promise<string>((settle) => {
    execFile(process.execPath, ['--no-warnings', program, 'doctor', ...asked], { env }, (_error, stdout) =>
      settle(stdout),
    );
  });
  expect(printed).not.toContain(publicHost);
  return problemNames(doctorOutputSchema.parse(JSON.parse(printed)));
}

describe('a doctor in a network whose way out is a proxy', () => {
  it('goes by it where Node is told to, and finds a server well', async () => {
    expect(await found(() => server.port)).toEqual([]);
    expect(new Set(proxy?.asked)).toEqual(new Set([`${publicHost}:443`]));
  });

  it('says that the proxy does not lead there, and no more of the server than that', async () => {
    expect(await found(() => undefined)).toEqual(['server-away', 'address-proxy']);
  });

  it('goes by none where Node is not told to', async () => {
    expect(await found(() => server.port, { NODE_USE_ENV_PROXY: '0' })).toEqual(['server-away', 'address-unknown']);
    expect(proxy?.asked).toEqual([]);
  });
});
