import { containerLayouts } from '../../../storage/cosmos/containers.ts';
import { isDocumentRequest } from '../../fakes/cosmos-service.ts';
import type { ReceivedRequest } from '../../fakes/loopback-server.ts';
import { startStrictCosmos } from '../../fakes/strict-cosmos.ts';
import { indexedFields, isBatch, batchUnits } from '../../bench/request-units.ts';
import { startIpc } from '../../bench/served/ipc.ts';
import { createDatabase } from '../storage/cosmos-database.ts';
import { createSubscriber } from './sending-server.ts';

// The stand-in for Cosmos DB in a process of its own, with people who have the app, and what it is asked in request units:
// writes and point reads by the published table, a query as three units, since Microsoft publishes no figure.
const [people, serviceUrl = ''] = [Number(process.env['PEOPLE']), process.env['SERVICE_URL']];
const unitsOfAQuery = 3;
const indexed = indexedFields(containerLayouts.deliveries);
const cosmos = await startStrictCosmos({ tls: true });
const { name: database } = await createDatabase(cosmos);
for (let person = 0; person < people; person += 1) {
  cosmos.put(database, 'reach', { ...createSubscriber(person, serviceUrl), writeId: 'bench' });
}

let units = 0;
function unitsOf(request: ReceivedRequest): number {
  if (!isDocumentRequest(request)) return 0;
  if (isBatch(request)) return batchUnits(request, indexed);
  return request.method === 'GET' ? 1 : unitsOfAQuery;
}
/** Counts what was asked since, and forgets it. */
function count(): number {
  units += cosmos.requests.reduce((sum, request) => sum + unitsOf(request), 0);
  cosmos.forgetRequests();
  return units;
}
setInterval(count, 500);
const { endpoint, key, ca = '' } = cosmos;
startIpc({ endpoint, key, database, ca }, () => cosmos.stop(), { units: () => ({ units: count() }) });
