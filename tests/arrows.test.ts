import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { temporaryFolder } from './support/storage/temporary-folder.ts';

const root = resolve(import.meta.dirname, '..');
const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');

/** The rooms in the order of the architecture's table: each may import from those before it. */
const rooms = [
  ...readFileSync(join(root, 'docs', 'architecture.md'), 'utf8').matchAll(/^\| `([a-z/]+)\/` \|/gmu),
].flatMap((match) => match[1] ?? []);
const tops = [...new Set(rooms.map((room) => room.split('/')[0] ?? ''))];

const sources = tops
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => join(top, name)))
  .filter((path) => /\.(?:tsx?|mjs)$/u.test(path));

/** The room that a file stands in: the one with the longest path. Undefined where none is written down. */
const roomOf = (file: string): string | undefined =>
  rooms.filter((room) => file.startsWith(`${room}/`)).toSorted((one, other) => other.length - one.length)[0];

interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Every import of a file of ours by another. */
const arrows: readonly Arrow[] = sources.flatMap((from) =>
  [...readFileSync(join(root, from), 'utf8').matchAll(/(?:\bfrom |\bimport |\bimport\()'(\.[^']+)'/gu)]
    .map((match) => join(dirname(from), match[1] ?? ''))
    .filter((to) => existsSync(join(root, to)))
    .map((to) => ({ from, to })),
);

/** The folders of a top folder that import from each other in a circle. */
function circlesIn(top: string): readonly string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of arrows) {
    const [one, other] = [dirname(from), dirname(to)];
    if (one === other || !from.startsWith(`${top}/`) || !to.startsWith(`${top}/`)) continue;
    next.set(one, (next.get(one) ?? new Set()).add(other));
  }
  const reached = (start: string): ReadonlySet<string> => {
    const seen = new Set<string>();
    const waiting = [...(next.get(start) ?? [])];
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      if (seen.has(folder)) continue;
      seen.add(folder);
      waiting.push(...(next.get(folder) ?? []));
    }
    return seen;
  };
  return [...next.keys()].filter((folder) => reached(folder).has(folder)).sort();
}

describe('the rooms', () => {
  it('have a line each in the architecture, and every file stands in one', () => {
    expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(rooms.filter((room) => !existsSync(join(root, room)))).toEqual([]);
    expect(new Set(rooms).size).toBe(rooms.length);
  });

  it('import from those above them in the architecture only', () => {
    const place = (file: string): number => rooms.indexOf(roomOf(file) ?? '');
    const back = arrows.filter(({ from, to }) => roomOf(to) !== undefined && place(from) < place(to));
    expect(back).toEqual([]);
    expect(arrows.length).toBeGreaterThan(1_000);
  });

  it.each(tops)('hold no circle of folders in %s', (top) => {
    expect(circlesIn(top)).toEqual([]);
  });
});

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fileIn = (room: string, imported: string): string => `${room}/imports-${imported.replaceAll(/\W+/gu, '-')}.ts`;

/** Those of some imports, each by a room, that the linter refuses. All of them are looked at in one run. */
function refusedOf(imports: readonly (readonly [room: string, imported: string])[]): readonly string[] {
  for (const [room, imported] of imports) {
    const file = join(folder, fileIn(room, imported));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `import { thing } from '${imported}';\n\nexport const other = thing;\n`);
  }
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'unix'], { cwd: folder, encoding: 'utf8' });
  const found = stdout.split('\n').filter((line) => line.includes('no-restricted-imports'));
  return imports
    .filter(([room, imported]) => found.some((line) => line.includes(fileIn(room, imported))))
    .map(([room, imported]) => `${room} imports ${imported}`);
}

/** How a file straight in a room names one of another room; of the room around its own, a file that stands there. */
const pathTo = (from: string, to: string): string =>
  from.startsWith(`${to}/`) ? '../app.ts' : `${'../'.repeat(from.split('/').length)}${to}/thing.ts`;

describe('the linter', () => {
  const sdk = ['botbuilder', 'botbuilder-dialogs'];
  it.each([
    ['concerns/terms', [...sdk, '@azure/cosmos', '@microsoft/teams-js', 'restify', 'node:sqlite']],
    ['concerns/casework', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite']],
    ['contract', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite']],
    ['words', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite']],
    ['guidance', [...sdk, '@azure/cosmos', 'restify', 'node:fs', 'node:sqlite', './node/thing.ts']],
    ['guidance/node', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite']],
    ['pdf', [...sdk, '@azure/cosmos', 'restify', 'node:fs', 'node:sqlite']],
    ['seals', [...sdk, 'node:fs', 'node:crypto', '../node/thing.ts', './node/thing.ts']],
    ['seals/node', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite']],
    ['cards', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite']],
    ['print', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite', '../bot/thing.ts']],
    ['conversations', [...sdk, '@azure/cosmos', 'restify', 'node:fs', 'node:sqlite', '../cards/draw-page.ts']],
    ['dialogs', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite', '../cards/draw-page.ts', '../cards/card.ts']],
    ['storage', [...sdk, 'restify']],
    ['storage/sqlite', [...sdk, 'restify']],
    ['summary', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite']],
    ['manifest', ['botbuilder', '@azure/cosmos', 'restify', 'node:sqlite']],
    ['tab', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite', '../seals/node/thing.ts']],
    ['tab/case', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite', '../../seals/node/thing.ts']],
    ['bot', ['@azure/identity', 'node:sqlite']],
    ['bot/api', ['@azure/identity', 'node:sqlite']],
    ['bot/partners', ['@azure/identity', 'node:sqlite', '../app.ts']],
    ['bot/doors', [...sdk, '../teams/thing.ts', './teams/thing.ts', 'node:sqlite']],
    ['bot/doors/teams', ['@azure/identity', 'node:sqlite', '../../api/thing.ts']],
    ['commands', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite']],
    ['deploy', [...sdk, '@azure/cosmos', 'restify', 'node:sqlite']],
    ['development', ['@azure/cosmos', 'node:sqlite']],
  ])('refuses what is not for %s', (room, refused) => {
    expect(refusedOf(refused.map((imported) => [room, imported]))).toEqual(
      refused.map((imported) => `${room} imports ${imported}`),
    );
  });

  it('allows what each is for', () => {
    const allowed = [
      ['cards', '../concerns/terms/thing.ts'],
      ['cards', '../guidance/thing.ts'],
      ['guidance', '../words/cards/thing.ts'],
      ['guidance/node', 'node:fs'],
      ['conversations', '../cards/page.ts'],
      ['tab', '../conversations/thing.ts'],
      ['dialogs', '../cards/page.ts'],
      ['storage', '../concerns/records/thing.ts'],
      ['storage/cosmos', '@azure/cosmos'],
      ['storage/sqlite', 'node:sqlite'],
      ['summary', '../concerns/terms/thing.ts'],
      ['seals/node', 'node:fs'],
      ['seals/node', '../thing.ts'],
      ['bot', '../storage/thing.ts'],
      ['bot/teams', 'botbuilder'],
    ] as const;
    expect(refusedOf(allowed)).toEqual([]);
  });

  it('refuses every arrow from a room to one below it', () => {
    const back = rooms.flatMap((from, place) => rooms.slice(place + 1).map((to) => [from, pathTo(from, to)] as const));
    const refused = refusedOf(back);
    const missed = back.map(([room, imported]) => `${room} imports ${imported}`);
    expect(missed.filter((arrow) => !refused.includes(arrow))).toEqual([]);
  });

  it('finds none of these in the project', () => {
    const { status, stdout } = spawnSync(process.execPath, [oxlint, ...tops], { cwd: root, encoding: 'utf8' });
    expect({ status, found: stdout.includes('no-restricted-imports') }).toEqual({ status: 0, found: false });
  });
});
