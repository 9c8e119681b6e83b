import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { z } from 'zod';
import type { Monotonic } from '../../concerns/terms/clock.ts';
import { judgeAnswer, saysLittle } from './judge-answer.ts';

/**
 * `odd`: the answer is not Cosmos DB's, so the request may have been carried out. `lost`: the same, without an answer.
 * `unsent`: it reached no one.
 */
export type Answer =
  | { readonly kind: 'status' | 'odd'; readonly status: number; readonly substatus: number }
  | { readonly kind: 'lost'; readonly code?: string }
  | { readonly kind: 'unsent'; readonly code?: string };

/** The requests that one call of the store sent, including the SDK's own repeats. */
export interface CallNotes {
  sent(writes: boolean): void;
  answered(answer: Answer, writes: boolean): void;
  /** The last answer; `undefined` if nothing was sent. */
  last(): Answer | undefined;
  /** Whether a write was sent that may have been carried out. */
  doubtful(): boolean;
}

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

export interface WatchedHttp {
  readonly httpClient: HttpClient;
  /** The time of the last answer, moved on by the time since; `undefined` before the first. */
  readonly time: () => Date | undefined;
  during<T>(notes: CallNotes, work: () => Promise<T>): Promise<T>;
}

const codeSchema = z.object({ code: z.string() });
const unsentCodes = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function answerOf(error: unknown): Answer {
  const code = codeSchema.safeParse(error).data?.code;
  return { kind: code !== undefined && unsentCodes.has(code) ? 'unsent' : 'lost', ...(code !== undefined && { code }) };
}

const writes = ({ method, headers }: PipelineRequest): boolean =>
  method !== 'GET' && !headers.has('x-ms-documentdb-isquery') && !headers.has('x-ms-cosmos-is-query-plan-request');

/**
 * Hands out no answer that is not one of Cosmos DB's: the SDK takes an empty page for success, and its `batch` throws a
 * bare Error without the status (@azure/cosmos 4.10, client/Item/Items.js).
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
