import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { linkedFiles, parseStatements, statementProblems } from '../support/docs/statements.ts';

const docs = join(import.meta.dirname, '..', '..', 'docs');
const read = (path: string): string => readFileSync(join(docs, path), 'utf8');
const papersIn = (folder: string): readonly string[] =>
  readdirSync(join(docs, folder))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => join(folder, name));

const [inEnglish, inWelsh] = [papersIn('papers'), papersIn(join('papers', 'cy'))];
const drafts = [...inEnglish, ...inWelsh];
const inEnglishToo = (path: string): string => path.replace(join('papers', 'cy'), 'papers');

describe('a paper that a force finishes', () => {
  it.each([...drafts, 'dpia-notes.md'])(
    '%s backs each statement by files that are there, or leaves it to the force',
    (path) => {
      expect(parseStatements(read(path)).length).toBeGreaterThan(10);
      expect(statementProblems(read(path), join(docs, dirname(path)))).toEqual([]);
    },
  );

  it.each(drafts)(
    '%s says at its head that it is a draft and no legal advice, and leaves something to the force',
    (path) => {
      const [head = ''] = read(path).split(/^## /mu);
      expect(head).toContain(inWelsh.includes(path) ? 'Drafft, nid cyngor cyfreithiol' : 'Draft, not legal advice');
      expect(parseStatements(read(path)).some(({ isLeftToForce }) => isLeftToForce)).toBe(true);
    },
  );

  it.each(inWelsh)('%s says in Welsh what stands in English, statement by statement, by the same files', (path) => {
    const shape = (paper: string) =>
      parseStatements(paper).map(({ isLeftToForce, files }) => ({
        isLeftToForce,
        files: files.map((file) => file.replace(/^(?:\.\.\/)+/u, '')),
      }));
    const [welsh, english] = [read(path), read(inEnglishToo(path))];
    expect(shape(welsh)).toEqual(shape(english));
    expect(welsh.match(/^#+ /gmu)).toEqual(english.match(/^#+ /gmu));
    expect(welsh.split('\n')[0]).toMatch(/^\[English\]\(\.\.\//u);
    expect(english.split('\n')[0]).toMatch(/^\[Cymraeg\]\(cy\//u);
  });

  it('stands in the list of papers, in each of its languages', () => {
    const listed = linkedFiles(read(join('papers', 'README.md'))).map((file) => join('papers', file));
    expect(drafts.filter((path) => !listed.includes(path))).toEqual([]);
  });
});

it('a statement that nothing shows, or whose file is gone, is found wherever it stands', () => {
  const paper = [
    '# A paper',
    'An introduction needs nothing.',
    '## Said',
    '| what | shown by |',
    '|---|---|',
    '| one | [test](../tests/docs/papers.test.ts) |',
    '| two | [words](README.md) |',
    '| three | |',
    '| four | for the force to fill in |',
    '- A line of a list.',
    'A paragraph, by [a file](../tests/docs/gone.test.ts#there) and [a page](https://example.org/law.ts).',
    '## For the force to fill in',
    '- Who signs it.',
  ].join('\n');
  expect(statementProblems(paper, docs)).toEqual([
    'is not there: README.md',
    'is shown by nothing: | two | [words](README.md) |',
    'is shown by nothing: | three | |',
    'is shown by nothing: - A line of a list.',
    'is not there: ../tests/docs/gone.test.ts',
  ]);
});

describe('the map of where data flows', () => {
  const map = read(join('papers', 'data-flow.md'));
  const numbers = (pattern: RegExp): readonly number[] =>
    [...map.matchAll(pattern)].map(({ 1: found = '' }) => Number(found)).sort((a, b) => a - b);

  it('has a row for each arrow of its picture, and an arrow for each row', () => {
    const rows = numbers(/^\| (\d+) \|/gmu);
    expect(rows.length).toBeGreaterThan(10);
    expect([...new Set(numbers(/-->\|(\d+)\|/gu))]).toEqual(rows);
    expect(rows).toEqual(rows.map((_, at) => at + 1));
  });
});
