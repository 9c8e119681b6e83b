import { containerLayouts } from '../../../storage/cosmos/containers.ts';
import { isDocumentRequest } from '../../fakes/cosmos-service.ts';
import type { ReceivedRequest } from '../../fakes/loopback-server.ts';
import { waitFor } from '../../support/journeys/wait-for.ts';
import { startBot } from '../../support/journeys/running-bot.ts';
import { median } from '../statistics.ts';
import type { Group } from '../group.ts';
import { indexedFields, isBatch, batchUnits } from '../request-units.ts';
import { atMost, createRows } from '../row.ts';
import { createReportScript } from '../report-script.ts';
import { openHttpConnection, type HttpConnection } from '../http-connection.ts';

type Requests = readonly ReceivedRequest[];

/** A server looks by itself, every few seconds, whether a message to everyone is being sent: that is no part of a report. */
const isOfReports = ({ path }: ReceivedRequest): boolean => !path.includes('/colls/deliveries');
const isOfCases = ({ path }: ReceivedRequest): boolean => path.includes('/colls/cases/');
const isQuery = ({ headers }: ReceivedRequest): boolean =>
  headers['x-ms-documentdb-isquery'] !== undefined || headers['content-type'] === 'application/query+json';
const isWrite = (request: ReceivedRequest): boolean => request.method !== 'GET' && !isQuery(request);
const indexed = indexedFields(containerLayouts.cases);
const unitsOf = (requests: Requests): number =>
  requests.filter(isBatch).reduce((sum, request) => sum + batchUnits(request, indexed), 0);
const count = (which: (request: ReceivedRequest) => boolean) => (requests: Requests) => requests.filter(which).length;
const each = (all: readonly Requests[], of: (requests: Requests) => number): number => median(all.map(of));

export const cosmos: Group = {
  name: 'cosmos',
  title: 'what a report asks of Cosmos DB, counted at the stand-in and priced by the published table',
  takes: 'a quarter of a minute',
  async *measure({ cosmosReports }) {
    const row = createRows('Cosmos DB, a report of 2,000 characters');
    // Alerts are looked for only if that is asked for, so that all requests belong to the report.
    const environment = { ALERT_TIMING: 'fullHour', ALERT_POLL_SECONDS: '86400' };
    const bot = await startBot({ entryPoint: 'chat', store: 'cosmos', environment });
    const seen = (): Requests => (bot.cosmos?.requests ?? []).filter(isDocumentRequest).filter(isOfReports);
    const wire = openHttpConnection(bot.endpoint());
    const way = createReportScript();
    const alertIsMarked = async (): Promise<Requests> => {
      const mark = seen().length;
      bot.clock.forward(3_600_000);
      bot.postDueAlerts();
      await waitFor('the alert is leased and marked', () => seen().slice(mark).filter(isBatch).filter(isOfCases)[1]);
      return seen().slice(mark);
    };
    // The first report comes beside what a server does as it starts.
    await way(wire, 0);
    await alertIsMarked();
    const [between, saving, alerting]: [number[], Requests[], Requests[]] = [[], [], []];
    for (let one = 0; one < cosmosReports; one += 1) {
      const steps: Requests[] = [];
      const watched: HttpConnection = {
        ...wire,
        async post(body) {
          const mark = seen().length;
          const answer = await wire.post(body);
          steps.push(seen().slice(mark));
          return answer;
        },
      };
      const { refused } = await way(watched, 0);
      if (refused) throw new Error('no receipt');
      between.push(steps.slice(0, -1).flat().length);
      // The look for alerts that follows every new case goes on beside the receipt.
      saving.push((steps.at(-1) ?? []).filter((request) => !isQuery(request)));
      alerting.push(await alertIsMarked());
    }
    wire.close();
    await bot.stop();
    const writes = count((request) => isWrite(request) && isOfCases(request));
    const reads = count((request) => !isWrite(request));
    yield [
      // A step asks for the same in each report; what the schedule asks for falls into one or another of them.
      row('requests between the steps', Math.min(...between), 'requests', atMost(0)),
      row(
        'requests that the receipt waits for',
        each(saving, ({ length }) => length),
        'requests',
        atMost(1),
      ),
      row('batches among them', each(saving, count(isBatch)), 'batches', atMost(1)),
      row('units of that batch', each(saving, unitsOf), 'RU'),
      row('writes after the receipt: lease and mark of the alert', each(alerting, writes), 'writes', atMost(2)),
      // The pace of the channel is written as well.
      row('units of these and of the pace of the channel', each(alerting, unitsOf), 'RU'),
      row('reads and queries for the alert', each(alerting, reads), 'requests'),
    ];
  },
};
