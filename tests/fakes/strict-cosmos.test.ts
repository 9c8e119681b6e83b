import https from 'node:https';
import { CosmosClient, ErrorResponse, PartitionKeyDefinitionVersion, PartitionKeyKind } from '@azure/cosmos';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type CosmosSession, openCosmosSession } from './cosmos-session.ts';
import { startStrictCosmos } from './strict-cosmos.ts';

let session: CosmosSession;
beforeAll(async () => {
  session = await openCosmosSession();
});
afterAll(() => session.stop());
beforeEach(() => session.cosmos.faults.clear());

const codeOf = (done: Promise<unknown>): Promise<unknown> =>
  done.then(
    () => 'done',
    (error: unknown) =>
      (error instanceof ErrorResponse || error instanceof Error) && 'code' in error ? error.code : error,
  );

describe('a document', () => {
  it('is created, read, replaced and deleted', async () => {
    const container = await session.container();
    await container.items.create({ id: 'a', caseId: 'k', n: 1 });
    const read = await container.item('a', 'k').read();
    expect(read.resource).toMatchObject({ id: 'a', caseId: 'k', n: 1 });
    expect(read.requestCharge).toBeGreaterThanOrEqual(1);
    const replaced = await container.item('a', 'k').replace({ id: 'a', caseId: 'k', n: 2 });
    expect(replaced.resource).toMatchObject({ n: 2, _rid: read.resource._rid });
    expect(replaced.etag).not.toBe(read.etag);
    expect((await container.item('a', 'k').delete()).statusCode).toBe(204);
    expect((await container.item('a', 'k').read()).statusCode).toBe(404);
  });

  it('is looked for in its own partition only', async () => {
    const container = await session.container();
    await container.items.create({ id: 'a', caseId: 'k' });
    expect((await container.item('a', 'other').read()).statusCode).toBe(404);
    expect(await codeOf(container.items.create({ id: 'a', caseId: 'k' }))).toBe(409);
    expect(await codeOf(container.items.create({ id: 'a', caseId: 'other' }))).toBe('done');
  });

  it('is changed under its ETag only', async () => {
    const container = await session.container();
    const { etag } = await container.items.create({ id: 'a', caseId: 'k', n: 1 });
    const item = container.item('a', 'k');
    const accessCondition = { type: 'IfMatch', condition: etag };
    const body = { id: 'a', caseId: 'k', n: 2 };
    expect(await codeOf(item.replace(body, { accessCondition }))).toBe('done');
    expect(await codeOf(item.replace(body, { accessCondition }))).toBe(412);
    expect(await codeOf(container.items.upsert(body, { accessCondition }))).toBe(412);
    expect(await codeOf(item.delete({ accessCondition }))).toBe(412);
    expect((await item.read()).resource).toMatchObject({ n: 2 });
  });

  it('is not sent again to a reader who has it', async () => {
    const container = await session.container();
    const { etag } = await container.items.create({ id: 'a', caseId: 'k' });
    const accessCondition = { type: 'IfNoneMatch', condition: etag };
    expect((await container.item('a', 'k').read({ accessCondition })).statusCode).toBe(304);
  });

  it('is refused without an id, with one that breaks a path, and beyond 2 MB', async () => {
    const container = await session.container();
    expect(await codeOf(container.items.create({ id: 'q?', caseId: 'k' }))).toBe(400);
    const text = 'x'.repeat(2 * 1024 * 1024);
    expect(await codeOf(container.items.create({ id: 'big', caseId: 'k', text }))).toBe(413);
  });

  it('is gone at its ttl, for reads, queries and a create of the same id', async () => {
    const container = await session.container({ defaultTtl: -1 });
    await container.items.create({ id: 'short', caseId: 'k', ttl: 60 });
    await container.items.create({ id: 'stays', caseId: 'k' });
    session.pass(59);
    expect((await container.item('short', 'k').read()).statusCode).toBe(200);
    session.pass(2);
    expect((await container.item('short', 'k').read()).statusCode).toBe(404);
    const { resources } = await container.items.query('SELECT VALUE c.id FROM c').fetchAll();
    expect(resources).toEqual(['stays']);
    expect(await codeOf(container.items.create({ id: 'short', caseId: 'k', ttl: 60 }))).toBe('done');
  });

  it('keeps for good where the container has no expiry, and takes no ttl of 0', async () => {
    const container = await session.container();
    await container.items.create({ id: 'a', caseId: 'k', ttl: 1 });
    session.pass(60);
    expect((await container.item('a', 'k').read()).statusCode).toBe(200);
    expect(await codeOf(container.items.create({ id: 'b', caseId: 'k', ttl: 0 }))).toBe(400);
  });

  it('is told apart by the whole of a hierarchical key, and found by its beginning', async () => {
    const paths = ['/tenant', '/caseId'];
    const container = await session.container({
      partitionKey: { paths, kind: PartitionKeyKind.MultiHash, version: PartitionKeyDefinitionVersion.V2 },
    });
    await container.items.create({ id: 'a', tenant: 't', caseId: '1' });
    await container.items.create({ id: 'a', tenant: 't', caseId: '2' });
    await container.items.create({ id: 'a', tenant: 'u', caseId: '1' });
    expect((await container.item('a', ['t', '2']).read()).resource).toMatchObject({ tenant: 't', caseId: '2' });
    expect((await container.item('a', ['u', '2']).read()).statusCode).toBe(404);
    const found = await container.items.query('SELECT VALUE c.caseId FROM c', { partitionKey: ['t'] }).fetchAll();
    expect(found.resources).toEqual(['1', '2']);
  });

  it('cannot share a unique value with another of its partition', async () => {
    const container = await session.container({ uniqueKeyPolicy: { uniqueKeys: [{ paths: ['/serial'] }] } });
    await container.items.create({ id: 'a', caseId: 'k', serial: 1 });
    expect(await codeOf(container.items.create({ id: 'b', caseId: 'k', serial: 1 }))).toBe(409);
    expect(await codeOf(container.items.create({ id: 'b', caseId: 'other', serial: 1 }))).toBe('done');
  });
});

describe('the account', () => {
  it('refuses another key', async () => {
    const agent = new https.Agent({ ca: session.cosmos.ca });
    const key = Buffer.from('not the key').toString('base64');
    const stranger = new CosmosClient({ endpoint: session.cosmos.endpoint, key, agent });
    expect(await codeOf(stranger.database('candour').read())).toBe(401);
    stranger.dispose();
  });

  it('speaks HTTP as well, and tells the client its own address', async () => {
    const plain = await startStrictCosmos({ tls: false });
    const client = new CosmosClient({ endpoint: plain.endpoint, key: plain.key });
    const { database } = await client.databases.createIfNotExists({ id: 'd' });
    expect((await client.databases.createIfNotExists({ id: 'd' })).statusCode).toBe(200);
    await database.containers.createIfNotExists({ id: 'c', partitionKey: '/caseId' });
    expect((await client.getDatabaseAccount()).resource?.writableLocations[0]).toMatchObject({
      databaseAccountEndpoint: `${plain.endpoint}/`,
    });
    client.dispose();
    await plain.stop();
    await plain.stop();
  });

  it('forgets the documents of a container that was deleted', async () => {
    const container = await session.container({ id: 'again' });
    await container.items.create({ id: 'a', caseId: 'k' });
    await container.delete();
    expect((await container.item('a', 'k').read()).statusCode).toBe(404);
    await session.container({ id: 'again' });
    expect((await container.item('a', 'k').read()).statusCode).toBe(404);
  });

  it('shares nothing with the caller and shows what went over the wire', async () => {
    const container = await session.container();
    const body = { id: 'a', caseId: 'k', nested: { canary: 'first' } };
    await container.items.create(body);
    body.nested.canary = 'second';
    const { resource } = await container.item('a', 'k').read();
    expect(resource.nested).toEqual({ canary: 'first' });
    const create = session.cosmos.requests.findLast(({ method }) => method === 'POST');
    expect(create?.path).toMatch(/\/docs$/);
    expect(create?.body).toContain('first');
  });
});
