import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../../package.json' with { type: 'json' };
import { formatEnvLine } from '../../../cli/setup/env-file-edit.ts';
import { findProblems } from '../../../cli/setup/session.ts';
import { childEnvironment } from '../../support/child-environment.ts';
import { importedPath } from '../../support/imported-file.ts';
import { answerLines, answerLinesBefore, botSecret, recipientText, runSetup } from '../../support/cli/run-setup.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { nodeArguments } from '../../support/npm-script.ts';
import { createSeededRandom } from '../../support/seeded-random.ts';
import { createTemporaryFolder } from '../../support/storage/temporary-folder.ts';

let folder: string;
let recipients: string;
let secretFile: string;
beforeEach(() => {
  folder = createTemporaryFolder();
  const given = createTemporaryFolder();
  recipients = join(given, 'recipients.env');
  writeFileSync(recipients, recipientText);
  secretFile = join(given, 'secret');
  writeFileSync(secretFile, botSecret);
});

const program = [...nodeArguments(packageJson.scripts.setup), '--offline'];

interface RunningSetup {
  readonly child: ChildProcess;
  readonly printed: () => string;
  readonly ended: Promise<{ readonly code: unknown; readonly signal: unknown }>;
}

function start(command: readonly [string, ...string[]] = [process.execPath, ...program]): RunningSetup {
  const [file, ...args] = command;
  const child = spawn(file, args, { cwd: folder, env: childEnvironment });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  child.stdin.on('error', () => undefined);
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));
  return { child, printed: () => printed, ended };
}

const type = ({ child }: RunningSetup, lines: readonly string[]): void =>
  void child.stdin?.write(lines.map((line) => `${line}\n`).join(''));

describe('the program', () => {
  it('asks by a line for each question, writes .env, and ends as the doctor does', async () => {
    const running = start();
    type(running, [...answerLines(secretFile), recipients, 'yes']);
    running.child.stdin?.end();
    expect([await running.ended, running.printed()]).toEqual([
      { code: 0, signal: null },
      expect.stringContaining('No problems found.'),
    ]);
    expect(running.printed()).not.toContain(botSecret);
    expect(readdirSync(folder)).toEqual(['.env']);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'leaves a whole .env at %s, and goes on',
    async (signal) => {
      const lines = answerLines(secretFile);
      const running = start();
      type(running, answerLinesBefore('IOPC_CONTACT', secretFile));
      const saved = (): string => (existsSync(join(folder, '.env')) ? readFileSync(join(folder, '.env'), 'utf8') : '');
      await waitFor('an answer', () => (saved().includes('CUSTODIANS_NAME_EN') ? true : undefined));
      running.child.kill(signal);
      const { code } = await running.ended;
      expect(code).toBe(signal === 'SIGKILL' ? null : 1);
      if (signal !== 'SIGKILL') expect(running.printed()).toContain('Your answers so far are in .env');
      expect(readdirSync(folder)).toEqual(['.env']);
      const names = Object.keys(parseEnv(saved()));
      expect(names).toEqual(expect.arrayContaining(['CARRIED_STATE_SECRET', 'FORCE_NAME_EN', 'VICTIMS_NAME_CY']));
      const next = start();
      type(next, ['all', ...lines, recipients, 'yes']);
      expect((await next.ended).code).toBe(0);
    },
  );

  it('says that the disk has no room, keeps what was saved, and goes on once it has', async () => {
    // No file may have more than 1,024 bytes, and one with a key has more.
    const running = start(['bash', '-c', 'ulimit -f 1; exec "$0" "$@"', process.execPath, ...program]);
    const lines = [...answerLines(secretFile), recipients, 'yes'];
    type(running, lines);
    running.child.stdin?.end();
    expect([(await running.ended).code, running.printed()]).toEqual([
      1,
      expect.stringContaining('This disk has no space for .env'),
    ]);
    expect(running.printed()).not.toContain('    at ');
    expect(readdirSync(folder)).toEqual(['.env']);
    expect(parseEnv(readFileSync(join(folder, '.env'), 'utf8'))).toMatchObject({ STORE: 'sqlite' });
    const next = start();
    type(next, ['all', ...lines]);
    expect((await next.ended).code).toBe(0);
  });

  it('says that it may not write in a folder', async () => {
    chmodSync(folder, 0o500);
    const isRoot = process.getuid?.() === 0;
    const asOther = ['setpriv', '--reuid=65534', '--clear-groups', process.execPath, ...program] as const;
    const running = start(isRoot ? [...asOther] : undefined);
    running.child.stdin?.end();
    const { code } = await running.ended;
    chmodSync(folder, 0o700);
    expect([code, running.printed()]).toEqual([
      1,
      expect.stringMatching(/may not be read or written|another account/u),
    ]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('two setups in one folder', () => {
  it('leave a whole .env: one goes on to its end, and the other stops and says why', async () => {
    const both = [start(), start()];
    for (const running of both) {
      const asks = waitFor('a question', () => (running.printed().includes('or cosmos [sqlite]: ') ? true : undefined));
      await Promise.race([asks, running.ended]);
    }
    for (const running of both) {
      type(running, [...answerLines(secretFile), recipients, 'yes']);
      running.child.stdin?.end();
    }
    const codes = await Promise.all(both.map(async ({ ended }) => (await ended).code));
    expect(new Set(codes)).toEqual(new Set([0, 1]));
    const [stopped = ''] = both.filter((_, at) => codes[at] === 1).map(({ printed }) => printed());
    expect(stopped).toMatch(/Another program has changed .env|The file \.env\.new exists/u);
    expect(readdirSync(folder)).toEqual(['.env']);
    expect(parseEnv(readFileSync(join(folder, '.env'), 'utf8'))).toMatchObject({ BOT_APP_PASSWORD: botSecret });
  });
});

/** Parts of names, and all that could end a line of a file or begin something else in it. */
const pieces = [
  'a',
  'Heddlu',
  'ŵ',
  'ŷ',
  'Ŵ',
  '🚓',
  'e\u0301',
  ' ',
  '  ',
  '#',
  '$HOME',
  '${X}',
  '"',
  "'",
  '`',
  '\\n',
  '\\',
  '=',
  ';',
  '|',
  '\u00a0',
  '\\u0000',
  'PORT=1',
];

describe('an answer', () => {
  it('is read by a start exactly as it was given, whatever it holds', async () => {
    const seed = Math.floor(Math.random() * 2 ** 32);
    const random = createSeededRandom(seed);
    const draw = () =>
      Array.from({ length: 1 + Math.floor(random() * 6) }, () => pieces[Math.floor(random() * pieces.length)])
        .join('')
        .trim();
    const drawn = Array.from(
      { length: process.env['SLOW'] ? 2_000 : 60 },
      () => [draw() || 'x', draw() || 'y'] as const,
    );
    const kept = drawn.filter(
      ([FORCE_NAME_EN, FORCE_NAME_CY]) =>
        findProblems(['FORCE_NAME_EN', 'FORCE_NAME_CY'], { FORCE_NAME_EN, FORCE_NAME_CY }).length === 0 &&
        [FORCE_NAME_EN, FORCE_NAME_CY].every((name) => formatEnvLine('X', name) !== undefined),
    );
    expect(kept.length).toBeGreaterThan(drawn.length / 2);
    const folders = kept.map(() => createTemporaryFolder());
    for (const [at, [english, welsh]] of kept.entries()) {
      const place = folders[at] ?? '';
      await runSetup(place, ['', english, welsh, english]);
    }
    const envFile = importedPath(() => import('../../../bot/config/env-file.mjs'), import.meta.url);
    const read = `
      const found = [];
      for (const place of JSON.parse(process.argv[1])) {
        delete process.env.FORCE_NAME_EN; delete process.env.FORCE_NAME_CY;
        process.chdir(place);
        await import(${JSON.stringify(envFile)} + '?' + place);
        found.push([process.env.FORCE_NAME_EN, process.env.FORCE_NAME_CY]);
      }
      console.log(JSON.stringify(found));`;
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', read, JSON.stringify(folders)], {
      encoding: 'utf8',
      env: childEnvironment,
    });
    expect({ seed, found: JSON.parse(printed) }).toEqual({ seed, found: kept });
  });

  it.each([
    ['a line end', 'Heddlu\r\nPORT=1'],
    ['a lone line end', 'Heddlu\nPORT=1'],
    ['a zero', 'Heddlu\0'],
    ['an arrow key', 'Heddlu\u001b[D'],
    ['bytes that are no UTF-8', 'Heddlu\ufffd'],
    ['a mark that turns what follows', 'Heddlu \u202eurddeH'],
    ['a space without width', 'Heddlu\u200bEnghraifft'],
    ['a line separator', 'Heddlu\u2028PORT=1'],
    ['a lone half of a pair', 'Heddlu\ud83d'],
    ['each quotation mark, and what begins a comment', `"'\`#`],
  ])('with %s is no line of .env', (_what, value) => {
    expect(formatEnvLine('FORCE_NAME_EN', value)).toBeUndefined();
  });
});
