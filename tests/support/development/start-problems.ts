import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import packageJson from '../../../package.json' with { type: 'json' };
import { lockFile } from '../../../storage/sqlite/file-lock.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { forceEnvironment } from '../config/force-environment.ts';

/** A folder in which somebody starts Candour, with what a trouble makes of it. */
interface Place {
  readonly folder: string;
  /** Done when the trouble is over. */
  readonly after: (undo: () => unknown) => void;
  /** A port that nobody listens on by itself, in the place of one that the documents name. */
  readonly port: (named: number) => number;
}

/** Something that keeps Candour from starting. */
export interface StartProblem {
  readonly what: string;
  readonly command: 'npm start' | 'npm run build' | 'npm run serve';
  /** All that is printed, with the ports that are usual. */
  readonly printed: string;
  /** What the process ends with; 1 where it is missing. */
  readonly code?: number;
  /** Lines of the file .env. */
  readonly env?: readonly string[];
  readonly make?: (place: Place) => unknown;
  /** A module that is loaded before the program, and stands there for what no test can do to a machine. */
  readonly before?: string;
  /** Whether the project stands in the folder itself, without what `npm ci` puts there. */
  readonly bare?: boolean;
}

const store = '.data/candour.db';
const put = (folder: string, path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

async function made({ folder }: Place): Promise<string> {
  const path = join(folder, store);
  await openSqliteStore(path, 'development').close();
  return path;
}

async function changed(place: Place, sql: string): Promise<DatabaseSync> {
  const database = new DatabaseSync(await made(place));
  database.exec(sql);
  return database;
}

async function listenOn(place: Place, named: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(place.port(named), '127.0.0.1', resolve));
  place.after(() => new Promise((resolve) => server.close(resolve)));
}

const librariesIn = ({ folder }: Place, libraries: Readonly<Record<string, string>>): void => {
  for (const [name, version] of Object.entries(libraries)) {
    put(folder, `node_modules/${name}/package.json`, JSON.stringify({ name, version }));
  }
};

/** Stands in for a file system that refuses a call, whatever machine this is: root may write where others may not. */
const refusing = (call: 'openSync' | 'writeFileSync' | 'readFileSync', refuses: string, code: string): string => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const ask = fs.${call};
  fs.${call} = (one, other, ...rest) => {
    if (!(${refuses})) return ask(one, other, ...rest);
    throw Object.assign(new Error(), { code: '${code}', syscall: 'open', path: one });
  };
  syncBuiltinESMExports();`;

const oldNode = `
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } });`;

/** Lines of a file with all that a server needs, and others in place of some. */
const serverSettings = (more: Readonly<Record<string, string>> = {}): readonly string[] =>
  Object.entries({ ...forceEnvironment(store), ...more }).map(([name, value]) => `${name}=${value}`);

const { dependencies, devDependencies } = packageJson;
const check = 'Candour cannot start. Check these settings, which .env.example explains:';

/** Troubles of a start, with the sentence that is printed for each: docs/starting.md shows them in this order. */
export const startProblems: readonly StartProblem[] = [
  {
    what: 'Node is too old',
    command: 'npm start',
    before: oldNode,
    printed:
      'Candour cannot start. This is Node 20.20.2, but Candour needs Node 24 or newer: install it from https://nodejs.org (on Linux x64 "npm ci" installs it).',
  },
  {
    what: '`npm ci` was not run',
    command: 'npm start',
    bare: true,
    printed:
      'Candour cannot start. The library @azure/core-rest-pipeline is not in the folder node_modules: run "npm ci".',
  },
  {
    what: '`npm ci` left out what development needs, as with `NODE_ENV=production`',
    command: 'npm start',
    bare: true,
    make: (place) => librariesIn(place, dependencies),
    printed:
      'Candour cannot start. The library @biomejs/biome is not in the folder node_modules: run "npm ci --include=dev".',
  },
  {
    what: 'the libraries are from another version',
    command: 'npm start',
    bare: true,
    make: (place) => librariesIn(place, { ...dependencies, ...devDependencies, zod: '3.0.0' }),
    printed:
      'Candour cannot start. The library zod in the folder node_modules is not the version in package.json: run "npm ci".',
  },
  {
    what: '`.env` has a line that is not a setting',
    code: 78,
    command: 'npm start',
    env: ['# ports', 'PORT=0', 'PLAYGROUND_PORT 56151'],
    printed: 'Candour cannot start. Line 3 of .env is not a setting: write it as NAME=value, or begin it with "#".',
  },
  {
    what: '`.env` has a quotation mark that is not closed',
    code: 78,
    command: 'npm start',
    env: ['FORCE_NAME_EN="Gwent Police', 'PORT=0'],
    printed:
      'Candour cannot start. Line 1 of .env opens a quotation mark that is never closed: close it, or remove it.',
  },
  {
    what: '`.env` is in UTF-16, which `>` in Windows PowerShell writes',
    code: 78,
    command: 'npm start',
    make: ({ folder }) => put(folder, '.env', Buffer.from('\uFEFFPORT=3979\r\n', 'utf16le')),
    printed:
      'Candour cannot start. .env is not plain UTF-8, so settings in it would be lost: save it as UTF-8 without a byte-order mark (BOM).',
  },
  {
    what: '`.env` is a folder, or this account may not read it',
    code: 78,
    command: 'npm start',
    make({ folder }) {
      rmSync(join(folder, '.env'));
      mkdirSync(join(folder, '.env'));
    },
    printed:
      'Candour cannot start. .env cannot be read (EISDIR): make it a file that this account may read, or remove it.',
  },
  {
    what: '`.env` is a copy of `.env.example`, or belongs to a force',
    command: 'npm start',
    env: ['CANDOUR_ENVIRONMENT=production'],
    printed:
      'Candour cannot start. CANDOUR_ENVIRONMENT says that this is not development: remove it unless these are a force’s settings.',
  },
  {
    what: 'a port is not a number',
    command: 'npm start',
    env: ['PLAYGROUND_PORT=abc'],
    printed: `${check} PLAYGROUND_PORT (a whole number).`,
  },
  {
    what: 'a port is too large',
    command: 'npm start',
    env: ['PORT=70000', 'HEALTH_PORT=-1'],
    printed: `${check} PORT (65535 or less), HEALTH_PORT (0 or more).`,
  },
  {
    what: 'two ports are the same',
    command: 'npm start',
    env: ['PLAYGROUND_PORT=3978'],
    printed: 'Candour cannot start. PORT and PLAYGROUND_PORT are the same port: change one of them.',
  },
  {
    what: 'something else uses the bot’s port',
    command: 'npm start',
    make: (place) => listenOn(place, 3978),
    printed:
      'Candour cannot start. PORT is 3978, but another program already listens there: stop that program, or set another PORT, for example in the file .env.',
  },
  {
    what: 'something else uses the Playground’s port',
    command: 'npm start',
    make: (place) => listenOn(place, 56150),
    printed:
      'Candour cannot start. PLAYGROUND_PORT is 56150, but another program already listens there: stop that program, or set another PLAYGROUND_PORT, for example in the file .env.',
  },
  {
    what: 'other machines could reach it',
    command: 'npm start',
    env: ['HOST=0.0.0.0'],
    printed: `${check} HOST ("127.0.0.1" in development).`,
  },
  {
    what: 'another `npm start` works in the same folder',
    command: 'npm start',
    make: ({ folder, after }) => {
      mkdirSync(join(folder, '.data'));
      const held = lockFile(join(folder, '.data/server.lock'));
      after(() => held?.release());
    },
    printed:
      'Candour cannot start. Another "npm start" is already using .data: stop it, or set SQLITE_PATH to a file in another folder.',
  },
  {
    what: 'the folder is read-only',
    command: 'npm start',
    before: refusing('openSync', "String(one).includes('room-')", 'EROFS'),
    printed:
      'Candour cannot start. The folder .data is on a read-only disk: correct that, or set SQLITE_PATH to a file in another folder.',
  },
  {
    what: 'a file has the folder’s name',
    command: 'npm start',
    make: ({ folder }) => put(folder, '.data', ''),
    printed:
      'Candour cannot start. The folder .data cannot be created, because a file is in the way: correct that, or set SQLITE_PATH to a file in another folder.',
  },
  {
    what: 'the disk is full',
    command: 'npm start',
    before: refusing('writeFileSync', 'other.length > 1_000_000', 'ENOSPC'),
    printed:
      'Candour cannot start. The folder .data has no space on its disk: correct that, or set SQLITE_PATH to a file in another folder.',
  },
  {
    what: 'the store is damaged',
    command: 'npm start',
    make: async (place) => {
      const path = await made(place);
      const bytes = readFileSync(path);
      writeFileSync(path, bytes.fill(0xff, 4096, 8192));
    },
    printed:
      'Candour cannot start. The store .data/candour.db is damaged, or is not a store: replace it with a backup as docs/reliability.md says, or in development remove it.',
  },
  {
    what: 'the store is another file, or belongs to a force',
    command: 'npm start',
    make: ({ folder }) => put(folder, store, 'words of somebody'),
    printed:
      'Candour cannot start. The file .data/candour.db was not made for development, or was made by an earlier version, or is damaged at its beginning. It was not changed: set SQLITE_PATH to a file that does not exist yet.',
  },
  {
    what: 'the store is a folder',
    command: 'npm start',
    make: ({ folder }) => mkdirSync(join(folder, store), { recursive: true }),
    printed:
      'Candour cannot start. The store .data/candour.db cannot be reached or opened: check that it exists, and that this account may use it.',
  },
  {
    what: 'a newer version made the store',
    command: 'npm start',
    make: async (place) => (await changed(place, 'PRAGMA user_version = 9999')).close(),
    printed:
      'Candour cannot start. The store .data/candour.db was made by a newer version. Nothing in it was changed: start that version, or replace it with a backup.',
  },
  {
    what: 'another program has the store open',
    command: 'npm start',
    make: async (place) => {
      const database = await changed(place, 'PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
      place.after(() => database.close());
    },
    printed:
      'Candour cannot start. The store .data/candour.db is in use by another process: stop that process, or try again.',
  },
  {
    what: 'this account may not write to the store',
    command: 'npm start',
    make: made,
    before: refusing('openSync', "other === 'r+'", 'EACCES'),
    printed:
      'Candour cannot start. .data/candour.db may not be read or written by this account: give it access, or name another place.',
  },
  {
    what: 'a development key was changed',
    command: 'npm start',
    make: ({ folder }) => put(folder, 'development-keys/acu.identity', 'words of somebody'),
    printed:
      'Candour cannot start. The file development-keys/acu.identity is not the key that Candour made: put it back, or remove it for a new one, which opens nothing that was encrypted before.',
  },
  {
    what: 'a development secret is cut short',
    command: 'npm start',
    make: ({ folder }) => put(folder, '.data/carried-state.secret', 'a-secret'),
    printed:
      'Candour cannot start. The file .data/carried-state.secret is not as Candour made it: put it back, or remove its folder to start over.',
  },
  {
    what: 'the libraries were fetched for another system',
    command: 'npm run build',
    before: `
      import { registerHooks } from 'node:module';
      registerHooks({
        resolve(name, context, next) {
          if (name === 'vite') throw new Error('Cannot find native binding.');
          return next(name, context);
        },
      });`,
    printed:
      'The page cannot be built. The library vite in the folder node_modules has no part for this system: remove that folder, and run "npm ci --include=dev" on this machine.',
  },
  {
    what: 'there are no settings',
    command: 'npm run serve',
    code: 78,
    printed: `Candour cannot start. Correct these 14 problems:
- TENANT_ID is missing: set it to the id of the force’s tenant, as in "00000000-0000-0000-0000-000000000000".
- CARRIED_STATE_SECRET is missing: set it to 32 characters or more, drawn at random.
- ALERT_TARGET_ACU is missing: set it to the id of a channel, such as "19:…@thread.tacv2".
- BOT_APP_ID is missing: set it to the id of the bot’s registration, as in "00000000-0000-0000-0000-000000000000".
- STORE is missing: set it to "sqlite" or "cosmos".
- RECIPIENTS_ACU is missing: set it to a whole "age1pq1…" key that "npm run keys" made.
- RECIPIENTS_RECOVERY is missing: set it to a whole "age1pq1…" key that "npm run keys" made.
- ROLE_HANDLERS is missing: set it to object ids of people in Entra, separated by commas or spaces.
- ROLE_ADMINS is missing: set it to object ids of people in Entra, separated by commas or spaces.
- BOT_APP_PASSWORD is missing: set it to the value of a client secret of the registration.
- FORCE_NAME_EN is missing: set it to the force’s name in English, as cards and pages say it.
- FORCE_NAME_CY is missing: set it to the force’s name in Welsh, as cards and pages say it.
- VICTIMS_NAME_EN is missing: set it to the name of the service for victims in English, as cards and pages say it.
- VICTIMS_NAME_CY is missing: set it to the name of the service for victims in Welsh, as cards and pages say it.`,
  },
  {
    what: 'a role names someone by e-mail',
    command: 'npm run serve',
    code: 78,
    env: serverSettings({ ROLE_HANDLERS: '22222222-2222-4222-8222-222222222221, somebody@example.org' }),
    printed:
      'Candour cannot start. ROLE_HANDLERS holds an e-mail address (entry 2): use object ids, which Entra shows on each person’s page.',
  },
  {
    what: 'a channel is a link, and the store is not a database',
    command: 'npm run serve',
    code: 78,
    env: serverSettings({ ALERT_TARGET_ACU: 'https://teams.microsoft.com/l/channel/19%3aunit%40thread.tacv2/Alerts' }),
    make: ({ folder }) => put(folder, store, 'no database'),
    printed: `Candour cannot start. Correct these 2 problems:
- ALERT_TARGET_ACU holds a link to a channel: use the id in the link, which begins with "19:" ("19%3a" in the link) and ends with "@thread.tacv2".
- SQLITE_PATH names a file that is not a database: replace it with a backup, or name another.`,
  },
  {
    what: 'the page is not built',
    command: 'npm run serve',
    env: serverSettings(),
    before: refusing('readFileSync', "String(one).endsWith('index.html')", 'ENOENT'),
    printed: 'Candour cannot start. The tab is not built: run "npm run build", then start again.',
  },
  {
    what: 'something else uses the server’s port',
    command: 'npm run serve',
    env: serverSettings({ PORT: '3978' }),
    make: (place) => listenOn(place, 3978),
    printed:
      'Candour cannot start. PORT is 3978, but another program already listens there: stop that program, or set another PORT, for example in the file .env.',
  },
  {
    what: 'the address belongs to another machine',
    command: 'npm run serve',
    code: 78,
    env: serverSettings({ HOST: '192.0.2.1' }),
    printed: 'Candour cannot start. HOST is not an address of this machine: set one that is, or leave it out.',
  },
];
