import { execFile } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { doctorCommand } from '../../../cli/doctor.ts';
import { exitCodes, createFinding } from '../../../cli/doctor/findings.ts';
import { checkFileStore, checkStore, checkWriterVersion } from '../../../cli/doctor/storage-checks.ts';
import { checkKeys } from '../../../cli/doctor/settings-and-key-checks.ts';
import {
  defineCheck,
  runCheckDefinitions,
  runChecks,
  type CheckOutput,
  formatResults,
} from '../../../cli/doctor/run-checks.ts';
import type { FileStore } from '../../../core/ports/file-store.ts';
import { StoreError, type StoreErrorCode } from '../../../core/ports/store-error.ts';
import type { Store } from '../../../core/ports/store.ts';
import { openSqliteStore } from '../../../storage/sqlite/open-sqlite-store.ts';
import { createFolderFileStore } from '../../../storage/blobs/folder-file-store.ts';
import { forceEnvironment, generateRecipient } from '../../support/config/force-environment.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';
import { importedPath } from '../../support/imported-file.ts';

const clock = () => new Date();

async function findings(look: (tells: CheckOutput) => Promise<void>): Promise<readonly string[]> {
  const row = defineCheck({
    name: 'store',
    question: '',
    needs: () => ({ has: look }),
    look: (its, _, tells) => its(tells),
  });
  const [checked] = await runCheckDefinitions([row], undefined, 60_000);
  return checked?.findings.map(({ finding }) => finding) ?? [];
}

describe('a check', () => {
  it('that throws or hangs is told as one, with what it found before, and keeps no other back', async () => {
    const canary = 'words-of-a-report';
    const checked = await runChecks([
      {
        name: 'settings',
        deadlineMs: 60_000,
        run: async () => {
          throw new Error(canary);
        },
      },
      {
        name: 'store',
        deadlineMs: 50,
        run: async ({ addFinding: tell }) => {
          tell(createFinding('store-slow'));
          await new Promise(() => undefined);
        },
      },
      { name: 'keys', deadlineMs: 60_000, run: async ({ addFact: note }) => note('It was looked at.') },
    ]);
    expect(checked.map(({ check, findings: told }) => [check, ...told.map(({ finding }) => finding)])).toEqual([
      ['settings', 'check-failed'],
      ['store', 'store-slow', 'check-late'],
      ['keys'],
    ]);
    expect(formatResults(checked).join('\n')).not.toContain(canary);
    expect(formatResults(checked).join('\n')).toContain('It was looked at.');
  });
});

describe('a store that is not what it should be', () => {
  async function withStore(lie: (store: Store) => Store, passed = 1): Promise<readonly string[]> {
    const path = `${createTemporaryFolder()}/candour.db`;
    const store = openSqliteStore(path);
    let time = 0;
    const settings = { kind: 'sqlite', path, use: 'production' } as const;
    const told = await findings((tells) =>
      checkStore(lie(store), settings, { clock, monotonic: () => (time += passed) }, tells),
    );
    await store.close();
    return told;
  }

  it.each<[string, (store: Store) => Store, string]>([
    [
      'gives back something else',
      (store) => ({ ...store, drafts: { ...store.drafts, read: async () => undefined } }),
      'store-not-as-written',
    ],
    [
      'keeps what is removed',
      (store) => ({ ...store, drafts: { ...store.drafts, remove: async () => undefined } }),
      'store-keeps-removed',
    ],
    [
      'writes over what changed',
      (store) => ({
        ...store,
        rateLimits: {
          ...store.rateLimits,
          write: async (given, over) => (await store.rateLimits.write(given, over)) || over !== undefined,
        },
      }),
      'store-writes-over',
    ],
    [
      'writes nothing',
      (store) => ({ ...store, rateLimits: { ...store.rateLimits, write: async () => true } }),
      'store-not-as-written',
    ],
    [
      'has no room',
      (store) => ({
        ...store,
        check: async () => {
          throw new StoreError('full');
        },
      }),
      'store-refused',
    ],
  ])('and %s is told', async (_, lie, finding) => {
    expect(await withStore(lie)).toEqual([finding]);
  });

  it('is told where it is slow, and not where it answers at once', async () => {
    expect(await withStore((store) => store, 900)).toEqual(['store-slow']);
    expect(await withStore((store) => store)).toEqual([]);
  });

  it('is told where servers of an earlier version use it', async () => {
    const store = openSqliteStore(`${createTemporaryFolder()}/candour.db`);
    const lastUse = async () => ({ number: 0, release: '0.0.9' });
    expect(await findings((tells) => checkWriterVersion({ ...store, lastWriterVersion: lastUse }, tells))).toEqual([
      'version-older',
    ]);
    await store.close();
  });
});

describe('a place of files that is not what it should be', () => {
  const failing = (code: StoreErrorCode) => (files: FileStore) => ({
    ...files,
    check: async () => {
      throw new StoreError(code);
    },
  });
  it.each<[string, (files: FileStore) => FileStore, string]>([
    ['full', failing('full'), 'files-full'],
    ['read-only', failing('readOnly'), 'files-read-only'],
    ['away', failing('unavailable'), 'files-away'],
    [
      'one that changes bytes',
      (files) => ({ ...files, readPart: async () => new Uint8Array(1) }),
      'files-not-as-written',
    ],
    ['one that removes nothing', (files) => ({ ...files, remove: async () => undefined }), 'files-keep-removed'],
  ])('is told: %s', async (_, lie, finding) => {
    const path = createTemporaryFolder();
    const place = { kind: 'folder', path: `${path}/files` } as const;
    const open = async () => lie(createFolderFileStore(place.path, clock));
    const told = await findings((tells) => checkFileStore({ place, setting: 'FILES_FOLDER' }, clock, tells, open));
    expect(told[0]).toBe(finding);
  });
});

it('a group whose line nothing can be sealed to is told, and one without a line is not', async () => {
  const recipients = {
    acu: [generateRecipient()],
    recovery: [generateRecipient()],
    reserve: [generateRecipient()],
    custodians: [],
  };
  expect(await findings((tells) => checkKeys(recipients, undefined, tells))).toEqual(['keys-not-compared']);
  const broken = { ...recipients, custodians: [generateRecipient().slice(0, -1)] };
  expect(await findings((tells) => checkKeys(broken, undefined, tells))).toContain('keys-do-not-seal');
});

it.each([['--backup-hours', 'many'], ['--backup-hours', '0'], ['--unknown'], ['case'], ['--help']])(
  'asked with %s %s it says how it is asked, and looks at nothing',
  async (...args) => {
    const lines: string[] = [];
    const page = { showOnTerminal: () => undefined, askSecret: async () => '', deadlineMs: 1 };
    const folders = { built: '', previous: '' };
    const context = { clock: () => new Date(), environment: {}, page: { ...page, folders, partnersFolders: folders } };
    expect(await doctorCommand({ ...context, printLine: (line) => lines.push(line) }, args)).toBe(2);
    expect(lines.join('\n')).toContain('npm run doctor');
  },
);

it('as a program it ends with the code of what it found, and with all that it said', async () => {
  const program = importedPath(() => import('../../../cli/candour.ts'), import.meta.url);
  const env = { PATH: process.env['PATH'], ...forceEnvironment(`${createTemporaryFolder()}/candour.db`) };
  const [code, said, complained] = await new Promise<readonly unknown[]>((settle) => {
    execFile(
      process.execPath,
      ['--no-warnings', program, 'doctor', '--json', '--offline'],
      { env },
      (error, stdout, stderr) => settle([error?.code, stdout, stderr]),
    );
  });
  expect([code, complained]).toEqual([exitCodes.store, '']);
  expect(JSON.parse(String(said))).toMatchObject({ format: 1, isWell: false, exit: exitCodes.store });
});
