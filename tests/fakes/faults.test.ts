import type { Container, RequestOptions } from '@azure/cosmos';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CosmosSession, openCosmosSession } from './cosmos-session.ts';

let session: CosmosSession;
let container: Container;
beforeAll(async () => {
  session = await openCosmosSession();
  container = await session.container();
});
afterAll(() => session.stop());
beforeEach(() => session.cosmos.faults.clear());

const isStored = async (id: string): Promise<boolean> => (await container.item(id, 'k').read()).statusCode === 200;
const create = (id: string, options?: RequestOptions): Promise<unknown> =>
  container.items.create({ id, caseId: 'k' }, options).then(
    () => 'done',
    (error: unknown) => error,
  );

describe('a fault', () => {
  it('of a status leaves the request undone and carries its headers', async () => {
    const headers = { 'x-ms-retry-after-ms': '5' };
    session.cosmos.faults.next({ kind: 'status', status: 429, headers });
    expect(await create('refused')).toMatchObject({ code: 429, retryAfterInMs: 5 });
    expect(await isStored('refused')).toBe(false);
  });

  it('that loses the answer has done the request', async () => {
    session.cosmos.faults.next({ kind: 'commit-then-reset' });
    expect(await create('lost')).toBeInstanceOf(Error);
    expect(await isStored('lost')).toBe(true);
  });

  it('that spoils the answer has done the request', async () => {
    session.cosmos.faults.next({ kind: 'commit-then-status', status: 408 });
    expect(await create('spoilt')).toMatchObject({ code: 408 });
    expect(await isStored('spoilt')).toBe(true);
  });

  it.each(['reset', 'hang'] as const)('by %s leaves the request undone', async (kind) => {
    session.cosmos.faults.next({ kind, times: 10 });
    expect(await create(kind, { abortSignal: AbortSignal.timeout(200) })).toBeInstanceOf(Error);
    session.cosmos.faults.clear();
    expect(await isStored(kind)).toBe(false);
  });

  it('strikes only what it matches, so often as it says, and then no more', async () => {
    const match = ({ body }: { readonly body: string }): boolean => body.includes('aimed');
    session.cosmos.faults.next({ kind: 'status', status: 400, match, times: 2 });
    expect(await create('other')).toBe('done');
    expect(await create('aimed')).toMatchObject({ code: 400 });
    expect(session.cosmos.faults.waiting()).toBe(1);
    expect(await create('aimed')).toMatchObject({ code: 400 });
    expect(session.cosmos.faults.waiting()).toBe(0);
    expect(await create('aimed')).toBe('done');
  });

  it('without aim spares the plan that the SDK asks for beside a query', async () => {
    session.cosmos.faults.next({ kind: 'status', status: 400 });
    const error = await container.items
      .query('SELECT * FROM c')
      .fetchAll()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 400 });
  });
});
