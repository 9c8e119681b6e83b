import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { promiseDocuments } from './product-promise.ts';
import { documentSections, productPromises, statementsWithoutPromise } from './promises.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const count = (text: string, part: string): number => text.split(part).length - 1;

/** Whether a source of tests has these titles of `describe` and `it`, one after the other. */
function opensInOrder(source: string, titles: readonly string[]): boolean {
  let rest = source.replaceAll(/\\(?=['"`])/gu, '');
  return titles.every((title) => {
    const opening = [`'`, '"', '`'].map((quote) => `${quote}${title}${quote},`).find((text) => rest.includes(text));
    if (opening === undefined) return false;
    rest = rest.slice(rest.indexOf(opening) + opening.length);
    return true;
  });
}

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
    const isThere = (test: string): boolean => {
      const [file = '', ...titles] = test.split(' > ');
      return existsSync(join(root, file)) && titles.length > 0 && opensInOrder(read(file), titles);
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
