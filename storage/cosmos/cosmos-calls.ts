import type { RequestOptions } from '@azure/cosmos';
import { StoreError, type StoreErrorCode } from '../../concerns/ports/store-error.ts';
import { saysLittle } from './judge-answer.ts';
import { type CallNotes, callNotes, type WatchedHttp } from './watched-http.ts';

/** The logical partition is full, https://learn.microsoft.com/azure/cosmos-db/nosql/troubleshoot-forbidden */
const partitionIsFull = 1014;

function codeOf(status: number, substatus: number): StoreErrorCode {
  if (status === 429 || status === 449) return 'busy';
  if (status === 403 && substatus === partitionIsFull) return 'full';
  // 404 comes here only if a database or a container is missing.
  if (status === 401 || status === 403 || status === 404 || saysLittle(status)) return 'unavailable';
  return 'broken';
}

/**
 * `unknown` as soon as one write of the call may have been carried out. The cause is two numbers: the SDK's own errors
 * hold documents, keys and addresses.
 */
function cosmosFailure(notes: CallNotes, statusInside?: number): StoreError {
  const last = notes.last();
  const answered = last?.kind === 'status' ? last : undefined;
  const status = statusInside ?? answered?.status;
  const cause =
    status === undefined ? `cosmos ${last?.kind ?? 'unsent'}` : `cosmos ${status}/${answered?.substatus ?? 0}`;
  if (notes.doubtful()) return new StoreError('unknown', cause);
  return new StoreError(status === undefined ? 'unavailable' : codeOf(status, answered?.substatus ?? 0), cause);
}

export interface Patience {
  readonly retries: number;
  readonly deadlineMs: number;
}

type Work<T> = (options: Pick<RequestOptions, 'abortSignal'>) => Promise<T>;

/** `stands`: no attempt was answered as done, but one had been carried out. `refused`: no attempt was carried out. */
export type Written<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'stands' }
  | { readonly kind: 'refused'; readonly status: number };

export interface Outcome<T> {
  readonly refusal: (value: T) => number | undefined;
  readonly look: () => Promise<boolean>;
}

export interface CosmosCalls {
  read<T>(work: Work<T>): Promise<T>;
  /** `work` must be safe to repeat. Throws StoreError `unknown` if an attempt may still be carried out. */
  write<T>(work: Work<T>, outcome: Outcome<T>): Promise<Written<T>>;
}

type Attempt<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'failed' }
  | { readonly kind: 'late' };

const firstWaitMs = 50;
const refusedInside = [404, 409, 412];

function worthRepeating(notes: CallNotes, inside: number | undefined): boolean {
  const last = notes.last();
  if (inside !== undefined) return inside === 449;
  // The SDK has already waited as often as 429 asked it to.
  return last !== undefined && (last.kind !== 'status' || last.status === 449 || saysLittle(last.status));
}

export function cosmosCalls(http: WatchedHttp, patience: Patience): CosmosCalls {
  const withDeadline = async <T>(
    work: (attempt: <V>(one: Work<V>) => Promise<Attempt<V>>, notes: CallNotes) => Promise<T>,
  ) => {
    const notes = callNotes();
    const controller = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<{ readonly kind: 'late' }>((resolve) => {
      timer = setTimeout(() => {
        controller.abort();
        resolve({ kind: 'late' });
      }, patience.deadlineMs);
    });
    const attempt = async <V>(one: Work<V>): Promise<Attempt<V>> => {
      const answer = http
        .during(notes, () => one({ abortSignal: controller.signal }))
        .then(
          (value) => ({ kind: 'value', value }) as const,
          // The error of the SDK may hold a document: the notes say all that is needed.
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
          const again = answer.kind === 'failed' && tries < patience.retries && worthRepeating(notes, undefined);
          if (!again || (await attempt(pause(firstWaitMs * 2 ** tries))).kind !== 'value') throw cosmosFailure(notes);
        }
      }),

    write: (work, { refusal, look }) =>
      withDeadline(async (attempt, notes) => {
        const stands = async (): Promise<boolean> => {
          const looked = await attempt(() => look().catch(() => undefined));
          if (looked.kind !== 'value' || looked.value === undefined) throw new StoreError('unknown');
          return looked.value;
        };
        for (let tries = 0; ; tries += 1) {
          const answer = await attempt(work);
          const refused = answer.kind === 'value' ? refusal(answer.value) : undefined;
          if (answer.kind === 'value' && refused === undefined) return { kind: 'done', value: answer.value };
          const doubtful = notes.doubtful();
          if (refused !== undefined && refusedInside.includes(refused)) {
            return doubtful && (await stands()) ? { kind: 'stands' } : { kind: 'refused', status: refused };
          }
          const again = answer.kind !== 'late' && tries < patience.retries && worthRepeating(notes, refused);
          if (again && (await attempt(pause(firstWaitMs * 2 ** tries))).kind === 'value') continue;
          const failure = cosmosFailure(notes, refused);
          if (doubtful && answer.kind !== 'late' && (await stands())) return { kind: 'stands' };
          throw failure;
        }
      }),
  };
}
