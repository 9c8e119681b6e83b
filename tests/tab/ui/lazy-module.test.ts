import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createBuildWatch } from '../../../tab/ui/build-watch.ts';
import { createLazyModule, createModuleLoader } from '../../../tab/ui/lazy-module.ts';
import {
  buildVersionNames,
  parseLazyModules,
  lazyModulesMeta,
  serialiseLazyModules,
} from '../../../contract/build-metadata.ts';
import { builtPartners, builtTab } from '../../support/tab/built-tab.ts';

const tab = join(import.meta.dirname, '../../../tab');
const files = new Map([['part.tsx', ['/tab/assets/part.js', '/tab/assets/needed.js']]]);
const script = (status = 200, type = 'text/javascript'): Response =>
  new Response('', { status, headers: { 'content-type': type } });

/** A loader over a line that a test cuts, with what was fetched and how. */
function loaderOver(answer: (file: string) => Response | 'lost') {
  const fetched: string[] = [];
  const load = createModuleLoader({
    files,
    onResponse: () => undefined,
    async fetch(input, init) {
      if (typeof input !== 'string') throw new Error('a file is named by its address');
      fetched.push(`${input} ${init?.cache}`);
      const answered = answer(input);
      if (answered === 'lost') throw new TypeError('Failed to fetch');
      return answered;
    },
  });
  return { load, fetched };
}

describe('loading a part of the page', () => {
  it('imports it only once every file that it needs has come, because no browser asks twice for a module', async () => {
    let imported = 0;
    let answer: Response | 'lost' = 'lost';
    const { load, fetched } = loaderOver((file) => (file.includes('needed') ? answer : script()));
    const part = createLazyModule(() => load('part.tsx', async () => (imported += 1)));
    const bad = [
      () => 'lost' as const,
      () => script(404),
      () => script(200, 'text/html; charset=utf-8'),
      () => script(503),
    ];
    for (const one of bad) {
      answer = one();
      await expect(part.load()).rejects.toThrow();
      expect([imported, part.current()]).toEqual([0, undefined]);
    }
    answer = script();
    expect(await part.load()).toBe(1);
    expect(await part.load()).toBe(1);
    expect(imported).toBe(1);
    // What was kept in the place of a file is not taken for it again; what has come is not asked for again.
    const needed = '/tab/assets/needed.js';
    expect(fetched).toEqual([
      '/tab/assets/part.js default',
      `${needed} default`,
      ...Array.from({ length: 4 }, () => `${needed} reload`),
    ]);
  });

  it('loads what has no file of its own at once', async () => {
    const { load, fetched } = loaderOver(() => 'lost');
    expect(await load('other.ts', async () => 'there')).toBe('there');
    expect(fetched).toEqual([]);
  });
});

describe('the list of the files of parts', () => {
  it('is read as it was written', () => {
    const name = fc.stringMatching(/^[\w./-]{1,20}$/u);
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.uniqueArray(name, { minLength: 1 }))), (parts) => {
        const list = new Map(parts);
        expect(parseLazyModules(serialiseLazyModules(list))).toEqual(list);
      }),
    );
    expect(parseLazyModules('')).toEqual(new Map());
  });

  it.each([
    { page: 'tab', built: builtTab, root: tab, others: 'partners/' },
    { page: 'partners', built: builtPartners, root: join(tab, 'partners'), others: '/' },
  ])(
    'of the built page ($page) names every part that its sources load later, by the name that they use, with its file',
    ({ page, built, root, others }) => {
      const index = readFileSync(join(built, 'index.html'), 'utf8');
      const list = parseLazyModules(
        new RegExp(`name="${lazyModulesMeta}" content="([^"]*)"`, 'u').exec(index)?.[1] ?? '',
      );
      const sources = globSync('**/*.{ts,tsx}', { cwd: root })
        .filter((file) => !file.startsWith(others))
        .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
      const loads = sources.flatMap(({ file, text }) =>
        [...text.matchAll(/(?:'([^']*)',\s*(?:async )?\(\) =>\s*)?(?:\(await )?import\('(\.[^']+)'\)/gu)].map(
          ([, name, path = '']) => ({ name, module: relative(root, join(root, file, '..', path)) }),
        ),
      );
      expect(loads.length).toBeGreaterThan(5);
      for (const { name, module } of loads) {
        expect({ module, name }).toEqual({ module, name: module });
        expect(list.get(module)?.every((part) => new RegExp(`^/${page}/assets/[\\w.-]+\\.js$`, 'u').test(part))).toBe(
          true,
        );
        expect(list.get(module)).not.toEqual([]);
      }
    },
  );
});

describe('watching for another build', () => {
  const answer = (build?: string) => ({
    headers: new Headers(build === undefined ? {} : { [buildVersionNames.header]: build }),
  });

  it('notices it in any answer, tells once, and stays with it', () => {
    const watch = createBuildWatch('mine');
    let told = 0;
    const unsubscribe = watch.subscribe(() => (told += 1));
    for (const build of [undefined, '', 'mine']) watch.onResponse(answer(build));
    expect([watch.isOutdated(), told]).toEqual([false, 0]);
    for (const build of ['other', 'mine', 'third']) watch.onResponse(answer(build));
    expect([watch.isOutdated(), told]).toEqual([true, 1]);
    unsubscribe();
  });

  it('says nothing of a page that does not know its own', () => {
    const watch = createBuildWatch(undefined);
    watch.onResponse(answer('other'));
    expect(watch.isOutdated()).toBe(false);
  });
});
