import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTemporaryFolder } from '../support/storage/temporary-folder.ts';
import { parseQuery } from './parsed-queries.ts';

const query = 'SELECT VALUE c.id FROM c WHERE c.n >= @least AND ARRAY_CONTAINS(c.flags, "a") ORDER BY c.n DESC';

let folder: string;
beforeEach(() => {
  folder = createTemporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The one file that is kept, and what stands in it. */
function keptFile() {
  const [name = '', ...more] = readdirSync(folder);
  expect(more).toEqual([]);
  const path = join(folder, name);
  return { path, text: readFileSync(path, 'utf8') };
}

describe('a parsed query', () => {
  it('is the same from the file as from the parser, and is not parsed again', () => {
    const parsed = parseQuery(query, folder);
    const { path, text } = keptFile();
    expect(parseQuery(query, folder)).toEqual(parsed);
    expect(keptFile()).toEqual({ path, text });
  });

  it.each([
    ['half written', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['changed in one letter', (text: string) => text.replace('least', 'lease')],
    ['another JSON', () => '{}'],
  ])('is parsed again where its file is %s, and kept as it was', (_how, damage) => {
    const parsed = parseQuery(query, folder);
    const { path, text } = keptFile();
    writeFileSync(path, damage(text));
    expect(parseQuery(query, folder)).toEqual(parsed);
    expect(keptFile()).toEqual({ path, text });
  });

  it('is refused each time if it cannot be parsed, and nothing is kept of it', () => {
    expect(() => parseQuery('SELEKT', folder)).toThrow(/Expected/u);
    expect(() => parseQuery('SELEKT', folder)).toThrow(/Expected/u);
    expect(readdirSync(folder)).toEqual([]);
  });
});
