import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { findFreeLoopbackPort } from '../../development/loopback-port.ts';
import { type StartProblem, startProblems } from '../support/development/start-problems.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { nodeArguments } from '../support/npm-script.ts';

// Each is a process of its own, as npm starts it, in a folder where nothing else stands.

const root = resolve(import.meta.dirname, '../..');
const [libraries = '', looking = ''] = packageJson.scripts.start.split(' && ');
const usualPorts = [3978, 56_150];

let folder: string;
let undone: (() => unknown)[];
beforeEach(() => {
  folder = createTemporaryFolder();
  undone = [];
});
afterEach(async () => {
  for (const undo of undone) await undo();
  rmSync(folder, { recursive: true, force: true });
});

/** A program as npm starts it, with another module before it where one is given. */
function run(script: string, at: string, before?: string): Promise<{ code: number; said: string }> {
  const ahead = before === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(before)}`];
  return new Promise((settle) => {
    const env = { PATH: process.env['PATH'] };
    execFile(
      process.execPath,
      [...ahead, ...nodeArguments(script, at)],
      { cwd: folder, env },
      (error, stdout, stderr) => settle({ code: error ? Number(error.code) : 0, said: stdout + stderr }),
    );
  });
}

/** Everything that is run before the page is built; for a server there is no such thing. */
async function start({ command, bare = false, before }: StartProblem): Promise<{ code: number; said: string }> {
  const at = bare ? folder : root;
  if (bare) {
    // What looks whether the libraries are there, and what stands beside it that needs none of them.
    const checks = dirname(nodeArguments(libraries, '').at(-1) ?? '');
    const filter = (path: string) => path.endsWith('.mjs') || statSync(path).isDirectory();
    cpSync(join(root, checks), join(folder, checks), { recursive: true, filter });
    cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  }
  if (command === 'npm run build') return run(packageJson.scripts.build, at, before);
  if (command === 'npm run serve') return run(packageJson.scripts.serve, at, before);
  const first = await run(libraries, at, before);
  return first.code === 0 ? run(looking, at, before) : first;
}

/** A message as docs/starting.md shows it: without the words that begin each, and with two points of a long list. */
function inTable(printed: string): string {
  const [first = '', ...points] = printed
    .replace(/^(?:Candour cannot start|The page cannot be built)\. /u, '')
    .split('\n');
  const shown = points.length > 2 ? [...points.slice(0, 2), `- and ${points.length - 2} more`] : points;
  return [first, ...shown].join('<br>');
}

describe('a start that cannot be', () => {
  it.each(startProblems)('is refused, and says why, where $what', async (trouble) => {
    const free = await Promise.all(usualPorts.map((port) => findFreeLoopbackPort(0, `${port}`)));
    const port = (named: number) => free[usualPorts.indexOf(named)] ?? 0;
    const { env = [], make, printed, code: wanted = 1 } = trouble;
    const isServer = trouble.command !== 'npm start';
    const usual = isServer
      ? []
      : [`PORT=${port(3978)}`, `PLAYGROUND_PORT=${port(56_150)}`].filter(
          (line) => !env.some((other) => other.startsWith(line.split('=')[0] ?? line)),
        );
    const lines = [...env, ...usual].map((line) => line.replace(/=3978$/u, `=${port(3978)}`));
    if (lines.length > 0) writeFileSync(join(folder, '.env'), lines.map((line) => `${line}\n`).join(''));
    await make?.({ folder, port, after: (undo) => undone.push(undo) });
    const { code, said } = await start(trouble);
    const shown = said.replaceAll(`${port(3978)}`, '3978').replaceAll(`${port(56_150)}`, '56150');
    expect({ code, said: shown }).toEqual({ code: wanted, said: `${printed}\n` });
  });

  it('is told in the documents as it is printed', () => {
    const document = readFileSync(join(root, 'docs/starting.md'), 'utf8');
    const missing = startProblems.filter(({ what, command, printed }) => {
      const section = document.split(`### \`${command}\`\n`)[1]?.split(/^##/mu)[0] ?? '';
      return !section.includes(`| ${what} | ${inTable(printed)} |`);
    });
    expect(missing).toEqual([]);
  });
});
