import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = resolve(import.meta.dirname, '../..');
const architecture = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** The files of a way: one at the head of each numbered line below its heading. */
function filesOf(way: string): readonly string[] {
  const [, section = ''] = architecture.split(`### ${way}\n`);
  const lines = (section.split(/^##/mu)[0] ?? '').split('\n').filter((line) => /^\d+\. /u.test(line));
  return lines.map((line) => /^\d+\. `([^`]+)`/u.exec(line)?.[1] ?? line);
}

describe('the ways that docs/architecture.md follows file by file', () => {
  it.each([
    ['The flow of one report', 12],
    ["One handler's change", 10],
    ['The way of an alert', 9],
  ])('go through few files, each of them there: %s', (way, most) => {
    const files = filesOf(way);
    expect(files.length).toBeGreaterThan(5);
    expect(new Set(files).size).toBeLessThanOrEqual(most);
    expect(files).toHaveLength(new Set(files).size);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });
});
