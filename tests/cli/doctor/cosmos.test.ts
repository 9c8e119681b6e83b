import tls from 'node:tls';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type ContainerName } from '../../../storage/cosmos/containers.ts';
import { createCertificate } from '../../fakes/certificate.ts';
import { startLoopbackServer } from '../../fakes/loopback-server.ts';
import { type StrictCosmos, startStrictCosmos } from '../../fakes/strict-cosmos.ts';
import { runDoctor, createTarget, problemNames } from '../../support/cli/run-doctor.ts';
import { forceEnvironment } from '../../support/config/force-environment.ts';
import { createDatabase, replaceContainer } from '../../support/storage/cosmos-database.ts';

const trusted = tls.getCACertificates('default');
const strong = { userConsistencyPolicy: { defaultConsistencyLevel: 'Strong' } };
let cosmos: StrictCosmos;
beforeAll(async () => {
  cosmos = await startStrictCosmos({ tls: true, account: strong });
  tls.setDefaultCACertificates([...trusted, cosmos.ca ?? '']);
});
afterAll(async () => {
  tls.setDefaultCACertificates(trusted);
  await cosmos.stop();
});

/** The settings of a deployment on a new database, as a server leaves it. */
async function onCosmos(account: StrictCosmos = cosmos) {
  const database = await createDatabase(account);
  const store = database.open({ clock: () => new Date() });
  await store.recordWriterVersion();
  for (const name of ['acu', 'acuOnCall', 'reserve', 'reserveOnCall'] as const)
    await store.targets.write(createTarget(name, `19:${name}@thread.tacv2`));
  await store.close();
  const { SQLITE_PATH: _path, ...others } = forceEnvironment('');
  return {
    ...others,
    STORE: 'cosmos',
    COSMOS_ENDPOINT: account.endpoint,
    COSMOS_KEY: account.key,
    COSMOS_DATABASE: database.name,
  };
}

it.each<[string, ContainerName, object | undefined, string]>([
  ['a container that is gone', 'reach', undefined, 'without the container'],
  ['a container whose documents end', 'state', { defaultTtl: 60 }, 'the wrong time to live'],
  ['drafts that never end', 'drafts', { defaultTtl: undefined }, 'the wrong time to live'],
  ['another partition key', 'deliveries', { partitionKey: { paths: ['/id'] } }, 'a partition key other than'],
  [
    'an index that is missing',
    'state',
    { indexingPolicy: { indexingMode: 'consistent', includedPaths: [], excludedPaths: [{ path: '/*' }] } },
    'indexing policy lacks',
  ],
])('%s is told, and nothing is read or written by it', async (_, name, layout, said) => {
  const environment = await onCosmos();
  await replaceContainer(cosmos, environment.COSMOS_DATABASE, name, layout);
  const told = await runDoctor(environment);
  expect(problemNames(told)).toEqual(['store-wrong']);
  expect(told.text).toContain(said);
  expect(told.exit).toBe(69);
});

it.each<[string, object, string]>([
  ['a database that is not there', { COSMOS_DATABASE: 'nowhere' }, 'names a database that the account does not have'],
  ['another key', { COSMOS_KEY: Buffer.alloc(64, 7).toString('base64') }, 'is not a key of this account'],
  ['a host where nothing listens', { COSMOS_ENDPOINT: 'https://127.0.0.1:9' }, 'nothing listens'],
])('%s is told', async (_, more, said) => {
  const told = await runDoctor({ ...(await onCosmos()), ...more });
  expect(problemNames(told)).toEqual(['store-wrong']);
  expect(told.text).toContain(said);
});

it('an account that is weak, has many writers, or has another time', async () => {
  const account = { ...strong, userConsistencyPolicy: { defaultConsistencyLevel: 'Session' } };
  const weak = await startStrictCosmos({ tls: true, account: { ...account, enableMultipleWriteLocations: true } });
  // One authority at a time: all of them have the same name.
  tls.setDefaultCACertificates([...trusted, weak.ca ?? '']);
  const environment = await onCosmos(weak);
  weak.setApart(-600_000);
  expect(problemNames(await runDoctor(environment))).toEqual(['store-weak', 'store-many-writers', 'clock-apart']);
  await weak.stop();
});

it('an account that says nothing keeps no other check back', async () => {
  const certificate = await createCertificate();
  const silent = await startLoopbackServer(() => ({ kind: 'hang' }), certificate);
  tls.setDefaultCACertificates([...trusted, certificate.cert]);
  const environment = { ...(await onCosmos()), COSMOS_ENDPOINT: silent.url };
  const told = await runDoctor(environment, [], { timeouts: { openingMs: 400, checkMs: 400 } });
  expect(problemNames(told)).toEqual(['check-late']);
  expect(told.checks.find(({ check }) => check === 'keys')?.outcome).toBe('unseen');
  await silent.stop();
});
