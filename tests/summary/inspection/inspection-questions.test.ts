import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { anything, array, assert, constantFrom, json, oneof, property, record, string, subarray } from 'fast-check';
import { z } from 'zod';
import {
  formatForceAnswersJsonSchema,
  inspectionQuestionIds,
  parseForceAnswers,
} from '../../../summary/inspection/inspection-questions.ts';
import { singleLinePattern } from '../../../summary/returns/return-mapping.ts';
import { formatValidationProblems } from '../../../summary/validation-problems.ts';

const folder = join(import.meta.dirname, '../../../docs/returns');
const linesOf = (text: string): readonly string[] => {
  const read = parseForceAnswers(text);
  return read.kind === 'wrong' ? formatValidationProblems(read.problems) : [];
};
const anAnswer = (differences: object = {}) => ({
  answer: { en: ['Said.'], cy: ['Dywedwyd.'] },
  owner: { en: 'Somebody', cy: 'Rhywun' },
  answeredOn: '2026-11-02',
  reviewBy: '2027-05-03',
  ...differences,
});
const fileOf = (answers: object): string => JSON.stringify({ v: 1, answers });

const line = string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((text) => singleLinePattern.test(text));
const lines = array(line, { minLength: 1, maxLength: 3 });
const answer = record({
  answer: record({ en: lines, cy: lines }),
  owner: record({ en: line, cy: line }),
  answeredOn: constantFrom('2026-11-02', '2024-02-29'),
  reviewBy: constantFrom('2027-05-03', '2026-11-03'),
});
const answers = subarray([...inspectionQuestionIds]).chain((ids) =>
  array(answer, { minLength: ids.length, maxLength: ids.length }).map((given) =>
    Object.fromEntries(ids.map((id, place) => [id, given[place]])),
  ),
);

describe('a force’s answers', () => {
  it('are read back from their file, whichever of the questions they answer', () => {
    assert(
      property(answers, (given) =>
        expect(parseForceAnswers(fileOf(given))).toEqual({ kind: 'answers', answers: given }),
      ),
    );
  });

  it('are never thrown at, and say something of each file that is none', () => {
    assert(
      property(
        oneof(
          string({ unit: 'binary' }),
          json(),
          anything().map((one) => JSON.stringify(one) ?? ''),
        ),
        (text) => {
          expect(linesOf(text).length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('name each field that is wrong', () => {
    expect(linesOf(fileOf({ way: anAnswer() }))).toEqual(['answers: There is an unknown field: way.']);
    expect(linesOf(fileOf({ ways: anAnswer({ owner: { en: 'Only' } }) }))).toEqual([
      'answers.ways.owner.cy: It is missing.',
    ]);
    expect(linesOf(fileOf({ ways: anAnswer({ answer: { en: [], cy: ['a\nb'] } }) }))).toEqual([
      'answers.ways.answer.en: The list is empty.',
      'answers.ways.answer.cy[0]: It has a character that it may not have, or begins or ends with a space.',
    ]);
    expect(linesOf(fileOf({ audit: anAnswer({ reviewBy: '2026-11-02' }) }))).toEqual([
      'answers.audit.reviewBy: It is not after the day of the answer.',
    ]);
    expect(linesOf('{"v":1,"answers":{"__proto__":{"ways":1}}}')).toEqual([
      'answers: There is an unknown field: __proto__.',
    ]);
  });

  it('have a schema for editors beside the example, which is right and says that it is one', () => {
    const kept: unknown = JSON.parse(readFileSync(join(folder, 'answers.schema.json'), 'utf8'));
    expect(kept).toEqual(JSON.parse(formatForceAnswersJsonSchema()));
    const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(
      z.record(z.string(), z.unknown()).parse(kept),
    );
    const example = readFileSync(join(folder, 'example-answers.json'), 'utf8');
    expect(validate(JSON.parse(example))).toBe(true);
    assert(property(answers, (given) => expect(validate(JSON.parse(fileOf(given)))).toBe(true)));
    const read = parseForceAnswers(example);
    if (read.kind === 'wrong') throw new RangeError('the example is not right');
    for (const each of Object.values(read.answers)) {
      expect(each?.answer.en[0]).toContain('made up');
      expect(each?.answer.cy[0]).toContain('wedi’i dyfeisio');
    }
  });
});
