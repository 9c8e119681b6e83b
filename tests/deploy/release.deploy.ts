import { execFile, execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const archive = `candour-${packageJson.version}.tar.gz`;
let sources: string;
let keys: string;
let printed: string;
let signers: string;
let folder: string;

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
    cwd: sources,
    encoding: 'utf8',
  });

interface Ended {
  readonly code: number;
  readonly said: string;
}

async function release(...args: readonly string[]): Promise<Ended> {
  const program = join(sources, 'release', 'release.ts');
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--no-warnings', program, ...args], {
      cwd: sources,
    });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = Object(error);
    return { code: Number(code), said: `${String(stdout)}${String(stderr)}` };
  }
}

beforeAll(async () => {
  sources = join(createTemporaryFolder(), 'candour');
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0');
  for (const name of new Set(files.map((path) => path.split('/')[0] ?? ''))) {
    if (name !== '' && name !== 'tests') cpSync(join(root, name), join(sources, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(sources, 'node_modules'));
  // A link is no folder, which .gitignore leaves out.
  appendFileSync(join(sources, '.gitignore'), '/node_modules\n');
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'All of it');
  keys = createTemporaryFolder();
  for (const name of ['signer', 'other']) {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', name, '-f', join(keys, name)]);
  }
  const ended = await release('--dry-run', '--key', join(keys, 'signer'));
  expect(ended).toEqual({ code: 0, said: ended.said });
  printed = ended.said;
  signers = /^candour namespaces=.*$/mu.exec(printed)?.[0] ?? '';
});

beforeEach(() => {
  folder = join(createTemporaryFolder(), 'fetched');
  cpSync(join(sources, 'dist', 'artefact'), folder, { recursive: true });
  writeFileSync(join(keys, 'allowed_signers'), `${signers}\n`);
});

const check = (): Promise<Ended> => release('--check', folder, '--signers', join(keys, 'allowed_signers'));

describe('a dry run of a release', () => {
  it('makes the archive, its bill of materials, their sums and a signature, and no tag', () => {
    const names = readdirSync(folder).sort();
    expect(names).toEqual(expect.arrayContaining([archive, archive.replace('.tar.gz', '.cdx.json'), 'SHA256SUMS']));
    expect(names).toContain('SHA256SUMS.sig');
    expect(printed).toContain(`  ${archive}`);
    expect(printed).toMatch(/No image was made: /u);
    expect(printed).toContain(`v${packageJson.version} was not tagged`);
    expect(git('tag')).toBe('');
    expect(git('status', '--porcelain')).toBe('');
  });

  it('is checked by ssh-keygen and sha256sum alone, with the line that it printed', () => {
    const input = readFileSync(join(folder, 'SHA256SUMS'));
    const asked = ['-Y', 'verify', '-f', join(keys, 'allowed_signers'), '-I', 'candour', '-n', 'candour-release'];
    execFileSync('ssh-keygen', [...asked, '-s', join(folder, 'SHA256SUMS.sig')], { input });
    execFileSync('sha256sum', ['--check', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder });
  });

  it('holds by its own check, and not after a change of anything', async () => {
    expect(await check()).toEqual({ code: 0, said: 'All files are the ones that were signed.\n' });
    appendFileSync(join(folder, archive), 'x');
    expect(await check()).toEqual({ code: 1, said: expect.stringContaining(`${archive} was changed.`) });
  });

  it.each([
    ['a file that nobody signed', () => writeFileSync(join(folder, 'install.sh'), 'evil'), 'install.sh has no sum.'],
    ['no archive', () => rmSync(join(folder, archive)), `${archive} is missing.`],
    ['no signature', () => rmSync(join(folder, 'SHA256SUMS.sig')), 'None of the signers has signed'],
    [
      'a missing sum',
      () => {
        const path = join(folder, 'SHA256SUMS');
        writeFileSync(path, readFileSync(path, 'utf8').split('\n').slice(1).join('\n'));
      },
      'None of the signers has signed',
    ],
    [
      'the signature of somebody else',
      () => {
        rmSync(join(folder, 'SHA256SUMS.sig'));
        const sums = join(folder, 'SHA256SUMS');
        execFileSync('ssh-keygen', ['-Y', 'sign', '-q', '-n', 'candour-release', '-f', join(keys, 'other'), sums]);
      },
      'None of the signers has signed',
    ],
    [
      'a signature by the same key for something else',
      () => {
        rmSync(join(folder, 'SHA256SUMS.sig'));
        const sums = join(folder, 'SHA256SUMS');
        execFileSync('ssh-keygen', ['-Y', 'sign', '-q', '-n', 'git', '-f', join(keys, 'signer'), sums]);
      },
      'None of the signers has signed',
    ],
  ])('does not hold with %s', async (_what, change, why) => {
    change();
    const { code, said } = await check();
    expect([code, said]).toEqual([1, expect.stringContaining(why)]);
  });

  it('begins with nothing that is not committed, and no key among the sources', async () => {
    writeFileSync(join(sources, 'docs', 'draft.txt'), 'a draft');
    expect(await release('--dry-run')).toMatchObject({ code: 1, said: expect.stringContaining('not committed') });
    rmSync(join(sources, 'docs', 'draft.txt'));
    mkdirSync(join(sources, 'dist'), { recursive: true });
    cpSync(join(keys, 'other'), join(sources, 'dist', 'other'));
    const inside = await release('--dry-run', '--key', join(sources, 'dist', 'other'));
    expect(inside).toMatchObject({ code: 1, said: expect.stringContaining('keep it elsewhere') });
    expect(await release()).toMatchObject({ code: 2, said: expect.stringContaining('npm run release -- [--dry-run]') });
  });
});
