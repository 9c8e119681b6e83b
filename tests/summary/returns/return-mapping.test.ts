import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { anything, array, assert, constantFrom, integer, json, oneof, property, record, string } from 'fast-check';
import { z } from 'zod';
import {
  type MappingFile,
  formatReturnMappingJsonSchema,
  maxReturnColumns,
  singleLinePattern,
  parseReturnMapping,
  factNames,
  formatFact,
} from '../../../summary/returns/return-mapping.ts';
import { formatValidationProblems } from '../../../summary/validation-problems.ts';
import { createColumn, createMappingFile } from '../../support/summary/example-mapping.ts';

const folder = join(import.meta.dirname, '../../../docs/returns');
const example = readFileSync(join(folder, 'example-mapping.json'), 'utf8');
const linesOf = (text: string): readonly string[] => {
  const read = parseReturnMapping(text);
  return read.kind === 'wrong' ? formatValidationProblems(read.problems) : [];
};
const linesWith = (differences: object): readonly string[] =>
  linesOf(JSON.stringify({ ...createMappingFile(), ...differences }));

const line = string({ unit: 'binary', minLength: 1, maxLength: 12 }).filter((text) => singleLinePattern.test(text));
const both = record({ en: line, cy: line });
const mappings = record({
  name: both,
  head: constantFrom('code', 'heading', 'both'),
  columns: array(
    record({
      heading: both,
      figure: constantFrom(...factNames, 'kind.bribery + kind.advantage'),
      definition: both,
      source: both,
      definedOn: constantFrom('2026-04-01', '2024-02-29'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
}).map(
  ({ columns, ...rest }): MappingFile =>
    createMappingFile({
      ...rest,
      columns: columns.map((column, place) => createColumn({ ...column, code: `C${place}` })),
    }),
);

describe('a mapping', () => {
  it('is read back from its file, whatever it says', () => {
    assert(
      property(mappings, (file) => {
        const read = parseReturnMapping(JSON.stringify(file));
        if (read.kind === 'wrong') throw new Error(formatValidationProblems(read.problems).join('\n'));
        const columns = read.mapping.columns.map(({ fact, ...column }) => ({
          ...column,
          figure: formatFact(fact),
        }));
        expect({ ...read.mapping, columns }).toEqual(file);
        expect(parseReturnMapping(JSON.stringify({ ...read.mapping, columns }))).toEqual(read);
      }),
    );
  });

  it('is never thrown at, and says something of each file that is none', () => {
    assert(
      property(
        oneof(
          string({ unit: 'binary' }),
          json(),
          anything().map((one) => JSON.stringify(one) ?? ''),
        ),
        (text) => {
          const lines = linesOf(text);
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.filter((each) => /[^\P{Cc}]/u.test(each))).toEqual([]);
        },
      ),
    );
  });

  it('is refused where one thing in it is something else', () => {
    assert(
      property(mappings, integer({ min: 0 }), anything(), (file, place, other) => {
        const fields = ['v', 'name', 'audience', 'periods', 'columns'] as const;
        const field = fields[place % fields.length] ?? 'v';
        const changed = JSON.stringify({ ...file, [field]: other });
        const read = parseReturnMapping(changed);
        if (read.kind === 'wrong') expect(read.problems.length).toBeGreaterThan(0);
        else expect(JSON.parse(changed)).toHaveProperty('audience', 'acu');
      }),
    );
  });

  it('names the line at which a file is no JSON', () => {
    expect(linesOf('{\n  "v": 1,\n  "name" 3\n}')).toEqual(['line 3, column 10: The file is not JSON from here on.']);
    expect(linesOf('{"v": 1')).toEqual(['line 1, column 8: The file is not JSON from here on.']);
    expect(linesOf('')).toEqual(['The file is not JSON, or ends too early.']);
  });

  it('is read with the mark that Notepad puts before it', () => {
    expect(linesOf(`\uFEFF${JSON.stringify(createMappingFile())}`)).toEqual([]);
  });

  it('names each field that is wrong', () => {
    expect(linesWith({ audience: 'wider' })).toEqual(['audience: It must be "acu".']);
    expect(linesWith({ audience: 'reserve' })).toEqual(['audience: It must be "acu".']);
    expect(linesWith({ periods: ['month'] })).toEqual([
      'periods[0]: It must be one of "week", "rolling", "quarter", "yearToMarch", "range".',
    ]);
    expect(linesWith({ columns: [{ ...createColumn({ definedOn: '2026-02-30' }), heading: { en: 'Only' } }] })).toEqual(
      ['columns[0].heading.cy: It is missing.', 'columns[0].definedOn: It is not a date such as 2026-04-01.'],
    );
    expect(linesWith({ colums: [] })).toEqual(['There is an unknown field: colums.']);
    expect(linesWith({ columns: [createColumn({ figure: 'kind.bribry' }), createColumn({ code: 'a1' })] })).toEqual([
      'columns[0].figure (A1): This is no figure of Candour. The nearest is kind.bribery.',
      'columns[1].code: It is the code of columns[0] as well.',
    ]);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', "'=1", '', 'a b', 'a\n', 'ä', 'a'.repeat(41), 'A,B'])(
    'has no column with the code %j',
    (code) => {
      expect(linesWith({ columns: [createColumn({ code })] })).toEqual([
        'columns[0].code: It has a character that it may not have, or begins or ends with a space.',
      ]);
    },
  );

  it.each(['a\nb', 'a\tb', 'a\u0000', '\u202Ea', 'a\u2066', ' a', 'a ', '\uD800', 'a\u2028b'])(
    'has no heading with what does not show as it is: %j',
    (en) => expect(linesWith({ columns: [createColumn({ heading: { en, cy: 'Iawn' } })] })).toHaveLength(1),
  );

  it('cannot lead round in a circle: a column tells figures and never a column', () => {
    const columns = [createColumn({ code: 'A', figure: 'B' }), createColumn({ code: 'B', figure: 'A + B' })];
    expect(linesWith({ columns })).toEqual([
      'columns[0].figure (A): This is no figure of Candour.',
      'columns[1].figure (B): Number 1 of these is no figure of Candour.',
    ]);
  });

  it('cannot reach behind its fields', () => {
    const text = JSON.stringify(createMappingFile());
    for (const key of ['__proto__', 'constructor', 'toString']) {
      const hostile = `{"${key}":{"audience":"acu"},${text.slice(1)}`;
      expect(linesOf(hostile)).toEqual([`There is an unknown field: ${key}.`]);
    }
    expect(linesOf(`{"__proto__":${text}}`).length).toBeGreaterThan(1);
    expect(Object.hasOwn(Object.prototype, 'audience')).toBe(false);
  });

  it('has a bound on its length, its columns and what is said of it', () => {
    expect(linesOf(`"${'x'.repeat(1_000_000)}"`)).toEqual([
      'The file is too long: it may have at most 1000000 characters.',
    ]);
    expect(linesOf('['.repeat(400_000))).toHaveLength(1);
    const many = (count: number, figure = 'received.all') =>
      Array.from({ length: count }, (_, place) => ({
        ...createColumn({ code: `C${place}`, figure }),
        definition: { en: 'a', cy: 'a' },
      }));
    expect(linesWith({ columns: many(maxReturnColumns) })).toEqual([]);
    expect(linesWith({ columns: many(maxReturnColumns, 'no figure at all') })).toHaveLength(21);
    const tooMany = ['columns: It is too long: it may have at most 500 entries.'];
    expect(linesWith({ columns: Array.from({ length: 10_000 }, () => ({})) })).toEqual(tooMany);
    expect(linesWith({ columns: many(maxReturnColumns + 1) })).toEqual(tooMany);
  });
});

describe('the schema of a mapping for editors', () => {
  const validate = new Ajv2020({ strict: false, formats: { date: true } }).compile(
    z.record(z.string(), z.unknown()).parse(JSON.parse(formatReturnMappingJsonSchema())),
  );

  it('is kept beside the example as it is', () => {
    const kept: unknown = JSON.parse(readFileSync(join(folder, 'mapping.schema.json'), 'utf8'));
    expect(kept).toEqual(JSON.parse(formatReturnMappingJsonSchema()));
  });

  it('takes what is read, and refuses what is not', () => {
    assert(property(mappings, (file) => expect(validate(file)).toBe(true)));
    for (const wrong of [{}, { ...createMappingFile(), audience: 'wider' }, { ...createMappingFile(), columns: [] }]) {
      expect([validate(wrong), parseReturnMapping(JSON.stringify(wrong)).kind]).toEqual([false, 'wrong']);
    }
  });

  it('takes the example, which is right, and says in both languages that it is one', () => {
    expect(linesOf(example)).toEqual([]);
    expect(validate(JSON.parse(example))).toBe(true);
    const { name, columns } = z
      .object({
        name: z.object({ en: z.string(), cy: z.string() }),
        columns: z.array(z.object({ source: z.object({ en: z.string(), cy: z.string() }) })),
      })
      .parse(JSON.parse(example));
    for (const { en, cy } of [name, ...columns.map(({ source }) => source)]) {
      expect([en.includes('made up'), cy.includes('wedi’i dyfeisio')]).toEqual([true, true]);
    }
  });
});
