import { containerLayouts } from '../../../storage/cosmos/containers.ts';
import { isAboutDocuments } from '../../fakes/cosmos-service.ts';
import type { ReceivedRequest } from '../../fakes/loopback-server.ts';
import { eventually } from '../../support/journeys/eventually.ts';
import { startBot } from '../../support/journeys/running-bot.ts';
import { median } from '../figures.ts';
import { report, wayOfAReport } from '../one-report.ts';
import { unitsOfBatch } from '../request-units.ts';
import { atMost, type Row, rowsOf } from '../row.ts';
import type { Scale } from '../scale.ts';
import { openWire, type Wire } from '../wire.ts';

/** A server looks by itself, every few seconds, whether a message to everybody is being sent: that is no part of a report. */
const isOfReports = ({ path }: ReceivedRequest): boolean => !path.includes('/colls/deliveries');
const isOfCases = ({ path }: ReceivedRequest): boolean => path.includes('/colls/cases/');
const isBatch = ({ headers }: ReceivedRequest): boolean => headers['x-ms-cosmos-is-batch-request'] !== undefined;
const isQuery = ({ headers }: ReceivedRequest): boolean =>
  headers['x-ms-documentdb-isquery'] !== undefined || headers['content-type'] === 'application/query+json';
const isWrite = (request: ReceivedRequest): boolean => request.method !== 'GET' && !isQuery(request);
const indexed = (containerLayouts.cases.indexingPolicy?.includedPaths ?? []).map(
  ({ path }) => path.split('/')[1] ?? '',
);
const unitsOf = (requests: readonly ReceivedRequest[]): number =>
  requests.filter(isBatch).reduce((sum, request) => sum + unitsOfBatch(request, indexed), 0);

/** What a report asks of Cosmos DB, counted at the stand-in and priced by the published table. */
export async function measureCosmos(scale: Scale): Promise<readonly Row[]> {
  const row = rowsOf('Cosmos DB, a report of 2,000 characters');
  // Nobody looks for alerts but when asked to, so that what is seen belongs to the report.
  const environment = { ALERT_TIMING: 'fullHour', ALERT_POLL_SECONDS: '86400' };
  const bot = await startBot({ door: 'chat', store: 'cosmos', environment });
  const seen = (): readonly ReceivedRequest[] =>
    (bot.cosmos?.requests ?? []).filter(isAboutDocuments).filter(isOfReports);
  const between: number[] = [];
  const saving: (readonly ReceivedRequest[])[] = [];
  const alerting: (readonly ReceivedRequest[])[] = [];
  const wire = openWire(bot.endpoint());
  const alertIsMarked = async (): Promise<readonly ReceivedRequest[]> => {
    const mark = seen().length;
    bot.clock.forward(3_600_000);
    bot.lookForAlerts();
    await eventually('the alert is leased and marked', () => seen().slice(mark).filter(isBatch).filter(isOfCases)[1]);
    return seen().slice(mark);
  };
  // The first report comes beside what a server does as it starts.
  await report(wire, wayOfAReport());
  await alertIsMarked();
  for (let one = 0; one < scale.cosmosReports; one += 1) {
    const steps: (readonly ReceivedRequest[])[] = [];
    const watched: Wire = {
      ...wire,
      async post(body) {
        const mark = seen().length;
        const answer = await wire.post(body);
        steps.push(seen().slice(mark));
        return answer;
      },
    };
    const { refused } = await report(watched, wayOfAReport());
    if (refused) throw new Error('no receipt');
    between.push(steps.slice(0, -1).flat().length);
    // The look for alerts that follows every new case goes on beside the receipt.
    saving.push((steps.at(-1) ?? []).filter((request) => !isQuery(request)));
    alerting.push(await alertIsMarked());
  }
  wire.close();
  await bot.stop();
  const each = (
    all: readonly (readonly ReceivedRequest[])[],
    of: (requests: readonly ReceivedRequest[]) => number,
  ): number => median(all.map(of));
  const count = (which: (request: ReceivedRequest) => boolean) => (requests: readonly ReceivedRequest[]) =>
    requests.filter(which).length;
  const isAny = (): boolean => true;
  return [
    // What a step asks for, it asks for in each report; what the schedule asks for falls into one or another of them.
    row('requests between the steps', Math.min(...between), 'requests', atMost(0)),
    row('requests that the receipt waits for', each(saving, count(isAny)), 'requests', atMost(1)),
    row('batches among them', each(saving, count(isBatch)), 'batches', atMost(1)),
    row('units of that batch', each(saving, unitsOf), 'RU'),
    row(
      'writes after the receipt: lease and mark of the alert',
      each(
        alerting,
        count((request) => isWrite(request) && isOfCases(request)),
      ),
      'writes',
      atMost(2),
    ),
    // The pace of the channel is written as well.
    row('units of these and of the pace of the channel', each(alerting, unitsOf), 'RU'),
    row(
      'reads and queries for the alert',
      each(
        alerting,
        count((request) => !isWrite(request)),
      ),
      'requests',
    ),
  ];
}
