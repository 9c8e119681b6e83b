import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parseClauses, splitList, listParameters } from './cosmos-query-text.ts';

describe('the text of a query', () => {
  it('is cut into the clauses it was put together from, whatever stands in its strings', () => {
    const text = fc.stringMatching(/^[ A-Za-z,()@.]{0,20}$/).map((inside) => `'${inside} ORDER BY FROM '`);
    fc.assert(
      fc.property(text, text, (one, two) => {
        const query = `SELECT c.id, ${one} AS x FROM c WHERE (c.a = ${two}) ORDER BY c.b DESC OFFSET 1 LIMIT 2`;
        expect(parseClauses(query)).toEqual({
          select: `c.id, ${one} AS x`,
          from: 'c',
          where: `(c.a = ${two})`,
          orderBy: 'c.b DESC',
          groupBy: '',
          offset: '1',
          limit: '2',
        });
        expect(splitList(`${one}, f(${two}, 1), [c.a, c.b]`)).toEqual([one, `f(${two}, 1)`, '[c.a, c.b]']);
        expect(listParameters(`c.a = ${one} AND c.b IN (@first, @second) OR c.c = @first`)).toEqual([
          '@first',
          '@second',
        ]);
      }),
    );
  });

  it('has keywords in any case and over several lines', () => {
    expect(parseClauses('select *\nfrom c\norder\n by c.n')).toMatchObject({ select: '*', from: 'c', orderBy: 'c.n' });
  });
});
