import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { buildOnce, digestSources } from './build-cache.ts';
import { createTemporaryFolder } from './storage/temporary-folder.ts';

let folder: string;
let builds: number;
beforeEach(() => {
  folder = createTemporaryFolder();
  builds = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const cache = () => join(folder, 'cache');
/** Builds a page of one file into a folder of this name. Is what stands in it. */
async function builtInto(name: string, key: readonly string[]): Promise<string> {
  const to = join(folder, name);
  const build = async (made: string) => {
    builds += 1;
    mkdirSync(join(made, 'assets'), { recursive: true });
    writeFileSync(join(made, 'assets/main.js'), `build ${builds}`);
  };
  await buildOnce(key, to, build, cache());
  return readFileSync(join(to, 'assets/main.js'), 'utf8');
}

describe('a build that is kept', () => {
  it('is copied for the same key, and built anew for another', async () => {
    expect(await builtInto('one', ['sources', 'v2'])).toBe('build 1');
    expect(await builtInto('two', ['sources', 'v2'])).toBe('build 1');
    expect(await builtInto('three', ['sources', 'v3'])).toBe('build 2');
    expect(await builtInto('four', ['other sources', 'v2'])).toBe('build 3');
  });

  it('stays as it was built whatever becomes of a copy', async () => {
    await builtInto('one', ['sources']);
    writeFileSync(join(folder, 'one/assets/main.js'), 'changed');
    expect(await builtInto('two', ['sources'])).toBe('build 1');
  });

  it('is one for two that build at the same time', async () => {
    expect(await Promise.all([builtInto('one', ['sources']), builtInto('two', ['sources'])])).toHaveLength(2);
    expect(readdirSync(cache())).toHaveLength(1);
  });

  it('is none if the build failed', async () => {
    const failing = async (made: string) => {
      mkdirSync(made);
      throw new Error('no page');
    };
    await expect(buildOnce(['sources'], join(folder, 'one'), failing, cache())).rejects.toThrow('no page');
    expect(await builtInto('two', ['sources'])).toBe('build 1');
  });

  it('is removed after sixteen others', async () => {
    for (let place = 0; place < 20; place += 1) await builtInto(`page-${place}`, [`${place}`]);
    expect(readdirSync(cache())).toHaveLength(16);
  });
});

it('tells sources apart by what is in them', () => {
  const [page, both] = [['tsconfig.json'], ['tsconfig.json', 'package.json']];
  expect(digestSources(page)).toBe(digestSources(page));
  expect(digestSources(page)).not.toBe(digestSources(both));
});
