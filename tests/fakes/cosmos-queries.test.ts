import type { Container, FeedOptions, SqlQuerySpec } from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { type CosmosSession, openCosmosSession } from './cosmos-session.ts';

let session: CosmosSession;
let container: Container;
beforeAll(async () => {
  session = await openCosmosSession();
  container = await session.container({
    indexingPolicy: { includedPaths: [{ path: '/n/?' }, { path: '/week/?' }], excludedPaths: [{ path: '/*' }] },
  });
  for (let n = 0; n < 7; n += 1) {
    await container.items.create({ id: `d${n}`, caseId: `case-${n % 3}`, n, week: n % 2, secret: 'sealed' });
  }
});
afterAll(() => session.stop());

const ask = async (query: string | SqlQuerySpec, options?: FeedOptions): Promise<unknown[]> =>
  (await container.items.query(query, options).fetchAll()).resources;
const refused = (query: string): Promise<unknown> => ask(query).catch((error: unknown) => error);

describe('a query', () => {
  it('sees its own partition only', async () => {
    expect(await ask('SELECT VALUE c.n FROM c', { partitionKey: 'case-1' })).toEqual([1, 4]);
    expect(await ask('SELECT VALUE COUNT(1) FROM c', { partitionKey: 'case-0' })).toEqual([3]);
    expect(await ask('SELECT VALUE c.n FROM c ORDER BY c.n DESC', { partitionKey: 'case-0' })).toEqual([6, 3, 0]);
  });

  it('sees all partitions without a key, with parameters', async () => {
    const parameters = [
      { name: '@least', value: 2 },
      { name: '@week', value: 0 },
    ];
    const query = 'SELECT c.id, c.n AS number FROM c WHERE c.n >= @least AND c.week = @week';
    expect(await ask({ query, parameters })).toEqual([
      { id: 'd2', number: 2 },
      { id: 'd4', number: 4 },
      { id: 'd6', number: 6 },
    ]);
    expect(await ask({ query: `${query} ORDER BY c.n DESC`, parameters })).toEqual([
      { id: 'd6', number: 6 },
      { id: 'd4', number: 4 },
      { id: 'd2', number: 2 },
    ]);
  });

  it.each([
    ['SELECT VALUE COUNT(1) FROM c', [7]],
    ['SELECT VALUE COUNT(1) FROM c WHERE c.n > 100', [0]],
    ['SELECT VALUE SUM(c.n) FROM c WHERE c.week = 1', [9]],
    ['SELECT TOP 2 VALUE c.id FROM c ORDER BY c.n DESC', ['d6', 'd5']],
    ['SELECT TOP 3 VALUE c.id FROM c', ['d0', 'd1', 'd2']],
    ['SELECT VALUE c.id FROM c ORDER BY c.n OFFSET 2 LIMIT 3', ['d2', 'd3', 'd4']],
    ["SELECT VALUE c.id FROM c WHERE c.secret != 'ORDER BY (' AND c.n < 2 ORDER BY c.n", ['d0', 'd1']],
  ])('answers %s as over the whole container', async (query, expected) => {
    expect(await ask(query)).toEqual(expected);
  });

  it('looks at those that an index finds, and at all where none does', async () => {
    const lookedAtFor = async (query: string): Promise<number> => {
      const before = session.cosmos.documentsRead();
      await ask(query);
      return session.cosmos.documentsRead() - before;
    };
    expect(await lookedAtFor('SELECT VALUE c.id FROM c WHERE c.n >= 5')).toBe(2);
    expect(await lookedAtFor("SELECT VALUE c.id FROM c WHERE c.n >= 5 AND c.caseId = 'case-0'")).toBe(2);
    expect(await lookedAtFor('SELECT VALUE c.id FROM c WHERE c.n >= 5 OR c.week = 1')).toBe(5);
    expect(await lookedAtFor("SELECT VALUE c.id FROM c WHERE c.secret = 'sealed'")).toBe(7);
  });

  it('comes in pages, each with the token for the next', async () => {
    const options = { maxItemCount: 3 };
    const first = await container.items.query('SELECT VALUE c.id FROM c', options).fetchNext();
    expect(first.resources).toEqual(['d0', 'd1', 'd2']);
    const { continuationToken } = first;
    const rest = container.items.query('SELECT VALUE c.id FROM c', { ...options, continuationToken });
    expect((await rest.fetchNext()).resources).toEqual(['d3', 'd4', 'd5']);
    const last = await rest.fetchNext();
    expect(last.resources).toEqual(['d6']);
    expect(last.continuationToken).toBeUndefined();
    expect(rest.hasMoreResults()).toBe(false);
  });

  it('goes on after its token where documents before it were deleted meanwhile', async () => {
    const other = await session.container();
    for (const id of ['a', 'b', 'c', 'd']) await other.items.create({ id, caseId: 'k' });
    const pages = other.items.query('SELECT VALUE c.id FROM c', { maxItemCount: 2 });
    expect((await pages.fetchNext()).resources).toEqual(['a', 'b']);
    await other.item('a', 'k').delete();
    expect((await pages.fetchNext()).resources).toEqual(['c', 'd']);
  });

  it('gives the same in pages of any size as in one', async () => {
    const queries = [
      'SELECT VALUE c.id FROM c',
      'SELECT VALUE c.id FROM c ORDER BY c.week',
      'SELECT VALUE c.id FROM c ORDER BY c.n DESC',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...queries), fc.integer({ min: 1, max: 8 }), async (query, maxItemCount) => {
        expect(await ask(query, { maxItemCount })).toEqual(await ask(query));
      }),
      { numRuns: 20 },
    );
  });

  it('reads all documents of a partition as a feed', async () => {
    const { resources } = await container.items.readAll({ partitionKey: 'case-2' }).fetchAll();
    expect(resources.map(({ id }) => id)).toEqual(['d2', 'd5']);
  });

  it('is refused where it orders by what is not indexed', async () => {
    expect(await refused('SELECT * FROM c ORDER BY c.secret')).toMatchObject({ code: 400 });
    expect(await refused('SELECT * FROM c ORDER BY c.week, c.n')).toMatchObject({ code: 400 });
  });

  it('is refused, never answered wrongly, where it is not served', async () => {
    expect(await refused('SELECT c.week, COUNT(1) AS n FROM c GROUP BY c.week')).toMatchObject({ code: 400 });
    expect(await refused('SELECT DISTINCT VALUE c.week FROM c')).toMatchObject({ code: 400 });
    expect(await refused('SELECT VALUE MAX(c.n) FROM c')).toMatchObject({ code: 400 });
    expect(await refused('SELECT VALUE c.id FROM c WHERE c.n = @missing')).toMatchObject({ code: 400 });
    expect(await refused('SELEKT')).toMatchObject({ code: 400 });
  });
});
