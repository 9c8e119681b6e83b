import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { doctorChecks } from '../../cli/doctor/doctor-checks.ts';
import { cliCommands } from '../../cli/command-table.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { nodeArguments } from '../support/npm-script.ts';

const folder = createTemporaryFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program with no setting at all, in an empty folder. */
const run = (args: readonly string[]): Promise<readonly [code: number, said: string, complained: string]> =>
  new Promise((settle) => {
    execFile(process.execPath, args, { cwd: folder, env: childEnvironment }, (error, said, complained) =>
      settle([error ? Number(error.code) : 0, said, complained]),
    );
  });
const asked = (name: keyof typeof packageJson.scripts, ...args: readonly string[]) =>
  run([...nodeArguments(packageJson.scripts[name]), ...args]);

describe('the program of the commands', () => {
  it.each(['summary', 'audit', 'backup', 'doctor', 'words'] as const)(
    'says without any setting how %s is called, and ends well',
    async (name) => {
      const [code, said, complained] = await asked(name, '--help');
      expect([code, complained]).toEqual([0, '']);
      expect(said).toContain(`npm run ${name}`);
    },
  );

  it('names its verbs, says how one is called, and refuses one that it does not have', async () => {
    const program = nodeArguments(packageJson.scripts.audit).slice(0, -1);
    const named = await run(program);
    expect(named).toEqual([0, expect.stringContaining('export-all'), '']);
    expect(await run([...program, 'help'])).toEqual(named);
    expect(await run([...program, 'help', 'drill'])).toEqual([0, expect.stringContaining('npm run drill'), '']);
    for (const odd of ['nothing-of-it', 'constructor', '__proto__'])
      expect(await run([...program, odd])).toEqual([2, expect.stringContaining('export-all'), '']);
  });

  it('says of the doctor what each check asks', async () => {
    const { cliCommand } = await cliCommands.doctor();
    for (const { name, question: asks } of doctorChecks) {
      expect(asks).toMatch(/^[A-Z].*[?.]$/u);
      expect(cliCommand.usage.split('\n').map((line) => line.trim().split(/ {2,}/u))).toContainEqual([name, asks]);
    }
  });

  it.each(Object.entries(cliCommands))(
    'has words for how %s is called, and for what was not done',
    async (name, load) => {
      const { cliCommand } = await load();
      expect(cliCommand.usage).toContain(`npm run ${name}`);
      expect(cliCommand.failureMessage).toMatch(/^[A-Z].*\.$/u);
    },
  );
});

it('no script of npm runs a file of cli/ but that program', () => {
  const others = Object.values(packageJson.scripts).filter((script) => / cli\/(?!candour\.ts )/u.test(script));
  expect(others).toEqual([]);
});
