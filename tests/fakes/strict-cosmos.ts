import { randomBytes, randomUUID } from 'node:crypto';
import { createCertificate } from './certificate.ts';
import { type AccountSettings, createCosmosAccount } from './cosmos-account.ts';
import { type CosmosOutcome, errorOutcome } from './cosmos-outcome.ts';
import { createCosmosService, isDocumentRequest } from './cosmos-service.ts';
import { isSigned } from './cosmos-signature.ts';
import { createFaults, type Faults, commitsAnyway, faultAnswer } from './faults.ts';
import { type ReceivedRequest, startLoopbackServer, type WireAnswer } from './loopback-server.ts';

/** A running stand-in for a Cosmos DB account. */
export interface StrictCosmos {
  readonly endpoint: string;
  /** The account's primary key. A request signed with neither this nor the secondary one is answered 401. */
  readonly key: string;
  readonly secondaryKey: string;
  /** Makes the primary key anew: the one before is refused from now on. */
  renewKey(): void;
  /** The authority to trust, with TLS: `agent: new https.Agent({ ca })`. */
  readonly ca?: string;
  /** Without `match` a fault strikes requests about documents only, not the client's look-ups before them. */
  readonly faults: Faults;
  /** Puts a new document into a container, past the wire. Throws where the service would refuse it. */
  put(database: string, container: string, document: unknown): void;
  /** Sets the account's time apart from the clock that was given, in milliseconds. */
  setApart(ms: number): void;
  /** Every request seen, in order. */
  readonly requests: readonly ReceivedRequest[];
  /**
   * How many documents queries have looked at up to now: entries of an index, or all documents where none could help.
   * A query that comes in pages looks again for each.
   */
  documentsRead(): number;
  /** Forgets the requests seen up to now. */
  forgetRequests(): void;
  stop(): Promise<void>;
}

// Microsoft's figures for 1 to 128 KB, as a line: https://learn.microsoft.com/azure/cosmos-db/key-value-store-cost
function requestCharge({ method, body }: ReceivedRequest, outcome: CosmosOutcome): number {
  const kilobytes = Math.max(body.length, JSON.stringify(outcome.body ?? '').length) / 1_024;
  if (method === 'GET') return Math.max(1, 0.93 + 0.07 * kilobytes);
  return (method === 'PUT' ? 2 : 1) * (4.6 + 0.34 * kilobytes);
}

const toWireAnswer = (request: ReceivedRequest, outcome: CosmosOutcome, now: number): WireAnswer => ({
  kind: 'answer',
  status: outcome.status,
  body: outcome.body,
  headers: {
    'x-ms-request-charge': requestCharge(request, outcome).toFixed(2),
    'x-ms-activity-id': randomUUID(),
    date: new Date(now).toUTCString(),
    ...(outcome.etag !== undefined && { etag: outcome.etag }),
    ...outcome.headers,
  },
});

const faultBody = (status: number): unknown => errorOutcome(status, 'A fault that the test asked for.').body;

/**
 * Starts an empty account on 127.0.0.1 that speaks Cosmos DB's protocol to the real SDK and holds to the rules that
 * matter here: partitions and their hierarchy, ETags, atomic batches, expiry, limits, indexes for ORDER BY, pages,
 * signatures. `now` (milliseconds) is the clock for `_ts`, expiry and the date of answers. Not served: patch, bulk, stored procedures, the
 * change feed, DISTINCT and GROUP BY; they are refused, never answered wrongly.
 */
export async function startStrictCosmos(options: {
  readonly tls: boolean;
  readonly now?: () => number;
  /** How the account is set, in place of Session and of one region that takes writes. */
  readonly account?: AccountSettings;
}): Promise<StrictCosmos> {
  const newKey = (): string => randomBytes(64).toString('base64');
  const secondaryKey = newKey();
  let key = newKey();
  const certificate = options.tls ? await createCertificate() : undefined;
  const requests: ReceivedRequest[] = [];
  const now = options.now ?? Date.now;
  let apart = 0;
  let lookedAt = 0;
  const said = () => now() + apart;
  const { faults, take } = createFaults(isDocumentRequest);

  const answer = async (request: ReceivedRequest): Promise<WireAnswer> => {
    requests.push(request);
    if (!isSigned(request, key) && !isSigned(request, secondaryKey)) {
      return toWireAnswer(
        request,
        errorOutcome(401, 'The input authorization token can not serve the request.'),
        said(),
      );
    }
    const fault = take(request);
    if (fault && !commitsAnyway(fault)) return faultAnswer(fault, request, faultBody);
    const outcome = await service.answer(request);
    lookedAt += outcome.lookedAt ?? 0;
    const done = toWireAnswer(request, outcome, said());
    return fault ? faultAnswer(fault, request, faultBody) : done;
  };
  const server = await startLoopbackServer(answer, certificate);
  const service = createCosmosService(createCosmosAccount(server, options.account), said);
  return {
    endpoint: server.url,
    get key() {
      return key;
    },
    secondaryKey,
    renewKey() {
      key = newKey();
    },
    ca: certificate?.cert,
    faults,
    put: service.put,
    setApart: (ms) => {
      apart = ms;
    },
    requests,
    documentsRead: () => lookedAt,
    forgetRequests: () => {
      requests.length = 0;
    },
    stop: () => server.stop(),
  };
}
