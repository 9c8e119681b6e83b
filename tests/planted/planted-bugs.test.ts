import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { productPromises } from '../promises/promises.ts';
import { sampleDroppedBugs, droppedBugs } from './dropped-bugs.ts';
import { resolveImport } from './planted-bug.ts';
import { plantedBugs } from './planted-bugs.ts';

describe('the planted bugs', () => {
  it('have a name each', () => {
    const names = plantedBugs.map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('break promises that the product makes', () => {
    const ids = new Set(productPromises.map(({ id }) => id));
    expect(plantedBugs.filter(({ promise }) => !ids.has(promise)).map(({ name }) => name)).toEqual([]);
  });

  it('break each promise that a test can hold', () => {
    const broken = new Set(plantedBugs.map(({ promise }) => promise));
    const held = productPromises.filter(({ tests }) => tests.length > 0);
    expect(held.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('replace exports of their module', async () => {
    const unknown: string[] = [];
    for (const bug of plantedBugs) {
      const real = await bug.module();
      const replaced = Object.keys(bug.put(real));
      if (replaced.length === 0) unknown.push(bug.name);
      unknown.push(...replaced.filter((key) => !(key in real)).map((key) => `${bug.name}: ${key}`));
    }
    expect(unknown).toEqual([]);
  });

  it('name their module and the tests that catch them by imports', () => {
    for (const { name, module, tests } of plantedBugs) {
      expect([name, tests.length > 0]).toEqual([name, true]);
      for (const imports of [module, ...tests])
        expect([name, existsSync(resolveImport(imports))]).toEqual([name, true]);
    }
  });
});

describe('the bugs that were planted in text', () => {
  it('are kept with the test files that caught them', () => {
    expect(droppedBugs).toHaveLength(855);
    expect(new Set(droppedBugs.map(({ area, name }) => `${area}: ${name}`)).size).toBe(855);
    const files = new Set(droppedBugs.flatMap(({ tests }) => tests));
    expect([...files].filter((file) => !existsSync(new URL(`../../${file}`, import.meta.url)))).toEqual([]);
  });

  it('are drawn by a seed, each once', () => {
    const drawn = sampleDroppedBugs(31, 100);
    expect(new Set(drawn).size).toBe(100);
    expect(sampleDroppedBugs(31, 100)).toEqual(drawn);
    expect(sampleDroppedBugs(32, 100)).not.toEqual(drawn);
  });
});
