import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { productPromises } from '../promises/promises.ts';
import { promisesOfReadme } from '../promises/readme.ts';
import { promisesOfReliability } from '../promises/reliability.ts';
import { listedFile } from './planted-bug.ts';
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

  it('break each promise of the README and of what holds when things break', () => {
    const broken = new Set(plantedBugs.map(({ promise }) => promise));
    const promises = [...promisesOfReadme, ...promisesOfReliability];
    expect(promises.filter(({ id }) => !broken.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('name their module and the tests that catch them by imports', () => {
    for (const { name, module, tests } of plantedBugs) {
      expect([name, tests.length > 0]).toEqual([name, true]);
      for (const imports of [module, ...tests]) expect([name, existsSync(listedFile(imports))]).toEqual([name, true]);
    }
  });
});
