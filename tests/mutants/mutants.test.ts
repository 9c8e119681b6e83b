import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { mutants } from './mutants.ts';

const root = resolve(import.meta.dirname, '../..');

describe('the list of planted bugs', () => {
  it.each(mutants.map((mutant) => [mutant.name, mutant] as const))('still fits: %s', (_, mutant) => {
    const source = readFileSync(join(root, mutant.file), 'utf8');
    expect(source.split(mutant.find)).toHaveLength(2);
    for (const test of mutant.tests) expect([test, existsSync(join(root, test))]).toEqual([test, true]);
  });

  it('has one for every promise', () => {
    expect(new Set(mutants.map(({ promise }) => promise)).size).toBe(8);
  });
});
