import type { CosmosAccount } from './cosmos-account.ts';
import { runBatch } from './cosmos-batch.ts';
import type { CosmosContainer } from './cosmos-container.ts';
import { type CosmosDocuments, createCosmosDocuments } from './cosmos-documents.ts';
import { type CosmosIndex, createCosmosIndex } from './cosmos-index.ts';
import { type CosmosOutcome, errorOutcome } from './cosmos-outcome.ts';
import { getPartitionKey, parsePartitionKey } from './cosmos-partition.ts';
import { answerPlan, runQuery } from './cosmos-queries.ts';
import type { ReceivedRequest } from './loopback-server.ts';

// 2 MB is the limit of a document and of a batch; the headers around it are not counted.
const maxBodyBytes = 2 * 1024 * 1024;
const documentsPath = /^\/+dbs\/([^/]+)\/colls\/([^/]+)\/docs(?:\/([^/?]+))?\/?(?:\?.*)?$/;

const single = (header: string | string[] | undefined): string | undefined =>
  header === undefined ? undefined : String(header);
const isTrue = (header: string | string[] | undefined): boolean => String(header).toLowerCase() === 'true';

/** Whether a request reads, writes or asks for documents. The client's look-ups ahead of that are not counted. */
export const isDocumentRequest = ({ path, headers }: ReceivedRequest): boolean =>
  documentsPath.test(path) && !isTrue(headers['x-ms-cosmos-is-query-plan-request']);

interface ContainerState {
  readonly documents: CosmosDocuments;
  readonly index: CosmosIndex;
}

export interface CosmosService {
  /** Answers a request that is let through. */
  readonly answer: (request: ReceivedRequest) => Promise<CosmosOutcome>;
  /** Creates a document past the wire. Throws where a request would be refused. */
  readonly put: (database: string, container: string, document: unknown) => void;
}

/** Cosmos' rules: documents are ours, all above them is the account's. */
export function createCosmosService(account: CosmosAccount, now: () => number): CosmosService {
  const kept = new Map<string, ContainerState & { container: CosmosContainer }>();
  const keptIn = (container: CosmosContainer): ContainerState => {
    const known = kept.get(container._rid);
    if (known) {
      known.container = container;
      return known;
    }
    const latest = (): CosmosContainer => kept.get(container._rid)?.container ?? container;
    const documents = createCosmosDocuments(latest, now);
    const made = { container, documents, index: createCosmosIndex(documents) };
    kept.set(container._rid, made);
    return made;
  };

  const answer: CosmosService['answer'] = async (request) => {
    const [, database, name, encodedId] = documentsPath.exec(request.path) ?? [];
    if (database === undefined || name === undefined) return account.answer(request);
    if (Buffer.byteLength(request.body) > maxBodyBytes) return errorOutcome(413, 'Request size is too large');
    const container = account.container(decodeURIComponent(database), decodeURIComponent(name));
    if (!container) return errorOutcome(404, 'Owner resource does not exist', 1003);
    const id = encodedId === undefined ? undefined : decodeURIComponent(encodedId);
    return answerDocumentRequest(keptIn(container), container, id, request);
  };

  const put: CosmosService['put'] = (database, name, document) => {
    const container = account.container(database, name);
    const key = container && getPartitionKey(document, container.partitionKey.paths);
    const outcome = container && key !== 'invalid' && key && keptIn(container).documents.create(key, document);
    if (!outcome || outcome.status !== 201) throw new Error('The document is refused.');
  };

  return { answer, put };
}

function answerDocumentRequest(
  kept: ContainerState,
  container: CosmosContainer,
  id: string | undefined,
  { method, headers, body }: ReceivedRequest,
): CosmosOutcome {
  const { documents } = kept;
  if (isTrue(headers['x-ms-cosmos-is-query-plan-request'])) return answerPlan(container, readJson(body));
  const key = parsePartitionKey(headers['x-ms-documentdb-partitionkey']);
  if (key === 'invalid') return errorOutcome(400, 'The partition key in the header is malformed.');
  const most = Number(headers['x-ms-max-item-count'] ?? 0);
  const asked = {
    within: key ?? [],
    byGateway: headers['x-ms-documentdb-partitionkeyrangeid'] === undefined,
    maxItemCount: most > 0 ? most : undefined,
    continuation: single(headers['x-ms-continuation']),
  };
  const isQuery =
    method === 'POST' &&
    (isTrue(headers['x-ms-documentdb-isquery']) || headers['content-type'] === 'application/query+json');
  if (isQuery) {
    if (!key && !isTrue(headers['x-ms-documentdb-query-enablecrosspartition'])) {
      return errorOutcome(400, 'Cross partition query is required but disabled.');
    }
    return runQuery(kept, container, asked, readJson(body));
  }
  if (method === 'GET' && id === undefined) {
    if (headers['a-im'] !== undefined) return errorOutcome(405, 'The stand-in serves no change feed.');
    return runQuery(kept, container, asked, { query: 'SELECT * FROM c' });
  }

  if (key?.length !== container.partitionKey.paths.length) {
    return errorOutcome(400, 'The partition key supplied has fewer components than defined in the collection.', 1001);
  }
  const ifMatch = single(headers['if-match']);
  if (id === undefined) {
    if (method !== 'POST') return errorOutcome(405, 'The stand-in does not serve this.');
    const given = readJson(body);
    if (isTrue(headers['x-ms-cosmos-is-batch-request'])) {
      return isTrue(headers['x-ms-cosmos-batch-atomic'])
        ? runBatch(documents, key, given)
        : errorOutcome(405, 'The stand-in serves no bulk.');
    }
    return isTrue(headers['x-ms-documentdb-is-upsert'])
      ? documents.upsert(key, given, ifMatch)
      : documents.create(key, given);
  }
  if (method === 'GET') return documents.read(key, id, single(headers['if-none-match']));
  if (method === 'PUT') return documents.replace(key, id, readJson(body), ifMatch);
  if (method === 'DELETE') return documents.delete(key, id, ifMatch);
  return errorOutcome(405, 'The stand-in does not serve this.');
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
