import http from 'node:http';
import { Socket } from 'node:net';
import accountModule from '@vercel/cosmosdb-server/lib/account/index.js';
import routesModule from '@vercel/cosmosdb-server/lib/routes.js';
import { z } from 'zod';
import { type CosmosContainer, containerSchema } from './cosmos-container.ts';
import { type CosmosOutcome, errorOutcome } from './cosmos-outcome.ts';
import type { LoopbackServer, ReceivedRequest } from './loopback-server.ts';

type Handler = (
  account: InstanceType<typeof accountModule.default>,
  request: http.IncomingMessage,
  response: http.ServerResponse,
  names: Readonly<Record<string, string>>,
) => unknown;

// The package's own types stop at `any[]` here.
const routeSchema = z
  .tuple([z.record(z.string(), z.string()), z.custom<Handler>((value) => typeof value === 'function')])
  .optional();
const answerSchema = z.looseObject({ _etag: z.string().optional(), message: z.string().optional() }).optional();

/** What stands above the documents: the account, its databases and containers, kept by @vercel/cosmosdb-server. */
export interface CosmosAccount {
  /** How a container was made; undefined where there is none of that name. */
  container(database: string, container: string): CosmosContainer | undefined;
  /** Answers a request that is not about documents. */
  answer(request: ReceivedRequest): Promise<CosmosOutcome>;
}

function toIncomingMessage(request: ReceivedRequest): http.IncomingMessage {
  const replay = new http.IncomingMessage(new Socket());
  replay.method = request.method;
  replay.url = request.path;
  replay.headers = request.headers;
  replay.push(request.body);
  replay.push(null);
  return replay;
}

/** What an account says of itself. */
export interface AccountSettings {
  readonly userConsistencyPolicy?: { readonly defaultConsistencyLevel: string };
  readonly enableMultipleWriteLocations?: boolean;
}

/** An empty account that says it is reached at this address. */
export function createCosmosAccount(
  { url, port }: Pick<LoopbackServer, 'url' | 'port'>,
  set: AccountSettings = {},
): CosmosAccount {
  const account = new accountModule.default('127.0.0.1', port);
  const locations = [{ name: 'UK South', databaseAccountEndpoint: `${url}/` }];
  return {
    container: (database, container) => {
      const found = account.database(database).collection(container).read();
      return found && containerSchema.parse(found);
    },
    async answer(request) {
      const incoming = toIncomingMessage(request);
      const route = routeSchema.parse(routesModule.default(incoming));
      if (!route) return errorOutcome(405, 'The stand-in does not serve this.');
      const [names, handler] = route;
      const response = new http.ServerResponse(incoming);
      const made = answerSchema.parse(await handler(account, incoming, response, names));
      const status = response.statusCode;
      if (status > 399) return errorOutcome(status, made?.message ?? '');
      const isAccount = made !== undefined && 'writableLocations' in made;
      return {
        status,
        etag: made?._etag,
        body: isAccount ? { ...made, writableLocations: locations, readableLocations: locations, ...set } : made,
      };
    },
  };
}
