import { parseJson } from '../../core/model/parse-json.ts';
import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent } from 'node:https';
import {
  createDefaultHttpClient,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { CosmosClient, type RequestOptions } from '@azure/cosmos';
import { ManagedIdentityCredential } from '@azure/identity';
import { setLogLevel } from '@azure/logger';
import { z } from 'zod';
import { StoreError, type StoreErrorCode } from '../../core/ports/store-error.ts';
import type { MonotonicClock } from '../../core/model/calendar.ts';

export type CosmosCredential =
  | { readonly key: string }
  | {
      readonly managedIdentity: true;
      readonly clientId?: string;
    };

export interface CosmosAccount {
  readonly endpoint: string;
  readonly credential: CosmosCredential;
  readonly agent?: Agent;
  readonly monotonic?: MonotonicClock;
  readonly retries: number;
  readonly deadlineMs: number;
  readonly requestTimeoutMs: number;
  readonly followsRegions: boolean;
}

const toClientCredential = (credential: CosmosCredential) =>
  'key' in credential
    ? { key: credential.key }
    : {
        aadCredentials: new ManagedIdentityCredential(credential.clientId ? { clientId: credential.clientId } : {}),
      };

/** Sends nothing yet, and turns Azure's own log off. Throws if the endpoint is no URL. */
export function createCosmosConnection(account: CosmosAccount) {
  // AZURE_LOG_LEVEL would print document paths: references and names of drafts.
  setLogLevel();
  const http = createMonitoredHttp(createDefaultHttpClient(), account.monotonic ?? (() => performance.now()));
  const agent = account.agent ?? new Agent({ keepAlive: true, minVersion: 'TLSv1.2' });
  const client = new CosmosClient({
    endpoint: account.endpoint,
    ...toClientCredential(account.credential),
    agent,
    httpClient: http.httpClient,
    connectionPolicy: {
      requestTimeout: account.requestTimeoutMs,
      enableEndpointDiscovery: account.followsRegions,
      // The SDK does not catch what its background refresh throws: an unreachable account would end the process.
      enableBackgroundEndpointRefreshing: false,
      // Two regions that take writes could both say that a case is new.
      useMultipleWriteLocations: false,
      retryOptions: { maxRetryAttemptCount: account.retries, maxWaitTimeInSeconds: account.deadlineMs / 1000 },
    },
  });
  return {
    client,
    http,
    close: () => {
      client.dispose();
      agent.destroy();
    },
  };
}

/** https://learn.microsoft.com/azure/cosmos-db/nosql/troubleshoot-forbidden */
const partitionFullSubstatus = 1014;

function toStoreErrorCode(status: number, substatus: number): StoreErrorCode {
  if (status === 429 || status === 449) return 'busy';
  if (status === 403 && substatus === partitionFullSubstatus) return 'full';
  if (status === 401 || status === 403 || status === 404 || isInconclusive(status)) return 'unavailable';
  return 'broken';
}

/**
 * `unknown` once one write of the call may be done. The cause is two numbers: the SDK's errors hold documents, keys and
 * addresses.
 */
function storeErrorFromCosmos(recorder: CallRecorder, statusInside?: number): StoreError {
  const last = recorder.last();
  const answered = last?.kind === 'status' ? last : undefined;
  const status = statusInside ?? answered?.status;
  const cause =
    status === undefined ? `cosmos ${last?.kind ?? 'unsent'}` : `cosmos ${status}/${answered?.substatus ?? 0}`;
  if (recorder.isDoubtful()) return new StoreError('unknown', cause);
  return new StoreError(
    status === undefined ? 'unavailable' : toStoreErrorCode(status, answered?.substatus ?? 0),
    cause,
  );
}

interface RetryLimits {
  readonly retries: number;
  readonly deadlineMs: number;
}

type Work<T> = (options: Pick<RequestOptions, 'abortSignal'>) => Promise<T>;

/** `stands`: an attempt was carried out, none answered as done. `refused`: no attempt was carried out. */
type WriteOutcome<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'stands' }
  | { readonly kind: 'refused'; readonly status: number };

interface WriteChecks<T> {
  readonly refusal: (value: T) => number | undefined;
  readonly isWritten: () => Promise<boolean>;
}

export interface CosmosRetrier {
  read<T>(work: Work<T>): Promise<T>;
  /** `work` must be safe to repeat. Throws StoreError `unknown` if an attempt may still be carried out. */
  write<T>(work: Work<T>, outcome: WriteChecks<T>): Promise<WriteOutcome<T>>;
}

type Attempt<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'failed' }
  | { readonly kind: 'late' };

const minBackoffMs = 50;
const refusedStatuses = [404, 409, 412];

function isRetryable(recorder: CallRecorder, inside: number | undefined): boolean {
  const last = recorder.last();
  if (inside !== undefined) return inside === 449;
  // The SDK has already waited as 429 asked.
  return last !== undefined && (last.kind !== 'status' || last.status === 449 || isInconclusive(last.status));
}

export function createCosmosRetrier(http: MonitoredHttp, limits: RetryLimits): CosmosRetrier {
  const withDeadline = async <T>(
    work: (attempt: <V>(one: Work<V>) => Promise<Attempt<V>>, notes: CallRecorder) => Promise<T>,
  ) => {
    const notes = createCallRecorder();
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<{ readonly kind: 'late' }>((resolve) => {
      timer = setTimeout(() => {
        controller.abort();
        resolve({ kind: 'late' });
      }, limits.deadlineMs);
    });
    const attempt = async <V>(one: Work<V>): Promise<Attempt<V>> => {
      const answer = http
        .runRecorded(notes, () => one({ abortSignal: controller.signal }))
        .then(
          (value) => ({ kind: 'value', value }) as const,
          // The SDK's error may hold a document.
          (error: unknown) => {
            if (error instanceof StoreError) throw error;
            return { kind: 'failed' } as const;
          },
        );
      return Promise.race([answer, late]);
    };
    try {
      return await work(attempt, notes);
    } finally {
      clearTimeout(timer);
      controller.abort();
    }
  };
  const pause =
    (ms: number): Work<void> =>
    () =>
      new Promise((resolve) => setTimeout(resolve, ms));

  return {
    read: (work) =>
      withDeadline(async (attempt, notes) => {
        for (let tries = 0; ; tries += 1) {
          const answer = await attempt(work);
          if (answer.kind === 'value') return answer.value;
          const again = answer.kind === 'failed' && tries < limits.retries && isRetryable(notes, undefined);
          if (!again || (await attempt(pause(minBackoffMs * 2 ** tries))).kind !== 'value')
            throw storeErrorFromCosmos(notes);
        }
      }),

    write: (work, { refusal, isWritten }) =>
      withDeadline(async (attempt, notes) => {
        const checkWritten = async (): Promise<boolean> => {
          const looked = await attempt(() => isWritten().catch(() => undefined));
          if (looked.kind !== 'value' || looked.value === undefined) throw new StoreError('unknown');
          return looked.value;
        };
        for (let tries = 0; ; tries += 1) {
          const answer = await attempt(work);
          const refused = answer.kind === 'value' ? refusal(answer.value) : undefined;
          if (answer.kind === 'value' && refused === undefined) return { kind: 'done', value: answer.value };
          const doubtful = notes.isDoubtful();
          if (refused !== undefined && refusedStatuses.includes(refused)) {
            return doubtful && (await checkWritten()) ? { kind: 'stands' } : { kind: 'refused', status: refused };
          }
          const again = answer.kind !== 'late' && tries < limits.retries && isRetryable(notes, refused);
          if (again && (await attempt(pause(minBackoffMs * 2 ** tries))).kind === 'value') continue;
          const failure = storeErrorFromCosmos(notes, refused);
          if (doubtful && answer.kind !== 'late' && (await checkWritten())) return { kind: 'stands' };
          throw failure;
        }
      }),
  };
}

/**
 * `odd`: not Cosmos DB's answer, so the request may be carried out. `lost`: the same, without an answer. `unsent`: it
 * reached no one.
 */
export type CosmosResponse =
  | { readonly kind: 'status' | 'odd'; readonly status: number; readonly substatus: number }
  | { readonly kind: 'lost'; readonly code?: string }
  | { readonly kind: 'unsent'; readonly code?: string };

interface CallRecorder {
  recordRequest(writes: boolean): void;
  recordAnswer(answer: CosmosResponse, writes: boolean): void;
  last(): CosmosResponse | undefined;
  isDoubtful(): boolean;
}

export function createCallRecorder(): CallRecorder {
  let last: CosmosResponse | undefined;
  let pendingWrites = 0;
  let doubtful = false;
  return {
    recordRequest: (writes) => {
      if (writes) pendingWrites += 1;
    },
    recordAnswer: (answer, writes) => {
      if (writes) pendingWrites -= 1;
      last = answer;
      const isKnown = answer.kind === 'unsent' || (answer.kind === 'status' && !isInconclusive(answer.status));
      if (writes && !isKnown) doubtful = true;
    },
    last: () => last,
    isDoubtful: () => doubtful || pendingWrites > 0,
  };
}

interface MonitoredHttp {
  readonly httpClient: HttpClient;
  /** The time of the last answer, moved on since; `undefined` before the first. */
  readonly time: () => Date | undefined;
  runRecorded<T>(notes: CallRecorder, work: () => Promise<T>): Promise<T>;
}

const codeSchema = z.object({ code: z.string() });
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function toFailedResponse(error: unknown): CosmosResponse {
  const code = codeSchema.safeParse(error).data?.code;
  return { kind: code !== undefined && unsentCodes.has(code) ? 'unsent' : 'lost', ...(code !== undefined && { code }) };
}

const isWriteRequest = ({ method, headers }: PipelineRequest): boolean =>
  method !== 'GET' && !headers.has('x-ms-documentdb-isquery') && !headers.has('x-ms-cosmos-is-query-plan-request');

/**
 * The SDK takes an empty page for success, and its `batch` throws a bare Error without the status (@azure/cosmos 4.10,
 * client/Item/Items.js).
 */
function createMonitoredHttp(client: HttpClient, monotonic: MonotonicClock): MonitoredHttp {
  let lastServerTime: { readonly at: number; readonly when: number } | undefined;
  const current = new AsyncLocalStorage<CallRecorder>();
  return {
    httpClient: {
      sendRequest: async (request) => {
        const notes = current.getStore();
        notes?.recordRequest(isWriteRequest(request));
        let response: PipelineResponse;
        try {
          response = await client.sendRequest(request);
        } catch (error) {
          notes?.recordAnswer(toFailedResponse(error), isWriteRequest(request));
          throw error;
        }
        const isOdd = validateResponse(request, response) === 'odd';
        const substatus = Number(response.headers.get('x-ms-substatus') ?? 0);
        notes?.recordAnswer(
          { kind: isOdd ? 'odd' : 'status', status: response.status, substatus },
          isWriteRequest(request),
        );
        // Without a code the SDK does not repeat it; the store's calls do.
        if (isOdd) throw new Error('not an answer of Cosmos DB');
        const at = Date.parse(response.headers.get('date') ?? '');
        if (Number.isFinite(at)) lastServerTime = { at, when: monotonic() };
        return response;
      },
    },
    time: () => lastServerTime && new Date(lastServerTime.at + (monotonic() - lastServerTime.when)),
    runRecorded: (notes, work) => current.run(notes, work),
  };
}

type ResponseValidity = 'genuine' | 'odd';

/** 408, 410 and 5xx: a write may still have been carried out. */
const isInconclusive = (status: number): boolean => status === 408 || status === 410 || status >= 500;

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

function isOperationResponse(
  { statusCode, eTag, resourceBody }: Entry,
  { operationType, id, resourceBody: sent }: Operation,
) {
  if (!isDone(statusCode)) return false;
  if (operationType === 'Delete') return statusCode === 204 && !resourceBody;
  if (!eTag) return false;
  return !resourceBody || (resourceBody.id === (sent?.id ?? id) && resourceBody.writeId === sent?.writeId);
}

function validateBatchResponse(sent: unknown, status: number, answered: unknown): ResponseValidity {
  const operations = operationsSchema.safeParse(sent).data;
  const entries = entriesSchema.safeParse(answered).data;
  if (operations === undefined || entries?.length !== operations.length) return 'odd';
  if (status === 200) {
    const areAllDone = operations.every((operation, place) => {
      const entry = entries[place];
      return entry !== undefined && isOperationResponse(entry, operation);
    });
    return areAllDone ? 'genuine' : 'odd';
  }
  const refused = entries.map(({ statusCode }) => statusCode).filter((code) => code !== failedDependency);
  const [code = 0] = refused;
  return status === 207 && refused.length === 1 && code >= 400 && !isInconclusive(code) ? 'genuine' : 'odd';
}

/**
 * Proxies may answer with an empty page, a sign-in page, half an answer, or another request's: all but Cosmos DB's own
 * whole answer is `odd`.
 */
export function validateResponse(
  { url, method, headers, body }: PipelineRequest,
  { status, bodyAsText }: Pick<PipelineResponse, 'status' | 'bodyAsText'>,
): ResponseValidity {
  const answered = parseJson(bodyAsText ?? '');
  const checkShape = (schema: z.ZodType): ResponseValidity => (schema.safeParse(answered).success ? 'genuine' : 'odd');
  if (status >= 400) return checkShape(errorSchema);
  if (headers.has('x-ms-cosmos-is-batch-request')) {
    return validateBatchResponse(parseJson(typeof body === 'string' ? body : ''), status, answered);
  }
  if (headers.has('x-ms-cosmos-is-query-plan-request')) return status === 200 ? checkShape(planSchema) : 'odd';
  if (headers.has('x-ms-documentdb-isquery')) {
    const page = pageSchema.safeParse(answered).data;
    return status === 200 && page?.Documents.length === page?._count && page !== undefined ? 'genuine' : 'odd';
  }
  const { pathname } = new URL(url);
  // Candour changes documents only by batches.
  if (method !== 'GET') return isDone(status) ? checkShape(resourceSchema) : 'odd';
  if (status !== 200) return 'odd';
  if (pathname.replace(/^\/+/u, '') === '') return checkShape(accountSchema);
  if (pathname.endsWith('/pkranges') || pathname.endsWith('/pkranges/')) return checkShape(rangesSchema);
  const [, id] = documentPath.exec(pathname) ?? [];
  if (id === undefined) return checkShape(resourceSchema);
  return documentSchema.safeParse(answered).data?.id === decodeURIComponent(id) ? 'genuine' : 'odd';
}
