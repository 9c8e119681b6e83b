import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const [head, ...lines] = readFileSync(join(root, 'docs/words-review.csv'), 'utf8').trimEnd().split('\n');
/** The fields of a line; those with a comma or a quotation mark in them are quoted. */
const fieldsOf = (line: string): readonly string[] =>
  Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/gu), ({ 1: quoted, 2: plain }) =>
    quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
  );
const rows = lines.map((line) => {
  const [number = '', kind = '', where = '', word = '', language = '', answer = '', why = '', ...more] = fieldsOf(line);
  return { number, kind, where, word, language, answer, why, more };
});

describe('the review of the words', () => {
  it('has a line for each remark of both readings', () => {
    expect(head).toBe('number,kind,where,word,language,answer,why');
    expect(rows.map(({ number }) => Number(number))).toEqual(Array.from({ length: rows.length }, (_, at) => at + 1));
    expect(rows.length).toBeGreaterThan(456);
    expect(
      rows.filter(({ word, language, more }) => word === '' || !/^(?:en|cy)$/u.test(language) || more.length),
    ).toEqual([]);
  });

  it('was answered row by row: taken, or changed, refused or gone for a reason', () => {
    expect(rows.filter(({ answer, why }) => (answer === 'taken') === (why !== ''))).toEqual([]);
    expect(new Set(rows.map(({ answer }) => answer))).toEqual(new Set(['taken', 'changed', 'refused', 'gone']));
  });

  it('refused none that found a misleading text, a wrong meaning, wrong grammar or a wrong term', () => {
    expect(rows.filter(({ kind, answer }) => ['S1', 'S2', 'E1'].includes(kind) && answer === 'refused')).toEqual([]);
  });
});
