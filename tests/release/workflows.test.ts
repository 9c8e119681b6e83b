import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import packageJson from '../../package.json' with { type: 'json' };

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, '.github', 'workflows');
const names = readdirSync(folder).sort();
const readWorkflow = (name: string): string => readFileSync(join(folder, name), 'utf8');

const stepSchema = z.union([
  z.strictObject({ name: z.string(), run: z.string() }),
  z.strictObject({ name: z.string(), uses: z.string().regex(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/u) }),
]);
const workflowSchema = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    push: z.record(z.string(), z.array(z.string())).optional(),
    pull_request: z.null().optional(),
    schedule: z.array(z.strictObject({ cron: z.string() })).optional(),
    workflow_dispatch: z.null().optional(),
  }),
  permissions: z.strictObject({ contents: z.literal('read') }),
  concurrency: z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean() }).optional(),
  jobs: z.record(
    z.string(),
    z.strictObject({
      'runs-on': z.string().regex(/^ubuntu-\d\d\.\d\d$/u),
      'timeout-minutes': z.number(),
      steps: z.array(stepSchema).min(1),
    }),
  ),
});

const scripts: readonly string[] = Object.keys(packageJson.scripts);

function isExecutable(path: string): boolean {
  try {
    accessSync(join(root, path), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Fetching is git's, and everything else a script of the sources: a workflow has no logic of its own. */
function isKnownCommand(line: string): boolean {
  if (/[`;|&<>]|\$\(|\$\{\{/u.test(line)) return false;
  if (/^git (?:init|fetch|checkout) /u.test(line)) return !line.includes('http');
  if (line === 'npm ci --no-progress') return true;
  const [, script] = /^npm run ([\w:-]+)(?: -- --dry-run)?$/u.exec(line) ?? [];
  return script === undefined ? /^\.[\w/]+$/u.test(line) && isExecutable(line) : scripts.includes(script);
}

function findProblems(text: string): readonly string[] {
  const read = workflowSchema.safeParse(parse(text));
  if (!read.success) return read.error.issues.map(({ path }) => `not allowed: ${path.join('.')}`);
  const lines = Object.values(read.data.jobs)
    .flatMap(({ steps }) => steps.flatMap((step) => ('run' in step ? step.run.trim().split('\n') : [])))
    .map((line) => line.trim());
  return [
    ...lines.filter((line) => !isKnownCommand(line)).map((line) => `no script: ${line}`),
    ...(/secrets|token/iu.test(text) ? ['a secret'] : []),
    ...(/\bhttps?:|registry|npmjs|ghcr|docker\.io/iu.test(text) ? ['a host'] : []),
  ];
}

describe('the workflows of a public repository', () => {
  it('are the tests, the release and the look at advisories', () => {
    expect(names).toEqual(['advisories.yml', 'release.yml', 'tests.yml']);
  });

  it.each(names)('%s calls scripts that are there, may only read, and has no secret', (name) => {
    expect(findProblems(readWorkflow(name))).toEqual([]);
  });

  it.each([
    ['tests.yml', 'run: .ci/run', ['.ci/run']],
    ['release.yml', 'tags: ["v*"]', ['npm ci --no-progress', 'npm run release -- --dry-run']],
    ['advisories.yml', 'cron:', ['npm run advisories']],
  ])('%s does what it is there for', (name, part, called) => {
    const text = readWorkflow(name);
    expect(text).toContain(part);
    for (const command of called) expect(text).toContain(`run: ${command}\n`);
  });

  const [tests, release] = [readWorkflow('tests.yml'), readWorkflow('release.yml')];
  it.each([
    ['a script that is not there', tests, '.ci/run', '.ci/runs', 'no script: .ci/runs'],
    ['an npm script that is not there', release, 'npm run release', 'npm run relaese', 'no script'],
    ['a right to write', release, 'contents: read', 'contents: write', 'not allowed: permissions.contents'],
    ['another right', tests, 'contents: read', 'contents: read\n  packages: write', 'not allowed: permissions'],
    ['the rights of a fork’s target', tests, 'pull_request:', 'pull_request_target:', 'not allowed: on'],
    ['a secret', release, 'npm run release', 'npm run release "${{ secrets.KEY }}"', 'a secret'],
    [
      'an environment',
      release,
      '    timeout-minutes: 30',
      '    timeout-minutes: 30\n    env: { A: b }',
      'not allowed: jobs',
    ],
    [
      'what somebody typed, in a command',
      tests,
      '.ci/run',
      'echo ${{ github.event.head_commit.message }}',
      'no script',
    ],
    ['another program', tests, '.ci/run', 'curl example.org', 'no script'],
    ['a second command', tests, '.ci/run', '.ci/run; env', 'no script'],
    ['a registry', release, 'npm ci --no-progress', 'npm ci --registry=https://registry.example', 'a host'],
    ['an action by its tag', tests, 'run: .ci/run', 'uses: actions/checkout@v5', 'not allowed: jobs'],
    ['a machine that changes by itself', tests, 'ubuntu-24.04', 'ubuntu-latest', 'not allowed: jobs'],
  ])('would be found with %s', (_what, text, from, to, found) => {
    expect(text).toContain(from);
    expect(findProblems(text.replace(from, to)).join('\n')).toContain(found);
  });
});

describe('the dependency bot', () => {
  it('asks each week for the libraries of this project, and lets new ones wait', () => {
    const text = readFileSync(join(root, '.github', 'dependabot.yml'), 'utf8');
    expect(parse(text)).toMatchObject({
      version: 2,
      updates: [
        {
          'package-ecosystem': 'npm',
          directory: '/',
          schedule: { interval: 'weekly' },
          cooldown: { 'default-days': 7 },
          'versioning-strategy': 'increase',
        },
      ],
    });
    expect(text).not.toMatch(/token|registries|https?:/iu);
  });
});
