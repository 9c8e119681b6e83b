import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { formatCaseId } from '../../core/model/case-id.ts';
import { developmentPeople } from '../../development/development-tenant.ts';
import { openSqliteStore } from '../../storage/sqlite/open-sqlite-store.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { nodeArguments } from '../support/npm-script.ts';

// Each run is a process of its own.

let folder: string;
let path: string;
beforeAll(() => {
  folder = createTemporaryFolder();
  path = join(folder, 'candour.db');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A command as `npm run` starts it, in an environment of its own. */
function run(
  name: keyof typeof packageJson.scripts,
  settings: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly said: string }> {
  const env = { ...childEnvironment, SQLITE_PATH: path, ...settings };
  return new Promise((settle) => {
    const asked = ['--no-warnings', ...nodeArguments(packageJson.scripts[name]), ...args];
    const child = execFile(process.execPath, asked, { cwd: folder, env }, (error, stdout, stderr) =>
      settle({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
    child.stdin?.end();
  });
}

/** A case that the unit or the reserve handles, and the arguments that open it. */
async function caseOf(group: 'acu' | 'reserve'): Promise<readonly string[]> {
  const store = openSqliteStore(path, 'development');
  const first = (await store.ledger.page(undefined, 1_000)).find(({ handledBy }) => handledBy === group);
  await store.close();
  if (first === undefined) throw new Error('there is no such case');
  return [formatCaseId(first.caseId), '--identity', join(folder, 'keys', `${group}.identity`)];
}

const development = { CANDOUR_ENVIRONMENT: 'development' };

describe('a developer at a terminal', () => {
  it('fills weeks, and opens what the unit and what the reserve handles without saying who that is', async () => {
    expect(await run('fill-weeks', {})).toMatchObject({ code: 0, said: expect.stringContaining('made-up reports') });
    for (const group of ['acu', 'reserve'] as const) {
      const { code, said } = await run('open-report', development, ...(await caseOf(group)));
      expect(said).toContain('The person who reported wrote everything below');
      expect(code).toBe(0);
    }
  });

  it('is whoever they say, and no more than that', async () => {
    const asAdmin = ['--as', developmentPeople.admin];
    const refused = await run('open-report', development, ...(await caseOf('acu')), ...asAdmin);
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('no such case that you may open') });
  });

  it('has the days of development in the weekly summary, or those that are set', async () => {
    const summary = (readers: string) => ['--for', readers, '--format', 'json'];
    expect((await run('summary', development, ...summary('acu'))).said).toContain('2 days');
    // A week is counted once: those of others.
    const set = { ...development, ACKNOWLEDGE_TARGET_DAYS: '7' };
    expect((await run('summary', set, ...summary('reserve'))).said).toContain('7 days');
  });
});

describe('a developer who set nothing, after the first start', () => {
  it.each<[keyof typeof packageJson.scripts, string[], string]>([
    ['summary', ['--for', 'acu'], 'Reports received'],
    ['audit', ['verify'], 'intact'],
  ])('has %s work by itself', async (name, args, part) => {
    expect(await run(name, {}, ...args)).toEqual({ code: 0, said: expect.stringContaining(part) });
  });

  it('is told what is missing where there is no store yet, or one that a force made', async () => {
    const other = join(folder, 'of-a-force.db');
    await openSqliteStore(other, 'production').close();
    for (const SQLITE_PATH of [join(folder, 'none.db'), other]) {
      const { code, said } = await run('audit', { SQLITE_PATH }, 'verify');
      expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('STORE') });
    }
  });
});

describe('among the settings of a force', () => {
  it('nothing is filled in: nobody opens a report who is not named', async () => {
    const [reference = '', ...key] = await caseOf('acu');
    const { code, said } = await run(
      'open-report',
      { STORE: 'sqlite', SQLITE_PATH: join(folder, 'other.db') },
      reference,
      ...key,
    );
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining('npm run open-report -- <reference>') });
  });
});
