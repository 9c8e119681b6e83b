import type { PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { z } from 'zod';

/** `odd` tells nothing about whether the request was carried out. */
export type Judgement = 'genuine' | 'odd';

/** 408, 410 and 5xx: a write may have been carried out all the same. */
export const saysLittle = (status: number): boolean => status === 408 || status === 410 || status >= 500;

const errorSchema = z.object({ code: z.string(), message: z.string() });
const resourceSchema = z.object({ id: z.string() });
const documentSchema = z.object({ id: z.string(), _etag: z.string().min(1) });
const pageSchema = z.object({ Documents: z.array(z.unknown()), _count: z.int() });
const planSchema = z.object({ queryInfo: z.object({}), queryRanges: z.array(z.unknown()) });
const rangesSchema = z.object({
  PartitionKeyRanges: z.array(z.object({ minInclusive: z.string(), maxExclusive: z.string() })).min(1),
});
const accountSchema = z.object({ writableLocations: z.array(z.unknown()).min(1) });

const bodySchema = z.object({ id: z.string(), writeId: z.string().optional() });
const operationsSchema = z.array(
  z.object({ operationType: z.string(), id: z.string().optional(), resourceBody: bodySchema.optional() }),
);
const entriesSchema = z.array(
  z.object({ statusCode: z.int(), eTag: z.string().nullish(), resourceBody: bodySchema.nullish() }),
);

const failedDependency = 424;
const documentPath = /\/docs\/([^/?]+)\/?$/u;
const isDone = (status: number): boolean => status >= 200 && status < 300;

type Operation = z.infer<typeof operationsSchema>[number];
type Entry = z.infer<typeof entriesSchema>[number];

function jsonIn(text: string | null | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

function isOfOperation(
  { statusCode, eTag, resourceBody }: Entry,
  { operationType, id, resourceBody: sent }: Operation,
) {
  if (!isDone(statusCode)) return false;
  if (operationType === 'Delete') return statusCode === 204 && !resourceBody;
  if (!eTag) return false;
  return !resourceBody || (resourceBody.id === (sent?.id ?? id) && resourceBody.writeId === sent?.writeId);
}

function judgeBatch(sent: unknown, status: number, answered: unknown): Judgement {
  const operations = operationsSchema.safeParse(sent).data;
  const entries = entriesSchema.safeParse(answered).data;
  if (operations === undefined || entries?.length !== operations.length) return 'odd';
  if (status === 200) {
    const areAllDone = operations.every((operation, place) => {
      const entry = entries[place];
      return entry !== undefined && isOfOperation(entry, operation);
    });
    return areAllDone ? 'genuine' : 'odd';
  }
  const refused = entries.map(({ statusCode }) => statusCode).filter((code) => code !== failedDependency);
  const [code = 0] = refused;
  return status === 207 && refused.length === 1 && code >= 400 && !saysLittle(code) ? 'genuine' : 'odd';
}

/**
 * Proxies and gateways between a server and its account answer for it: with an empty page, a page to sign in, half of
 * the answer, the answer to another request. Everything but Cosmos DB's own answer in its whole shape is `odd`: the
 * request may have been carried out or not.
 */
export function judgeAnswer(
  { url, method, headers, body }: PipelineRequest,
  { status, bodyAsText }: Pick<PipelineResponse, 'status' | 'bodyAsText'>,
): Judgement {
  const answered = jsonIn(bodyAsText);
  const hasShape = (schema: z.ZodType): Judgement => (schema.safeParse(answered).success ? 'genuine' : 'odd');
  if (status >= 400) return hasShape(errorSchema);
  if (headers.has('x-ms-cosmos-is-batch-request')) {
    return judgeBatch(jsonIn(typeof body === 'string' ? body : undefined), status, answered);
  }
  if (headers.has('x-ms-cosmos-is-query-plan-request')) return status === 200 ? hasShape(planSchema) : 'odd';
  if (headers.has('x-ms-documentdb-isquery')) {
    const page = pageSchema.safeParse(answered).data;
    return status === 200 && page?.Documents.length === page?._count && page !== undefined ? 'genuine' : 'odd';
  }
  const { pathname } = new URL(url);
  // Candour changes documents only by batches.
  if (method !== 'GET') return isDone(status) ? hasShape(resourceSchema) : 'odd';
  if (status !== 200) return 'odd';
  if (pathname.replace(/^\/+/u, '') === '') return hasShape(accountSchema);
  if (pathname.endsWith('/pkranges') || pathname.endsWith('/pkranges/')) return hasShape(rangesSchema);
  const [, id] = documentPath.exec(pathname) ?? [];
  if (id === undefined) return hasShape(resourceSchema);
  return documentSchema.safeParse(answered).data?.id === decodeURIComponent(id) ? 'genuine' : 'odd';
}
