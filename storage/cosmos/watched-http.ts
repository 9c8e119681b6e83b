import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpClient, PipelineRequest } from '@azure/core-rest-pipeline';
import { z } from 'zod';
import type { Monotonic } from '../../concerns/terms/clock.ts';
import type { Answer, CallNotes } from './call-notes.ts';

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
  const parsed = codeSchema.safeParse(error);
  return { kind: parsed.success && unsentCodes.has(parsed.data.code) ? 'unsent' : 'lost' };
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
