import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cruise } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import { rooms as rows, fileRestrictions } from '../.dependency-cruiser.mjs';
import { createTemporaryFolder } from './support/storage/temporary-folder.ts';

const root = resolve(import.meta.dirname, '..');

/** The rooms in their order: each may import from those before it. */
const rooms = rows.map(({ room }) => room);
const tops = [...new Set(rooms.map((room) => room.split('/')[0] ?? ''))];

const sources = tops
  .flatMap((top) => readdirSync(join(root, top), { recursive: true, encoding: 'utf8' }).map((name) => join(top, name)))
  .filter((path) => /\.(?:tsx?|mjs)$/u.test(path));

/** The room that a file stands in: the one with the longest path. Undefined where none is written down. */
const roomOf = (file: string): string | undefined =>
  rooms.filter((room) => file.startsWith(`${room}/`)).toSorted((one, other) => other.length - one.length)[0];

/** What `npm run lint` finds in a folder by the table of the project, and every import that it looks at. */
async function cruised(folder: string, paths: readonly string[]) {
  const options = await extractOptions(join(root, '.dependency-cruiser.mjs'));
  const { output } = await cruise([...paths], { ...options, baseDir: folder });
  if (typeof output === 'string') throw new Error('a report is not what was asked for');
  const imports = output.modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  );
  return { imports, violations: output.summary.violations };
}

/** The folders of a top folder that import from each other in a circle. */
function circlesIn(top: string, arrows: readonly { readonly from: string; readonly to: string }[]): readonly string[] {
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
  it('have a line each in the architecture, in the order of the table, and every file stands in one', () => {
    const told = [...readFileSync(join(root, 'docs', 'architecture.md'), 'utf8').matchAll(/^\| `([a-z/-]+)\/` \|/gmu)];
    expect(told.map(([, room]) => room)).toEqual(rooms);
    expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([]);
    expect(rooms.filter((room) => !existsSync(join(root, room)))).toEqual([]);
    expect(new Set(rooms).size).toBe(rooms.length);
  });

  let found: Awaited<ReturnType<typeof cruised>>;
  beforeAll(async () => {
    found = await cruised(root, tops);
  });

  it('import what the table lets them, and no two files each other in a circle', () => {
    expect(found.violations).toEqual([]);
    expect(found.imports.length).toBeGreaterThan(1_000);
    expect(new Set(found.imports.map(({ from }) => from)).size).toBeGreaterThan(sources.length / 2);
  });

  it.each(tops)('hold no circle of folders in %s', (top) => {
    expect(circlesIn(top, found.imports)).toEqual([]);
  });
});

let folder: string;
beforeAll(() => {
  folder = createTemporaryFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};
const fileIn = (room: string, imported: string): string => `${room}/imports-${imported.replaceAll(/\W+/gu, '-')}.ts`;

/** Those of some imports, each by a room, that the table refuses. All of them are looked at in one run. */
async function refusedOf(imports: readonly (readonly [room: string, imported: string])[]): Promise<readonly string[]> {
  rmSync(folder, { recursive: true, force: true });
  for (const [room, imported] of imports) {
    const file = fileIn(room, imported);
    if (imported.startsWith('.')) write(join(dirname(file), imported), 'export const thing = 1;\n');
    write(file, `import type { thing } from '${imported}';\n\nexport type Other = typeof thing;\n`);
  }
  const { violations } = await cruised(folder, readdirSync(folder));
  return imports
    .filter(([room, imported]) => violations.some(({ from }) => from === fileIn(room, imported)))
    .map(([room, imported]) => `${room} imports ${imported}`);
}

/** How a file straight in a room names one of another room; of a room around its own, a file straight in that. */
const pathTo = (from: string, to: string): string =>
  from.startsWith(`${to}/`)
    ? `${'../'.repeat(from.split('/').length - to.split('/').length)}app.ts`
    : `${'../'.repeat(from.split('/').length)}${to}/thing.ts`;

describe('the table', () => {
  const sdk = ['botbuilder', 'botbuilder-dialogs', 'botframework-connector'];
  const outside = [...sdk, '@azure/cosmos', 'restify', 'node:sqlite'];
  it.each([
    ['core/model', [...outside, '@microsoft/teams-js', 'adaptivecards-templating']],
    ['core/casework', [...outside, '@microsoft/teams-js', 'adaptivecards-templating', '../reporting/thing.ts']],
    ['core/intake', [...outside, '../reporting/thing.ts']],
    ['core/content', [...outside, '../reporting/thing.ts', '../casework/thing.ts']],
    ['contract', [...outside, '../words/thing.ts', '../cards/thing.ts', '../crypto/thing.ts', '../storage/thing.ts']],
    ['words', outside],
    ['guidance', [...outside, 'node:fs', './node/thing.ts', '../core/ports/thing.ts']],
    ['guidance/node', [...outside, '../../core/casework/thing.ts']],
    ['documents/pdf', [...outside, 'node:fs']],
    ['crypto', [...outside, 'node:fs', 'node:crypto', './node/thing.ts', '../words/thing.ts']],
    ['crypto/node', [...outside, '../../guidance/thing.ts']],
    ['cards', [...outside, '../crypto/thing.ts']],
    ['documents/print', [...outside, '../../bot/thing.ts', '../../crypto/thing.ts']],
    ['dialogs', [...outside, 'node:fs', 'node:zlib', '../cards/render-page.ts', '../documents/print/thing.ts']],
    [
      'dialogs/bot-framework',
      [...outside, '../../cards/render-page.ts', '../../cards/card-renderer.ts', '../../crypto/thing.ts'],
    ],
    ['storage', [...sdk, 'restify', '../words/thing.ts', '../crypto/thing.ts', '../cards/thing.ts']],
    ['storage/sqlite', [...sdk, 'restify', '../../dialogs/thing.ts']],
    ['summary', [...outside, '../crypto/thing.ts', '../storage/thing.ts']],
    ['manifest', [...outside, '../summary/thing.ts', '../contract/thing.ts']],
    ['tab', [...outside, '../crypto/node/thing.ts', '../storage/thing.ts', '../dialogs/bot-framework/thing.ts']],
    ['tab/case', [...outside, '../../crypto/node/thing.ts', '../../manifest/thing.ts']],
    ['bot', ['@azure/identity', 'node:sqlite', '../tab/thing.ts', '../manifest/thing.ts']],
    ['bot/api', ['@azure/identity', 'node:sqlite', '../app.ts', '../../tab/thing.ts']],
    ['bot/partners', ['@azure/identity', 'node:sqlite', '../app.ts']],
    ['bot/teams/handlers', ['@azure/identity', 'node:sqlite', '../../api/thing.ts']],
    ['cli', [...outside, '../tab/thing.ts', '../manifest/thing.ts']],
    ['deploy', [...outside, '../tab/thing.ts', '../cli/thing.ts']],
    ['development', ['@azure/cosmos', 'node:sqlite', '../tab/thing.ts']],
    ['release', [...outside, '../development/thing.ts']],
  ])('refuses what is not for %s', async (room, refused) => {
    expect(await refusedOf(refused.map((imported) => [room, imported]))).toEqual(
      refused.map((imported) => `${room} imports ${imported}`),
    );
  });

  it('lets each import what it is for', async () => {
    const allowed = [
      ['cards', '../core/model/thing.ts'],
      ['cards', '../guidance/thing.ts'],
      ['guidance', '../words/cards/thing.ts'],
      ['guidance/node', 'node:fs'],
      ['dialogs', '../cards/page.ts'],
      ['tab', '../dialogs/thing.ts'],
      ['dialogs/bot-framework', '../../cards/page.ts'],
      ['storage', '../core/model/thing.ts'],
      ['storage/cosmos', '@azure/cosmos'],
      ['storage/sqlite', 'node:sqlite'],
      ['summary', '../core/model/thing.ts'],
      ['crypto/node', 'node:fs'],
      ['crypto/node', '../thing.ts'],
      ['bot', '../storage/thing.ts'],
      ['bot/teams', 'botbuilder'],
      ['bot/teams/handlers', 'botbuilder'],
      ['bot/http', 'restify'],
      ['tab', '@microsoft/teams-js'],
    ] as const;
    expect(await refusedOf(allowed)).toEqual([]);
  });

  it('refuses every arrow from a room to one below it', async () => {
    const back = rooms.flatMap((from, place) => rooms.slice(place + 1).map((to) => [from, pathTo(from, to)] as const));
    const refused = await refusedOf(back);
    const missed = back.map(([room, imported]) => `${room} imports ${imported}`);
    expect(missed.filter((arrow) => !refused.includes(arrow))).toEqual([]);
  });

  it('lets dialogs/bot-framework/dialog-runner.ts alone know the SDK there', async () => {
    rmSync(folder, { recursive: true, force: true });
    for (const name of ['dialog-runner', 'dialog-manager'])
      write(`dialogs/bot-framework/${name}.ts`, "export * from 'botbuilder-dialogs';\n");
    const { violations } = await cruised(folder, ['dialogs']);
    expect(violations.map(({ from }) => from)).toEqual(['dialogs/bot-framework/dialog-manager.ts']);
  });

  it('refuses a circle of files, of types as well', async () => {
    rmSync(folder, { recursive: true, force: true });
    write('words/one.ts', "import type { Other } from './other.ts';\nexport type One = Other | 1;\n");
    write('words/other.ts', "import { one } from './third.ts';\nexport type Other = typeof one;\n");
    write('words/third.ts', "import type { One } from './one.ts';\nexport const one: One = 1;\n");
    const { violations } = await cruised(folder, ['words']);
    expect(violations.map(({ rule }) => rule.name)).toContain('no-circle');
  });

  it('names no file and no folder that is not there', () => {
    const named = fileRestrictions.flatMap(
      ({ not }) => /^\^(cards)\/\(\?:([\w|-]+)\)\[\.\]ts\$$/u.exec(not.path ?? '') ?? [],
    );
    const [, room = '', files = ''] = named;
    expect(files.split('|').filter((name) => !existsSync(join(root, room, `${name}.ts`)))).toEqual([]);
  });
});
