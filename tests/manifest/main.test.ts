import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { forceSettings } from '../support/manifest/force-settings.ts';
import { importedPath } from '../support/imported-file.ts';

const command = importedPath(() => import('../../manifest/main.ts'), import.meta.url);

interface Run {
  readonly exitCode: number | null;
  readonly printed: string;
}

/** Runs the command with an environment and nothing of ours. */
const run = (cwd: string, environment: Readonly<Record<string, string>>): Promise<Run> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [command], { cwd, env: { ...environment } }, (_, stdout, stderr) => {
      resolve({ exitCode: child.exitCode, printed: stdout + stderr });
    });
  });

describe('the package command', () => {
  let folders: readonly string[] = [];

  beforeEach(async () => {
    folders = await Promise.all([1, 2].map(() => mkdtemp(join(tmpdir(), 'candour-package-'))));
  });

  afterEach(async () => {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
  });

  it('writes the same bytes in any time zone', async () => {
    const zones = ['Pacific/Kiritimati', 'America/St_Johns'];
    const packages = await Promise.all(
      folders.map(async (folder, place) => {
        const { exitCode, printed } = await run(folder, { ...forceSettings, TZ: zones[place] ?? 'UTC' });
        expect([exitCode, printed]).toEqual([0, 'Wrote dist/candour-teams.zip.\n']);
        return readFile(join(folder, 'dist/candour-teams.zip'));
      }),
    );
    expect(packages[0]?.length).toBeGreaterThan(2000);
    expect(packages[0]?.equals(packages[1] ?? Buffer.alloc(0))).toBe(true);
  });

  it('names what is missing or wrong, never a value, and writes nothing', async () => {
    const [folder = ''] = folders;
    const { BOT_APP_ID: _left, ...rest } = forceSettings;
    const { exitCode, printed } = await run(folder, { ...rest, PUBLIC_HOST: 'https://canary.example.org' });
    expect(exitCode).toBe(1);
    expect(printed).toBe(
      'Missing settings: BOT_APP_ID. Settings that are not valid: PUBLIC_HOST. manifest/README.md explains them.\n',
    );
    expect(await readdir(folder)).toEqual([]);
  });
});
