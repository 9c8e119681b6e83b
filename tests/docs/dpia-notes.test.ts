import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const folder = join(import.meta.dirname, '..', '..', 'docs');
const notes = readFileSync(join(folder, 'dpia-notes.md'), 'utf8');

/** The rows of the tables, without their heads. */
const rows = notes
  .split('\n')
  .filter((line, place, lines) => line.startsWith('| ') && !(lines[place + 1] ?? '').startsWith('|---'))
  .map((row) => [row.split(' | ')[0] ?? row, row] as const);
const cited = (row: string): readonly string[] =>
  [...row.matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/gu)].flatMap((match) => match[1] ?? []);

describe('the notes for an impact assessment', () => {
  it('have tables', () => expect(rows.length).toBeGreaterThan(20));

  it.each(rows)('back a statement by tests or files that are there: %s', (_statement, row) => {
    const files = cited(row);
    expect(files.length).toBeGreaterThan(0);
    expect(files.filter((file) => !existsSync(join(folder, file)))).toEqual([]);
    // Words alone back nothing: a test, or the file that holds it.
    expect(files.some((file) => /\.tsx?$/u.test(file))).toBe(true);
  });
});
