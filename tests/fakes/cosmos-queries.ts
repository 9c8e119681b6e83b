import executorModule from '@zeit/cosmosdb-query/lib/executor.js';
import { z } from 'zod';
import { type CosmosContainer, isIndexed } from './cosmos-container.ts';
import type { CosmosDocuments } from './cosmos-documents.ts';
import type { CosmosIndex } from './cosmos-index.ts';
import { type CosmosOutcome, errorOutcome } from './cosmos-outcome.ts';
import type { PartitionKey } from './cosmos-partition.ts';
import { parseNumber, createQueryPlan } from './cosmos-query-plan.ts';
import { parseClauses, splitList, listParameters, type QueryClauses } from './cosmos-query-text.ts';
import { type ParsedQuery, parseQuery } from './parsed-queries.ts';

const querySchema = z.looseObject({
  query: z.string(),
  parameters: z.array(z.object({ name: z.string().startsWith('@'), value: z.unknown() })).default([]),
});
const continuationSchema = z.looseObject({ token: z.string() });

const foundSchema = z.looseObject({ result: z.array(z.unknown()), continuation: z.unknown() });
const servicePage = 100;

interface Query {
  readonly query: string;
  readonly parameters: { name: string; value: unknown }[];
  readonly values: ReadonlyMap<string, unknown>;
  readonly clauses: QueryClauses;
}

/** Which page of which documents. */
export interface PageRequest {
  /** A partition's key, or the beginning of one; `[]` for all. */
  readonly within: PartitionKey;
  /** The request names no physical partition: the gateway would have to spread it. */
  readonly byGateway: boolean;
  /** Absent: the service's own page of 100. */
  readonly maxItemCount?: number;
  readonly continuation?: string;
}

const pageOutcome = (result: readonly unknown[], continuation: unknown, lookedAt: number): CosmosOutcome => ({
  status: 200,
  lookedAt,
  body: { Documents: result, _count: result.length },
  headers: {
    'x-ms-item-count': String(result.length),
    ...(continuation !== undefined && continuation !== null && { 'x-ms-continuation': JSON.stringify(continuation) }),
  },
});

function isOrderUnindexed(container: CosmosContainer, orderBy: string): boolean {
  return splitList(orderBy).some((item) => {
    const path = item
      .replace(/\s+(ASC|DESC)$/i, '')
      .replace(/^[^.[]+/, '')
      .replaceAll(/\["([^"]+)"\]/g, '.$1');
    return !isIndexed(container, path.replaceAll('.', '/'));
  });
}

/** A query that can be served: its text, its parameters, and whatever is wrong with it otherwise. */
function parseQueryRequest(body: unknown, container: CosmosContainer): Query | CosmosOutcome {
  const parsed = querySchema.safeParse(body);
  if (!parsed.success) return errorOutcome(400, 'The query or its parameters are malformed.');
  const { query, parameters } = parsed.data;
  const values = new Map(parameters.map(({ name, value }) => [name, value]));
  const clauses = parseClauses(query);
  if (listParameters(query).some((name) => !values.has(name))) return errorOutcome(400, 'A parameter has no value.');
  if (clauses.groupBy !== '' || /^DISTINCT\b/i.test(clauses.select)) {
    return errorOutcome(400, 'DISTINCT and GROUP BY are not served by this stand-in.');
  }
  if (isOrderUnindexed(container, clauses.orderBy)) {
    return errorOutcome(400, 'The index path corresponding to the specified order-by item is excluded.');
  }
  return { query, parameters, values, clauses };
}

/** The plan that a client asks for before it runs a query over all partitions. */
export function answerPlan(container: CosmosContainer, body: unknown): CosmosOutcome {
  const asked = parseQueryRequest(body, container);
  if ('status' in asked) return asked;
  const plan = createQueryPlan(asked.query, asked.values);
  return plan === 'unserved' ? errorOutcome(400, 'This aggregate is not served.') : { status: 200, body: plan.told };
}

const parsedQueries = new Map<string, ParsedQuery>();
const maxCachedQueries = 200;

/** Even reading what was parsed takes longer than answering: this process keeps it too. */
function parseCached(query: string): ParsedQuery {
  const known = parsedQueries.get(query);
  if (known) return known;
  if (parsedQueries.size >= maxCachedQueries) parsedQueries.clear();
  const parsed = parseQuery(query);
  parsedQueries.set(query, parsed);
  return parsed;
}

/**
 * One page of a query over the documents of a partition, of those under a prefix of a key, or of all (`[]`). As Cosmos
 * does, it refuses ORDER BY a path that the indexing policy leaves out, and through the gateway a query over all
 * partitions that needs a plan. DISTINCT and GROUP BY are not served.
 */
export function runQuery(
  { documents, index }: { readonly documents: CosmosDocuments; readonly index: CosmosIndex },
  container: CosmosContainer,
  page: PageRequest,
  body: unknown,
): CosmosOutcome {
  const asked = parseQueryRequest(body, container);
  if ('status' in asked) return asked;
  const { query, parameters, values, clauses } = asked;
  if (page.byGateway && page.within.length === 0) {
    const plan = createQueryPlan(query, values);
    if (plan === 'unserved') return errorOutcome(400, 'This aggregate is not served.');
    if (plan.isNeeded) return errorOutcome(400, 'Cross partition query only supports what the gateway can run.', 1004);
  }
  const [skip, take] = [parseNumber(clauses.offset, values), parseNumber(clauses.limit, values)];
  const isCut = clauses.limit !== '';
  if (isCut && !(Number.isInteger(skip) && Number.isInteger(take)))
    return errorOutcome(400, 'OFFSET or LIMIT is no number.');
  const continuation = page.continuation === undefined ? undefined : parseContinuation(page.continuation);
  if (continuation === 'invalid') return errorOutcome(400, 'Invalid Continuation Token');

  // What a plan makes of an aggregate, which the engine does not know.
  const [, wrapped] = /^SELECT VALUE \[\{"item": (.*)\}\] FROM/is.exec(query) ?? [];
  const plain = wrapped === undefined ? query : query.replace(`[{"item": ${wrapped}}]`, wrapped);
  try {
    const { ast, code } = parseCached(isCut ? plain.replace(/\bOFFSET\s+\S+\s+LIMIT\s+\S+\s*$/i, '') : plain);
    const narrowed = page.within.length === 0 ? index.findCandidates(container, ast['body'], values) : undefined;
    const among = narrowed?.documents ?? documents.list(page.within);
    const lookedAt = narrowed?.lookedAt ?? among.length;
    const found: unknown = executorModule.default([...among], {
      code,
      parameters,
      compositeIndexes: container.indexingPolicy.compositeIndexes,
      ...(!isCut && { maxItemCount: page.maxItemCount ?? servicePage, continuation }),
    });
    const { result, continuation: next } = foundSchema.parse(found);
    if (isCut) return pageOutcome(result.slice(skip, skip + take), undefined, lookedAt);
    return pageOutcome(wrapped === undefined ? result : result.map((item) => [{ item }]), next, lookedAt);
  } catch (error) {
    return errorOutcome(400, error instanceof Error ? error.message : 'The query is not served.');
  }
}

function parseContinuation(text: string): { token: string } | 'invalid' {
  try {
    return continuationSchema.parse(JSON.parse(text));
  } catch {
    return 'invalid';
  }
}
