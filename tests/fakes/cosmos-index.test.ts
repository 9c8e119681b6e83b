import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { z } from 'zod';
import { containerSchema } from './cosmos-container.ts';
import { createCosmosDocuments } from './cosmos-documents.ts';
import { createCosmosIndex } from './cosmos-index.ts';
import { runQuery } from './cosmos-queries.ts';

const paths = ['/n/?', '/deep/t/?', '/flag/?'].map((path) => ({ path }));
const laidOut = { _rid: 'rid', _self: 'self', partitionKey: { paths: ['/id'] } };
const indexingPolicy = { includedPaths: paths, excludedPaths: [{ path: '/*' }] };
/** Of the second one every document is looked at, since some of it may have expired. */
const containers = [
  containerSchema.parse({ ...laidOut, indexingPolicy }),
  containerSchema.parse({ ...laidOut, indexingPolicy, defaultTtl: -1 }),
] as const;

const foundSchema = z.object({ _count: z.int().min(1) });

const value = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('', 'a', 'ab', 'b'), fc.boolean());
const document = fc.record(
  {
    n: fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) }),
    deep: fc.record({ t: value }, { requiredKeys: [] }),
    flag: fc.boolean(),
    loose: value,
    list: fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
  },
  { requiredKeys: [] },
);

const path = fc.constantFrom('c.n', 'c.deep.t', 'c.flag', 'c.loose');
const leaf = fc.oneof(
  fc
    .tuple(path, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), value)
    .map(([on, operator, given]) => `${on} ${operator} ${JSON.stringify(given)}`),
  path.map((on) => `IS_DEFINED(${on})`),
  fc.tuple(path, fc.constantFrom('', 'a', 'b')).map(([on, given]) => `STARTSWITH(${on}, "${given}")`),
  fc.constantFrom('ARRAY_CONTAINS(c.list, "a")', 'c.flag', '(true)'),
);
const joined = (parts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(fc.boolean(), parts, fc.constantFrom('AND', 'OR'), parts)
    .map(([isNot, one, join, other]) => `${isNot ? 'NOT ' : ''}(${one} ${join} ${other})`);
const condition = fc.oneof(
  leaf,
  leaf.map((of) => `NOT ${of}`),
  joined(leaf),
  fc.tuple(joined(leaf), fc.constantFrom('AND', 'OR'), leaf).map((parts) => parts.join(' ')),
);

it('answers what it finds by its indexes as if it had looked at every document', () => {
  const asked = fc.record({
    documents: fc.array(document, { minLength: 6, maxLength: 12 }),
    condition,
    top: fc.constantFrom('', 'TOP 2 ', 'TOP 5 '),
    // Without an order the first that are found are any, as in the service itself.
    order: fc.constantFrom(' ORDER BY c.n', ' ORDER BY c.deep.t', ' ORDER BY c.n DESC'),
  });
  let found = 0;
  fc.assert(
    fc.property(asked, ({ documents: all, condition: where, top, order }) => {
      const answers = containers.map((container) => {
        const documents = createCosmosDocuments(
          () => container,
          () => 0,
        );
        for (const [at, each] of all.entries()) documents.create([`d${at}`], { ...each, id: `d${at}` });
        const page = { within: [], byGateway: false, maxItemCount: 100 };
        const query = `SELECT ${top}VALUE c.id FROM c WHERE ${where}${order}`;
        return runQuery({ documents, index: createCosmosIndex(documents) }, container, page, { query });
      });
      // One that looks at fewer is what an index is for.
      const [one, other] = answers.map(({ lookedAt: _lookedAt, ...answer }) => answer);
      if (foundSchema.safeParse(one?.body).success) found += 1;
      expect(one).toEqual(other);
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(100);
});
