import type { Container, OperationInput } from '@azure/cosmos';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type CosmosSession, openCosmosSession } from './cosmos-session.ts';

let session: CosmosSession;
let container: Container;
beforeAll(async () => {
  session = await openCosmosSession();
  container = await session.container();
});
afterAll(() => session.stop());

const run = async (caseId: string, operations: OperationInput[]): Promise<(number | undefined)[]> =>
  ((await container.items.batch(operations, caseId)).result ?? []).map(({ statusCode }) => statusCode);
const idsIn = async (partitionKey: string): Promise<unknown[]> =>
  (await container.items.query('SELECT VALUE c.id FROM c', { partitionKey }).fetchAll()).resources;

describe('a batch', () => {
  it('does all its operations and gives their documents and ETags', async () => {
    await container.items.create({ id: 'old', caseId: 'all' });
    await container.items.create({ id: 'gone', caseId: 'all' });
    const done = await container.items.batch(
      [
        { operationType: 'Create', resourceBody: { id: 'new', caseId: 'all' } },
        { operationType: 'Replace', id: 'old', resourceBody: { id: 'old', caseId: 'all', n: 1 } },
        { operationType: 'Upsert', resourceBody: { id: 'up', caseId: 'all' } },
        { operationType: 'Delete', id: 'gone' },
        { operationType: 'Read', id: 'old' },
      ],
      'all',
    );
    expect(done.code).toBe(200);
    expect(done.result?.map(({ statusCode }) => statusCode)).toEqual([201, 200, 201, 204, 200]);
    expect(done.result?.[4]?.resourceBody).toMatchObject({ id: 'old', n: 1 });
    expect(done.result?.[0]?.eTag).toBe((await container.item('new', 'all').read()).etag);
    expect(await idsIn('all')).toEqual(['old', 'new', 'up']);
  });

  it('does nothing where one of them conflicts', async () => {
    await container.items.create({ id: 'there', caseId: 'conflict', n: 1 });
    const statuses = await run('conflict', [
      { operationType: 'Upsert', resourceBody: { id: 'there', caseId: 'conflict', n: 2 } },
      { operationType: 'Create', resourceBody: { id: 'first', caseId: 'conflict' } },
      { operationType: 'Create', resourceBody: { id: 'there', caseId: 'conflict' } },
      { operationType: 'Create', resourceBody: { id: 'last', caseId: 'conflict' } },
    ]);
    expect(statuses).toEqual([424, 424, 409, 424]);
    expect(await idsIn('conflict')).toEqual(['there']);
    expect((await container.item('there', 'conflict').read()).resource).toMatchObject({ n: 1 });
  });

  it.each(['Replace', 'Upsert'] as const)('does nothing where the ETag of a %s is stale', async (kind) => {
    const caseId = `stale-${kind}`;
    const { etag } = await container.items.create({ id: 'x', caseId });
    const body = { id: 'x', caseId, n: 1 };
    const operations = (ifMatch: string): Record<typeof kind, OperationInput> => ({
      Replace: { operationType: 'Replace', id: 'x', resourceBody: body, ifMatch },
      Upsert: { operationType: 'Upsert', resourceBody: body, ifMatch },
    });
    const both = (ifMatch: string): Promise<(number | undefined)[]> =>
      run(caseId, [{ operationType: 'Create', resourceBody: { id: 'event', caseId } }, operations(ifMatch)[kind]]);
    expect(await both('"another"')).toEqual([424, 412]);
    expect(await idsIn(caseId)).toEqual(['x']);
    expect((await both(etag)).every((status) => status !== undefined && status < 300)).toBe(true);
  });

  it('lets one of two writers under the same ETag win', async () => {
    const { etag } = await container.items.create({ id: 'x', caseId: 'race' });
    const write = (n: number): Promise<(number | undefined)[]> =>
      run('race', [
        { operationType: 'Replace', id: 'x', resourceBody: { id: 'x', caseId: 'race', n }, ifMatch: etag },
        { operationType: 'Create', resourceBody: { id: `event-${n}`, caseId: 'race' } },
      ]);
    const outcomes = await Promise.all([write(1), write(2)]);
    expect(outcomes.map(String).sort()).toEqual(['200,201', '412,424']);
    expect(await idsIn('race')).toHaveLength(2);
  });

  it('is refused for a document of another partition', async () => {
    const statuses = await run('here', [{ operationType: 'Create', resourceBody: { id: 'a', caseId: 'elsewhere' } }]);
    expect(statuses).toEqual([400]);
  });

  it('loses its status code in the SDK where the whole of it is refused', async () => {
    session.cosmos.faults.next({ kind: 'status', status: 503, times: Number.POSITIVE_INFINITY });
    const create = { operationType: 'Create', resourceBody: { id: 'a', caseId: 'k' } } as const;
    const error = await container.items.batch([create], 'k').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toHaveProperty('code');
    session.cosmos.faults.clear();
  });
});
