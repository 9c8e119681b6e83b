import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { testNames } from '../support/docs/test-names.ts';
import { promiseDocuments } from './product-promise.ts';
import { documentSections, productPromises, statementsWithoutPromise } from './promises.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const count = (text: string, part: string): number => text.split(part).length - 1;

/** The bullets and rows of tables, without their heads, below second-level headings of these names. */
function statementsIn(text: string, sections: readonly string[]): readonly string[] {
  const lines = text.split('\n');
  let heading = '';
  return lines.filter((line, index) => {
    if (line.startsWith('## ')) heading = line.slice(3);
    const isRow = line.startsWith('| ') && !lines[index + 1]?.startsWith('|---');
    return sections.includes(heading) && (isRow || line.startsWith('- '));
  });
}

describe('the table of promises', () => {
  it('names each promise once, by a plain phrase', () => {
    const ids = productPromises.map(({ id }) => id);
    expect(ids.filter((id, index) => !/^[a-z0-9]+(?:-[a-z0-9]+)+$/u.test(id) || ids.indexOf(id) !== index)).toEqual([]);
  });

  it.each(promiseDocuments)('quotes words that are in %s exactly once', (document) => {
    const text = read(document);
    const quoted = productPromises.flatMap(({ said }) => said[document] ?? []);
    expect(quoted.filter((words) => count(text, words) !== 1)).toEqual([]);
  });

  it('names, for each promise, tests that there are, or why no test can hold it', () => {
    const names = new Map<string, readonly string[]>();
    const isThere = (test: string): boolean => {
      const [file = ''] = test.split(' > ', 1);
      if (!existsSync(join(root, file))) return false;
      if (!names.has(file)) names.set(file, testNames(file, read(file)));
      return names.get(file)?.includes(test.slice(file.length + 3)) ?? false;
    };
    expect(productPromises.flatMap(({ tests }) => tests).filter((test) => !isThere(test))).toEqual([]);
    const unheld = productPromises.filter(({ tests, untested }) => (tests.length === 0) !== (untested !== undefined));
    expect(unheld.map(({ id }) => id)).toEqual([]);
  });

  it.each(promiseDocuments)('quotes every bullet and row of the sections of promises of %s', (document) => {
    const quoted = productPromises.flatMap(({ said }) => said[document] ?? []);
    const statements = statementsIn(read(document), documentSections[document].promises);
    const others = statementsWithoutPromise[document];
    const unquoted = statements.filter((statement) => !quoted.some((words) => statement.includes(words)));
    expect(unquoted.filter((statement) => !others.some((begins) => statement.startsWith(begins)))).toEqual([]);
    expect(others.filter((begins) => !unquoted.some((statement) => statement.startsWith(begins)))).toEqual([]);
  });

  it.each(promiseDocuments)('knows of every section of %s whether it makes promises', (document) => {
    const headings = [...read(document).matchAll(/^## (.+)$/gmu)].map(([, heading]) => heading);
    const { promises, others } = documentSections[document];
    expect(new Set([...promises, ...others])).toEqual(new Set(headings));
  });
});
