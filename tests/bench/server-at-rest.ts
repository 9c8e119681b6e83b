import { containerLayouts, containerNames, type ContainerName } from '../../storage/cosmos/containers.ts';
import { isDocumentRequest } from '../fakes/cosmos-service.ts';
import type { ReceivedRequest } from '../fakes/loopback-server.ts';
import type { RunningBot } from '../support/journeys/running-bot.ts';
import { batchUnits, indexedFields, isBatch } from './request-units.ts';

export interface RequestsAMinute {
  readonly queries: number;
  readonly pointReads: number;
}

const isQuery = ({ headers }: ReceivedRequest): boolean =>
  headers['x-ms-documentdb-isquery'] !== undefined || headers['content-type'] === 'application/query+json';
/** The client sends a query in order twice: Azure answers the first with how to ask, and the second with documents. */
const isAskedFirst = ({ body }: ReceivedRequest): boolean =>
  body.includes('ORDER BY') && !body.includes('orderByItems');

/** By name, how often within a minute, in seconds. Jobs of five minutes or an hour add less than one request. */
const jobs: readonly (readonly [name: string, everySeconds: number])[] = [
  ['campaignSending', 1],
  ['alerts', 5],
  ...(
    [
      'onCall',
      'regularPosts',
      'doubts',
      'waitingLines',
      'erasedFiles',
      'guidance',
      'pulse',
      'campaigns',
      'clock',
    ] as const
  ).map((name) => [name, 60] as const),
];

/** Counts the requests to Cosmos DB of a minute in which no one uses the server, by the clock that its jobs run by. */
export async function countMinuteAtRest(bot: RunningBot): Promise<RequestsAMinute> {
  const requests = () => (bot.cosmos?.requests ?? []).filter(isDocumentRequest);
  const minute = async () => {
    for (let second = 0; second < 60; second += 1) {
      for (const [name, everySeconds] of jobs) if (second % everySeconds === 0) await bot.run(name);
      bot.clock.forward(1_000);
    }
  };
  // The first minute reads what a server keeps afterwards.
  await minute();
  const mark = requests().length;
  await minute();
  const asked = requests().slice(mark);
  return {
    queries: asked.filter((request) => isQuery(request) && !isAskedFirst(request)).length,
    pointReads: asked.filter((request) => !isQuery(request) && request.method === 'GET').length,
  };
}

const containerOf = ({ path }: ReceivedRequest): ContainerName | undefined =>
  containerNames.find((name) => path.includes(`/colls/${name}/`));

/** The units of one look whether a server is ready, which writes as much as a small report and removes it. */
export async function countReadinessUnits(bot: RunningBot): Promise<number> {
  const requests = () => (bot.cosmos?.requests ?? []).filter(isDocumentRequest).filter(isBatch);
  // The first after a start writes more, and so does each sixtieth.
  await bot.store().check();
  const mark = requests().length;
  await bot.store().check();
  return requests()
    .slice(mark)
    .reduce((sum, request) => {
      const container = containerOf(request);
      return container === undefined ? sum : sum + batchUnits(request, indexedFields(containerLayouts[container]));
    }, 0);
}
