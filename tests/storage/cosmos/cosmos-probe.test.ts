import { Agent } from 'node:https';
import { createServer, type Socket } from 'node:net';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { containerLayouts, type ContainerName } from '../../../storage/cosmos/containers.ts';
import { probeCosmos } from '../../../storage/cosmos/cosmos-probe.ts';
import { createCertificate } from '../../fakes/certificate.ts';
import { type LoopbackServer, startLoopbackServer, type WireAnswer } from '../../fakes/loopback-server.ts';
import { createDatabase, replaceContainer } from '../../support/storage/cosmos-database.ts';
import { setUpCosmos } from '../../support/storage/set-up-cosmos.ts';

const cosmos = setUpCosmos();
let certificate: { readonly key: string; readonly cert: string };
beforeAll(async () => {
  certificate = await createCertificate();
});

let nasty: LoopbackServer | undefined;
afterEach(() => nasty?.stop());

const look = (database: string, more: Partial<Parameters<typeof probeCosmos>[0]> = {}) =>
  probeCosmos({
    endpoint: cosmos.endpoint,
    credential: { key: cosmos.key },
    database,
    agent: new Agent({ ca: cosmos.ca ?? '' }),
    deadlineMs: 60_000,
    followsRegions: true,
    ...more,
  });

async function withContainer(name: ContainerName, layout: object | undefined): Promise<string> {
  const { name: database } = await createDatabase(cosmos);
  await replaceContainer(cosmos, database, name, layout);
  return database;
}

describe('a look at an account', () => {
  it('finds nothing wrong with containers as they are made, and asks for no document', async () => {
    const { name } = await createDatabase(cosmos);
    cosmos.forgetRequests();
    expect(await look(name)).toEqual([]);
    expect(cosmos.requests.filter(({ method, path }) => method !== 'GET' || path.includes('/docs'))).toEqual([]);
  });

  it('finds a database that is not there, and a container', async () => {
    expect(await look('nowhere')).toEqual([{ kind: 'noDatabase' }]);
    expect(await look(await withContainer('reach', undefined))).toEqual([{ kind: 'noContainer', container: 'reach' }]);
  });

  it('names the paths that an indexing policy lacks, and takes one that has more', async () => {
    const { indexingPolicy: whole } = containerLayouts.cases;
    const paths = whole?.includedPaths?.filter(({ path }) => path !== '/sequence/?' && path !== '/listKey/?');
    const lacking = await withContainer('cases', { indexingPolicy: { ...whole, includedPaths: paths } });
    const expected = { kind: 'notIndexed', container: 'cases', paths: ['/listKey/?', '/sequence/?'] };
    expect(await look(lacking)).toEqual([expected]);
    const everything = { indexingMode: 'consistent', includedPaths: [{ path: '/*' }], excludedPaths: [] };
    expect(await look(await withContainer('cases', { indexingPolicy: everything }))).toEqual([]);
  });

  it('finds another partition key, and a time to live that would lose what is kept', async () => {
    expect(await look(await withContainer('deliveries', { partitionKey: { paths: ['/id'] } }))).toEqual([
      { kind: 'otherKey', container: 'deliveries', wanted: '/runId' },
    ]);
    expect(await look(await withContainer('state', { defaultTtl: 60 }))).toEqual([
      { kind: 'otherLifetime', container: 'state' },
    ]);
    expect(await look(await withContainer('drafts', { defaultTtl: undefined }))).toEqual([
      { kind: 'otherLifetime', container: 'drafts' },
    ]);
  });

  it('finds a key of another account', async () => {
    const key = Buffer.alloc(64, 1).toString('base64');
    expect(await look('any', { credential: { key } })).toEqual([{ kind: 'notSigned' }]);
  });

  it('finds a host that nobody knows, a port where nothing listens, and a certificate that is not trusted', async () => {
    const deadlineMs = 3_000;
    // The SDK would ask for the regions of an account for two minutes after it was given up.
    expect(await look('any', { endpoint: 'https://candour.invalid', deadlineMs, followsRegions: false })).toEqual([
      { kind: 'unreached', why: 'unknownName' },
    ]);
    expect(await look('any', { endpoint: 'https://127.0.0.1:9', deadlineMs })).toEqual([
      { kind: 'unreached', why: 'refused' },
    ]);
    expect(await look('any', { agent: new Agent(), deadlineMs })).toEqual([{ kind: 'unreached', why: 'certificate' }]);
  });

  it.each<[string, WireAnswer, object]>([
    ['says nothing', { kind: 'hang' }, { kind: 'unreached', why: 'late' }],
    ['cuts each connection', { kind: 'reset' }, { kind: 'unreached', why: 'cut' }],
    ['forbids it', { kind: 'answer', status: 403, body: { code: 'Forbidden' } }, { kind: 'forbidden', byRole: false }],
    [
      'wants a role',
      { kind: 'answer', status: 403, headers: { 'x-ms-substatus': '5301' }, body: { code: 'Forbidden' } },
      { kind: 'forbidden', byRole: true },
    ],
    ['is a page', { kind: 'answer', status: 200, text: '<!doctype html><p>Sign in</p>' }, { kind: 'odd' }],
    ['is broken', { kind: 'answer', status: 502, body: {} }, { kind: 'odd', status: 502 }],
  ])('finds a server that %s', async (_, answer, expected) => {
    nasty = await startLoopbackServer(() => answer, certificate);
    const agent = new Agent({ ca: certificate.cert });
    const found = await look('any', { endpoint: nasty.url, agent, deadlineMs: 3_000 });
    expect(found).toEqual([expect.objectContaining(expected)]);
  });

  it('finds an identity that gives no token', async () => {
    const held: Socket[] = [];
    const silent = createServer((socket) => void held.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const found = await look('any', { credential: { managedIdentity: true }, deadlineMs: 3_000 });
    for (const socket of held) socket.destroy();
    silent.close();
    expect(found).toEqual([{ kind: 'noIdentity' }]);
  });
});
