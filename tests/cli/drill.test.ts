import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { runRestoreDrill } from '../../cli/drill.ts';
import type { Store } from '../../core/ports/store.ts';
import { StoreError } from '../../core/ports/store-error.ts';
import { fileLocation } from '../../core/model/sealed-file.ts';
import { partBytes } from '../../core/model/file-limits.ts';
import { createFolderFileStore } from '../../storage/blobs/folder-file-store.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { readFolder } from '../support/transfer/export-folder.ts';
import { createWorkedCase } from '../support/transfer/filled-store.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { nodeArguments } from '../support/npm-script.ts';

// Each run is a process of its own.

const hourMs = 3_600_000;
let folder: string;
beforeEach(async () => {
  folder = createTemporaryFolder();
  mkdirSync(join(folder, 'tmp'));
  const store = openSqliteStore(join(folder, 'kept.db'));
  const file = { id: randomBytes(16).toString('hex'), bytes: 2 * partBytes };
  const record = await createWorkedCase(store, { files: [file] });
  const files = createFolderFileStore(join(folder, 'kept.db.files'), () => new Date());
  for (const part of [0, 1]) await files.putPart(fileLocation(record, file), part, randomBytes(partBytes));
  await store.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (name: 'backup' | 'drill', ...args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly said: string }>((settle) => {
    // With a bug that is planted in this process, if there is one.
    const { PATH, NODE_OPTIONS, PLANTED_BUG } = process.env;
    const env = {
      PATH,
      NODE_OPTIONS,
      PLANTED_BUG,
      TMPDIR: join(folder, 'tmp'),
      STORE: 'sqlite',
      SQLITE_PATH: 'kept.db',
    };
    const asked = ['--no-warnings', ...nodeArguments(packageJson.scripts[name]), ...args];
    execFile(process.execPath, asked, { cwd: folder, env }, (error, stdout, stderr) =>
      settle({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });

/** All that stands, but for what SQLite itself makes beside a file that is read. */
const standing = () => Object.entries(readFolder(folder)).filter(([name]) => !/-(?:wal|shm)$/u.test(name));

describe('a drill', () => {
  it('restores a backup that it makes somewhere else, checks it with its files, and leaves all as it was', async () => {
    const before = standing();
    expect(await run('drill')).toEqual({
      code: 0,
      said: expect.stringMatching(
        /^A backup was made in [\d.]+ seconds\.\nIt was restored, opened and checked in [\d.]+ seconds\.\nChecked: 1 cases with 4 entries\.\nChecked: 1 files that the cases name, by their parts and lengths\.\nAll of them are intact\.\nThe drill succeeded\.\n$/u,
      ),
    });
    expect(standing()).toEqual(before);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('says how old a backup is, and that it is too old', async () => {
    expect(await run('backup', '--to', 'copy.db')).toMatchObject({ code: 0 });
    const then = new Date(Date.now() - 30 * hourMs);
    utimesSync(join(folder, 'copy.db'), then, then);
    const young = await run('drill', '--from', 'copy.db', '--oldest', '31');
    expect([young.code, young.said]).toEqual([0, expect.stringContaining('The backup is 30 hours old')]);
    const old = await run('drill', '--from', 'copy.db', '--oldest', '24');
    expect([old.code, old.said]).toEqual([3, expect.stringContaining('It may be at most 24 hours old.')]);
    expect(old.said).toContain('The drill failed.');
  });

  it('finds a backup that is not whole: a case that was changed, a part that is gone, a file that is damaged', async () => {
    expect(await run('backup', '--to', 'copy.db')).toMatchObject({ code: 0 });
    const [caseName = ''] = readdirSync(join(folder, 'copy.db.files'));
    const inCase = join(folder, 'copy.db.files', caseName);
    rmSync(join(inCase, ...readdirSync(inCase)), { recursive: true });
    const torn = await run('drill', '--from', 'copy.db');
    expect([torn.code, torn.said]).toEqual([3, expect.stringContaining('it is not in the place for encrypted files')]);
    const database = new DatabaseSync(join(folder, 'copy.db'));
    database.prepare('DELETE FROM events WHERE sequence = 2').run();
    database.close();
    const changed = await run('drill', '--from', 'copy.db');
    expect([changed.code, changed.said]).toEqual([3, expect.stringContaining('The drill failed.')]);
    const path = join(folder, 'copy.db');
    writeFileSync(path, readFileSync(path).fill(0xff, 4096, 12_288));
    const damaged = await run('drill', '--from', 'copy.db');
    expect(damaged.code).toBe(1);
    expect(damaged.said).toMatch(/^The drill could not be carried out\. The store copy\.db is damaged/u);
    expect(readdirSync(join(folder, 'tmp'))).toEqual([]);
  });

  it('says of a disk without room that it is the one that is written to, and leaves nothing on it', async () => {
    const store = { path: join(folder, 'kept.db'), use: 'production' } as const;
    const deps = {
      store,
      filesPath: undefined,
      openStore: (path: string): Store => {
        writeFileSync(`${path}-wal`, '');
        throw new StoreError('full');
      },
      openFiles: (path: string) => createFolderFileStore(path, () => new Date()),
      verify: async () => 0,
      clock: () => new Date(),
      monotonic: () => 0,
      printLine: () => undefined,
    };
    const thrown = await runRestoreDrill(deps, {}).then(String, (error: unknown) => String(error));
    const [, place = ''] =
      /The copy (\S*candour-drill-\w+) is full: free some space on its disk\.$/u.exec(thrown) ?? [];
    expect(place).not.toBe('');
    expect(existsSync(place)).toBe(false);
  });

  it('says how it is asked for, where it is asked otherwise', async () => {
    for (const args of [
      ['--oldest', '24'],
      ['--from', 'copy.db', '--oldest', 'a day'],
    ]) {
      const { code, said } = await run('drill', ...args);
      expect([code, said]).toEqual([2, expect.stringContaining('npm run drill -- --from <file>')]);
    }
  });
});
