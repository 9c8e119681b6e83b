import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { idleConnectionMs, partTimeoutMs, requestTimeoutMs, stallTimeoutMs } from '../../../bot/http/restify-server.ts';
import { maxBodyBytes, maxRawBodyBytes } from '../../../bot/api/operation-routes.ts';
import { maxActivityBytes } from '../../../bot/http/messages-route.ts';
import { rawOperations } from '../../../contract/framed-bytes.ts';
import { getByPath, isJsonObject, type Json, scalarToText } from '../../../deploy/azure/json.ts';
import { readDistributedFiles } from '../../../release/artefact-files.ts';
import {
  durationOf,
  type LetsThrough,
  readCaddyPaths,
  readHostFile,
  readNginxPaths,
  valueOf,
} from '../../support/deploy/host-files.ts';
import { readYaml } from '../../support/deploy/read-yaml.ts';
import { setUpSharedBot } from '../../support/journeys/set-up-bot.ts';

const root = resolve(import.meta.dirname, '../../..');
const [caddyfile, nginx, unit, composeFile] = [
  readHostFile('Caddyfile'),
  readHostFile('nginx.conf'),
  readHostFile('candour.service'),
  readHostFile('compose.yaml'),
];
const compose = readYaml(composeFile);
const containerfile = readFileSync(join(root, 'deploy/Containerfile'), 'utf8');

const bot = setUpSharedBot({
  entryPoint: 'dialog',
  environment: { PARTNERS: 'yes', PUBLIC_HOST: 'candour.example', HEALTH_PORT: '0', METRICS: 'yes' },
});

const proxies: readonly (readonly [string, LetsThrough])[] = [
  ['Caddyfile', readCaddyPaths(caddyfile)],
  ['nginx.conf', readNginxPaths(nginx)],
];

/** Addresses that a route answers, with something in the place of each name. */
const addressesOf = (path: string): readonly string[] =>
  ['report.begin', 'index-1a2B.js', 'a/b'].map((one) =>
    path.replaceAll(/:\w+/gu, one.replaceAll('/', '')).replaceAll('*', one),
  );

describe.each(proxies)('%s', (_name, letsThrough) => {
  it('lets through what the server answers at its address, and bodies as large as it takes there', () => {
    const routes = bot.routes().public;
    expect(routes.length).toBeGreaterThan(20);
    for (const { path } of routes) {
      const isRaw = path.includes('/raw/');
      for (const address of addressesOf(path)) {
        expect([address, letsThrough(address)]).toEqual([address, isRaw ? maxRawBodyBytes : maxBodyBytes]);
      }
    }
    for (const base of ['/api/tab', '/api/partners'])
      for (const name of rawOperations) expect(letsThrough(`${base}/raw/${name}`)).toBe(maxRawBodyBytes);
    expect(maxActivityBytes).toBe(maxBodyBytes);
  });

  it('lets through nothing that is for the machine alone, and nothing else', () => {
    const asked = bot.routes().health.map(({ path }) => path);
    expect([...asked].sort()).toEqual(['/healthz', '/metrics', '/readyz']);
    const others = [
      '/.env',
      '/api',
      '/api/',
      '/api/messages/x',
      '/api/other/report.begin',
      '/guidancex',
      '/tabs',
      '/x',
    ];
    for (const path of [...asked, ...asked.map((one) => `${one}/`), ...others])
      expect([path, letsThrough(path)]).toEqual([path, undefined]);
  });
});

describe('the times of a proxy', () => {
  it('are longer than the server’s own for bodies and answers, and shorter for a connection that nobody uses', () => {
    const ofServer = partTimeoutMs + requestTimeoutMs;
    const body = durationOf(caddyfile, /^\t+read_body (\w+)$/gmu);
    expect(body).toBeGreaterThan(ofServer);
    expect(durationOf(caddyfile, /^\t+write (\w+)$/gmu)).toBeGreaterThan(body + stallTimeoutMs);
    expect(durationOf(caddyfile, /^\t+response_header_timeout (\w+)$/gmu)).toBeGreaterThan(ofServer);
    expect(durationOf(caddyfile, /^\t+keepalive (\w+)$/gmu)).toBeLessThan(idleConnectionMs);
    expect(durationOf(nginx, /^\t+keepalive_timeout (60s);$/gmu)).toBeLessThan(idleConnectionMs);
    expect(durationOf(nginx, /proxy_read_timeout (\w+);/gu)).toBeGreaterThan(ofServer);
    expect(durationOf(nginx, /client_body_timeout (\w+);/gu)).toBeGreaterThanOrEqual(requestTimeoutMs);
    expect(durationOf(nginx, /send_timeout (\w+);/gu)).toBe(stallTimeoutMs);
  });

  it('are set for a sender of headers that never ends', () => {
    expect(durationOf(caddyfile, /^\t+read_header (\w+)$/gmu)).toBe(requestTimeoutMs / 2);
    expect(durationOf(nginx, /client_header_timeout (\w+);/gu)).toBe(requestTimeoutMs / 2);
  });
});

describe('a proxy', () => {
  it('writes no line about a request, and puts nothing of one on the disk', () => {
    expect(caddyfile).toMatch(/^\tlog default \{\n\t\texclude http\n\t\}$/mu);
    expect(caddyfile.match(/^\s*log\b/gmu)).toHaveLength(1);
    expect(caddyfile).toMatch(/^\tadmin off$/mu);
    expect(nginx.match(/^\s*(?:access|error)_log.*$/gmu)).toEqual([
      '\taccess_log off;',
      '\terror_log /dev/null emerg;',
    ]);
    expect(valueOf(nginx, /proxy_request_buffering (\w+);/gu)).toBe('off');
    expect(valueOf(nginx, /proxy_max_temp_file_size (\w+);/gu)).toBe('0');
  });
});

// Ajv knows the draft by its address with http alone.
const { $schema: _draft, ...schema } = Object(
  JSON.parse(readFileSync(join(root, 'tests/fixtures/compose/compose-spec.schema.json'), 'utf8')),
);
const isValid = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
const changed = (from: string, to: string): Json => {
  expect(composeFile).toContain(from);
  return readYaml(composeFile.replace(from, to));
};
const services = ['candour', 'caddy'] as const;
const of = (service: (typeof services)[number], ...names: readonly string[]): Json | undefined =>
  getByPath(compose, 'services', service, ...names);

describe('compose.yaml', () => {
  it('is valid by the schema of Compose', () => {
    expect({ valid: isValid(compose), errors: isValid.errors }).toEqual({ valid: true, errors: null });
  });

  it.each([
    ['a setting that there is not', 'read_only: true', 'readonly: true'],
    ['a text where a list stands', 'cap_drop: [ALL]', 'cap_drop: ALL'],
    ['a list where a text stands', 'restart: unless-stopped', 'restart: [always]'],
    ['a health check that is none', 'retries: 3', 'again: 3'],
    ['a volume of no kind', 'type: bind', 'kind: bind'],
  ])('is not valid any more with %s', (_what, from, to) => {
    expect(isValid(changed(from, to))).toBe(false);
  });

  it.each(services)(
    'gives %s no right beyond what it needs, nothing to write to but its volumes, and no dump',
    (one) => {
      expect(of(one, 'read_only')).toBe(true);
      expect(of(one, 'cap_drop')).toEqual(['ALL']);
      expect(of(one, 'security_opt')).toEqual(['no-new-privileges:true']);
      expect(of(one, 'ulimits', 'core')).toBe(0);
      expect(of(one, 'privileged')).toBeUndefined();
      expect(of(one, 'cap_add')).toEqual(one === 'caddy' ? ['NET_BIND_SERVICE'] : undefined);
      expect(of(one, 'image')).toMatch(/@sha256:\$\{[A-Z]+_DIGEST:\?[^}]+\}$/u);
    },
  );

  it('lets nobody reach the server but by Caddy, and its health but from its own container', () => {
    expect(of('candour', 'ports')).toBeUndefined();
    expect(of('caddy', 'ports')).toEqual(['80:80', '443:443']);
    expect(of('caddy', 'environment', 'CANDOUR_SERVER')).toBe('candour:3978');
    expect(of('candour', 'environment')).toEqual({ HEALTH_PORT: '3979' });
  });

  it('asks the server how it is as its image does', () => {
    const [, options = '', test = ''] = /HEALTHCHECK (.+) \\\n\s+CMD (.+)/u.exec(containerfile) ?? [];
    const asked = of('candour', 'healthcheck');
    const { test: own, ...times } = isJsonObject(asked) ? asked : {};
    expect(own).toEqual(['CMD', ...JSON.parse(test)]);
    const written = Object.entries(times).map(([name, value]) => `--${name.replace('_', '-')}=${scalarToText(value)}`);
    expect(written).toEqual(options.split(' '));
  });
});

describe('candour.service', () => {
  it('gives the server no right, its data alone to write to, and no dump, and does not start again what is set wrongly', () => {
    for (const line of [
      'NoNewPrivileges=yes',
      'CapabilityBoundingSet=',
      'ProtectSystem=strict',
      'ReadWritePaths=/var/lib/candour',
      'LimitCORE=0',
      'RestartPreventExitStatus=78',
    ])
      expect(unit.split('\n')).toContain(line);
  });
});

it('all four are in the archive', () => {
  const paths = [...readDistributedFiles(root).keys()].filter((path) => path.startsWith('deploy/host/'));
  expect(paths.map((path) => path.slice('deploy/host/'.length))).toEqual([
    'Caddyfile',
    'candour.service',
    'compose.yaml',
    'nginx.conf',
  ]);
});
