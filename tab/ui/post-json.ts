import type { OperationAnswer, OperationRequest } from '../../contract/operations.ts';
import type { ReportOperation } from '../../contract/reports.ts';
import type { Result } from './tab-context.ts';

/** Milliseconds; the server gives up after eight seconds. */
const defaultTimeoutMs = 15_000;

export interface HttpOptions {
  readonly fetch: typeof fetch;
  readonly origin?: string;
  readonly timeoutMs?: number;
}

/** Sends nothing that a browser would add or store. Rejects if no answer comes in time. */
export const postJson = (options: HttpOptions, path: string, body: unknown, token?: string): Promise<Response> =>
  options.fetch(`${options.origin ?? ''}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs),
  });

export type ReportCall = <Name extends ReportOperation>(
  name: Name,
  body: OperationRequest<Name>,
) => Promise<Result<OperationAnswer<Name>>>;
