import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { artefactCommandNames } from '../../release/artefact-commands.ts';
import { findGuideProblems } from '../support/docs/archive-guides.ts';
import { buildArtefact } from '../support/deploy/built-artefact.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

let root: string;
let paths: readonly string[];
beforeAll(async () => {
  const folder = createTemporaryFolder();
  const made = await buildArtefact(join(folder, 'sources'), {});
  const archive = readdirSync(made).find((name) => name.endsWith('.tar.gz')) ?? '';
  execFileSync('tar', ['-xzf', join(made, archive), '-C', folder]);
  root = join(folder, archive.replace('.tar.gz', ''));
  paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) =>
    statSync(join(root, path)).isFile(),
  );
});

const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Without a setting or a network, as somebody types it who looks how a command is called. */
const help = (name: string): string =>
  execFileSync(process.execPath, ['candour.mjs', name, '--help'], { cwd: root, env: {}, encoding: 'utf8' });

describe('an unpacked archive', () => {
  it('has each command, option and file that its guides name, in both languages', () => {
    const usages = new Map(artefactCommandNames.map((name) => [name, help(name)]));
    expect([...usages].filter(([name, usage]) => !usage.includes(`node candour.mjs ${name}`))).toEqual([]);
    const texts = new Map(
      paths.filter((path) => !/\.(?:png|svg|ttf)$/u.test(path)).map((path) => [path, readText(path)]),
    );
    expect(findGuideProblems({ paths: new Set(paths), texts, usages })).toEqual([]);
  });

  it('has a file of the Agents Toolkit whose every path and script is there', () => {
    const schema: object = JSON.parse(
      readFileSync(join(import.meta.dirname, '../fixtures/agents-toolkit/v1.13.schema.json'), 'utf8'),
    );
    const text = readText('deploy/teams/m365agents.yml');
    expect(new Ajv({ strict: false }).validate(schema, parse(text))).toBe(true);
    expect(paths).toEqual(expect.arrayContaining(['deploy/teams/entra-app.json', 'deploy/teams/env/.env.example']));
    const [, command = ''] = /run: "(npm run -s package)"/u.exec(text) ?? [];
    const settings = {
      CANDOUR_ENVIRONMENT: 'development',
      PATH: process.env['PATH'] ?? '',
      TEAMS_APP_VERSION: '1.0.0',
    };
    // As the toolkit runs it: in the folder above, by a shell.
    execFileSync('sh', ['-c', command], { cwd: join(root, 'deploy/teams/../..'), env: settings });
    expect(readFileSync(join(root, 'dist/candour-teams.zip')).subarray(0, 2).toString()).toBe('PK');
  });
});
