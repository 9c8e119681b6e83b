import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import {
  findArchiveProblems,
  findReleaseProblems,
  findSourceProblems,
  findSumProblems,
  formatChecksums,
} from '../../release/release-checks.ts';
import { createTarGz, type FilesByPath } from '../../release/tar.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const name = 'candour-1.2.3';
const content: FilesByPath = new Map([
  ['candour.mjs', bytes('import "./server.mjs";\n')],
  ['docs/a.txt', bytes('the same\n'.repeat(1_000))],
  ['docs/b.txt', bytes('the same\n'.repeat(1_000))],
]);

const archiveOf = (files: FilesByPath, sums = formatChecksums(files)): Buffer =>
  createTarGz(new Map([...files, ['SHA256SUMS', bytes(sums)] as const].map(([path, one]) => [`${name}/${path}`, one])));

/** The archive with another block in the place of the entry of candour.mjs. */
function withEntry(change: (header: Buffer) => void): Buffer {
  const tar = gunzipSync(archiveOf(content));
  const at = tar.indexOf(`${name}/candour.mjs\0`);
  change(tar.subarray(at, at + 512));
  return gzipSync(tar);
}

describe('the sources of a release', () => {
  const right = {
    version: '1.2.3',
    lockVersion: '1.2.3',
    changelog: '# Changes\n\n## 1.2.3\n\n- New.\n\n## 1.2.2\n\n- Old.\n',
    status: '',
    taggedCommit: undefined,
    commit: 'abc',
  };

  it('are released if they are committed, numbered and told of, also for a second time', () => {
    expect(findSourceProblems(right)).toEqual([]);
    expect(findSourceProblems({ ...right, taggedCommit: 'abc' })).toEqual([]);
  });

  it.each([
    ['a change that is not committed', { status: ' M bot/main.ts' }, 'not committed'],
    ['a file that git does not know', { status: '?? docs/draft.txt' }, 'not committed'],
    ['a version of another form', { version: '1.2', lockVersion: '1.2' }, 'does not have the form'],
    ['another version in the lock file', { lockVersion: '1.2.2' }, 'package-lock.json'],
    ['changes that end with the version before', { changelog: '## 1.2.2\n\n- Old.\n' }, 'CHANGELOG.md'],
    ['changes without a word', { changelog: '## 1.2.3\n\n## 1.2.2\n\n- Old.\n' }, 'CHANGELOG.md'],
    ['no changes at all', { changelog: '' }, 'CHANGELOG.md'],
    ['tags another commit', { taggedCommit: 'def' }, 'raise the version'],
  ])('are not released with %s', (_what, change, why) => {
    const problems = findSourceProblems({ ...right, ...change });
    expect(problems.some((one) => one.includes(why))).toBe(true);
  });
});

describe('the sums of a release', () => {
  const sums = formatChecksums(content);

  it('hold for these files alone', () => {
    expect(findSumProblems(content, sums)).toEqual([]);
    expect(sums.split('\n')[0]).toMatch(/^[0-9a-f]{64} {2}candour\.mjs$/u);
  });

  it.each([
    ['a changed byte', new Map([...content, ['candour.mjs', bytes('import "./server.mjs";\r')]]), sums, 'was changed'],
    ['a file that was added after them', new Map([...content, ['added', bytes('')]]), sums, 'added has no sum'],
    ['a missing file', new Map([...content].slice(1)), sums, 'candour.mjs is missing'],
    ['a missing sum', content, sums.split('\n').slice(1).join('\n'), 'candour.mjs has no sum'],
    ['a sum that is cut short', content, sums.slice(0, -20), 'not a list of sums'],
    ['nothing', content, '', 'not a list of sums'],
    ['a file that is named twice', content, sums + sums.split('\n')[0] + '\n', 'names a file twice'],
    ['another digest', content, sums.replaceAll(/^[0-9a-f]{64}/gmu, 'f'.repeat(64)), 'was changed'],
  ])('do not hold with %s', (_what, files, list, why) => {
    expect(findSumProblems(files, list).join(' ')).toContain(why);
  });
});

describe('an archive', () => {
  it('is right as it is built, with links between the same files', () => {
    const archive = archiveOf(content);
    expect(gunzipSync(archive).includes(`${name}/docs/a.txt\0`)).toBe(true);
    expect(findArchiveProblems(archive, name)).toEqual([]);
  });

  const added = new Map([...content, ['server/added.mjs', bytes('evil')] as const]);
  it.each([
    ['a file that was added after its sums', archiveOf(added, formatChecksums(content)), 'server/added.mjs has no sum'],
    [
      'a changed file',
      archiveOf(new Map([...content, ['candour.mjs', bytes('evil')]]), formatChecksums(content)),
      'candour.mjs was changed',
    ],
    ['no sums', createTarGz(new Map([[`${name}/candour.mjs`, bytes('evil')]])), 'has no SHA256SUMS'],
    ['a file outside its folder', createTarGz(new Map([['etc/passwd', bytes('evil')]])), 'etc/passwd lies outside'],
    [
      'a path that climbs out of its folder',
      withEntry((header) => void header.fill(0, 0, 100).write(`${name}/../../etc/cron`)),
      'lies outside',
    ],
    [
      'an absolute path',
      withEntry((header) => void header.fill(0, 0, 100).write('/etc/cron')),
      '/etc/cron lies outside',
    ],
    [
      'a symbolic link',
      withEntry((header) => {
        header.write('2', 156);
        header.write('/etc/passwd', 157);
      }),
      'candour.mjs is not a file, folder or link',
    ],
    ['a device', withEntry((header) => void header.write('3', 156)), 'candour.mjs is not a file'],
    [
      'a header of another kind of tar',
      withEntry((header) => void header.write('ustar  ', 257)),
      'candour.mjs is not a file',
    ],
    ['an extended header', withEntry((header) => void header.write('x', 156)), 'candour.mjs is not a file'],
    [
      'a hard link that leads outside',
      withEntry((header) => {
        header.write('00000000000\0', 124);
        header.write('1', 156);
        header.write('/etc/passwd', 157);
      }),
      'cannot be read',
    ],
    [
      'a second file in the place of the first',
      withEntry((header) => void header.fill(0, 0, 100).write(`${name}/docs/a.txt`)),
      'is there twice',
    ],
    ['its end cut off', archiveOf(content).subarray(0, -40), 'cannot be read'],
    [
      'more after its end',
      gzipSync(Buffer.concat([gunzipSync(archiveOf(content)), Buffer.alloc(512, 1)])),
      'cannot be read',
    ],
    ['no archive at all', bytes('evil'), 'cannot be read'],
  ])('is not right with %s', (_what, archive, why) => {
    expect(findArchiveProblems(archive, name).join(' ')).toContain(why);
  });
});

describe('the files of a release', () => {
  const files = new Map([
    [`${name}.tar.gz`, archiveOf(content)],
    [`${name}.cdx.json`, bytes('{}')],
  ]);
  const release = new Map<string, Uint8Array>([...files, ['SHA256SUMS', bytes(formatChecksums(files))]]);

  it('are right with their sums, and a signature beside them', () => {
    expect(findReleaseProblems(release)).toEqual([]);
    expect(findReleaseProblems(new Map([...release, ['SHA256SUMS.sig', bytes('')]]))).toEqual([]);
  });

  it.each([
    ['no sums', (all: Map<string, Uint8Array>) => all.delete('SHA256SUMS'), 'There is no SHA256SUMS.'],
    [
      'a file that nobody signed',
      (all: Map<string, Uint8Array>) => all.set('run-me.sh', bytes('')),
      'run-me.sh has no sum.',
    ],
    ['no bill of materials', (all: Map<string, Uint8Array>) => all.delete(`${name}.cdx.json`), 'cdx.json is missing.'],
    [
      'no archive',
      (all: Map<string, Uint8Array>) => all.delete(`${name}.tar.gz`),
      'There must be exactly one archive.',
    ],
  ])('are not right with %s', (_what, change, why) => {
    const all = new Map(release);
    change(all);
    expect(findReleaseProblems(all).join(' ')).toContain(why);
  });

  it('are not right with an archive whose own sums lack a file, though the sums beside it hold', () => {
    const bad = new Map<string, Uint8Array>([
      [`${name}.tar.gz`, archiveOf(new Map([...content, ['added', bytes('')]]), formatChecksums(content))],
    ]);
    bad.set('SHA256SUMS', bytes(formatChecksums(bad)));
    expect(findReleaseProblems(bad)).toEqual(['added has no sum.']);
  });
});
