import type { OperationAnswer, OperationRequest } from '../../contract/operations.ts';
import type { ReportOperation } from '../../contract/reports.ts';
import { framedType, frameBytes, hasBytes, parseFrame, rawOperations } from '../../contract/framed-bytes.ts';
import type { Result } from './tab-context.ts';

/** Milliseconds; the server gives up after eight seconds. */
const defaultTimeoutMs = 15_000;

export interface HttpOptions {
  readonly fetch: typeof fetch;
  readonly origin?: string;
  readonly timeoutMs?: number;
}

/** Milliseconds; longer than the server waits for a part. */
const partTimeoutMs = 45_000;

const isObject = (body: unknown): body is object => typeof body === 'object' && body !== null;

function toFrame(body: unknown): Uint8Array<ArrayBuffer> {
  const fields = isObject(body) ? body : {};
  return frameBytes({ ...fields, data: hasBytes(fields) ? fields.data : new Uint8Array(0) });
}

/**
 * Posts to `<base>/<operation>`, parts of files as they are. Sends nothing that a browser would add or store. Rejects if
 * no answer comes in time.
 */
export const postOperation = (
  options: HttpOptions,
  [base, operation]: readonly [base: string, operation: string],
  body: unknown,
  token?: string,
): Promise<Response> => {
  const isRaw = rawOperations.includes(operation);
  return options.fetch(`${options.origin ?? ''}${base}/${isRaw ? 'raw/' : ''}${operation}`, {
    method: 'POST',
    headers: {
      'content-type': isRaw ? framedType : 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: isRaw ? toFrame(body) : JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(options.timeoutMs ?? (isRaw ? partTimeoutMs : defaultTimeoutMs)),
  });
};

/** Rejects if the answer is neither JSON nor a frame: a proxy may have made it. */
export async function readAnswer(response: Response): ReturnType<Response['json']> {
  if (response.headers.get('content-type') !== framedType) return await response.json();
  const parsed = parseFrame(new Uint8Array(await response.arrayBuffer()));
  if (parsed === undefined) throw new TypeError('no frame');
  return parsed;
}

export type ReportCall = <Name extends ReportOperation>(
  name: Name,
  body: OperationRequest<Name>,
) => Promise<Result<OperationAnswer<Name>>>;
