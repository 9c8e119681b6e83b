import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { artefactCommands } from '../../release/artefact-commands.ts';
import { readDistributedFiles } from '../../release/artefact-files.ts';
import { type ArchiveContents, findGuideProblems } from '../support/docs/archive-guides.ts';

/** Made as the archive is built. */
const builtFiles = ['candour.mjs', 'package.json', 'sbom.cdx.json', 'SHA256SUMS', 'THIRD-PARTY-LICENCES.txt'];

const root = resolve(import.meta.dirname, '../..');
let archive: ArchiveContents;
beforeAll(async () => {
  const files = readDistributedFiles(root);
  const usages = await Promise.all(
    Object.entries(artefactCommands).map(async ([name, { usage }]) => [name, await usage()] as const),
  );
  archive = {
    paths: new Set([...files.keys(), ...builtFiles]),
    texts: new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('utf8')])),
    usages: new Map(usages),
  };
});

const problemsOf = (path: string, text: string): readonly string[] =>
  findGuideProblems({ ...archive, texts: new Map([[path, text]]) });

describe('the guides of the archive, in both languages', () => {
  it('name no command, option or file that the archive lacks', () => {
    expect([...archive.texts.keys()].filter((path) => path.startsWith('docs/guides/cy/')).length).toBeGreaterThan(8);
    expect(findGuideProblems(archive)).toEqual([]);
  });

  const installed = 'node /opt/candour/candour.mjs';
  it.each([
    ['a command with a mistake in it', `\`${installed} backpu --to <file>\``, ['backpu is no command of the archive']],
    ['a command of npm', 'Type `npm run backup -- --to <file>`.', ['backup needs the sources, and does not say so']],
    ['no script at all', 'In the sources, `npm run bakcup`.', ['bakcup is no command']],
    ['npm itself', '```sh\nnpm ci\n```', ['npm ci needs the sources, and does not say so']],
    ['a subcommand with a mistake in it', `\`${installed} keys chekc --identity <file>\``, ['keys has no chekc']],
    [
      'options with mistakes in them, in a block of a list',
      `1. So:\n\n   \`\`\`\n   ${installed} drill --from <a file> --odlest 24 > out\n   ${installed} backup --from x\n   \`\`\``,
      ['drill has no --odlest', 'backup has no --from'],
    ],
    ['a part of a word', `| a | \`${installed} audit veri\` |`, ['audit has no veri']],
    [
      'a file that is not there',
      'See `deploy/azure/candour.bicep`.',
      ['deploy/azure/candour.bicep is not in the archive'],
    ],
    [
      'a file in what is typed',
      '```sh root\ninstall -m 644 /opt/candour/deploy/host/candour.servcie /etc/systemd/system/\n```',
      ['deploy/host/candour.servcie is not in the archive'],
    ],
    [
      'a link to the sources',
      'In the sources ([tests](../../tests/arrows.test.ts)).',
      ['tests/arrows.test.ts is not in the archive'],
    ],
    ['a link to nothing', '![A picture](../pictures/none.png)', ['docs/pictures/none.png is not in the archive']],
  ])('are found with %s', (_what, text, found) => {
    for (const path of ['docs/guides/cy/admin.md', 'docs/guides/admin.md']) {
      const problems = problemsOf(path, text.replaceAll('](../', path.includes('/cy/') ? '](../../' : '](../'));
      expect(problems.map((one) => one.replace(/^[^:]*:\d+: /u, ''))).toEqual(found);
    }
  });

  it.each([
    [
      'an argument to be filled in',
      `\`${installed} keys check --identity <ffeil> --settings <ffeil gyda’r pedair llinell>\``,
    ],
    ['what the sources are said to have', 'In the sources, `npm run test:cosmos` and `storage/cosmos/containers.ts`.'],
    ['that in Welsh', 'Yn y ffynonellau: `npm ci`.'],
    ['that above a block', 'From the sources:\n\n```\nnpm ci\nnpm run build\n```'],
    ['folders, and what a guide makes', 'Copy `/opt/candour/deploy/teams/` and `dist/candour-teams.zip`.'],
    ['help', `\`node candour.mjs help || true\`, \`${installed} serve --help\``],
  ])('may name %s', (_what, text) => {
    expect(problemsOf('docs/guides/admin.md', text)).toEqual([]);
  });

  it('are typed as the archive has its commands, in every text', () => {
    const text = archive.texts.get('docs/guides/cy/key-ceremony.md') ?? '';
    expect(text).toContain(`${installed} keys make --for acu --to <ffolder>`);
    expect(text).not.toContain('npm run keys');
  });
});

describe('the list of what the archive has', () => {
  it('has each file of deploy/ that is no code, and none that git does not know', () => {
    const { stdout } = spawnSync('git', ['ls-files', 'deploy', 'docs', 'manifest'], { cwd: root, encoding: 'utf8' });
    const known = stdout.trim().split('\n');
    const handedOn = known.filter((path) => path.startsWith('deploy/') && !path.endsWith('.ts'));
    expect(handedOn.length).toBeGreaterThan(10);
    expect(handedOn.filter((path) => !archive.paths.has(path))).toEqual([]);
    const unknown = [...archive.paths].filter(
      (path) => /^(?:deploy|docs|manifest)\//u.test(path) && !known.includes(path),
    );
    expect(unknown).toEqual([]);
  });
});
