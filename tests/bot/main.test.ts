import type { ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { startStrictCosmos } from '../fakes/strict-cosmos.ts';
import { forceEnvironment } from '../support/config/force-environment.ts';
import { createFirstSchemaFile } from '../support/storage/first-schema.ts';
import { waitFor } from '../support/journeys/wait-for.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { type ServerChild, startServerChild } from '../support/server-child.ts';

// A process of its own takes a second or two to start, on a busy machine more.

const secretValue = 'value-that-must-not-be-said';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const settings = () => ({
  ...forceEnvironment(`${folder}/candour.db`),
  VICTIMS_PHONE: '0808 000 0000',
  FEDERATION_EN: 'https://federation.example',
  FEDERATION_CY: 'https://federation.example/cy',
  BOT_APP_PASSWORD: secretValue,
  CARRIED_STATE_SECRET: `${secretValue}-and-more-of-it`,
});

function foreignFile(path: string): void {
  const database = new DatabaseSync(path);
  database.exec('CREATE TABLE notes (text TEXT)');
  database.close();
}

/** Makes a store of ours, and changes its schema past Candour. */
const planted =
  (sql: string) =>
  async (path: string): Promise<void> => {
    await openSqliteStore(path).close();
    const database = new DatabaseSync(path);
    database.exec(sql);
    database.close();
  };

/** The server as `npm run serve` starts it. It is ended with the test. */
function serve(environment: Readonly<Record<string, string>>): ServerChild {
  const server = startServerChild(folder, environment);
  children.push(server.child);
  return server;
}
describe('npm run serve', () => {
  it('without settings names them in a line each and ends with 78', async () => {
    // A port that is free: the usual one may be taken by somebody's own start.
    const server = serve({ PORT: '0' });
    expect(await server.ended).toBe(78);
    expect(server.said()).toBe('');
    for (const name of ['TENANT_ID', 'BOT_APP_ID', 'STORE', 'RECIPIENTS_ACU', 'ROLE_ADMINS', 'ALERT_TARGET_ACU']) {
      expect(server.complained()).toMatch(new RegExp(`^- ${name} is missing: set it to `, 'mu'));
    }
    expect(server.complained()).toMatch(/^Candour cannot start\. Correct these 14 problems:\n/u);
    expect(server.complained().trim().split('\n')).toHaveLength(15);
  });

  it.each([
    ['a setting that is not valid', { ALERT_SERVICE_URL: secretValue }, 'ALERT_SERVICE_URL', 78],
    ['development', { CANDOUR_ENVIRONMENT: 'development' }, 'CANDOUR_ENVIRONMENT', 78],
    ['a setting that is gone', { WORKERS: '2' }, 'WORKERS is no longer read', 78],
    ['a store that cannot be opened', { SQLITE_PATH: '/dev/null/candour.db' }, 'SQLITE_PATH', 69],
    ['a store of development', { SQLITE_PATH: './of-development.db' }, 'made for development', 78],
  ])('with %s says so without a value, and ends by its kind', async (_, wrong, named, code) => {
    await openSqliteStore(`${folder}/of-development.db`, 'development').close();
    const server = serve({ ...settings(), ...wrong });
    expect(await server.ended).toBe(code);
    expect(server.complained()).toContain(named);
    expect(server.said() + server.complained()).not.toContain(secretValue);
  });

  it.each([
    ['was made before the tab', async (path: string) => createFirstSchemaFile(path), 'start with an empty store'],
    ['belongs to another program', async (path: string) => foreignFile(path), 'belongs to another program'],
    ['is damaged', async (path: string) => writeFileSync(path, 'no database at all'.repeat(400)), 'is not a database'],
    [
      'holds a trigger that somebody planted',
      planted('CREATE TRIGGER t AFTER INSERT ON cases BEGIN DELETE FROM alerts; END'),
      'a trigger',
    ],
    [
      'is damaged inside',
      async (path: string) => writeFileSync(path, `SQLite format 3\0${'x'.repeat(4_000)}`),
      'damaged',
    ],
  ])('refuses a store that %s, in a sentence that names it, and leaves it as it is', async (_, make, sentence) => {
    const path = `${folder}/candour.db`;
    await make(path);
    const before = readFileSync(path);
    const server = serve(settings());
    expect(await server.ended).toBe(69);
    expect(server.complained()).toMatch(/SQLITE_PATH|The store/u);
    expect(server.complained()).toContain(sentence);
    expect(server.complained().trim().split('\n')).toHaveLength(1);
    expect(server.said()).toBe('');
    expect(readFileSync(path)).toEqual(before);
  });

  it('runs without its place of files, and says in one line which setting names that, and not what it says', async () => {
    const server = serve({ ...settings(), FILES_FOLDER: `/dev/null/${secretValue}` });
    const port = await server.started;
    await waitFor('told', () => (server.complained().endsWith('\n') ? true : undefined));
    expect(server.complained()).toBe(
      'The place for encrypted files that FILES_FOLDER names cannot be reached: check that it exists, and that this ' +
        'account may use it. Candour runs, and takes reports without files until then.\n',
    );
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', files: 'unreachable' }]);
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(server.said()).toContain('"event":"filesUnreachable","setting":"FILES_FOLDER","code":"store:unavailable"');
    expect(server.said() + server.complained()).not.toContain(secretValue);
  });

  it('answers until it is told to end, then ends with 0 and leaves a store that opens again', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const server = serve(settings());
      const port = await server.started;
      const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, { method: 'POST', body: secretValue });
      expect(answer.status).toBe(401);
      expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200);
      server.child.kill(signal);
      expect(await server.ended).toBe(0);
      const lines = server.said().trim().split('\n');
      expect(lines.map((line) => JSON.parse(line).event)).toEqual([
        'started',
        'activityRefused',
        'stopping',
        'stopped',
      ]);
      expect(server.said() + server.complained()).not.toContain(secretValue);
      expect(server.complained()).toBe('');
    }
  });

  it('with an account of Cosmos DB that is not as it must be says all of it, and ends with 69', async () => {
    const cosmos = await startStrictCosmos({ tls: true });
    writeFileSync(`${folder}/authority.pem`, cosmos.ca ?? '');
    const { SQLITE_PATH: _, ...others } = settings();
    const at = {
      ...others,
      STORE: 'cosmos',
      COSMOS_ENDPOINT: cosmos.endpoint,
      COSMOS_KEY: cosmos.key,
      NODE_EXTRA_CA_CERTS: `${folder}/authority.pem`,
    };
    const without = serve(at);
    expect(await without.ended).toBe(69);
    expect(without.complained()).toMatch(
      /^Candour cannot start\. COSMOS_DATABASE names a database that the account does not have/u,
    );
    const wrong = serve({ ...at, COSMOS_KEY: Buffer.alloc(64).toString('base64'), PORT: secretValue });
    expect(await wrong.ended).toBe(78);
    expect(wrong.complained()).toMatch(/- PORT is not valid[^\n]*\n- COSMOS_KEY is not a key of this account/u);
    expect(wrong.complained()).not.toContain(cosmos.key);
    expect(without.complained() + wrong.complained()).not.toContain(cosmos.endpoint);
    await cosmos.stop();
  });

  it('on a port that is taken says so and ends with 1', async () => {
    const first = serve(settings());
    const port = await first.started;
    const second = serve({ ...settings(), SQLITE_PATH: `${folder}/other.db`, PORT: String(port) });
    expect(await second.ended).toBe(1);
    expect(second.complained()).toMatch(/port/iu);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  });
});
