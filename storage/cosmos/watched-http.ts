import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline';
import { z } from 'zod';
import type { Monotonic } from '../../concerns/terms/clock.ts';

/**
 * The outcome of one request. `lost`: it may have been carried out, its answer never came. `unsent`: it reached nobody.
 * `code` is what the system calls the reason, where it has a name.
 */
export type Answer =
  | { readonly kind: 'status'; readonly status: number; readonly substatus: number }
  | { readonly kind: 'lost'; readonly code?: string }
  | { readonly kind: 'unsent'; readonly code?: string };

/** Notes of the requests that one call of the store sent, the SDK's own repeats among them. */
export interface CallNotes {
  sent(writes: boolean): void;
  answered(answer: Answer, writes: boolean): void;
  /** The last answer, `undefined` where nothing was sent. */
  last(): Answer | undefined;
  /** A write was sent of which nobody knows whether it was carried out. */
  doubtful(): boolean;
}

/** Statuses after which a write may stand all the same: a time limit or a failure on the way. */
export const saysLittle = (status: number): boolean => status === 408 || status === 410 || status >= 500;

/** Notes with nothing in them. */
export function callNotes(): CallNotes {
  let last: Answer | undefined;
  let pendingWrites = 0;
  let doubtful = false;
  return {
    sent: (writes) => {
      if (writes) pendingWrites += 1;
    },
    answered: (answer, writes) => {
      if (writes) pendingWrites -= 1;
      last = answer;
      if (writes && (answer.kind === 'lost' || (answer.kind === 'status' && saysLittle(answer.status)))) {
        doubtful = true;
      }
    },
    last: () => last,
    doubtful: () => doubtful || pendingWrites > 0,
  };
}

/** An HTTP client that notes what became of each request, for the call that the request belongs to. */
export interface WatchedHttp {
  readonly httpClient: HttpClient;
  /** The time that the last answer bore, moved on by what has passed since; `undefined` before there was one. */
  readonly time: () => Date | undefined;
  during<T>(notes: CallNotes, work: () => Promise<T>): Promise<T>;
}

const codeSchema = z.object({ code: z.string() });
/** Nothing was listening, or there was no way there: the request was not sent. */
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function answerOf(error: unknown): Answer {
  const code = codeSchema.safeParse(error).data?.code;
  return { kind: code !== undefined && unsentCodes.has(code) ? 'unsent' : 'lost', ...(code !== undefined && { code }) };
}

const writes = ({ method, headers }: PipelineRequest): boolean =>
  method !== 'GET' && !headers.has('x-ms-documentdb-isquery') && !headers.has('x-ms-cosmos-is-query-plan-request');

/**
 * Watches a client. It is done here because the SDK's `batch` throws a bare Error that no longer says which status
 * came, or whether one came at all (@azure/cosmos 4.10, client/Item/Items.js).
 */
export function watchedHttp(client: HttpClient, monotonic: Monotonic): WatchedHttp {
  let told: { readonly at: number; readonly when: number } | undefined;
  const current = new AsyncLocalStorage<CallNotes>();
  return {
    httpClient: {
      sendRequest: async (request) => {
        const notes = current.getStore();
        notes?.sent(writes(request));
        try {
          const response = await client.sendRequest(request);
          const at = Date.parse(response.headers.get('date') ?? '');
          if (Number.isFinite(at)) told = { at, when: monotonic() };
          const substatus = Number(response.headers.get('x-ms-substatus') ?? 0);
          notes?.answered({ kind: 'status', status: response.status, substatus }, writes(request));
          return response;
        } catch (error) {
          notes?.answered(answerOf(error), writes(request));
          throw error;
        }
      },
    },
    time: () => told && new Date(told.at + (monotonic() - told.when)),
    during: (notes, work) => current.run(notes, work),
  };
}
