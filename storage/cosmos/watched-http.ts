import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { z } from 'zod';
import type { Monotonic } from '../../concerns/terms/clock.ts';
import { judgeAnswer, saysLittle } from './judge-answer.ts';

/**
 * The outcome of one request. `odd`: what came back is no answer of Cosmos DB, so that the request may have been carried
 * out. `lost`: the same, and nothing came back. `unsent`: it reached nobody. `code` is what the system calls the reason,
 * if it has a name.
 */
export type Answer =
  | { readonly kind: 'status' | 'odd'; readonly status: number; readonly substatus: number }
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
      const isKnown = answer.kind === 'unsent' || (answer.kind === 'status' && !saysLittle(answer.status));
      if (writes && !isKnown) doubtful = true;
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
 * Watches a client, and hands out no answer that is not one of Cosmos DB's: the SDK takes an empty page for success. It
 * is done here because the SDK's `batch` throws a bare Error that no longer says which status came, or whether one came
 * at all (@azure/cosmos 4.10, client/Item/Items.js).
 */
export function watchedHttp(client: HttpClient, monotonic: Monotonic): WatchedHttp {
  let told: { readonly at: number; readonly when: number } | undefined;
  const current = new AsyncLocalStorage<CallNotes>();
  return {
    httpClient: {
      sendRequest: async (request) => {
        const notes = current.getStore();
        notes?.sent(writes(request));
        let response: PipelineResponse;
        try {
          response = await client.sendRequest(request);
        } catch (error) {
          notes?.answered(answerOf(error), writes(request));
          throw error;
        }
        const isOdd = judgeAnswer(request, response) === 'odd';
        const substatus = Number(response.headers.get('x-ms-substatus') ?? 0);
        notes?.answered({ kind: isOdd ? 'odd' : 'status', status: response.status, substatus }, writes(request));
        // Without a code the SDK does not repeat it: the store's own calls do.
        if (isOdd) throw new Error('not an answer of Cosmos DB');
        const at = Date.parse(response.headers.get('date') ?? '');
        if (Number.isFinite(at)) told = { at, when: monotonic() };
        return response;
      },
    },
    time: () => told && new Date(told.at + (monotonic() - told.when)),
    during: (notes, work) => current.run(notes, work),
  };
}
