import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from '@jest/globals';
import { getByPath, type Json } from '../../../deploy/azure/json.ts';
import { assertInstalled } from '../../support/deploy/front-proxy.ts';
import { readHostFile } from '../../support/deploy/host-files.ts';
import { readYaml } from '../../support/deploy/read-yaml.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

beforeAll(() => assertInstalled({ 'docker-compose': ['version'] }));

const digest = (letter: string): string => letter.repeat(64);
const settings = {
  PUBLIC_HOST: 'candour.example.org',
  CANDOUR_IMAGE: 'localhost/candour',
  CANDOUR_DIGEST: digest('a'),
  CADDY_DIGEST: digest('b'),
};

function readByCompose(given: Readonly<Record<string, string>>) {
  const folder = createTemporaryFolder();
  writeFileSync(join(folder, 'compose.yaml'), readHostFile('compose.yaml'));
  const lines = Object.entries(given).map(([name, value]) => `${name}=${value}\n`);
  writeFileSync(join(folder, '.env'), lines.join(''), { mode: 0o600 });
  const asked = ['-f', join(folder, 'compose.yaml'), 'config', '--format', 'json'];
  return spawnSync('docker-compose', asked, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
  });
}

it('Compose reads the file as these tests do, and gives each container its image by the digest', () => {
  const { status, stdout, stderr } = readByCompose(settings);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const read: Json = JSON.parse(stdout);
  const written = readYaml(readHostFile('compose.yaml'));
  for (const service of ['candour', 'caddy']) {
    for (const name of ['read_only', 'cap_drop', 'cap_add', 'security_opt', 'restart', 'logging']) {
      expect([name, getByPath(read, 'services', service, name)]).toEqual([
        name,
        getByPath(written, 'services', service, name),
      ]);
    }
  }
  expect(getByPath(read, 'services', 'candour', 'healthcheck', 'test')).toEqual(
    getByPath(written, 'services', 'candour', 'healthcheck', 'test'),
  );
  expect(getByPath(read, 'services', 'candour', 'image')).toBe(`localhost/candour@sha256:${digest('a')}`);
  expect(getByPath(read, 'services', 'caddy', 'image')).toBe(`docker.io/library/caddy@sha256:${digest('b')}`);
  expect(getByPath(read, 'services', 'caddy', 'environment', 'PUBLIC_HOST')).toBe(settings.PUBLIC_HOST);
  expect(getByPath(read, 'services', 'candour', 'ports')).toBeUndefined();
});

it.each(['PUBLIC_HOST', 'CANDOUR_IMAGE', 'CANDOUR_DIGEST', 'CADDY_DIGEST'] as const)(
  'Compose begins nothing without %s, and says so',
  (name) => {
    const { status, stderr } = readByCompose({ ...settings, [name]: '' });
    expect(status).not.toBe(0);
    expect(stderr).toContain(name);
  },
);
