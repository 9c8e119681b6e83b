import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { equivalentMutants } from './equivalent-mutants.ts';

describe('the changes that no test can notice', () => {
  it('name lines of the product as they are now, and what is replaced in them', () => {
    const stale = equivalentMutants.filter(({ file, line }) => {
      const lines = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').split('\n');
      return !lines.some((one) => one.trim() === line);
    });
    expect(stale.map(({ file, line }) => `${file}: ${line}`)).toEqual([]);
  });
});
