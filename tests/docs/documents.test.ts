import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import packageJson from '../../package.json' with { type: 'json' };
import { galleryCaptions } from '../support/browser/gallery-captions.ts';
import { gallery } from '../support/cards/gallery.ts';

const root = join(import.meta.dirname, '..', '..');
const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const documents = [...readdirSync(root), ...filesOf('docs'), ...filesOf('manifest'), ...filesOf('tests')].filter(
  (path) => path.endsWith('.md'),
);
const decisions = readdirSync(join(root, 'docs', 'decisions')).filter((name) => /^\d/u.test(name));

/** The first parts of a pattern's matches. */
const matches = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);

/** The folders that hold code. */
const rooms = matches(read('README.md'), /^([a-z]+)\/ {2,}\S/gmu).filter((name) => !['docs', 'types'].includes(name));

/** What GitHub makes of a heading to link to it. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

function brokenLinks(path: string): readonly string[] {
  const links = matches(read(path), /\]\(([^)\s]+)\)/gu).filter((link) => !/^[a-z]+:/u.test(link));
  return links.filter((link) => {
    const [target = '', anchor] = link.split('#');
    const file = target === '' ? path : relative(root, join(root, dirname(path), target));
    if (!existsSync(join(root, file))) return true;
    return (
      anchor !== undefined &&
      !matches(read(file), /^#+ (.+)$/gmu)
        .map(anchorOf)
        .includes(anchor)
    );
  });
}

describe('the documents', () => {
  it.each(documents)('%s links to nothing that is not there', (path) => {
    expect(brokenLinks(path)).toEqual([]);
  });

  it.each(documents)('%s names no command that does not exist', (path) => {
    const scripts = Object.keys(packageJson.scripts);
    const named = matches(read(path), /npm run ([a-z][a-z:-]*)/gu);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it.each(documents)('%s names no file of the project that does not exist', (path) => {
    const folders = [...rooms, 'docs', 'types'].join('|');
    const named = matches(read(path), new RegExp(`\`((?:${folders})/[\\w./-]*)\``, 'gu'));
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it('say what every direct dependency and override is for, and of no other', () => {
    const { dependencies, devDependencies, optionalDependencies, overrides } = packageJson;
    const direct = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies, ...overrides });
    const told = matches(read('docs/dependencies.md'), /^\| `([^`]+)` \|/gmu);
    expect([...told].sort()).toEqual([...direct].sort());
  });

  it('show every folder of the project in the tree, and only those', () => {
    const tree = matches(read('README.md'), /^([a-z]+)\/ {2,}\S/gmu);
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['node_modules', 'dist', 'test-results', 'development-keys'].includes(name));
    expect([...tree].sort()).toEqual(folders.sort());
  });

  it('stand beside no libraries that were committed: a link to them took the place of the folder itself', () => {
    const { stdout } = spawnSync('git', ['ls-files', 'node_modules'], { cwd: root, encoding: 'utf8' });
    expect(stdout ?? '').toBe('');
  });

  it.each(decisions)('give decision %s a number, a status and a line in the index', (name) => {
    expect(name).toMatch(/^\d{3}-[a-z0-9-]+\.md$/u);
    const text = read(join('docs', 'decisions', name));
    expect(text.split('\n')[0]).toMatch(new RegExp(`^# ${name.slice(0, 3)}: `, 'u'));
    expect(text).toMatch(/^Status: (?:proposed|accepted|superseded by \d{3}|withdrawn)$/mu);
    expect(read('docs/decisions/README.md')).toContain(`](${name})`);
  });

  it('list every decision once, by its number', () => {
    const numbers = matches(read('docs/decisions/README.md'), /^- \[?(\d{3})\b/gmu);
    const all = Array.from(numbers, (_, index) => `${index + 1}`.padStart(3, '0'));
    expect([...numbers].sort()).toEqual(all);
  });

  it.each([
    ['README.md', 900],
    ['docs/architecture.md', 1_800],
    ...decisions.map((name): [string, number] => [join('docs', 'decisions', name), 300]),
  ])('%s has at most %d words', (path, most) => {
    expect(
      read(path)
        .split(/\s+/u)
        .filter((word) => word !== '').length,
    ).toBeLessThanOrEqual(most);
  });

  it('keep the guide for contributors under 150 lines', () => {
    expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThan(150);
  });

  it('caption every card of the gallery, once, and hold its picture', () => {
    const captioned = galleryCaptions.flatMap(({ pictures }) => pictures.map(([name]) => name));
    const names = gallery().map(({ name }) => name);
    expect([...captioned].sort()).toEqual([...new Set(names.map((name) => name.slice(0, -3)))].sort());
    expect(names.filter((name) => !existsSync(join(root, 'docs', 'cards', `${name}.png`)))).toEqual([]);
  });

  it('hold no picture that is larger than it needs to be', () => {
    const pictures = filesOf('docs').filter((path) => path.endsWith('.png'));
    expect(pictures.filter((path) => readFileSync(join(root, path)).length > 130_000)).toEqual([]);
  });
});

describe('the tests', () => {
  it('name no time-out of their own: jest.config.js has the one there is', () => {
    const sources = filesOf('tests').filter((path) => path.endsWith('.ts'));
    // What runs Jest on files that it plants has to cut something off.
    const own = sources.filter((path) => path !== join('tests', 'support', 'jest', 'serial-tests.test.ts'));
    const found = own.filter((path) => /\n\s*\},? *\n? *[\d_]+_000,?\s*\);|jest\.setTimeout\(\d/u.test(read(path)));
    expect(found).toEqual([]);
  });
});

describe('the comments in the code', () => {
  it('name no document that does not exist', () => {
    const sources = rooms.flatMap(filesOf).filter((path) => /\.tsx?$/u.test(path));
    const named = sources.flatMap((path) => matches(read(path), /\b(docs\/[\w/-]+\.md)\b/gu));
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
  });

  it('begin with a noun phrase or a verb where they tell of what stands below, never with "What"', () => {
    const sources = rooms.filter((room) => room !== 'tests').flatMap(filesOf);
    const told = sources
      .filter((path) => /\.(?:ts|tsx|mjs)$/u.test(path))
      .flatMap((path) => matches(read(path), /\/\*\*[\s*]*(What\b.*)/gu).map((begins) => `${path}: ${begins}`));
    expect(told).toEqual([]);
  });
});
