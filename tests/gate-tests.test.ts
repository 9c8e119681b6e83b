import { globSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { gateTests } from './gate-tests.ts';

const files = globSync('**/*.test.ts', { cwd: import.meta.dirname });

describe('the tests of the gate', () => {
  it.each([...gateTests])('are files that there are: %s', (pattern) => {
    expect(files.filter((file) => matchesGlob(file, `${pattern}.test.ts`))).not.toEqual([]);
  });

  it('are fewer than those that tell whether a change is right', () => {
    const ofGate = files.filter((file) => gateTests.some((pattern) => matchesGlob(file, `${pattern}.test.ts`)));
    expect(ofGate.length).toBeLessThan(files.length / 2);
  });
});
