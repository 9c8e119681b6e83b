import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTemporaryFolder } from '../storage/temporary-folder.ts';
import { importedPath } from '../imported-file.ts';

const root = join(import.meta.dirname, '../../..');
let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What Jest says of test files, by the configuration of the project: they run one after the other, in one process. */
function said(files: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, 'tests'), { recursive: true });
    writeFileSync(join(folder, 'tests', `${name}.test.mjs`), text);
  }
  const config = {
    rootDir: folder,
    runtime: join(root, 'tests/support/jest/native-runtime.ts'),
    testEnvironment: join(root, 'tests/support/jest/native-environment.ts'),
    testMatch: ['<rootDir>/tests/*.test.mjs'],
    transform: {},
  };
  writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'in-turn.cjs'), inTurn);
  const args = [
    '--no-warnings',
    join(root, 'node_modules/jest/bin/jest.js'),
    '-i',
    '--forceExit',
    '-c',
    join(folder, 'jest.config.json'),
  ];
  const { JEST_WORKER_ID: _, ...env } = process.env;
  const run = spawnSync(process.execPath, [...args, '--testSequencer', join(folder, 'in-turn.cjs')], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return run.stderr;
}

/** Files in the order of their names. */
const inTurn = `
  const { default: Sequencer } = require(${JSON.stringify(join(root, 'node_modules/@jest/test-sequencer'))});
  module.exports = class extends Sequencer {
    sort(tests) { return [...tests].sort((one, other) => (one.path < other.path ? -1 : 1)); }
  };`;

const passes = "test('passes', () => undefined);";

describe('a test file in a process of several', () => {
  it.each([
    ["process.env.LEFT = 'here';", 'process.env.LEFT'],
    ['delete process.env.PATH;', 'process.env.PATH'],
    ['Date.now = () => 0;', 'Date.now'],
    ['globalThis.fetch = () => undefined;', 'globalThis.fetch'],
    ['Array.prototype.at = () => undefined;', 'Array.prototype.at'],
    ["process.on('SIGHUP', () => undefined);", 'a listener of process for SIGHUP'],
    ["process.chdir('/');", 'the working folder'],
    // Jest itself may have one when the file begins.
    ['for (let i = 0; i < 3; i += 1) setInterval(() => undefined, 60_000);', 'open Timeout'],
    ["(await import('node:net')).createServer().listen(0);", 'open TCPServerWrap'],
  ])('fails by name if it leaves this behind: %s', (left, named) => {
    const text = said({ one: `test('leaves', async () => { ${left} });`, two: passes });
    expect(text).toContain('The tests of this file left behind:');
    expect(text).toContain(named);
    expect(text).toMatch(/FAIL .*one\.test\.mjs/u);
    expect(text).toMatch(/PASS .*two\.test\.mjs/u);
  });

  it('says why a test failed, and not what it left behind because of that', () => {
    const text = said({ one: "test('leaves', () => { process.env.LEFT = 'here'; expect(1).toBe(2); });" });
    expect(text).toContain('Expected: 2');
    expect(text).not.toContain('left behind');
  });

  it('finds what an earlier file changed as it was before', () => {
    const text = said({
      one: "test('changes', () => { process.env.HOME = '/changed'; Math.random = () => 0; });",
      two: `test('finds', () => {
        expect(process.env.HOME).toBe(${JSON.stringify(process.env['HOME'])});
        expect(Math.random()).not.toBe(Math.random());
      });`,
    });
    expect(text).toMatch(/PASS .*two\.test\.mjs/u);
  });

  it('has the modules of the project to itself, and shares packages', () => {
    const [own, shared] = [
      importedPath(() => import('../../../core/model/calendar.ts'), import.meta.url),
      join(root, 'node_modules/zod/index.js'),
    ].map((path) => JSON.stringify(path));
    const all = `[await import(${own}), await import(${shared})]`;
    const text = said({
      one: `test('keeps', async () => { globalThis.__kept = ${all}; });`,
      two: `test('has others', async () => {
        const [own, shared] = ${all};
        expect(own).not.toBe(globalThis.__kept[0]);
        expect(shared).toBe(globalThis.__kept[1]);
      });`,
    });
    expect(text).toMatch(/PASS .*two\.test\.mjs/u);
  });
});
